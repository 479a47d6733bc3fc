import { mapInOrder } from '../../lib/core/map-in-order.ts';
import type { DeadLetter } from '../../lib/deliveries/dead-letter-queue.ts';
import type { LedgerEntry, NewDelivery } from '../../lib/deliveries/ledger/entry.ts';
import type { Ledger } from '../../lib/deliveries/ledger/ledger.ts';
import { deliveryKey } from '../../lib/webhooks/delivery-key.ts';
import { parseEnvelope } from '../../lib/webhooks/envelope.ts';
import type { EventType } from '../../lib/webhooks/events.ts';
import type { Deployment, Place } from './deployment.ts';

/** What needs an operator: a delivery that is dead, a message among the dead letters, and mostly both. */
export interface DeadDelivery {
  /** Of an unreadable message: of the queue that it lies in. */
  readonly eventType: EventType;
  /** Absent when the message cannot be read as one. */
  readonly delivery?: NewDelivery;
  /** What the ledger knows of it. It may say something else than `dead`: a crash leaves nobody to say so. */
  readonly entry?: LedgerEntry;
  /** Its messages among the dead letters; a delivery may have several, or none. */
  readonly letters: readonly FoundLetter[];
}

export interface FoundLetter {
  readonly place: Place;
  readonly letter: DeadLetter;
}

export interface DeadDeliveries {
  /** The longest dead first. */
  readonly all: readonly DeadDelivery[];
  /** Dead letters that could not be looked at, by the reason. */
  readonly unseen: { readonly left: number; readonly heldByOthers: number };
}

/** Items that are read from the ledger at the same time. */
const CONCURRENCY = 10;

/**
 * Collects what is dead by the ledger, and what lies among the dead letters: the latter also holds what crashed at its last
 * receive, and what is no delivery at all. The messages are held, until they are removed or given back.
 */
export async function findDead({ ledger, places }: Deployment): Promise<DeadDeliveries> {
  // When one fails the others are waited for: what they take is to be given back.
  const take = async (place: Place) => ({ place, ...(await place.deadLetters.take()) });
  const taken = await mapInOrder(places, places.length, take);
  const letters = taken.flatMap(({ place, letters }) => letters.map((letter) => ({ place, letter })));
  const { deliveries, unreadable } = byDelivery(letters);
  const entries = await entriesOf(ledger, [...deliveries.keys()]);
  const keys = new Set([...entries.keys(), ...deliveries.keys()]);
  const dead = [...keys].flatMap((key) => deadDelivery(entries.get(key), deliveries.get(key)));
  return {
    all: [...dead, ...unreadable].toSorted((a, b) => Date.parse(sinceOf(a)) - Date.parse(sinceOf(b))),
    unseen: {
      left: taken.reduce((sum, { left }) => sum + left, 0),
      heldByOthers: taken.reduce((sum, { heldByOthers }) => sum + heldByOthers, 0),
    },
  };
}

/** Since when it is dead: what the ledger says, or else when its message was sent. */
export function sinceOf({ entry, letters }: DeadDelivery): string {
  const [sent = entry?.changedAt ?? ''] = letters.map(({ letter }) => letter.sentAt).toSorted();
  return entry?.state === 'dead' ? entry.changedAt : sent;
}

interface ReadDelivery {
  readonly delivery: NewDelivery;
  readonly letters: FoundLetter[];
}

function byDelivery(letters: readonly FoundLetter[]) {
  const deliveries = new Map<string, ReadDelivery>();
  const unreadable: DeadDelivery[] = [];
  for (const found of letters) {
    const delivery = deliveryIn(found.letter);
    if (delivery === undefined) {
      unreadable.push({ eventType: found.place.eventType, letters: [found] });
      continue;
    }
    const known = deliveries.get(delivery.key);
    if (known === undefined) deliveries.set(delivery.key, { delivery, letters: [found] });
    else known.letters.push(found);
  }
  return { deliveries, unreadable };
}

/** The delivery that a message is of. */
function deliveryIn({ body }: DeadLetter): NewDelivery | undefined {
  const parsed = parseEnvelope(body);
  if (!parsed.ok) return undefined;
  const { event, received_at: receivedAt, request_id: requestId } = parsed.envelope;
  return { ...deliveryKey(event), event, source: 'replay', receivedAt, requestId };
}

/** What the ledger says is dead, what an operator's interrupted command has left behind, and those of the given keys. */
async function entriesOf(ledger: Ledger, keys: readonly string[]): Promise<Map<string, LedgerEntry>> {
  const entries = new Map<string, LedgerEntry>();
  for await (const entry of ledger.open('dead')) entries.set(entry.key, entry);
  for await (const entry of ledger.open('received')) if (entry.source === 'replay') entries.set(entry.key, entry);
  const found = await mapInOrder(
    keys.filter((key) => !entries.has(key)),
    CONCURRENCY,
    (key) => ledger.find(key),
  );
  for (const entry of found) if (entry !== undefined) entries.set(entry.key, entry);
  return entries;
}

function deadDelivery(entry: LedgerEntry | undefined, read: ReadDelivery | undefined): DeadDelivery[] {
  const delivery = entry ?? read?.delivery;
  if (delivery === undefined) return [];
  const { letters = [] } = read ?? {};
  return [{ eventType: delivery.event.event_type, delivery, letters, ...(entry !== undefined && { entry }) }];
}
