import type { DeliveryKey } from '../../webhooks/delivery-key.ts';
import { type Envelope, parseEnvelope } from '../../webhooks/envelope.ts';
import type { EventType } from '../../webhooks/events.ts';

export type ReadMessage<T extends EventType> =
  | { readonly ok: true; readonly envelope: Envelope<T>; readonly delivery: DeliveryKey }
  | { readonly ok: false; readonly problem: string };

/** Reads a message's body: an envelope with an event of the queue's own type. */
export function readMessage<T extends EventType>(eventType: T, body: string): ReadMessage<T> {
  const parsed = parseEnvelope(body);
  if (!parsed.ok)
    return { ok: false, problem: parsed.problems.map(({ field, message }) => `${field} ${message}`).join('; ') };
  const { envelope, delivery } = parsed;
  if (!isOf(eventType, envelope)) return { ok: false, problem: `event_type must be "${eventType}"` };
  return { ok: true, envelope, delivery };
}

function isOf<T extends EventType>(eventType: T, envelope: Envelope): envelope is Envelope<T> {
  return envelope.event_type === eventType;
}
