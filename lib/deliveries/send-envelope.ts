import type { Queue, SendOptions } from '../aws/queue.ts';
import type { Envelope } from '../webhooks/envelope.ts';
import type { EventType } from '../webhooks/events.ts';
import { messageGroup } from '../webhooks/message-group.ts';

/** The queue of each event type; none for one that is switched off. */
export type Queues = Readonly<Record<EventType, Queue | undefined>>;

/**
 * Sends an envelope, in the message group of its project, or of the backfills. Every message of a delivery is sent here: one without a group would
 * count as a project of its own, and so overtake those of a project with a backlog.
 *
 * @throws QueueError when SQS may not have accepted the message
 */
export async function sendEnvelope(
  queue: Queue,
  envelope: Envelope,
  options: Omit<SendOptions, 'group'> = {},
): Promise<void> {
  await queue.send(JSON.stringify(envelope), { ...options, group: messageGroup(envelope) });
}
