import type { Queue } from '../../aws/queue.ts';
import { countAlerts } from '../../runtime/alerts.ts';
import { errorFields } from '../../runtime/error-fields.ts';
import type { HandlerLog } from '../../runtime/log.ts';
import type { Counters } from '../../runtime/metrics.ts';
import type { DeliveryKey } from '../../webhooks/delivery-key.ts';
import type { Envelope } from '../../webhooks/envelope.ts';
import type { EventType } from '../../webhooks/events.ts';
import type { Lease } from '../ledger/entry.ts';
import type { Ledger } from '../ledger/ledger.ts';
import type { WorkResult } from '../ledger/transitions.ts';
import { sendEnvelope } from '../send-envelope.ts';
import { deadLetterReason } from './reason-attribute.ts';

/** What the processing of a message has an effect on. */
export interface Outputs {
  readonly eventType: EventType;
  readonly queue: Queue;
  readonly deadLetters: Queue;
  readonly ledger: Ledger;
  readonly counters: Counters;
  readonly now: () => number;
}

/** A delivery that was read from a message. */
export interface Received {
  readonly envelope: Envelope;
  readonly delivery: DeliveryKey;
  readonly log: HandlerLog;
}

/**
 * Sends a message to the dead-letter queue, with the reason as an attribute. After that it may be acknowledged.
 *
 * @throws QueueError
 */
export async function sendToDeadLetterQueue(
  { eventType, deadLetters, counters }: Outputs,
  message: { readonly body: string } | { readonly envelope: Envelope },
  { log, reason }: { log: HandlerLog; reason: string },
): Promise<void> {
  const attributes = { reason: deadLetterReason(reason), event_type: eventType };
  if ('body' in message) {
    await deadLetters.send(message.body, { attributes });
  } else {
    const { envelope } = message;
    await sendEnvelope(deadLetters, envelope, { attributes: { ...attributes, delivery_key: envelope.key } });
  }
  log.error('Message sent to the dead-letter queue', { outcome: 'permanent', reason });
  counters.count('dead', { event_type: eventType });
}

/**
 * Records in the ledger how the work on a delivery ended.
 *
 * @returns whether the lease was still ours: if not, nothing was recorded
 * @throws LedgerError
 */
export async function recordResult(
  { ledger, counters, eventType }: Outputs,
  { delivery, log }: Received,
  { lease, result }: { lease: Lease; result: WorkResult },
): Promise<boolean> {
  const isOurs = await ledger.record(delivery.key, lease.id, result);
  if (!isOurs) {
    log.warn('Lease lost: another worker took the delivery over', { outcome: 'lease-lost' });
    counters.count('failed', { event_type: eventType });
  }
  return isOurs;
}

/** The same after the message was sent, when it is too late to fail: if nothing is recorded, the lease just expires. */
export async function recordSent(
  outputs: Outputs,
  received: Received,
  ended: { lease: Lease; result: WorkResult },
): Promise<void> {
  await recordResult(outputs, received, ended).catch((error: unknown) => {
    const fields = { outcome: ended.result.state, ...errorFields(error) };
    received.log.warn('Ledger update failed after the message was sent', fields);
    countAlerts(outputs.counters, error);
  });
}
