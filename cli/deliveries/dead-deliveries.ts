import { mapInOrder } from '../../lib/core/async/map-in-order.ts';
import type { DeadLetterMessage } from '../../lib/deliveries/dead-letter-queue-reader.ts';
import type { LedgerEntry, NewDelivery } from '../../lib/deliveries/ledger/entry.ts';
import type { Ledger } from '../../lib/deliveries/ledger/ledger.ts';
import { deliveryKey } from '../../lib/webhooks/delivery-key.ts';
import { parseEnvelope } from '../../lib/webhooks/envelope.ts';
import type { EventType } from '../../lib/webhooks/events.ts';
import type { Deployment, EventQueues } from '../deployment/deployment.ts';

/** What needs an operator: a delivery that the ledger has as dead, a message in a dead-letter queue, and mostly both. */
export interface DeadDelivery {
  /** For an unreadable message: that of its queue. */
  readonly eventType: EventType;
  /** Absent when the message is unreadable. */
  readonly delivery?: NewDelivery;
  /** Its ledger entry. The state may differ from `dead`: a worker that crashed could not record it. */
  readonly entry?: LedgerEntry;
  /** Its messages in the dead-letter queues; a delivery may have several, or none. */
  readonly messages: readonly FoundMessage[];
}

export interface FoundMessage {
  readonly queues: EventQueues;
  readonly message: DeadLetterMessage;
}

export interface DeadDeliveries {
  /** Starts with the delivery that is dead for longest. */
  readonly all: readonly DeadDelivery[];
  /** The numbers of messages that could not be read, by reason. */
  readonly unseen: { readonly left: number; readonly heldByOthers: number };
}

/** How many ledger entries are read at the same time. */
const CONCURRENCY = 10;

/**
 * Collects the dead deliveries of the ledger and the messages in the dead-letter queues: those include deliveries whose worker
 * crashed at the last receive, and unreadable messages. The messages are held until they are deleted or released.
 */
export async function findDead({ ledger, queues }: Deployment): Promise<DeadDeliveries> {
  // When one fails, mapInOrder waits for the others, so that everything they receive is released.
  const received = await mapInOrder(queues, queues.length, async (one) => ({
    ...(await one.deadLetterQueue.receiveAll()),
    queues: one,
  }));
  const found = received.flatMap(({ queues, messages }) => messages.map((message) => ({ queues, message })));
  const { deliveries, unreadable } = byDelivery(found);
  const entries = await entriesOf(ledger, [...deliveries.keys()]);
  const keys = new Set([...entries.keys(), ...deliveries.keys()]);
  const dead = [...keys].flatMap((key) => deadDelivery(entries.get(key), deliveries.get(key)));
  return {
    all: [...dead, ...unreadable].toSorted((a, b) => Date.parse(sinceOf(a)) - Date.parse(sinceOf(b))),
    unseen: {
      left: received.reduce((sum, { left }) => sum + left, 0),
      heldByOthers: received.reduce((sum, { heldByOthers }) => sum + heldByOthers, 0),
    },
  };
}

/** The deliveries that wait to be processed, or whose worker died. Read one by one: there may be very many. */
export async function* openDeliveries(ledger: Ledger): AsyncGenerator<DeadDelivery> {
  for (const state of ['received', 'queued', 'processing'] as const) {
    for await (const entry of ledger.open(state)) {
      yield { eventType: entry.event.event_type, delivery: entry, entry, messages: [] };
    }
  }
}

/** Since when it is dead: by the ledger, or else when its message was sent. */
export function sinceOf({ entry, messages }: DeadDelivery): string {
  const [sent = entry?.changedAt ?? ''] = messages.map(({ message }) => message.sentAt).toSorted();
  return entry?.state === 'dead' ? entry.changedAt : sent;
}

interface ReadDelivery {
  readonly delivery: NewDelivery;
  readonly messages: FoundMessage[];
}

function byDelivery(messages: readonly FoundMessage[]) {
  const deliveries = new Map<string, ReadDelivery>();
  const unreadable: DeadDelivery[] = [];
  for (const found of messages) {
    const delivery = deliveryIn(found.message);
    if (delivery === undefined) {
      unreadable.push({ eventType: found.queues.eventType, messages: [found] });
      continue;
    }
    const known = deliveries.get(delivery.key);
    if (known === undefined) deliveries.set(delivery.key, { delivery, messages: [found] });
    else known.messages.push(found);
  }
  return { deliveries, unreadable };
}

/** The delivery of a message. */
function deliveryIn({ body }: DeadLetterMessage): NewDelivery | undefined {
  const parsed = parseEnvelope(body);
  if (!parsed.ok) return undefined;
  const { event, received_at: receivedAt, request_id: requestId } = parsed.envelope;
  return { ...deliveryKey(event), event, source: 'replay', receivedAt, requestId };
}

/** The dead entries, those that an interrupted `resend` left behind, and those with the given keys. */
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
  const { messages = [] } = read ?? {};
  return [{ eventType: delivery.event.event_type, delivery, messages, ...(entry !== undefined && { entry }) }];
}
