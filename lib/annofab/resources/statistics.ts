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

/** Days in Japan as `YYYY-MM-DD`, the first and the last. */
interface Period {
  from: string;
  to: string;
}

/** A project and days in Japan as `YYYY-MM-DD`. */
export interface ProjectDays {
  project_id: string;
  /** Left out: the first day that there are statistics of (getStatisticsAvailableDates). */
  from?: string | undefined;
  /** Left out: the last day that there are statistics of (getStatisticsAvailableDates). */
  to?: string | undefined;
}

/**
 * The statistics of a project, for its members.
 *
 * Daily ones may be asked for any time: Annofab gives three months at once, so what is longer is asked for piece by piece
 * (`timeoutMs` is for each) and put together. Days without statistics are left out. They throw InvalidQueryError when a
 * day is none, or the first comes after the last.
 */
export interface Statistics {
  /** How many annotations each label has; none in a project that is quite new (getLabelStatistics). */
  labels(project: { project_id: string }, options?: RequestOptions): Promise<LabelStatistics[]>;
  /**
   * Tasks by phase and status at the end of each day; `work_timespan` in ms (getTaskDailyStatistics).
   *
   * @example
   * const days = await annofab.statistics.tasksDaily({ project_id, from: '2030-01-01', to: '2030-12-31' });
   */
  tasksDaily(days: ProjectDays, options?: RequestOptions): Promise<ProjectTaskStatisticsHistory[]>;
  /** The work that had gone into each phase by the end of each day, as ISO 8601 durations (getPhaseDailyStatistics). */
  phasesDaily(days: ProjectDays, options?: RequestOptions): Promise<TaskPhaseStatistics[]>;
  /** Inspection comments by label and phrase at the end of each day (getInspectionDailyStatistics). */
  inspectionsDaily(days: ProjectDays, options?: RequestOptions): Promise<InspectionStatistics[]>;
  /** What each member did on each day; one item for each member (getAccountDailyStatistics). */
  accountsDaily(days: ProjectDays, options?: RequestOptions): Promise<ProjectAccountStatistics[]>;
  /** The time that a task and an input data took, by phase, of each day (getWorktimeDailyStatistics). */
  worktimeDaily(days: ProjectDays, options?: RequestOptions): Promise<WorktimeStatisticsByProject>;
  /** The same of one member's work (getWorktimeDailyStatisticsByAccount). */
  worktimeDailyByAccount(
    days: ProjectDays & { account_id: string },
    options?: RequestOptions,
  ): Promise<WorktimeStatisticsByAccount>;
}

export function createStatistics(client: AnnofabApi): Statistics {
  async function inPieces<T>(
    days: ProjectDays,
    options: RequestOptions | undefined,
    ask: (piece: { project_id: string; query: Period }) => PromiseLike<readonly T[]>,
  ): Promise<T[]> {
    const { project_id } = days;
    const items: T[] = [];
    for (const query of piecesOf(await periodOf(client, days, options))) {
      items.push(...(await ask({ project_id, query })));
    }
    return items;
  }

  return {
    async labels({ project_id }, options) {
      const { url }: { url?: string | null } = await client.getLabelStatistics({ project_id }, options);
      // Annofab gives no address until it has counted for the first time.
      if (url == null) return [];
      return readJsonFile(client, { url, name: `statistics.labels (project ${project_id})` }, options?.signal);
    },
    tasksDaily: (days, options) => inPieces(days, options, (piece) => client.getTaskDailyStatistics(piece, options)),
    phasesDaily: (days, options) => inPieces(days, options, (piece) => client.getPhaseDailyStatistics(piece, options)),
    inspectionsDaily: (days, options) =>
      inPieces(days, options, (piece) => client.getInspectionDailyStatistics(piece, options)),
    async accountsDaily(days, options) {
      const parts = await inPieces(days, options, (piece) => client.getAccountDailyStatistics(piece, options));
      const members = Map.groupBy(parts, ({ account_id }) => account_id);
      return Array.from(members, ([account_id, own]) => ({
        account_id,
        histories: own.flatMap(({ histories }) => histories),
      }));
    },
    async worktimeDaily(days, options) {
      const data_series = await inPieces(days, options, async (piece) => {
        return (await client.getWorktimeDailyStatistics(piece, options)).data_series;
      });
      return { project_id: days.project_id, data_series };
    },
    async worktimeDailyByAccount({ account_id, ...days }, options) {
      const data_series = await inPieces(days, options, async (piece) => {
        return (await client.getWorktimeDailyStatisticsByAccount({ ...piece, account_id }, options)).data_series;
      });
      return { project_id: days.project_id, account_id, data_series };
    },
  };
}

/** What was asked for, its open ends by what there is; undefined when there is nothing. */
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

/** No three months are shorter. */
const PIECE_DAYS = 89;

/** @throws InvalidQueryError */
function piecesOf(period: Period | undefined): Period[] {
  if (period === undefined) return [];
  const { from, to } = period;
  const last = parseDay('to', to);
  const first = parseDay('from', from);
  if (first > last) {
    throw new InvalidQueryError(`from (${from}) comes after to (${to}): give the first day and the last.`);
  }
  return Array.from({ length: Math.ceil((last - first + DAY_MS) / (PIECE_DAYS * DAY_MS)) }, (_, index) => {
    const start = first + index * PIECE_DAYS * DAY_MS;
    return { from: formatDay(start), to: formatDay(Math.min(start + (PIECE_DAYS - 1) * DAY_MS, last)) };
  });
}

/** Days are only counted here: UTC has no hours that are missing or come twice. */
function parseDay(field: 'from' | 'to', day: string): number {
  const time = /^\d{4}-\d{2}-\d{2}$/.test(day) ? Date.parse(day) : Number.NaN;
  // Date.parse takes 31 February for 3 March.
  if (Number.isNaN(time) || formatDay(time) !== day) {
    throw new InvalidQueryError(`${field} must be a day as YYYY-MM-DD, not ${JSON.stringify(day)}.`);
  }
  return time;
}

function formatDay(time: number): string {
  return new Date(time).toISOString().slice(0, 10);
}
