import { randomUUID } from 'node:crypto';
import type { SQSRecord } from 'aws-lambda';
import { countAlerts } from '../../runtime/alerts.ts';
import type { Once } from '../../runtime/context.ts';
import { errorFields } from '../../runtime/error-fields.ts';
import type { HandlerLog } from '../../runtime/log.ts';
import { publishError } from '../../runtime/thrown-errors.ts';
import type { Envelope } from '../../webhooks/envelope.ts';
import { MAX_AHEAD_MS } from '../../webhooks/event-time.ts';
import type { EventType, WebhookEvent } from '../../webhooks/events.ts';
import type { CircuitBreaker } from '../circuit-breaker.ts';
import type { DeliveryState, Lease, LedgerEntry, NewDelivery } from '../ledger/entry.ts';
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

/** One receive of a message. */
interface Attempt {
  /** How often the queue has delivered the message, this time included. */
  readonly receives: number;
  /** The lease that its worker claims the delivery with. */
  readonly lease: Lease;
}

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
  const attempt: Attempt = {
    receives: receiveCount(record),
    lease: { id: randomUUID(), until: worker.deadline + CLOCK_MARGIN_MS },
  };
  const { receives } = attempt;
  try {
    if (read.ok) return await processDelivery(worker, { ...read, log }, attempt);
    await sendToDeadLetterQueue(worker, record, { log, reason: `unreadable message: ${read.problem}` });
    return 'acknowledged';
  } catch (error) {
    const fields = errorFields(error);
    log.error(`Message processing failed; ${nextOf(worker, receives)}`, fields);
    countAlerts(counters, error);
    counters.count('failed', { event_type: eventType });
    if (read.ok)
      await recordLastReceive(worker, { ...read, log }, { ...attempt, reason: timesFailed(receives, fields) });
    return 'retry';
  }
}

function logFor({ log }: MessageWorker, { key, label }: Received['delivery'], { messageId }: SQSRecord): HandlerLog {
  return log.forDelivery({ delivery_key: key, delivery: label, message_id: messageId });
}

async function processDelivery<T extends EventType>(
  worker: Worker<T>,
  received: ReceivedEvent<T>,
  attempt: Attempt,
): Promise<MessageResult> {
  const link = early(received.envelope, worker.now());
  const wait = link === undefined ? await waitBefore(worker, received) : undefined;
  if (link !== undefined || wait !== undefined) {
    const state = await finishedState(worker, received);
    if (state !== undefined) return acknowledgeDuplicate(worker, received, state);
  }
  if (link !== undefined) return sendOn(worker, received, link);
  if (wait !== undefined && (await defer(worker, received, wait)) !== undefined) return 'acknowledged';
  const claim = await claimDelivery(worker, received, attempt);
  switch (claim?.kind) {
    case undefined:
      return deferOrRetry(worker, received, { wait: { ...LEDGER_DOWN, seconds: worker.ledgerDownSeconds }, attempt });
    case 'finished':
      return acknowledgeDuplicate(worker, received, claim.state);
    case 'busy': {
      const seconds = (claim.until - worker.now()) / 1_000;
      const wait = { reason: 'another worker is processing it', seconds, counter: 'busy' };
      return deferOrRetry(worker, received, { wait, attempt });
    }
    case 'claimed': {
      const claimed = { worker, received, lease: claim.lease, receives: attempt.receives };
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
async function claimDelivery(
  worker: MessageWorker,
  received: Received,
  { lease, receives }: Attempt,
): Promise<Claim | undefined> {
  const isFirst = receives === 1 && received.envelope.first_deferred_at === undefined;
  try {
    return await worker.ledger.claim(newDelivery(received), lease, { isFirst });
  } catch (error) {
    reportLedgerError(worker, received.log, error);
    return undefined;
  }
}

function newDelivery({ envelope, delivery }: Received): NewDelivery {
  const { event, source = 'queue', received_at: receivedAt, request_id: requestId } = envelope;
  return { ...delivery, event, source, receivedAt, requestId };
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
    const outcome = queueOutcome(error, worker);
    if (outcome.kind === 'permanent') publishError(error);
    return outcome;
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
  const isLast = isLastReceive(worker, receives);
  const fields = errorFields(error);
  const reason = timesFailed(receives, fields);
  received.log.warn(`Delivery failed; ${nextOf(worker, receives)}`, { ...fields, receive_count: receives });
  counters.count('failed', { event_type: eventType });
  if (isLast) counters.count('dead', { event_type: eventType });
  await recordSent(worker, received, { lease, result: { state: isLast ? 'dead' : 'queued', reason } });
  return 'retry';
}

function isLastReceive({ maxReceives }: MessageWorker, receives: number): boolean {
  return receives >= maxReceives;
}

function nextOf(worker: MessageWorker, receives: number): string {
  return isLastReceive(worker, receives)
    ? 'the queue moves the message to the dead-letter queue'
    : 'the message will be received again';
}

function timesFailed(receives: number, fields: ReturnType<typeof errorFields>): string {
  return `failed ${receives === 1 ? 'once' : `${receives} times`}, last with ${failure(fields)}`;
}

/**
 * After the last receive the delivery is dead, whatever this worker had done with it: by the lease that it has, or by one that
 * it claims. Nothing is recorded if another worker has the delivery, if it is finished, or if the ledger fails.
 */
async function recordLastReceive(
  worker: MessageWorker,
  received: Received,
  { receives, lease, reason }: Attempt & { readonly reason: string },
): Promise<void> {
  if (!isLastReceive(worker, receives)) return;
  const { ledger, counters, eventType } = worker;
  const { key } = received.delivery;
  const result = { state: 'dead', reason } as const;
  counters.count('dead', { event_type: eventType });
  try {
    if (await ledger.record(key, lease.id, result)) return;
    const claim = await ledger.claim(newDelivery(received), lease);
    if (claim.kind === 'claimed') await ledger.record(key, lease.id, result);
  } catch (error) {
    received.log.warn('Ledger update failed at the last receive of the message', errorFields(error));
  }
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
async function deferOrRetry(
  worker: MessageWorker,
  received: Received,
  { wait, attempt }: { wait: Wait; attempt: Attempt },
): Promise<MessageResult> {
  if ((await defer(worker, received, wait)) !== undefined) return 'acknowledged';
  const fields = { reason: wait.reason };
  received.log.warn(`Deferral limit reached; ${nextOf(worker, attempt.receives)}`, fields);
  worker.counters.count('failed', { event_type: worker.eventType });
  const reason = `it was deferred for 24 hours in total: ${wait.reason}`;
  await recordLastReceive(worker, received, { ...attempt, reason });
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
