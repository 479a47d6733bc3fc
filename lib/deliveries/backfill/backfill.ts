import { mapInOrder } from '../../core/async/map-in-order.ts';
import { deliveryKey } from '../../webhooks/delivery-key.ts';
import { acceptDelivery, type Outbox } from '../receive/accept-delivery.ts';
import { createKnownEvents, type KnownEvents } from '../reconcile/known-events.ts';
import { createPace, type PaceOptions } from './pace.ts';
import type { SelectedTask } from './select-tasks.ts';

/** What is to be sent. */
export interface BackfillPlan {
  readonly tasks: readonly SelectedTask[];
  /** How many tasks are left out, because the ledger has their completion or a later one. */
  readonly known: number;
}

export interface BackfillResult {
  readonly sent: number;
  /** How many deliveries the ledger had after all. */
  readonly duplicates: number;
}

export interface SendOptions extends PaceOptions {
  /** Called after each task. */
  readonly onProgress?: (result: BackfillResult) => void;
  /** Called when the ledger update failed after the message was sent. Nothing is lost: it is sent once more later. */
  readonly onUnrecorded?: (error: unknown) => void;
}

/** The date-time of an event may differ slightly from that of its task. */
const TOLERANCE_MS = 5_000;

/** How many deliveries are written to the ledger and the queue at the same time. */
const CONCURRENCY = 8;

/**
 * Leaves out the tasks whose completion the ledger has: exported by their webhook, or sent by an earlier run of the same
 * backfill. This is how a run that was killed goes on. A delivery that was received and not queued is sent again.
 *
 * @throws LedgerError
 */
export async function planBackfill(
  { ledger }: Pick<Outbox, 'ledger'>,
  { project_id, tasks, now }: { project_id: string; tasks: readonly SelectedTask[]; now: number },
): Promise<BackfillPlan> {
  const known = createKnownEvents();
  for await (const { event, state } of ledger.byProject(project_id)) if (state !== 'received') known.add(event);
  const left = tasks.filter((task) => !isKnown(known, task, now));
  return { tasks: left, known: tasks.length - left.length };
}

function isKnown(known: KnownEvents, { event, completedAt }: SelectedTask, now: number): boolean {
  return known.has(event, { from: completedAt - TOLERANCE_MS, to: now + TOLERANCE_MS });
}

/**
 * Sends the deliveries of completed tasks through the ledger, as the receiver does, at a bounded rate and in a message group of
 * their own. A delivery's key is derived from project, task and time of completion, so a repetition sends nothing twice.
 *
 * @throws LedgerError, QueueError: what was not sent is sent by the next run
 */
export async function sendBackfill(
  outbox: Outbox,
  { tasks }: BackfillPlan,
  { onProgress, onUnrecorded = () => {}, signal, ...pacing }: SendOptions,
): Promise<BackfillResult> {
  const pace = createPace({ ...pacing, signal });
  let sent = 0;
  let duplicates = 0;
  await mapInOrder(tasks, CONCURRENCY, async ({ event }) => {
    const requestId = `backfill/${event.task_id}`.slice(0, 256);
    const status = await pace.turn(() => {
      const receivedAt = new Date().toISOString();
      const delivery = { ...deliveryKey(event), event, source: 'backfill', receivedAt, requestId } as const;
      return acceptDelivery(outbox, delivery, { signal, onUnrecorded });
    });
    if (status === 'queued') sent += 1;
    else duplicates += 1;
    onProgress?.({ sent, duplicates });
  });
  return { sent, duplicates };
}

/** What an export costs, as far as it is known before. */
export interface BackfillEstimate {
  readonly frames: number;
  /** To Annofab, without those for masks and for retries. */
  readonly requests: number;
  readonly seconds: number;
}

/** Of a task: it is read before and after its frames, and three times around the one write of its metadata. */
const REQUESTS_PER_TASK = 6;

export function estimateBackfill({ tasks }: BackfillPlan, rate: number): BackfillEstimate {
  const frames = tasks.reduce((sum, task) => sum + task.frames, 0);
  return { frames, requests: tasks.length * REQUESTS_PER_TASK + frames, seconds: Math.ceil(tasks.length / rate) };
}
