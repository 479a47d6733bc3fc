import { createHash, randomUUID } from 'node:crypto';
import type { LedgerEntry, NewDelivery } from './entry.ts';
import { begun } from './transitions.ts';

/*
 * A revision stands for what an item says: a write whose condition names it is decided upon that. Most are random. That of an
 * entry that no worker has had follows from the delivery and the state, so that a worker can name it without a read: its message
 * has all that the entry is made of. Such an entry never comes back once it has changed, except as one that was redriven, whose
 * source is another.
 */

/** The states of an entry that no worker has had. A worker is often faster than the record that its message was sent. */
const UNTOUCHED_STATES = ['queued', 'received'] as const satisfies readonly LedgerEntry['state'][];

/** The revision with which an entry is written. */
export function revisionOf(entry: LedgerEntry): string {
  const { state } = entry;
  return isUntouched(entry) ? `${state} ${digestOf(entry)}` : randomUUID();
}

/**
 * The entry of a message's delivery while no worker has had it, and the revisions that it has until then. A message does not say
 * that its delivery came by the webhook, because nearly all do; one that came in another way has other revisions.
 */
export function untouched(delivery: NewDelivery, now: number): { entry: LedgerEntry; revisions: readonly string[] } {
  const entry = begun({ ...delivery, source: delivery.source === 'queue' ? 'webhook' : delivery.source }, now);
  const digest = digestOf(entry);
  return { entry, revisions: UNTOUCHED_STATES.map((state) => `${state} ${digest}`) };
}

/** Whether an entry says no more than its delivery and its state. When it was written is not counted: no step depends on it. */
function isUntouched({ state, tries, reason, lease, deferrals, effects }: LedgerEntry): boolean {
  const isEmpty = (all: object) => Object.keys(all).length === 0;
  const isBefore = UNTOUCHED_STATES.some((one) => one === state);
  return (
    isBefore && tries === 0 && reason === undefined && lease === undefined && isEmpty(deferrals) && isEmpty(effects)
  );
}

function digestOf({ key, label, event, source, inferred = false, receivedAt, requestId }: LedgerEntry): string {
  const delivery = JSON.stringify([key, label, Object.entries(event).sort(), source, inferred, receivedAt, requestId]);
  return createHash('sha256').update(delivery).digest('base64url');
}
