import { randomUUID } from 'node:crypto';
import type { SQSRecord } from 'aws-lambda';
import { countTrouble } from '../../runtime/alerts.ts';
import { errorFields } from '../../runtime/error-fields.ts';
import type { HandlerLog } from '../../runtime/log.ts';
import { type DeliveryKey, deliveryKey } from '../../webhooks/delivery-key.ts';
import type { EventType } from '../../webhooks/events.ts';
import type { Lease, LedgerEntry } from '../ledger/entry.ts';
import { LedgerError } from '../ledger/ledger.ts';
import {
  bury,
  conclude,
  givenUp,
  putOff,
  putOffOrHandBack,
  type Settled,
  sendCopy,
  type Wait,
  type Worked,
} from './apply-outcome.ts';
import { early } from './deferral.ts';
import { guard } from './once.ts';
import { ledgerDown, maintenance, type QueueOutcome, queueOutcome } from './queue-outcome.ts';
import { readMessage } from './read-message.ts';
import type { Received, Worker } from './worker.ts';

/** The clocks of two machines differ by less. */
const CLOCK_MARGIN_MS = 5_000;

/**
 * Works on one message, to the end of one of its outcomes. It never throws: whatever goes wrong hands the message back.
 */
export async function workOn<T extends EventType>(record: SQSRecord, worker: Worker<T>): Promise<Settled> {
  const read = readMessage(worker.eventType, record.body);
  if (!read.ok) {
    const { log } = worker;
    const reason = `unreadable message: ${read.problem}`;
    return orHandBack(worker, log, () => bury(record.body, worker, { log, reason }));
  }
  const delivery = deliveryKey(read.event);
  const log = worker.log.forDelivery({ ...named(delivery), message_id: record.messageId });
  return orHandBack(worker, log, () => workOnDelivery(record, worker, { ...read, delivery, log }));
}

/** When the copy or the dead letter cannot be sent, or the end not be noted, the message must not be lost. */
async function orHandBack<T extends EventType>(
  { eventType, counters }: Worker<T>,
  log: HandlerLog,
  work: () => Promise<Settled>,
): Promise<Settled> {
  try {
    return await work();
  } catch (error) {
    log.error('Handed back, since it could not be brought to an end', errorFields(error));
    countTrouble(counters, error);
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
  const wait = await waitBefore(worker, received);
  if (wait !== undefined && (await putOff(worker, received, wait))) return 'acknowledged';
  const claim = await claimed(worker, received);
  if (claim === undefined)
    return putOffOrHandBack(worker, received, { ...ledgerDown, seconds: worker.ledgerDownSeconds });
  switch (claim.kind) {
    case 'finished':
      log.info('Nothing to do: this delivery has been worked on', { outcome: 'duplicate', status: claim.state });
      worker.counters.count('duplicate', { event_type: worker.eventType });
      return 'acknowledged';
    case 'busy': {
      const seconds = (claim.until - worker.now()) / 1_000;
      return putOffOrHandBack(worker, received, { reason: 'another worker is at it', seconds, counter: 'busy' });
    }
    case 'claimed': {
      const work = { worker, received, receives: receiveCount(record), lease: claim.lease };
      return conclude(work, wait === undefined ? await worked(work, claim.entry) : givenUp(wait));
    }
  }
}

/** What a message has to wait for before anybody may begin. */
async function waitBefore<T extends EventType>(worker: Worker<T>, received: Received<T>): Promise<Wait | undefined> {
  const ahead = secondsAhead(received, worker.now());
  if (ahead > 0) return { reason: 'its complete_datetime has not come', seconds: ahead, counter: 'ahead' };
  const paused = (await worker.pause?.remainingSeconds()) ?? 0;
  return paused > 0 ? { ...maintenance, seconds: paused } : undefined;
}

/** Runs the recipe: what it comes to. One that goes on in spite of the abort, or after a long sleep, does no guarded effect. */
async function worked<T extends EventType>(
  { worker, received, receives, lease }: Worked<T>,
  entry: LedgerEntry,
): Promise<QueueOutcome> {
  const { log } = received;
  let ended = false;
  const isOver = () => ended || worker.now() >= lease.until;
  log.info('Begun', { event_type: worker.eventType, receive_count: receives });
  try {
    await worker.run(received, guard(worker.ledger, { entry, lease, log, isOver }));
    return { kind: 'done' };
  } catch (error) {
    countTrouble(worker.counters, error);
    return queueOutcome(error, worker);
  } finally {
    ended = true;
  }
}

/**
 * How long it is until what the event tells of can have happened. Who knows the secret could send an event before its
 * time: worked on then it would come to nothing, and the true one, which has the same key, would be a duplicate of it.
 */
function secondsAhead<T extends EventType>({ event }: Received<T>, now: number): number {
  const aheadMs = Date.parse(event.complete_datetime) - now;
  return aheadMs > CLOCK_MARGIN_MS ? aheadMs / 1_000 : 0;
}

/** A ledger that fails is none of the message's failures, so it does not use up its receives. */
async function claimed<T extends EventType>(worker: Worker<T>, { event, envelope, delivery, log }: Received<T>) {
  const lease: Lease = { id: randomUUID(), until: worker.deadline + CLOCK_MARGIN_MS };
  const { received_at: receivedAt, request_id: requestId } = envelope;
  try {
    return await worker.ledger.claim({ ...delivery, event, source: 'queue', receivedAt, requestId }, lease);
  } catch (error) {
    if (!(error instanceof LedgerError)) throw error;
    log.error('The ledger fails', errorFields(error));
    countTrouble(worker.counters, error);
    return undefined;
  }
}

/** A delivery as a log line names it. */
function named({ key, label }: DeliveryKey): { delivery_key: string; delivery: string } {
  return { delivery_key: key, delivery: label };
}

/** How often the queue has delivered the message, this time included. */
export function receiveCount({ attributes }: SQSRecord): number {
  return Number(attributes.ApproximateReceiveCount);
}
