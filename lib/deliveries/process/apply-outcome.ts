import type { Queue } from '../../aws/queue.ts';
import { countTrouble } from '../../runtime/alerts.ts';
import { errorFields } from '../../runtime/error-fields.ts';
import type { HandlerLog } from '../../runtime/log.ts';
import type { DeliveryKey } from '../../webhooks/delivery-key.ts';
import type { EventType } from '../../webhooks/events.ts';
import type { Lease } from '../ledger/entry.ts';
import type { Settlement } from '../ledger/transitions.ts';
import { deadLetterReason } from './dead-letter-reason.ts';
import { type Copy, deferred, fresh } from './deferral.ts';
import { maintenance, type QueueOutcome } from './queue-outcome.ts';
import type { Received, Worker } from './worker.ts';

/** What Lambda is told of a message: a message that is handed back is delivered again. */
export type Settled = 'acknowledged' | 'handed back';

/** A message whose recipe has ended, and the right to write its end into the ledger. */
export interface Worked<T extends EventType> {
  readonly worker: Worker<T>;
  readonly received: Received<T>;
  readonly receives: number;
  readonly lease: Lease;
}

/** Why a message waits, for how long, and as what that counts. */
export type Wait = Pick<Extract<QueueOutcome, { kind: 'later' }>, 'reason' | 'seconds' | 'counter'>;

/**
 * Brings a message to its end. What the delivery needs next is sent first, then the ledger is written, and only then is the
 * message acknowledged: a crash in between gives the event once more, which is harmless.
 *
 * @throws QueueError, LedgerError: the message must be handed back
 */
export async function conclude<T extends EventType>(work: Worked<T>, outcome: QueueOutcome): Promise<Settled> {
  const { worker, received, receives } = work;
  switch (outcome.kind) {
    case 'done':
    case 'skipped':
      return finish(work, outcome);
    case 'failed':
      return handBack(work, outcome.error, { last: receives >= worker.maxReceives });
    case 'permanent':
      return giveUp(work, outcome.reason);
    case 'later': {
      if (outcome.counter === maintenance.counter) await reportMaintenance(worker, outcome.seconds);
      const copy = copyFor(worker, received, outcome);
      if (copy === undefined) return conclude(work, givenUp(outcome));
      await sendLater(worker, received, { ...outcome, copy });
      const { deferrals = {} } = copy.envelope;
      await noteOrWarn(work, { state: 'queued', reason: outcome.reason, deferrals });
      return 'acknowledged';
    }
  }
}

async function reportMaintenance<T extends EventType>(worker: Worker<T>, seconds: number): Promise<void> {
  if (!(await worker.pause?.report(seconds))) return;
  worker.log.warn('All wait, since Annofab is under maintenance', { seconds });
  worker.counters.count('trouble', { reason: 'maintenance' });
}

/** Puts a message off that nobody has begun to work on. `false`: it would wait for too long, and is to be given up. */
export async function putOff<T extends EventType>(
  worker: Worker<T>,
  received: Received<T>,
  wait: Wait,
): Promise<boolean> {
  const copy = copyFor(worker, received, wait);
  if (copy !== undefined) await sendLater(worker, received, { ...wait, copy });
  return copy !== undefined;
}

/** The same for a message whose end could not be noted now: what would wait for too long is handed back instead. */
export async function putOffOrHandBack<T extends EventType>(
  worker: Worker<T>,
  received: Received<T>,
  wait: Wait,
): Promise<Settled> {
  if (await putOff(worker, received, wait)) return 'acknowledged';
  received.log.warn('Handed back, since it has been put off for too long', { reason: wait.reason });
  worker.counters.count('failed', { event_type: worker.eventType });
  return 'handed back';
}

async function finish<T extends EventType>(
  work: Worked<T>,
  outcome: Extract<QueueOutcome, { kind: 'done' | 'skipped' }>,
): Promise<Settled> {
  const { worker, received } = work;
  const { kind, ...more } = outcome;
  const settlement: Settlement =
    outcome.kind === 'done' ? { state: 'done' } : { state: outcome.kind, reason: outcome.reason };
  if (!(await note(work, settlement))) return 'handed back';
  received.log.info(kind === 'done' ? 'Done' : 'Nothing to do', { outcome: kind, ...more });
  worker.counters.count(kind, { event_type: worker.eventType });
  return 'acknowledged';
}

/** After the last receive the queue moves the message to the dead letters by itself, so the delivery is dead by then. */
async function handBack<T extends EventType>(
  work: Worked<T>,
  error: unknown,
  { last }: { last: boolean },
): Promise<Settled> {
  const { worker, received, receives } = work;
  const fields = errorFields(error);
  const reason = `failed ${receives === 1 ? 'once' : `${receives} times`}, last with ${failure(fields)}`;
  received.log.warn('Failed: handed back', { ...fields, receive_count: receives });
  worker.counters.count('failed', { event_type: worker.eventType });
  if (last) worker.counters.count('dead', { event_type: worker.eventType });
  await noteOrWarn(work, { state: last ? 'dead' : 'queued', reason });
  return 'handed back';
}

/** By name and code: messages of unforeseen errors may quote what is not to be seen. */
function failure({ error_name = 'Error', error_code, operation }: ReturnType<typeof errorFields>): string {
  return [error_name, error_code, operation].filter((part) => part !== undefined).join(' ');
}

async function giveUp<T extends EventType>(work: Worked<T>, reason: string): Promise<Settled> {
  const { worker, received } = work;
  const { delivery, envelope, log } = received;
  await bury(JSON.stringify(fresh(envelope)), worker, { log, reason, delivery });
  await noteOrWarn(work, { state: 'dead', reason: deadLetterReason(reason) });
  return 'acknowledged';
}

/** @returns whether the delivery is still ours */
async function note<T extends EventType>(work: Worked<T>, settlement: Settlement): Promise<boolean> {
  const { worker, received, lease } = work;
  const ours = await worker.ledger.settle(received.delivery.key, lease.id, settlement);
  if (!ours) {
    received.log.warn('Another worker has taken over', { outcome: 'lease-lost' });
    worker.counters.count('failed', { event_type: worker.eventType });
  }
  return ours;
}

/** The message goes its way whatever the ledger says: without the note its lease just runs out. */
async function noteOrWarn<T extends EventType>(work: Worked<T>, settlement: Settlement): Promise<void> {
  await note(work, settlement).catch((error: unknown) => {
    work.received.log.warn('The ledger does not know of it', { outcome: settlement.state, ...errorFields(error) });
    countTrouble(work.worker.counters, error);
  });
}

function copyFor<T extends EventType>(worker: Worker<T>, { envelope }: Received<T>, wait: Wait): Copy | undefined {
  return deferred(envelope, { ...wait, now: worker.now(), random: Math.random() });
}

/** What becomes of a message that would wait for too long. */
export function givenUp({ reason }: Wait): QueueOutcome & { kind: 'permanent' } {
  return {
    kind: 'permanent',
    reason: `given up, since it would be put off for more than 24 hours in all: ${reason}`,
  };
}

async function sendLater<T extends EventType>(
  { queue, counters, eventType }: Worker<T>,
  { log }: Received<T>,
  { copy, reason, counter, seconds }: Wait & { copy: Copy },
): Promise<void> {
  await sendCopy(queue, copy);
  log.info('Later', { outcome: 'later', reason, counter, seconds });
  counters.count('later', { event_type: eventType });
}

export async function sendCopy(queue: Queue, { envelope, delaySeconds }: Copy): Promise<void> {
  await queue.send(JSON.stringify(envelope), { delaySeconds });
}

/** To the dead letters, with the reason beside the message; then it may be acknowledged. */
export async function bury<T extends EventType>(
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
