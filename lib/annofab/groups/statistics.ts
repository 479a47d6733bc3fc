import type { AnnofabClient, RequestOptions } from '../client.ts';
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
import { readJsonFile } from './json-file.ts';

/** Days in Japan as `YYYY-MM-DD`, the first and the last. */
interface Period {
  from: string;
  to: string;
}

/** A project and days in Japan, the first and the last, as `YYYY-MM-DD`. */
export interface ProjectDays extends Period {
  project_id: string;
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
   * const days = await annofab.statistics.tasks({ project_id, from: '2030-01-01', to: '2030-12-31' });
   */
  tasks(days: ProjectDays, options?: RequestOptions): Promise<ProjectTaskStatisticsHistory[]>;
  /** The work that had gone into each phase by the end of each day, as ISO 8601 durations (getPhaseDailyStatistics). */
  phases(days: ProjectDays, options?: RequestOptions): Promise<TaskPhaseStatistics[]>;
  /** Inspection comments by label and phrase at the end of each day (getInspectionDailyStatistics). */
  inspections(days: ProjectDays, options?: RequestOptions): Promise<InspectionStatistics[]>;
  /** What each member did on each day; one item for each member (getAccountDailyStatistics). */
  accounts(days: ProjectDays, options?: RequestOptions): Promise<ProjectAccountStatistics[]>;
  /** The time that a task and an input data took, by phase, of each day (getWorktimeDailyStatistics). */
  worktimes(days: ProjectDays, options?: RequestOptions): Promise<WorktimeStatisticsByProject>;
  /** The same of one member's work (getWorktimeDailyStatisticsByAccount). */
  worktimesByAccount(
    days: ProjectDays & { account_id: string },
    options?: RequestOptions,
  ): Promise<WorktimeStatisticsByAccount>;
}

export function createStatistics(client: AnnofabClient): Statistics {
  return {
    async labels({ project_id }, options) {
      const { url }: { url?: string | null } = await client.getLabelStatistics({ project_id }, options);
      // Annofab gives no address until it has counted for the first time.
      if (url == null) return [];
      return readJsonFile(client, { url, name: `statistics.labels (project ${project_id})` }, options?.signal);
    },
    tasks: ({ project_id, ...period }, options) =>
      inPieces(period, (query) => client.getTaskDailyStatistics({ project_id, query }, options)),
    phases: ({ project_id, ...period }, options) =>
      inPieces(period, (query) => client.getPhaseDailyStatistics({ project_id, query }, options)),
    inspections: ({ project_id, ...period }, options) =>
      inPieces(period, (query) => client.getInspectionDailyStatistics({ project_id, query }, options)),
    async accounts({ project_id, ...period }, options) {
      const ask = (query: Period) => client.getAccountDailyStatistics({ project_id, query }, options);
      const members = Map.groupBy(await inPieces(period, ask), ({ account_id }) => account_id);
      return Array.from(members, ([account_id, parts]) => ({
        account_id,
        histories: parts.flatMap(({ histories }) => histories),
      }));
    },
    async worktimes({ project_id, ...period }, options) {
      const ask = async (query: Period) =>
        (await client.getWorktimeDailyStatistics({ project_id, query }, options)).data_series;
      return { project_id, data_series: await inPieces(period, ask) };
    },
    async worktimesByAccount({ project_id, account_id, ...period }, options) {
      const ask = async (query: Period) =>
        (await client.getWorktimeDailyStatisticsByAccount({ project_id, account_id, query }, options)).data_series;
      return { project_id, account_id, data_series: await inPieces(period, ask) };
    },
  };
}

const dayMs = 24 * 60 * 60 * 1_000;

/** No three months are shorter. */
const pieceDays = 89;

async function inPieces<T>({ from, to }: Period, ask: (piece: Period) => PromiseLike<readonly T[]>): Promise<T[]> {
  const last = parseDay('to', to);
  const first = parseDay('from', from);
  if (first > last)
    throw new InvalidQueryError(`from (${from}) comes after to (${to}): give the first day and the last.`);
  const items: T[] = [];
  for (let start = first; start <= last; start += pieceDays * dayMs) {
    const end = Math.min(start + (pieceDays - 1) * dayMs, last);
    items.push(...(await ask({ from: formatDay(start), to: formatDay(end) })));
  }
  return items;
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
