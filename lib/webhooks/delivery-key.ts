import { createHash } from 'node:crypto';
import { fieldsOf, type WebhookEvent } from './events.ts';

export interface DeliveryKey {
  /** SHA-256 in hex: 64 characters. */
  readonly key: string;
  /** The same, readable: `task-completed/demo-project/task-1/2019-05-08T10:00:00.000+09:00`. */
  readonly label: string;
}

/**
 * The key of a delivery, because Annofab gives it no id: the same event sent twice has the same key, and a task that is
 * re-opened and completed again has another one, because its `complete_datetime` differs. The date-time is used verbatim.
 *
 * The hash is over `{bytes}:{value},` of the event type and of each field in template order (netstrings), so that no two
 * events hash the same text.
 *
 * @throws TypeError when a value holds half a surrogate pair: UTF-8 encodes all of them alike
 */
export function deliveryKey(event: WebhookEvent): DeliveryKey {
  const values = [event.event_type, ...fieldsOf(event).map(({ value }) => value)];
  const hash = createHash('sha256');
  for (const value of values) {
    if (!value.isWellFormed()) throw new TypeError('A field of the event is not well-formed Unicode');
    hash.update(`${Buffer.byteLength(value)}:${value},`);
  }
  return { key: hash.digest('hex'), label: values.join('/') };
}
