import { missing } from '../core/errors.ts';
import type { Files, Services } from '../core/services.ts';
import type { ProjectRecord } from '../core/state.ts';
import { type HandlerTable, reply } from '../server/handler.ts';
import { redirectTo } from '../server/redirect.ts';
import { accountStatistics } from './account-statistics.ts';
import { availableDates, type Day, daysOf, readDays } from './days-and-durations.ts';
import { inspectionStatistics } from './inspection-statistics.ts';
import { countTasks, labelStatistics, phaseStatistics, taskStatistics } from './task-statistics.ts';
import { worktimeHistory, worktimeStatistics } from './worktime-statistics.ts';

type Context = Pick<Services, 'files' | 'clock'> & { readonly project: ProjectRecord };

interface DailyContext extends Context {
  readonly query: { from?: string | undefined; to?: string | undefined };
}

/** An operation that answers with the statistics of the requested days. */
function daily<T>(statistics: (project: ProjectRecord, days: readonly Day[]) => T): (context: DailyContext) => T {
  return (context) => statistics(context.project, requestedDays(context));
}

function requestedDays({ project, clock, query }: DailyContext): Day[] {
  return readDays(query, availableDates(project, clock));
}

const worktimes = (context: DailyContext) => ({
  project_id: context.project.project.project_id,
  data_series: worktimeStatistics(context.project, requestedDays(context)),
});

const worktimesByAccount = (context: DailyContext & { readonly params: { readonly account_id: string } }) => ({
  project_id: context.project.project.project_id,
  account_id: context.params.account_id,
  data_series: worktimeStatistics(context.project, requestedDays(context), context.params.account_id),
});

/** The statistics of all days in one file: Annofab's older operations have no `from` and `to`. */
function allDays(name: string, statistics: (project: ProjectRecord, days: readonly Day[]) => unknown) {
  return ({ project, files, clock }: Context) => {
    const content = statistics(project, daysOf(availableDates(project, clock)));
    return redirectTo(files, writeStatistics(files, project, name, content));
  };
}

/** Both versions of the API answer with the same statistics. */
export const statistics = {
  getTaskStatistics: allDays('tasks', taskStatistics),
  getAccountStatistics: allDays('accounts', accountStatistics),
  getInspectionStatistics: allDays('inspections', inspectionStatistics),
  getTaskPhaseStatistics: allDays('task-phases', phaseStatistics),
  getWorktimeStatistics: allDays('worktimes', worktimeHistory),

  getStatisticsAvailableDates: ({ project, clock }) => availableDates(project, clock),

  getTaskDailyStatistics: daily(taskStatistics),
  getTaskDailyStatisticsV2: daily(taskStatistics),
  getAccountDailyStatistics: daily(accountStatistics),
  getAccountDailyStatisticsV2: daily(accountStatistics),
  getInspectionDailyStatistics: daily(inspectionStatistics),
  getInspectionDailyStatisticsV2: daily(inspectionStatistics),
  getPhaseDailyStatistics: daily(phaseStatistics),
  getPhaseDailyStatisticsV2: daily(phaseStatistics),
  getWorktimeDailyStatistics: worktimes,
  getWorktimeDailyStatisticsV2: worktimes,
  getWorktimeDailyStatisticsByAccount: worktimesByAccount,
  getWorktimeDailyStatisticsByAccountV2: worktimesByAccount,

  getLabelStatistics: ({ project, files }) =>
    redirectTo(files, writeStatistics(files, project, 'labels', labelStatistics(project))),
  getLabelStatisticsV2: ({ project, files }) => {
    const labels = labelStatistics(project);
    return reply(200, labels, { location: files.sign(writeStatistics(files, project, 'labels', labels)) });
  },

  getProjectTaskCountV2: ({ project, params }) => {
    if (project.project.organization_id !== params.organization_id) throw missing('project', params.project_id);
    return countTasks(project);
  },
} satisfies HandlerTable;

/**
 * Writes statistics to a JSON file, for operations that answer with a URL.
 *
 * @returns its path in the file store
 */
function writeStatistics(files: Files, { project }: ProjectRecord, name: string, content: unknown): string {
  const path = `statistics/${project.project_id}/${name}.json`;
  files.put(path, Buffer.from(JSON.stringify(content)), 'application/json');
  return path;
}
