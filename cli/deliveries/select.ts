import type { Ledger } from '../../lib/deliveries/ledger/ledger.ts';
import { deliveryKey } from '../../lib/webhooks/delivery-key.ts';
import { eventFields, isEventType } from '../../lib/webhooks/events.ts';
import { parseEvent } from '../../lib/webhooks/parse-event.ts';
import type { DeadDelivery } from './dead-deliveries.ts';

/** So much of a key tells deliveries apart, and is what lists show. */
export const SHORT_KEY_LENGTH = 12;

/**
 * Finds the delivery that a person means: by its key or the key's beginning, by its label, or by the id of one of its
 * messages. One that is not dead is found by its whole key or label.
 *
 * @throws Error when there is none, or the beginning is that of several
 */
export async function select(name: string, dead: readonly DeadDelivery[], ledger: Ledger): Promise<DeadDelivery> {
  const meant = dead.filter((candidate) => isMeant(name, candidate));
  const [one, another] = meant;
  if (another !== undefined) throw new Error(`${name} is the beginning of ${meant.length} keys: give more of it.`);
  if (one !== undefined) return one;
  const key = /^[0-9a-f]{64}$/.test(name) ? name : keyOfLabel(name);
  const entry = key === undefined ? undefined : await ledger.find(key);
  if (entry === undefined) throw new Error(`No delivery is known as "${name}": see the list.`);
  return { eventType: entry.event.event_type, delivery: entry, entry, letters: [] };
}

function isMeant(name: string, { delivery, letters }: DeadDelivery): boolean {
  if (letters.some(({ letter }) => letter.id === name)) return true;
  if (delivery === undefined) return false;
  return delivery.label === name || (name !== '' && delivery.key.startsWith(name));
}

/** A label names all fields of its event, and none of them can hold a slash. */
function keyOfLabel(label: string): string | undefined {
  const [eventType, ...values] = label.split('/');
  if (!isEventType(eventType) || values.length !== eventFields[eventType].length) return undefined;
  const fields = eventFields[eventType].map((field, i) => [field, values[i]]);
  const parsed = parseEvent(eventType, { event_type: eventType, ...Object.fromEntries(fields) });
  return parsed.ok ? deliveryKey(parsed.event).key : undefined;
}
