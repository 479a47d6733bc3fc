import type { DeliveryKey } from '../../webhooks/delivery-key.ts';
import { type Envelope, parseEnvelope } from '../../webhooks/envelope.ts';
import type { EventType } from '../../webhooks/events.ts';
import { MAX_WAIT_MS } from '../max-wait.ts';

export type ReadMessage<T extends EventType> =
  | { readonly ok: true; readonly envelope: Envelope<T>; readonly delivery: DeliveryKey }
  | { readonly ok: false; readonly problem: string };

/** The clock of the function that sent it, and ours, may differ. */
const CLOCK_MARGIN_MS = 60_000;

/**
 * Reads a message's body: an envelope with an event of the queue's own type. No message of ours waits for more than 24 hours,
 * so one that claims to is not ours.
 *
 * @param now milliseconds since 1970
 */
export function readMessage<T extends EventType>(eventType: T, body: string, now: number): ReadMessage<T> {
  const parsed = parseEnvelope(body);
  if (!parsed.ok)
    return { ok: false, problem: parsed.problems.map(({ field, message }) => `${field} ${message}`).join('; ') };
  const { envelope, delivery } = parsed;
  if (!isOf(eventType, envelope)) return { ok: false, problem: `event_type must be "${eventType}"` };
  const latest = now + MAX_WAIT_MS + CLOCK_MARGIN_MS;
  if (envelope.not_before !== undefined && Date.parse(envelope.not_before) > latest)
    return { ok: false, problem: 'not_before must be within 24 hours' };
  return { ok: true, envelope, delivery };
}

function isOf<T extends EventType>(eventType: T, envelope: Envelope): envelope is Envelope<T> {
  return envelope.event_type === eventType;
}
