import type { Services } from '../core/services.ts';
import type { ProjectRecord } from '../core/state.ts';
import type { HandlerTable } from '../server/handler.ts';
import { redirectTo } from '../server/redirect.ts';
import { accountStatistics } from './accounts.ts';
import { availableDates, type Day, daysOf } from './days.ts';
import { writeStatistics } from './files.ts';
import { inspectionStatistics } from './inspections.ts';
import { phaseStatistics } from './phases.ts';
import { taskStatistics } from './tasks.ts';
import { worktimeHistory } from './worktimes.ts';

type Context = Pick<Services, 'files' | 'clock'> & { readonly project: ProjectRecord };

/** The statistics of all days in one file, as Annofab had them before it took from and to. */
function allDays(name: string, statistics: (project: ProjectRecord, days: readonly Day[]) => unknown) {
  return ({ project, files, clock }: Context) => {
    const content = statistics(project, daysOf(availableDates(project, clock)));
    return redirectTo(files, writeStatistics(files, project, name, content));
  };
}

export const legacyStatistics = {
  getTaskStatistics: allDays('tasks', taskStatistics),
  getAccountStatistics: allDays('accounts', accountStatistics),
  getInspectionStatistics: allDays('inspections', inspectionStatistics),
  getTaskPhaseStatistics: allDays('task-phases', phaseStatistics),
  getWorktimeStatistics: allDays('worktimes', worktimeHistory),
} satisfies HandlerTable;
