import { createHash } from 'node:crypto';
import { fieldsOf, type WebhookEvent } from './events.ts';

export interface DeliveryKey {
  /** SHA-256 in hex: 64 characters, fit for any key. */
  readonly key: string;
  /** The same for people: `task-completed/demo-project/task-1/2019-05-08T10:00:00.000+09:00`. */
  readonly label: string;
}

/**
 * Names a delivery, since Annofab gives it no id: the same event sent twice has the same key, and a task that is
 * re-opened and completed again has another, through its `complete_datetime`. The date-time is taken verbatim.
 *
 * The hash is over `{bytes}:{value},` of the event type and of each field in template order (netstrings), so that no two
 * events run together into one text.
 *
 * @throws TypeError when a value holds half a surrogate pair: UTF-8 writes all of them alike
 */
export function deliveryKey(event: WebhookEvent): DeliveryKey {
  const values = valuesOf(event);
  const hash = createHash('sha256');
  for (const value of values) {
    if (!value.isWellFormed()) throw new TypeError('A field of the event is not well-formed Unicode');
    hash.update(`${Buffer.byteLength(value)}:${value},`);
  }
  return { key: hash.digest('hex'), label: deliveryLabel(event) };
}

/** The label alone, for an event whose key is known. */
export function deliveryLabel(event: WebhookEvent): string {
  return valuesOf(event).join('/');
}

function valuesOf(event: WebhookEvent): string[] {
  return [event.event_type, ...fieldsOf(event).map(({ value }) => value)];
}
