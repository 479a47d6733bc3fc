import type { SQSRecord } from 'aws-lambda';
import type { Queue } from '../aws/queue.ts';
import { type DeliveryKey, deliveryKey } from '../webhooks/delivery-key.ts';
import { type Envelope, parseEnvelope } from '../webhooks/envelope.ts';
import type { EventType, WebhookEventOf } from '../webhooks/events.ts';
import { parseEvent } from '../webhooks/parse-event.ts';
import { deadLetterReason } from './dead-letter-reason.ts';
import { type Copy, deferred, early, fresh } from './deferral.ts';
import { errorFields } from './error-fields.ts';
import type { HandlerLog } from './log.ts';
import type { Counters, MetricName } from './metrics.ts';
import { type QueueOutcome, queueOutcome } from './queue-outcome.ts';

/** A delivery that was read from a message. */
export interface Received<T extends EventType> {
  readonly event: WebhookEventOf<T>;
  readonly envelope: Envelope;
  readonly delivery: DeliveryKey;
  readonly log: HandlerLog;
}

/** What is needed to work on the messages of one queue. */
export interface Worker<T extends EventType> {
  readonly eventType: T;
  readonly queue: Queue;
  readonly deadLetters: Queue;
  readonly log: HandlerLog;
  readonly counters: Counters;
  readonly now: () => number;
  /** Runs the recipe. */
  readonly run: (received: Received<T>) => Promise<unknown>;
}

type Settled = 'acknowledged' | 'handed back';

/**
 * Works on one message, to the end of one of its outcomes. It never throws: whatever goes wrong hands the message back.
 */
export async function workOn<T extends EventType>(record: SQSRecord, worker: Worker<T>): Promise<Settled> {
  const read = readMessage(worker.eventType, record.body);
  if (!read.ok) {
    const { log } = worker;
    return orHandBack(worker, log, () =>
      bury(record.body, worker, { log, reason: `unreadable message: ${read.problem}` }),
    );
  }
  const delivery = deliveryKey(read.event);
  const log = worker.log.forDelivery(deliveryFields(delivery, record));
  return orHandBack(worker, log, () => workOnDelivery(record, worker, { ...read, delivery, log }));
}

/** When the copy or the dead letter cannot be sent, the message must not be lost. */
async function orHandBack<T extends EventType>(
  { eventType, counters }: Worker<T>,
  log: HandlerLog,
  work: () => Promise<Settled>,
): Promise<Settled> {
  try {
    return await work();
  } catch (error) {
    log.error('Handed back, since the message could not be sent on', errorFields(error));
    counters.count('failed', { event_type: eventType });
    return 'handed back';
  }
}

async function workOnDelivery<T extends EventType>(
  record: SQSRecord,
  worker: Worker<T>,
  received: Received<T>,
): Promise<Settled> {
  const { envelope, log } = received;
  const link = early(envelope, worker.now());
  if (link !== undefined) {
    log.info('Too early: sent on', { seconds: link.delaySeconds });
    await sendCopy(worker.queue, link);
    return 'acknowledged';
  }
  log.info('Begun', { event_type: worker.eventType, receive_count: receiveCount(record) });
  const outcome = await worker.run(received).then((): QueueOutcome => ({ kind: 'done' }), queueOutcome);
  return settle(record, worker, received, outcome);
}

async function settle<T extends EventType>(
  record: SQSRecord,
  worker: Worker<T>,
  { envelope, delivery, log }: Received<T>,
  outcome: QueueOutcome,
): Promise<Settled> {
  const count = (name: MetricName) => worker.counters.count(name, { event_type: worker.eventType });
  switch (outcome.kind) {
    case 'done':
      log.info('Done', { outcome: 'done' });
      count('done');
      return 'acknowledged';
    case 'skipped':
    case 'ignored':
      log.info('Nothing to do', { outcome: outcome.kind, reason: outcome.reason });
      count(outcome.kind);
      return 'acknowledged';
    case 'failed':
      log.warn('Failed: handed back', { ...errorFields(outcome.error), receive_count: receiveCount(record) });
      count('failed');
      return 'handed back';
    case 'permanent':
      return bury(freshBody(envelope), worker, { log, reason: outcome.reason, delivery });
    case 'later': {
      const copy = deferred(envelope, { ...outcome, now: worker.now() });
      if (copy === undefined) {
        const reason = `given up, since it would be put off for more than 24 hours in all: ${outcome.reason}`;
        return bury(freshBody(envelope), worker, { log, reason, delivery });
      }
      // The copy first: a crash in between gives the event twice, which is harmless; the other way round it were lost.
      await sendCopy(worker.queue, copy);
      log.info('Later', {
        outcome: 'later',
        reason: outcome.reason,
        counter: outcome.counter,
        seconds: outcome.seconds,
      });
      count('later');
      return 'acknowledged';
    }
  }
}

async function sendCopy(queue: Queue, { envelope, delaySeconds }: Copy): Promise<void> {
  await queue.send(JSON.stringify(envelope), { delaySeconds });
}

function freshBody(envelope: Envelope): string {
  return JSON.stringify(fresh(envelope));
}

/** To the dead letters, with the reason beside the message; then it may be acknowledged. */
async function bury<T extends EventType>(
  body: string,
  { eventType, deadLetters, counters }: Worker<T>,
  { log, reason, delivery }: { log: HandlerLog; reason: string; delivery?: DeliveryKey },
): Promise<Settled> {
  await deadLetters.send(body, {
    attributes: {
      reason: deadLetterReason(reason),
      event_type: eventType,
      ...(delivery !== undefined && { delivery_key: delivery.key }),
    },
  });
  log.error('Sent to the dead letters', { outcome: 'permanent', reason });
  counters.count('dead', { event_type: eventType });
  return 'acknowledged';
}

type ReadMessage<T extends EventType> =
  | { readonly ok: true; readonly event: WebhookEventOf<T>; readonly envelope: Envelope }
  | { readonly ok: false; readonly problem: string };

function readMessage<T extends EventType>(eventType: T, body: string): ReadMessage<T> {
  const parsed = parseEnvelope(body);
  if (!parsed.ok) return unreadable(parsed.problems);
  const { envelope } = parsed;
  // Once more, for this queue's type of event.
  const event = parseEvent(eventType, envelope.event);
  return event.ok ? { ok: true, event: event.event, envelope } : unreadable(event.problems);
}

function unreadable(problems: readonly { field: string; message: string }[]): { ok: false; problem: string } {
  return { ok: false, problem: problems.map(({ field, message }) => `${field} ${message}`).join('; ') };
}

function deliveryFields({ key, label }: DeliveryKey, { messageId }: SQSRecord) {
  return { delivery_key: key, delivery: label, message_id: messageId };
}

/** How often the queue has delivered the message, this time included. */
export function receiveCount({ attributes }: SQSRecord): number {
  return Number(attributes.ApproximateReceiveCount);
}
