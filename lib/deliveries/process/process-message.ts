import { randomUUID } from 'node:crypto';
import type { SQSRecord } from 'aws-lambda';
import { countAlerts } from '../../runtime/alerts.ts';
import type { Once } from '../../runtime/context.ts';
import { errorFields } from '../../runtime/error-fields.ts';
import type { HandlerLog } from '../../runtime/log.ts';
import type { Envelope } from '../../webhooks/envelope.ts';
import { MAX_AHEAD_MS } from '../../webhooks/event-time.ts';
import type { EventType, WebhookEvent } from '../../webhooks/events.ts';
import type { CircuitBreaker } from '../circuit-breaker.ts';
import type { DeliveryState, Lease, LedgerEntry } from '../ledger/entry.ts';
import { LedgerError } from '../ledger/ledger.ts';
import { type Claim, isFinished, type WorkResult } from '../ledger/transitions.ts';
import { defer, sendCopy, type Wait } from './defer.ts';
import { type Copy, early, fresh } from './delayed-copy.ts';
import { type Outputs, type Received, recordResult, recordSent, sendToDeadLetterQueue } from './message-effects.ts';
import { createOnce } from './once.ts';
import { LEDGER_DOWN, MAINTENANCE, type QueueOutcome, queueOutcome } from './queue-outcome.ts';
import { readMessage } from './read-message.ts';
import { deadLetterReason } from './reason-attribute.ts';

/** What the messages of one queue are processed with, whatever their event. */
interface MessageWorker extends Outputs {
  /** If the services call a guarded system: while the breaker is open, messages wait. */
  readonly circuitBreaker?: CircuitBreaker | undefined;
  /** How often the queue delivers a message before it moves it to the dead-letter queue. */
  readonly maxReceives: number;
  /** How long a message waits when the ledger fails. */
  readonly ledgerDownSeconds: number;
  readonly log: HandlerLog;
  /** When the invocation ends, in milliseconds since 1970. */
  readonly deadline: number;
}

/** A {@link Received} delivery with an event of type `T`. */
export interface ReceivedEvent<T extends EventType> extends Received {
  readonly envelope: Envelope<T>;
}

/** What the messages of one queue are processed with. */
export interface Worker<T extends EventType> extends MessageWorker {
  readonly eventType: T;
  /** Runs the recipe. */
  readonly run: (received: ReceivedEvent<T>, once: Once) => Promise<unknown>;
}

/** What Lambda reports to the queue. `retry` is a batch item failure: the queue delivers the message again. */
export type MessageResult = 'acknowledged' | 'retry';

/** A delivery that this worker has claimed. */
interface Claimed {
  readonly worker: MessageWorker;
  readonly received: Received;
  readonly lease: Lease;
  readonly receives: number;
}

/** The clocks of two machines differ by less. */
const CLOCK_MARGIN_MS = 5_000;

/** The receiver refuses what is further ahead. Its clock and ours may differ. */
const MAX_AHEAD_SECONDS = (MAX_AHEAD_MS + CLOCK_MARGIN_MS) / 1_000;

const AHEAD = { reason: 'its complete_datetime is in the future', counter: 'ahead' };

/**
 * Processes one message: reads it, claims its delivery, runs the recipe and applies the outcome. It never throws: a message
 * that could neither be processed nor sent elsewhere is received again.
 */
export async function processMessage<T extends EventType>(
  record: SQSRecord,
  worker: Worker<T>,
): Promise<MessageResult> {
  const { eventType, counters } = worker;
  const read = readMessage(eventType, record.body, worker.now());
  const log = read.ok ? logFor(worker, read.delivery, record) : worker.log;
  try {
    if (read.ok) return await processDelivery(worker, { ...read, log }, receiveCount(record));
    await sendToDeadLetterQueue(worker, record, { log, reason: `unreadable message: ${read.problem}` });
    return 'acknowledged';
  } catch (error) {
    log.error('Message processing failed; the message will be received again', errorFields(error));
    countAlerts(counters, error);
    counters.count('failed', { event_type: eventType });
    return 'retry';
  }
}

function logFor({ log }: MessageWorker, { key, label }: Received['delivery'], { messageId }: SQSRecord): HandlerLog {
  return log.forDelivery({ delivery_key: key, delivery: label, message_id: messageId });
}

async function processDelivery<T extends EventType>(
  worker: Worker<T>,
  received: ReceivedEvent<T>,
  receives: number,
): Promise<MessageResult> {
  const link = early(received.envelope, worker.now());
  const wait = link === undefined ? await waitBefore(worker, received) : undefined;
  if (link !== undefined || wait !== undefined) {
    const state = await finishedState(worker, received);
    if (state !== undefined) return acknowledgeDuplicate(worker, received, state);
  }
  if (link !== undefined) return sendOn(worker, received, link);
  if (wait !== undefined && (await defer(worker, received, wait)) !== undefined) return 'acknowledged';
  const claim = await claimDelivery(worker, received);
  switch (claim?.kind) {
    case undefined:
      return deferOrRetry(worker, received, { ...LEDGER_DOWN, seconds: worker.ledgerDownSeconds });
    case 'finished':
      return acknowledgeDuplicate(worker, received, claim.state);
    case 'busy': {
      const seconds = (claim.until - worker.now()) / 1_000;
      return deferOrRetry(worker, received, { reason: 'another worker is processing it', seconds, counter: 'busy' });
    }
    case 'claimed': {
      const claimed = { worker, received, lease: claim.lease, receives };
      // A wait that the 24 hours cut short: the event is tried once more before it is given up.
      const outcome = tooEarly(worker, received) ?? (await runRecipe(worker, received, { ...claimed, ...claim }));
      return applyOutcome(claimed, outcome);
    }
  }
}

/**
 * Before a message is sent on, the ledger is asked whether anything is left to do: a chain ends when its delivery was
 * processed or dismissed. When the ledger fails, the message waits.
 */
async function finishedState(worker: MessageWorker, { delivery, log }: Received): Promise<DeliveryState | undefined> {
  try {
    const entry = await worker.ledger.find(delivery.key);
    return entry !== undefined && isFinished(entry) ? entry.state : undefined;
  } catch (error) {
    reportLedgerError(worker, log, error);
    return undefined;
  }
}

function acknowledgeDuplicate(
  { counters, eventType }: MessageWorker,
  { log }: Received,
  status: DeliveryState,
): MessageResult {
  log.info('Delivery was already processed', { outcome: 'duplicate', status });
  counters.count('duplicate', { event_type: eventType });
  return 'acknowledged';
}

/** A message that arrives before its time is the link of a chain: the next one is sent. */
async function sendOn({ queue }: MessageWorker, { log }: Received, link: Copy): Promise<MessageResult> {
  await sendCopy(queue, link);
  log.info('Message arrived before its time; sent again with a delay', { seconds: link.delaySeconds });
  return 'acknowledged';
}

/** What a message has to wait for before any worker may begin. */
async function waitBefore(worker: MessageWorker, { envelope }: Received): Promise<Wait | undefined> {
  const ahead = secondsAhead(envelope.event, worker.now());
  if (ahead > MAX_AHEAD_SECONDS) return undefined;
  if (ahead > 0) return { ...AHEAD, seconds: ahead };
  const open = (await worker.circuitBreaker?.remainingSeconds()) ?? 0;
  return open > 0 ? { ...MAINTENANCE, seconds: open } : undefined;
}

/**
 * How long it is until the event can have happened. Anyone who knows the secret could send an event before its time: processed
 * then it would have no effect, and the true one, which has the same key, would be dropped as its duplicate.
 */
function secondsAhead({ complete_datetime }: WebhookEvent, now: number): number {
  const aheadMs = Date.parse(complete_datetime) - now;
  return aheadMs > CLOCK_MARGIN_MS ? aheadMs / 1_000 : 0;
}

/** An event that cannot wait for its time, because that is too far away, is not processed before it. */
function tooEarly({ now }: MessageWorker, { envelope }: Received): QueueOutcome | undefined {
  return secondsAhead(envelope.event, now()) > 0 ? { kind: 'permanent', reason: AHEAD.reason } : undefined;
}

/** @returns `undefined` when the ledger fails: that is not the message's failure, so it does not use up its receives */
async function claimDelivery(worker: MessageWorker, { envelope, delivery, log }: Received): Promise<Claim | undefined> {
  const lease: Lease = { id: randomUUID(), until: worker.deadline + CLOCK_MARGIN_MS };
  const { event, source = 'queue', received_at: receivedAt, request_id: requestId } = envelope;
  try {
    return await worker.ledger.claim({ ...delivery, event, source, receivedAt, requestId }, lease);
  } catch (error) {
    reportLedgerError(worker, log, error);
    return undefined;
  }
}

/** @throws any other error */
function reportLedgerError({ counters }: MessageWorker, log: HandlerLog, error: unknown): void {
  if (!(error instanceof LedgerError)) throw error;
  log.error('Ledger could not be read or written', errorFields(error));
  countAlerts(counters, error);
}

/** A recipe that goes on in spite of the abort, or after a long sleep, has no guarded effect any more. */
async function runRecipe<T extends EventType>(
  worker: Worker<T>,
  received: ReceivedEvent<T>,
  { entry, lease, receives }: { entry: LedgerEntry; lease: Lease; receives: number },
): Promise<QueueOutcome> {
  const { log } = received;
  let ended = false;
  const isOver = () => ended || worker.now() >= lease.until;
  log.info('Delivery processing started', { event_type: worker.eventType, receive_count: receives });
  try {
    await worker.run(received, createOnce(worker.ledger, { entry, lease, log, isOver }));
    return { kind: 'done' };
  } catch (error) {
    countAlerts(worker.counters, error);
    return queueOutcome(error, worker);
  } finally {
    ended = true;
  }
}

/**
 * Applies the outcome. What the delivery needs next is sent first, then its state is recorded, and only then is the message
 * acknowledged: after a crash in between the event is received once more, which is harmless.
 *
 * @throws QueueError, LedgerError: the message must be received again
 */
async function applyOutcome(claimed: Claimed, outcome: QueueOutcome): Promise<MessageResult> {
  const { worker, received, lease } = claimed;
  switch (outcome.kind) {
    case 'done':
      return end(claimed, { state: 'done' });
    case 'skipped':
      return end(claimed, { state: 'skipped', reason: outcome.reason });
    case 'failed':
      return retry(claimed, outcome.error);
    case 'permanent':
      return deadLetter(claimed, outcome.reason);
    case 'later': {
      if (outcome.counter === MAINTENANCE.counter) await reportMaintenance(worker, outcome.seconds);
      const deferrals = await defer(worker, received, outcome);
      if (deferrals === undefined)
        return deadLetter(claimed, `it was deferred for 24 hours in total: ${outcome.reason}`);
      await recordSent(worker, received, { lease, result: { state: 'queued', reason: outcome.reason, deferrals } });
      return 'acknowledged';
    }
  }
}

async function end(
  { worker, received, lease }: Claimed,
  result: Extract<WorkResult, { state: 'done' | 'skipped' }>,
): Promise<MessageResult> {
  const { state: outcome, ...more } = result;
  if (!(await recordResult(worker, received, { lease, result }))) return 'retry';
  received.log.info(outcome === 'done' ? 'Delivery processed' : 'Delivery skipped', { outcome, ...more });
  worker.counters.count(outcome, { event_type: worker.eventType });
  return 'acknowledged';
}

/** After the last receive the queue itself moves the message to the dead-letter queue, so the delivery is dead by then. */
async function retry({ worker, received, lease, receives }: Claimed, error: unknown): Promise<MessageResult> {
  const { counters, eventType } = worker;
  const isLast = receives >= worker.maxReceives;
  const fields = errorFields(error);
  const reason = `failed ${receives === 1 ? 'once' : `${receives} times`}, last with ${failure(fields)}`;
  const next = isLast ? 'the queue moves the message to the dead-letter queue' : 'the message will be received again';
  received.log.warn(`Delivery failed; ${next}`, { ...fields, receive_count: receives });
  counters.count('failed', { event_type: eventType });
  if (isLast) counters.count('dead', { event_type: eventType });
  await recordSent(worker, received, { lease, result: { state: isLast ? 'dead' : 'queued', reason } });
  return 'retry';
}

/** By name and code: the message of an unforeseen error may quote secrets or content. */
function failure({ error_name = 'Error', error_code, operation }: ReturnType<typeof errorFields>): string {
  return [error_name, error_code, operation].filter((part) => part !== undefined).join(' ');
}

async function deadLetter({ worker, received, lease }: Claimed, reason: string): Promise<MessageResult> {
  await sendToDeadLetterQueue(worker, { envelope: fresh(received.envelope) }, { ...received, reason });
  await recordSent(worker, received, { lease, result: { state: 'dead', reason: deadLetterReason(reason) } });
  return 'acknowledged';
}

/** Defers a message whose delivery is not claimed, so that no state can be recorded; one that waited too long is retried. */
async function deferOrRetry(worker: MessageWorker, received: Received, wait: Wait): Promise<MessageResult> {
  if ((await defer(worker, received, wait)) !== undefined) return 'acknowledged';
  const fields = { reason: wait.reason };
  received.log.warn('Deferral limit reached; the message will be received again', fields);
  worker.counters.count('failed', { event_type: worker.eventType });
  return 'retry';
}

async function reportMaintenance({ circuitBreaker, log, counters }: MessageWorker, seconds: number): Promise<void> {
  if (!(await circuitBreaker?.report(seconds))) return;
  log.warn('Circuit breaker opened: Annofab is under maintenance', { seconds });
  counters.count('alert', { reason: 'maintenance' });
}

/** How often the queue has delivered the message, this time included. */
export function receiveCount({ attributes }: SQSRecord): number {
  return Number(attributes.ApproximateReceiveCount);
}
