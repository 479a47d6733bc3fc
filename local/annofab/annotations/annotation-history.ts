import type { Task } from '../../../lib/annofab/api-description.ts';
import type { Clock } from '../core/clock.ts';
import { missing } from '../core/errors.ts';
import { type FrameAnnotation, frameKey, type ProjectRecord } from '../core/state.ts';
import { historiesOf } from '../tasks/task-histories.ts';

/** Annofab forgets what was saved longer ago. */
const LIFE_MS = 30 * 24 * 60 * 60 * 1000;

/** Saves a frame. What the phase before the present one left is kept at the first save that replaces it. */
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
 * A frame as a phase of its task left it; as it is now where the phase is the present one, or none is named.
 *
 * @returns undefined for what nobody annotated, or nobody has saved for 30 days
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
  // A phase in which nothing was saved leaves what the one before it left, so the next one that is kept counts.
  const kept = histories
    .slice(index, -1)
    .map(({ task_history_id: id }) => project.pastAnnotations.get(frameKey(id, inputDataId)))
    .find(Boolean);
  const frame = kept ?? present;
  const saved = Date.parse(frame?.updated_datetime ?? '');
  return saved > clock.now().getTime() - LIFE_MS ? frame : undefined;
}
