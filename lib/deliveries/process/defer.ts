import type { Queue } from '../../aws/queue.ts';
import { sendEnvelope } from '../send-envelope.ts';
import { type Copy, deferred } from './delayed-copy.ts';
import type { Outputs, Received } from './message-effects.ts';

/** Why a message waits, for how many seconds, and the counter that the deferral adds one to. */
export interface Wait {
  readonly reason: string;
  readonly seconds: number;
  readonly counter: string;
}

export async function sendCopy(queue: Queue, { envelope, delaySeconds }: Copy): Promise<void> {
  await sendEnvelope(queue, envelope, { delaySeconds });
}

/**
 * Sends a delayed copy of a message.
 *
 * @returns how often the event has been deferred, by counter; `undefined` when the 24 hours for
 * which it may be deferred are over: then nothing was sent
 * @throws QueueError
 */
export async function defer(
  { queue, counters, eventType, now }: Outputs,
  { envelope, log }: Received,
  { reason, seconds, counter }: Wait,
): Promise<Readonly<Record<string, number>> | undefined> {
  const copy = deferred(envelope, { seconds, counter, now: now(), random: Math.random() });
  if (copy === undefined) return undefined;
  await sendCopy(queue, copy);
  log.info('Delivery deferred', { outcome: 'later', reason, counter, seconds });
  counters.count('later', { event_type: eventType });
  return copy.envelope.deferrals ?? {};
}
