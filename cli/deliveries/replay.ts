import type { NewDelivery } from '../../lib/deliveries/ledger/entry.ts';
import type { Ledger } from '../../lib/deliveries/ledger/ledger.ts';
import type { Replay } from '../../lib/deliveries/ledger/transitions.ts';
import { deadLetterReason } from '../../lib/deliveries/process/dead-letter-reason.ts';
import { createEnvelope } from '../../lib/webhooks/envelope.ts';
import type { DeadDelivery } from './dead-deliveries.ts';
import { type Deployment, placeOf } from './deployment.ts';

/** What became of an operator's wish for one delivery. */
export interface Replayed {
  /** `finished`: there was nothing left to do but to remove its message from the dead letters. */
  readonly outcome: 'resent' | 'dismissed' | 'finished' | 'refused';
  /** What to say about it. */
  readonly detail: string;
}

/**
 * Sends a delivery again. Each step is taken when the one before is done, so that a crash in between leaves the delivery
 * where the next `resend`, or the reconciliation, finds it: at worst it is sent twice, and the second message finds it done.
 *
 * @throws LedgerError, QueueError, DeadLettersError: nothing is lost, and to do the same again is harmless
 */
export async function resend(dead: DeadDelivery, deployment: Deployment): Promise<Replayed> {
  const { delivery, eventType, letters } = dead;
  const { ledger } = deployment;
  if (delivery === undefined) return refused('its message cannot be read; dismiss it by the id of the message');
  const answer = await known(ledger, delivery, () => ledger.redrive(delivery.key));
  if (answer === 'busy') return refused('a worker is at it just now');
  if (answer === 'finished') return finished(dead, ledger, delivery);
  const { event, receivedAt, requestId } = delivery;
  await placeOf(deployment, eventType).queue.send(JSON.stringify(createEnvelope(event, delivery)));
  await ledger.queued(delivery.key);
  await removeLetters(dead);
  return { outcome: 'resent', detail: `sent again${alsoRemoved(letters.length)}` };
}

/**
 * Has nothing more done about a delivery; the ledger keeps the reason. Of an unreadable message nothing is kept.
 *
 * @throws LedgerError, DeadLettersError: to do the same again is harmless
 */
export async function dismiss(dead: DeadDelivery, reason: string, ledger: Ledger): Promise<Replayed> {
  const { delivery, letters } = dead;
  if (delivery !== undefined) {
    const why = deadLetterReason(reason);
    const answer = await known(ledger, delivery, () => ledger.dismiss(delivery.key, why));
    if (answer === 'busy') return refused('a worker is at it just now');
    if (answer === 'finished') return finished(dead, ledger, delivery);
  }
  await removeLetters(dead);
  return { outcome: 'dismissed', detail: `dismissed${alsoRemoved(letters.length)}` };
}

/** A delivery that is in no ledger (any more) is entered, so that what becomes of it is known. */
async function known(ledger: Ledger, delivery: NewDelivery, wish: () => Promise<Replay>): Promise<Replay> {
  const answer = await wish();
  if (answer !== 'unknown') return answer;
  await ledger.receive(delivery);
  return wish();
}

async function finished(dead: DeadDelivery, ledger: Ledger, { key }: NewDelivery): Promise<Replayed> {
  const state = (await ledger.find(key))?.state ?? 'finished';
  await removeLetters(dead);
  return { outcome: 'finished', detail: `nothing to do, since it is ${state}${alsoRemoved(dead.letters.length)}` };
}

async function removeLetters({ letters }: DeadDelivery): Promise<void> {
  for (const { place, letter } of letters) await place.deadLetters.remove(letter);
}

function alsoRemoved(letters: number): string {
  if (letters === 0) return '';
  return letters === 1 ? '; its dead letter is removed' : `; its ${letters} dead letters are removed`;
}

function refused(detail: string): Replayed {
  return { outcome: 'refused', detail };
}
