import type { Ledger } from '../../lib/deliveries/ledger/ledger.ts';
import { deliveryKey } from '../../lib/webhooks/delivery-key.ts';
import { eventFields, isEventType } from '../../lib/webhooks/events.ts';
import { parseEvent } from '../../lib/webhooks/parse-event.ts';
import type { DeadDelivery } from './dead-deliveries.ts';

/** Lists show this much of a key: enough to distinguish deliveries. */
export const SHORT_KEY_LENGTH = 12;

/**
 * Finds a delivery by its key or the start of its key, by its label, or by the id of one of its messages. A delivery that is
 * not dead is found by its whole key or label.
 *
 * @throws Error when none matches, or several keys start so
 */
export async function select(name: string, dead: readonly DeadDelivery[], ledger: Ledger): Promise<DeadDelivery> {
  const matches = dead.filter((candidate) => isMatch(name, candidate));
  const [one, another] = matches;
  if (another !== undefined)
    throw new Error(`${matches.length} keys start with ${name}. Give more characters of the key.`);
  if (one !== undefined) return one;
  const key = /^[0-9a-f]{64}$/.test(name) ? name : keyOfLabel(name);
  const entry = key === undefined ? undefined : await ledger.find(key);
  if (entry === undefined) throw new Error(`No delivery matches "${name}". Run "list" to see the dead deliveries.`);
  return { eventType: entry.event.event_type, delivery: entry, entry, messages: [] };
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
