import type { NewDelivery } from '../../lib/deliveries/ledger/entry.ts';
import type { Ledger } from '../../lib/deliveries/ledger/ledger.ts';
import type { Replay } from '../../lib/deliveries/ledger/transitions.ts';
import { deadLetterReason } from '../../lib/deliveries/process/reason-attribute.ts';
import { sendEnvelope } from '../../lib/deliveries/send-envelope.ts';
import { createEnvelope } from '../../lib/webhooks/envelope.ts';
import { type Deployment, queueOf } from '../deployment/deployment.ts';
import type { DeadDelivery } from './dead-deliveries.ts';

/** The outcome of `resend` or `dismiss` for one delivery. */
export interface Replayed {
  /** `finished`: the delivery was processed already; only its message was deleted from the dead-letter queue. */
  readonly outcome: 'resent' | 'dismissed' | 'finished' | 'refused';
  /** For people. */
  readonly detail: string;
}

/**
 * Sends a delivery again. Each step starts after the previous one ended, so that after a crash the next `resend`, or the
 * reconciliation, finds the delivery: at worst it is sent twice, and the second message has no effect.
 *
 * @throws LedgerError, QueueError, DeadLetterQueueError: nothing is lost, and a repetition is harmless
 */
export async function resend(dead: DeadDelivery, deployment: Deployment): Promise<Replayed> {
  const { delivery, eventType, messages } = dead;
  const { ledger } = deployment;
  if (delivery === undefined) return refused('its message is unreadable; dismiss it by the id of the message');
  const answer = await inLedger(ledger, delivery, () => ledger.redrive(delivery.key));
  if (answer === 'busy') return refused('a worker is processing it; try again later');
  if (answer === 'finished') return finished(dead, ledger, delivery);
  await sendEnvelope(queueOf(deployment, eventType), createEnvelope(delivery.event, delivery));
  await ledger.queued(delivery.key);
  await deleteMessages(dead);
  return { outcome: 'resent', detail: `sent again${deletedText(messages.length)}` };
}

/**
 * Marks a delivery as skipped, with the reason, and deletes its messages. An unreadable message is only deleted.
 *
 * @throws LedgerError, DeadLetterQueueError: a repetition is harmless
 */
export async function dismiss(dead: DeadDelivery, reason: string, ledger: Ledger): Promise<Replayed> {
  const { delivery, messages } = dead;
  if (delivery !== undefined) {
    const why = deadLetterReason(reason);
    const answer = await inLedger(ledger, delivery, () => ledger.dismiss(delivery.key, why));
    if (answer === 'busy') return refused('a worker is processing it; try again later');
    if (answer === 'finished') return finished(dead, ledger, delivery);
  }
  await deleteMessages(dead);
  return { outcome: 'dismissed', detail: `dismissed${deletedText(messages.length)}` };
}

/** Adds a delivery that the ledger does not have (any more), so that its outcome is recorded. */
async function inLedger(ledger: Ledger, delivery: NewDelivery, change: () => Promise<Replay>): Promise<Replay> {
  const answer = await change();
  if (answer !== 'unknown') return answer;
  await ledger.receive(delivery);
  return change();
}

async function finished(dead: DeadDelivery, ledger: Ledger, { key }: NewDelivery): Promise<Replayed> {
  const state = (await ledger.find(key))?.state ?? 'finished';
  await deleteMessages(dead);
  return { outcome: 'finished', detail: `nothing to do, because it is ${state}${deletedText(dead.messages.length)}` };
}

async function deleteMessages({ messages }: DeadDelivery): Promise<void> {
  for (const { queues, message } of messages) await queues.deadLetterQueue.delete(message);
}

function deletedText(messages: number): string {
  if (messages === 0) return '';
  return `; ${messages === 1 ? 'its message was' : `its ${messages} messages were`} deleted from the dead-letter queue`;
}

function refused(detail: string): Replayed {
  return { outcome: 'refused', detail };
}
