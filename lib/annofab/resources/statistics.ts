import type { AnnofabApi } from '../api.ts';
import { InvalidQueryError } from '../errors.ts';
import type {
  InspectionStatistics,
  LabelStatistics,
  ProjectAccountStatistics,
  ProjectTaskStatisticsHistory,
  TaskPhaseStatistics,
  WorktimeStatisticsByAccount,
  WorktimeStatisticsByProject,
} from '../generated/schemas.ts';
import type { RequestOptions } from '../options.ts';
import { readJsonFile } from './lists/json-file.ts';

/** The first and the last day, in Japan, as `YYYY-MM-DD`. */
interface Period {
  from: string;
  to: string;
}

/** A project, and the first and the last day, in Japan, as `YYYY-MM-DD`. */
export interface ProjectDays {
  project_id: string;
  /** Default: the first day with statistics (getStatisticsAvailableDates). */
  from?: string | undefined;
  /** Default: the last day with statistics (getStatisticsAvailableDates). */
  to?: string | undefined;
}

/**
 * The statistics of a project, for its members.
 *
 * Daily statistics can cover any period: Annofab returns three months per request, so longer periods take several requests
 * (`timeoutMs` applies to each). Days without statistics are omitted. These methods throw InvalidQueryError when a day is
 * invalid, or `from` is after `to`.
 */
export interface Statistics {
  /** Counts the annotations of each label; empty for a new project (getLabelStatistics). */
  labels(project: { project_id: string }, options?: RequestOptions): Promise<LabelStatistics[]>;
  /**
   * Counts the tasks by phase and status at the end of each day; `work_timespan` is in ms (getTaskDailyStatistics).
   *
   * @example
   * const days = await annofab.statistics.tasksDaily({ project_id, from: '2030-01-01', to: '2030-12-31' });
   */
  tasksDaily(days: ProjectDays, options?: RequestOptions): Promise<ProjectTaskStatisticsHistory[]>;
  /** Cumulative work time of each phase at the end of each day, as ISO 8601 durations (getPhaseDailyStatistics). */
  phasesDaily(days: ProjectDays, options?: RequestOptions): Promise<TaskPhaseStatistics[]>;
  /** Counts the inspection comments by label and phrase at the end of each day (getInspectionDailyStatistics). */
  inspectionsDaily(days: ProjectDays, options?: RequestOptions): Promise<InspectionStatistics[]>;
  /** The work of each member on each day; one item per member (getAccountDailyStatistics). */
  accountsDaily(days: ProjectDays, options?: RequestOptions): Promise<ProjectAccountStatistics[]>;
  /** Work time per task and per input data, by phase, for each day (getWorktimeDailyStatistics). */
  worktimeDaily(days: ProjectDays, options?: RequestOptions): Promise<WorktimeStatisticsByProject>;
  /** As {@link worktimeDaily}, for one member (getWorktimeDailyStatisticsByAccount). */
  worktimeDailyByAccount(
    days: ProjectDays & { account_id: string },
    options?: RequestOptions,
  ): Promise<WorktimeStatisticsByAccount>;
}

export function createStatistics(client: AnnofabApi): Statistics {
  async function inPeriods<T>(
    days: ProjectDays,
    options: RequestOptions | undefined,
    ask: (part: { project_id: string; query: Period }) => PromiseLike<readonly T[]>,
  ): Promise<T[]> {
    const { project_id } = days;
    const items: T[] = [];
    for (const query of periodsOf(await periodOf(client, days, options))) {
      items.push(...(await ask({ project_id, query })));
    }
    return items;
  }

  return {
    async labels({ project_id }, options) {
      const { url }: { url?: string | null } = await client.getLabelStatistics({ project_id }, options);
      // There is no URL before Annofab has counted for the first time.
      if (url == null) return [];
      return readJsonFile(client, { url, name: `statistics.labels (project ${project_id})` }, options?.signal);
    },
    tasksDaily: (days, options) => inPeriods(days, options, (part) => client.getTaskDailyStatistics(part, options)),
    phasesDaily: (days, options) => inPeriods(days, options, (part) => client.getPhaseDailyStatistics(part, options)),
    inspectionsDaily: (days, options) =>
      inPeriods(days, options, (part) => client.getInspectionDailyStatistics(part, options)),
    async accountsDaily(days, options) {
      const parts = await inPeriods(days, options, (part) => client.getAccountDailyStatistics(part, options));
      const members = Map.groupBy(parts, ({ account_id }) => account_id);
      return Array.from(members, ([account_id, own]) => ({
        account_id,
        histories: own.flatMap(({ histories }) => histories),
      }));
    },
    async worktimeDaily(days, options) {
      const data_series = await inPeriods(days, options, async (part) => {
        return (await client.getWorktimeDailyStatistics(part, options)).data_series;
      });
      return { project_id: days.project_id, data_series };
    },
    async worktimeDailyByAccount({ account_id, ...days }, options) {
      const data_series = await inPeriods(days, options, async (part) => {
        return (await client.getWorktimeDailyStatisticsByAccount({ ...part, account_id }, options)).data_series;
      });
      return { project_id: days.project_id, account_id, data_series };
    },
  };
}

/** The given period, with missing ends filled in from the available dates; undefined when there are no statistics. */
async function periodOf(
  client: AnnofabApi,
  { project_id, from, to }: ProjectDays,
  options?: RequestOptions,
): Promise<Period | undefined> {
  if (from !== undefined && to !== undefined) return { from, to };
  const dates = await client.getStatisticsAvailableDates({ project_id }, options);
  const [first, last] = [dates.at(0), dates.at(-1)];
  return first && last && { from: from ?? first.from, to: to ?? last.to };
}

const DAY_MS = 24 * 60 * 60 * 1_000;

/** The shortest three months, from February to April, have 89 days. */
const PERIOD_DAYS = 89;

/** @throws InvalidQueryError */
function periodsOf(period: Period | undefined): Period[] {
  if (period === undefined) return [];
  const { from, to } = period;
  const last = parseDay('to', to);
  const first = parseDay('from', from);
  if (first > last) {
    throw new InvalidQueryError(`from (${from}) is after to (${to}).`);
  }
  return Array.from({ length: Math.ceil((last - first + DAY_MS) / (PERIOD_DAYS * DAY_MS)) }, (_, index) => {
    const start = first + index * PERIOD_DAYS * DAY_MS;
    return { from: formatDay(start), to: formatDay(Math.min(start + (PERIOD_DAYS - 1) * DAY_MS, last)) };
  });
}

/** Calculates in UTC, which has no missing or repeated hours. */
function parseDay(field: 'from' | 'to', day: string): number {
  const time = /^\d{4}-\d{2}-\d{2}$/.test(day) ? Date.parse(day) : Number.NaN;
  // Date.parse reads 31 February as 3 March.
  if (Number.isNaN(time) || formatDay(time) !== day) {
    throw new InvalidQueryError(`${field} must be a day as YYYY-MM-DD, not ${JSON.stringify(day)}.`);
  }
  return time;
}

function formatDay(time: number): string {
  return new Date(time).toISOString().slice(0, 10);
}
