import type {
  LabelStatistics,
  ProjectTaskCounts,
  ProjectTaskStatistics,
  ProjectTaskStatisticsHistory,
  TaskPhaseStatistics,
} from '../../../lib/annofab/api-description.ts';
import { frameKey, type ProjectRecord } from '../core/state.ts';
import { isCompleted, PHASES } from '../tasks/task.ts';
import { type Day, formatDuration } from './days-and-durations.ts';
import { readLog, type TaskLog, worked } from './task-log.ts';

/** The number of tasks in each phase and status at the end of each day, and the total work on them. */
export function taskStatistics(project: ProjectRecord, days: readonly Day[]): ProjectTaskStatisticsHistory[] {
  const log = readLog(project);
  return days.map(({ date, end }) => ({ date, tasks: countBefore(log, end) }));
}

function countBefore(log: readonly TaskLog[], end: number): ProjectTaskStatistics[] {
  const counts = new Map<string, ProjectTaskStatistics>();
  for (const { events, work } of log) {
    const last = events.findLast(({ time }) => time < end);
    if (!last) continue; // The task did not exist yet.
    const { phase, status } = last;
    const key = `${phase} ${status}`;
    const entry = counts.get(key) ?? { phase, status, count: 0, work_timespan: 0 };
    entry.count += 1;
    entry.work_timespan += worked(work, Number.NEGATIVE_INFINITY, end);
    counts.set(key, entry);
  }
  return [...counts.values()];
}

/** The present number of tasks in each phase and status. */
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

/** The total work on each phase by the end of each day. */
export function phaseStatistics(record: ProjectRecord, days: readonly Day[]): TaskPhaseStatistics[] {
  const work = readLog(record).flatMap((entry) => entry.work);
  const byPhase = PHASES.map((phase) => ({ phase, pieces: work.filter((piece) => piece.phase === phase) }));
  return days.map(({ date, end }) => ({
    project_id: record.project.project_id,
    date,
    phases: byPhase.map(({ phase, pieces }) => ({
      phase,
      worktime: formatDuration(worked(pieces, Number.NEGATIVE_INFINITY, end)),
    })),
  }));
}

/** The number of annotations of each label, in accepted tasks and in all others. */
export function labelStatistics({ specs, tasks, annotations }: ProjectRecord): LabelStatistics[] {
  const counts = new Map(specs.labels.map(({ label_id }) => [label_id, { label_id, completed: 0, wip: 0 }]));
  for (const task of tasks.values()) {
    const field = isCompleted(task) ? 'completed' : 'wip';
    for (const inputDataId of task.input_data_id_list) {
      for (const { label_id } of annotations.get(frameKey(task.task_id, inputDataId))?.details ?? []) {
        const entry = counts.get(label_id);
        if (entry) entry[field] += 1;
      }
    }
  }
  return [...counts.values()];
}
