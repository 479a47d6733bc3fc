import { NotFoundError, type Task } from '../../annofab/index.ts';
import type { EventContext, Services } from '../../runtime/context.ts';
import { RetryLater, Skip } from '../../runtime/outcomes.ts';

type Context = EventContext<'task-completed', Pick<Services, 'annofab'>>;

/** Counts how often an event was found to be early. */
const EARLY = 'early';

/**
 * The task of an event, read anew: the event is only a hint that it may be completed.
 *
 * @returns `undefined` when it is not completed, or there is none
 */
export async function readCompletedTask({ annofab, event, signal }: Context): Promise<Task | undefined> {
  const { project_id, task_id } = event;
  try {
    const task = await annofab.getTask({ project_id, task_id }, { signal });
    return task.phase === 'acceptance' && task.status === 'complete' ? task : undefined;
  } catch (error) {
    if (error instanceof NotFoundError) return undefined;
    throw error;
  }
}

/**
 * How an event ends whose task is not completed. Annofab does not promise that what an event tells can be read at once: it
 * is looked at a few times more ({@link Settings.earlyEventRetrySeconds}), then it is done, since it is no failure.
 */
export function earlyEvent({ event, delivery, settings }: Context): RetryLater | Skip {
  const reason = `task ${event.task_id} of project ${event.project_id} is not completed (phase acceptance, status complete)`;
  const looks = delivery.deferrals[EARLY] ?? 0;
  const seconds = settings.earlyEventRetrySeconds[looks];
  if (seconds !== undefined) return new RetryLater(reason, { seconds, counter: EARLY });
  return new Skip(`${reason}: looked at ${looks + 1} times`);
}
