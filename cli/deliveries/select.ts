import { mapInOrder } from '../../lib/core/async/map-in-order.ts';
import type { Ledger } from '../../lib/deliveries/ledger/ledger.ts';
import { deliveryKey } from '../../lib/webhooks/delivery-key.ts';
import { eventFields, isEventType } from '../../lib/webhooks/events.ts';
import { parseEvent } from '../../lib/webhooks/parse-event.ts';
import type { Deployment } from '../deployment/deployment.ts';
import type { DeadDelivery } from './dead-deliveries.ts';

/** Lists show this much of a key: enough to distinguish deliveries. */
export const SHORT_KEY_LENGTH = 12;

const KEY_LENGTH = 64;

/** The most candidates that are listed for an ambiguous name. */
const MAX_LISTED = 20;

/** How many ledger entries are read at the same time. */
const CONCURRENCY = 10;

/**
 * Finds a delivery, dead or not, by its key or the start of its key, by its label, or by the id of one of its messages.
 *
 * @throws Error when none matches; when several keys start so, the error lists them
 */
export async function select(
  name: string,
  dead: readonly DeadDelivery[],
  deployment: Pick<Deployment, 'ledger' | 'keysStartingWith'>,
): Promise<DeadDelivery> {
  const [named, another] = dead.filter((candidate) => isMatch(name, candidate));
  const isShownKey = /^[0-9a-f]+$/.test(name) && name.length >= SHORT_KEY_LENGTH;
  if (named !== undefined && another === undefined && (isShownKey || !isKeyStart(name))) return named;
  const [one, ...others] = await candidates(name, dead, deployment);
  if (one === undefined) throw new Error(`No delivery matches "${name}". Run "list" to see the dead deliveries.`);
  if (others.length > 0) throw new Error(ambiguous(name, [one, ...others]));
  return one;
}

async function candidates(
  name: string,
  dead: readonly DeadDelivery[],
  { ledger, keysStartingWith }: Pick<Deployment, 'ledger' | 'keysStartingWith'>,
): Promise<DeadDelivery[]> {
  const matches = dead.filter((candidate) => isMatch(name, candidate));
  const known = new Set(matches.map(({ delivery }) => delivery?.key));
  const keys = isKeyStart(name) ? await keysStartingWith(name) : [keyOfLabel(name) ?? name];
  const unknown = keys.filter((key) => !known.has(key));
  const found = await mapInOrder(unknown, CONCURRENCY, (key) => findInLedger(ledger, key));
  return [...matches, ...found.filter((one) => one !== undefined)];
}

async function findInLedger(ledger: Ledger, key: string): Promise<DeadDelivery | undefined> {
  if (!/^[0-9a-f]{64}$/.test(key)) return undefined;
  const entry = await ledger.find(key);
  return entry && { eventType: entry.event.event_type, delivery: entry, entry, messages: [] };
}

function isKeyStart(name: string): boolean {
  return /^[0-9a-f]+$/.test(name) && name.length < KEY_LENGTH;
}

function ambiguous(name: string, matches: readonly DeadDelivery[]): string {
  const lines = matches.slice(0, MAX_LISTED).map(({ delivery }) => `  ${delivery?.key}  ${delivery?.label}`);
  const more = matches.length > MAX_LISTED ? ['  …'] : [];
  const head = `${matches.length} keys start with ${name}. Give more characters of the key:`;
  return [head, ...lines, ...more].join('\n');
}

function isMatch(name: string, { delivery, messages }: DeadDelivery): boolean {
  if (messages.some(({ message }) => message.id === name)) return true;
  if (delivery === undefined) return false;
  return delivery.label === name || (name !== '' && delivery.key.startsWith(name));
}

/** A label consists of the event type and all fields of its event, none of which can contain a slash. */
function keyOfLabel(label: string): string | undefined {
  const [eventType, ...values] = label.split('/');
  if (!isEventType(eventType) || values.length !== eventFields[eventType].length) return undefined;
  const fields = eventFields[eventType].map((field, i) => [field, values[i]]);
  const parsed = parseEvent(eventType, { event_type: eventType, ...Object.fromEntries(fields) });
  return parsed.ok ? deliveryKey(parsed.event).key : undefined;
}
