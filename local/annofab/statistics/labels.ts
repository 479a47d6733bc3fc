import type { LabelStatistics } from '../../../lib/annofab/api-description.ts';
import { frameKey, type ProjectRecord } from '../core/state.ts';
import { isCompleted } from '../tasks/task-life-cycle.ts';

/** How many annotations each label of the specs has, in tasks that are accepted and in those that are not yet. */
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
