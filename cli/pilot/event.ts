import type { Task } from '../../lib/annofab/index.ts';
import { deleteInvocations, type Invocation, invocationsOf, waitForInvocations } from './invocations.ts';
import type { PilotParts } from './parts.ts';
import { NotSeenError } from './reason.ts';
import type { PilotTask } from './task.ts';
import { registerWebhook } from './webhooks.ts';

/** The completion of the task, and the calls of its webhooks. */
export interface CompletedEvent {
  /** The task as the request that completed it returned it. */
  readonly completed: Task;
  /** The task as it was read when the first call was seen. */
  readonly readAfter: Task | undefined;
  readonly accepted: readonly Invocation[];
  readonly refused: readonly Invocation[];
  /** The headers of the accepted one, as they were registered. */
  readonly headers: readonly { readonly name: string; readonly value: string }[];
}

/** Annotation, up to ten inspections, acceptance. */
const MAX_PHASES = 12;

/** Moves the task through all phases to its acceptance, with a webhook that the receiver accepts and one that it refuses. */
export async function completeTask(parts: PilotParts, ids: PilotTask): Promise<CompletedEvent> {
  const { annofab, cleanUp, say, signal } = parts;
  const { project_id, task_id } = ids;
  cleanUp.afterwards('the records of the webhook calls', () => deleteInvocations(parts, parts.run));
  const headers = await registerWebhook(parts, 'completed');
  await registerWebhook(parts, 'refused');
  const completed = await moveToAcceptance(parts, ids);
  say('The task is completed. Waiting for the calls of its webhooks …');
  let readAfter: Task | undefined;
  const readBoth = async () => {
    const found = await Promise.all([invocationsOf(parts, 'completed'), invocationsOf(parts, 'refused')]);
    const isSeen = found.some((calls) => calls.length > 0);
    if (isSeen) readAfter ??= await annofab.getTask({ project_id, task_id }, { signal });
    return found.flat();
  };
  await waitForInvocations(
    parts,
    readBoth,
    (found) => new Set(found.map(({ webhook }) => webhook['webhook_id'])).size === 2,
  );
  const [accepted, refused] = await Promise.all([invocationsOf(parts, 'completed'), invocationsOf(parts, 'refused')]);
  return { completed, readAfter, accepted, refused, headers };
}

async function moveToAcceptance({ annofab, signal }: PilotParts, { project_id, task_id }: PilotTask): Promise<Task> {
  const { account_id } = await annofab.getMyAccount({}, { signal });
  for (let phase = 0; phase < MAX_PHASES; phase += 1) {
    await annofab.tasks.assign({ project_id, task_id, account_id }, { signal });
    await annofab.tasks.start({ project_id, task_id }, { signal });
    const task = await annofab.tasks.complete({ project_id, task_id }, { signal });
    if (task.phase === 'acceptance' && task.status === 'complete') return task;
  }
  throw new NotSeenError('the task was not completed after all phases');
}
