import type { Queue } from '../../aws/queue.ts';
import { LoggableError } from '../../core/loggable-error.ts';
import { createEnvelope } from '../../webhooks/envelope.ts';
import type { WebhookEvent } from '../../webhooks/events.ts';
import type { NewDelivery } from '../ledger/entry.ts';
import type { Ledger } from '../ledger/ledger.ts';
import { type Queues, sendEnvelope } from '../send-envelope.ts';

/** Accepts deliveries: the ledger records that a message is to be sent before it is sent. */
export interface Outbox {
  readonly ledger: Ledger;
  readonly queues: Queues;
}

export interface AcceptOptions {
  readonly signal?: AbortSignal;
  /**
   * Called when the ledger update failed after the message was sent. Nothing is lost: the message is sent once more later,
   * which is harmless.
   */
  readonly onUnrecorded: (error: unknown) => void;
}

/**
 * Accepts a delivery. The ledger records it before the message is sent, and that it was sent afterwards: a delivery that is
 * lost in between is found by its state, and a repeated one is dropped only if a message was sent for it.
 *
 * @returns `duplicate` when a message is known to have been sent for it
 * @throws LedgerError, QueueError: the delivery has to be sent again
 */
export async function acceptDelivery(
  outbox: Outbox,
  delivery: NewDelivery,
  options: AcceptOptions,
): Promise<'queued' | 'duplicate'> {
  const { send } = await outbox.ledger.receive(delivery, options);
  if (!send) return 'duplicate';
  await sendDelivery(outbox, delivery, options);
  return 'queued';
}

/**
 * Sends the message of a delivery that the ledger has as received.
 *
 * @throws QueueError when SQS may not have accepted the message
 */
export async function sendDelivery(
  { ledger, queues }: Outbox,
  { key, event, source, receivedAt, requestId }: NewDelivery,
  { onUnrecorded, ...options }: AcceptOptions,
): Promise<void> {
  const envelope = createEnvelope(event, { key, source, receivedAt, requestId });
  await sendEnvelope(queueOf(queues, event), envelope, options);
  await ledger.queued(key, options).catch(onUnrecorded);
}

function queueOf(queues: Queues, { event_type }: WebhookEvent): Queue {
  const queue = queues[event_type];
  if (queue === undefined) throw new LoggableError(`The event ${event_type} is switched off, and has no queue`);
  return queue;
}
