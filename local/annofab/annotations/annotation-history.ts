import type { Task } from '../../../lib/annofab/api-description.ts';
import type { Clock } from '../core/clock.ts';
import { missing } from '../core/errors.ts';
import { type FrameAnnotation, frameKey, type ProjectRecord } from '../core/state.ts';
import { historiesOf } from '../tasks/task-histories.ts';

/** Annofab keeps past annotations this long. */
const LIFE_MS = 30 * 24 * 60 * 60 * 1000;

/** Saves a frame. The first save of a phase keeps the result of the phase before it. */
export function saveFrame(project: ProjectRecord, task: Task, inputDataId: string, frame: FrameAnnotation): void {
  const key = frameKey(task.task_id, inputDataId);
  const previous = historiesOf(project, task).at(-2);
  if (previous) {
    const pastKey = frameKey(previous.task_history_id, inputDataId);
    const left = project.annotations.get(key) ?? { details: [] };
    if (!project.pastAnnotations.has(pastKey)) project.pastAnnotations.set(pastKey, left);
  }
  project.annotations.set(key, frame);
}

/**
 * A frame at the end of a past phase of its task; the present one without a task history, or for the last.
 *
 * @returns undefined for a frame that nobody annotated, and in past phases for one that was last saved over 30 days ago
 * @throws Failure 404 for a task history that the task does not have
 */
export function frameAt(
  project: ProjectRecord,
  task: Task,
  inputDataId: string,
  { historyId, clock }: { historyId: string | undefined; clock: Clock },
): FrameAnnotation | undefined {
  const present = project.annotations.get(frameKey(task.task_id, inputDataId));
  if (historyId === undefined) return present;
  const histories = historiesOf(project, task);
  const index = histories.findIndex(({ task_history_id: id }) => id === historyId);
  if (index < 0) throw missing('task history', historyId);
  if (index === histories.length - 1) return present;
  // A phase without a save has the same result as the phase before it, so the next one that was kept counts.
  const kept = histories
    .slice(index, -1)
    .map(({ task_history_id: id }) => project.pastAnnotations.get(frameKey(id, inputDataId)))
    .find(Boolean);
  const frame = kept ?? present;
  const saved = Date.parse(frame?.updated_datetime ?? '');
  return saved > clock.now().getTime() - LIFE_MS ? frame : undefined;
}
