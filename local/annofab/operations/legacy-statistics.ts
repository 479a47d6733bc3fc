import type { HandlerTable } from '../handler.ts';
import { redirectTo } from '../redirect.ts';
import type { Services } from '../services.ts';
import type { ProjectRecord } from '../state.ts';
import { accountStatistics } from '../statistics/accounts.ts';
import { availableDates, type Day, daysOf } from '../statistics/days.ts';
import { writeStatistics } from '../statistics/files.ts';
import { inspectionStatistics } from '../statistics/inspections.ts';
import { phaseStatistics } from '../statistics/phases.ts';
import { taskStatistics } from '../statistics/tasks.ts';
import { worktimeHistory } from '../statistics/worktimes.ts';

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
