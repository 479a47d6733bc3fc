import { missing } from '../core/errors.ts';
import type { Services } from '../core/services.ts';
import type { ProjectRecord } from '../core/state.ts';
import { type HandlerTable, reply } from '../server/handler.ts';
import { redirectTo } from '../server/redirect.ts';
import { accountStatistics } from './accounts.ts';
import { availableDates, type Day, readDays } from './days.ts';
import { writeStatistics } from './files.ts';
import { inspectionStatistics } from './inspections.ts';
import { labelStatistics } from './labels.ts';
import { phaseStatistics } from './phases.ts';
import { countTasks, taskStatistics } from './tasks.ts';
import { worktimeStatistics } from './worktimes.ts';

interface Context {
  readonly project: ProjectRecord;
  readonly clock: Services['clock'];
  readonly query: { from?: string | undefined; to?: string | undefined };
}

/** An operation that answers statistics of the days asked for. */
function daily<T>(statistics: (project: ProjectRecord, days: readonly Day[]) => T): (context: Context) => T {
  return (context) => statistics(context.project, daysOf(context));
}

function daysOf({ project, clock, query }: Context): Day[] {
  return readDays(query, availableDates(project, clock));
}

const worktimes = (context: Context) => ({
  project_id: context.project.project.project_id,
  data_series: worktimeStatistics(context.project, daysOf(context)),
});

const worktimesByAccount = (context: Context & { readonly params: { readonly account_id: string } }) => ({
  project_id: context.project.project.project_id,
  account_id: context.params.account_id,
  data_series: worktimeStatistics(context.project, daysOf(context), context.params.account_id),
});

/** The statistics of the second version of the API are those of the first. */
export const statistics = {
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
