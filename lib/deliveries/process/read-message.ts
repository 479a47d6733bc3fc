import { type Envelope, parseEnvelope } from '../../webhooks/envelope.ts';
import type { EventType, WebhookEventOf } from '../../webhooks/events.ts';
import { parseEvent } from '../../webhooks/parse-event.ts';

export type ReadMessage<T extends EventType> =
  | { readonly ok: true; readonly event: WebhookEventOf<T>; readonly envelope: Envelope }
  | { readonly ok: false; readonly problem: string };

/** The event in a message's body, held to the rules of the queue's own type. */
export function readMessage<T extends EventType>(eventType: T, body: string): ReadMessage<T> {
  const parsed = parseEnvelope(body);
  if (!parsed.ok) return unreadable(parsed.problems);
  const { envelope } = parsed;
  // Once more, for this queue's type of event.
  const event = parseEvent(eventType, envelope.event);
  return event.ok ? { ok: true, event: event.event, envelope } : unreadable(event.problems);
}

function unreadable(problems: readonly { field: string; message: string }[]): { ok: false; problem: string } {
  return { ok: false, problem: problems.map(({ field, message }) => `${field} ${message}`).join('; ') };
}
