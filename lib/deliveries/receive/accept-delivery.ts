import type { Queue } from '../../aws/queue.ts';
import { createEnvelope } from '../../webhooks/envelope.ts';
import type { EventType } from '../../webhooks/events.ts';
import type { NewDelivery } from '../ledger/entry.ts';
import type { Ledger } from '../ledger/ledger.ts';

/** Where deliveries enter. */
export interface Entrance {
  readonly ledger: Ledger;
  readonly queues: Readonly<Record<EventType, Queue>>;
}

export interface EnterOptions {
  readonly signal?: AbortSignal;
  /**
   * Told when the message was sent, but the ledger could not be told so. Nothing is lost: the message is on its way, and is
   * sent once more, which is harmless.
   */
  readonly onUnnoted: (error: unknown) => void;
}

/**
 * Brings a delivery on its way. The ledger knows of it before the message is sent, and that it was sent afterwards: what is
 * lost in between is found by its state, and a delivery that comes again is dropped only if a message was sent for it.
 *
 * @returns `duplicate` when a message is known to have been sent for it
 * @throws LedgerError, QueueError: the delivery has to come again
 */
export async function enterDelivery(
  entrance: Entrance,
  delivery: NewDelivery,
  options: EnterOptions,
): Promise<'queued' | 'duplicate'> {
  const { send } = await entrance.ledger.receive(delivery, options);
  if (!send) return 'duplicate';
  await sendDelivery(entrance, delivery, options);
  return 'queued';
}

/**
 * Sends the message of a delivery that the ledger knows as received.
 *
 * @throws QueueError when the message may not have been taken
 */
export async function sendDelivery(
  { ledger, queues }: Entrance,
  { key, event, receivedAt, requestId }: NewDelivery,
  { onUnnoted, ...options }: EnterOptions,
): Promise<void> {
  await queues[event.event_type].send(JSON.stringify(createEnvelope(event, { receivedAt, requestId })), options);
  await ledger.queued(key, options).catch(onUnnoted);
}
