import type { Task } from '../../annofab/index.ts';
import type { EventContext } from '../../runtime/context.ts';
import { RetryLater, Skip } from '../../runtime/outcomes.ts';
import type { Services } from '../services.ts';

type Context = EventContext<'task-completed', Pick<Services, 'annofab'>>;

/** Counts how often an event came before its task was completed. */
const EARLY = 'early';

/**
 * Reads the task of an event: the event is only a hint that the task may be completed.
 *
 * @returns `undefined` when the task is not completed, or does not exist
 */
export async function readCompletedTask({ annofab, event, signal }: Context): Promise<Task | undefined> {
  const { project_id, task_id } = event;
  const task = await annofab.tasks.find({ project_id, task_id }, { signal });
  return task?.phase === 'acceptance' && task.status === 'complete' ? task : undefined;
}

/**
 * The outcome of an event whose task is not completed. Annofab does not promise that a change is visible when its event
 * arrives: the task is read a few times more ({@link Settings.earlyEventRetrySeconds}), then the event is skipped.
 */
export function earlyEvent({ event, delivery, settings }: Context): RetryLater | Skip {
  const reason = `task ${event.task_id} of project ${event.project_id} is not completed: it must have the phase acceptance and the status complete`;
  const reads = delivery.deferrals[EARLY] ?? 0;
  const seconds = settings.earlyEventRetrySeconds[reads];
  if (seconds !== undefined) return new RetryLater(reason, { seconds, counter: EARLY });
  return new Skip(`${reason} (reads: ${reads + 1})`);
}
