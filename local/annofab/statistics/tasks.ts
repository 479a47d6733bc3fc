import type {
  ProjectTaskCounts,
  ProjectTaskStatistics,
  ProjectTaskStatisticsHistory,
} from '../../../lib/annofab/api-description.ts';
import type { ProjectRecord } from '../core/state.ts';
import type { Day } from './days.ts';
import { readLog, type TaskLog, worked } from './task-log.ts';

/** How many tasks stood in each phase and status at the end of each day, and the work that had gone into them by then. */
export function taskStatistics(project: ProjectRecord, days: readonly Day[]): ProjectTaskStatisticsHistory[] {
  const log = readLog(project);
  return days.map(({ date, end }) => ({ date, tasks: countBefore(log, end) }));
}

function countBefore(log: readonly TaskLog[], end: number): ProjectTaskStatistics[] {
  const counts = new Map<string, ProjectTaskStatistics>();
  for (const { events, work } of log) {
    const last = events.findLast(({ time }) => time < end);
    if (!last) continue; // There was no such task yet.
    const { phase, status } = last;
    const key = `${phase} ${status}`;
    const entry = counts.get(key) ?? { phase, status, count: 0, work_timespan: 0 };
    entry.count += 1;
    entry.work_timespan += worked(work, Number.NEGATIVE_INFINITY, end);
    counts.set(key, entry);
  }
  return [...counts.values()];
}

/** How many tasks stand in each phase and status now. */
export function countTasks({ project, tasks }: ProjectRecord): ProjectTaskCounts {
  const counts = new Map<string, ProjectTaskCounts['task_counts'][number]>();
  for (const { phase, status } of tasks.values()) {
    const key = `${phase} ${status}`;
    const entry = counts.get(key) ?? { phase, status, count: 0 };
    entry.count += 1;
    counts.set(key, entry);
  }
  return { project_id: project.project_id, task_counts: [...counts.values()] };
}
