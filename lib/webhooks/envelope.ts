import { isDateTime } from '../core/date-time.ts';
import { isJsonObject, type JsonObject, ownField } from '../core/json-object.ts';
import { deliveryKey } from './delivery-key.ts';
import { type EventType, isEventType, type WebhookEvent, type WebhookEventOf } from './events.ts';
import { type FieldProblem, parseEvent } from './parse-event.ts';

/** What travels through a queue: an event of validated fields, how it came, and how often it was put off. */
export interface Envelope<T extends EventType = EventType> {
  readonly v: 1;
  readonly event_type: T;
  /** The delivery's key (SHA-256, hex): derived from the event. */
  readonly key: string;
  /** When the receiver took it: ISO-8601, UTC. */
  readonly received_at: string;
  /** The id of the HTTP request that brought it. */
  readonly request_id: string;
  readonly event: WebhookEventOf<T>;
  /** How often it was put off, by reason. */
  readonly deferrals?: Readonly<Record<string, number>>;
  /** When it was put off for the first time. */
  readonly first_deferred_at?: string;
  /** It is not to run before this: a queue delays a message by 15 minutes at most, so a longer wait is a chain. */
  readonly not_before?: string;
}

export type ParsedEnvelope =
  | { readonly ok: true; readonly envelope: Envelope }
  | { readonly ok: false; readonly problems: FieldProblem[] };

/**
 * Puts an event into an envelope.
 *
 * @param o.key the delivery's key, if it is known: it is not hashed again
 */
export function createEnvelope(
  event: WebhookEvent,
  { key = deliveryKey(event).key, receivedAt, requestId }: { key?: string; receivedAt: string; requestId: string },
): Envelope {
  return { v: 1, event_type: event.event_type, key, received_at: receivedAt, request_id: requestId, event };
}

/**
 * Reads an envelope from a message's text, and holds it to the same rules as the receiver: a queue can be written to by
 * others. The key must be the event's.
 */
export function parseEnvelope(text: string): ParsedEnvelope {
  const json = parseJson(text);
  if (!isJsonObject(json)) return refused({ field: 'body', message: 'must be a JSON object' });
  if (ownField(json, 'v') !== 1) return refused({ field: 'v', message: 'must be 1' });
  const eventType = ownField(json, 'event_type');
  if (!isEventType(eventType)) return refused({ field: 'event_type', message: 'must be an event type' });
  const parsed = parseEvent(eventType, ownField(json, 'event'));
  if (!parsed.ok)
    return refused(...parsed.problems.map((problem) => ({ ...problem, field: `event.${problem.field}` })));
  return envelopeOf(parsed.event, json);
}

function envelopeOf(event: WebhookEvent, json: JsonObject): ParsedEnvelope {
  const key = ownField(json, 'key');
  const receivedAt = ownField(json, 'received_at');
  const requestId = ownField(json, 'request_id');
  const deferrals = ownField(json, 'deferrals');
  const firstDeferredAt = ownField(json, 'first_deferred_at');
  const notBefore = ownField(json, 'not_before');
  if (key !== deliveryKey(event).key) return refused({ field: 'key', message: 'must be the key of the event' });
  if (!isDateTime(receivedAt)) return refused({ field: 'received_at', message: 'must be a date-time' });
  if (!isRequestId(requestId)) return refused({ field: 'request_id', message: 'must be 1 to 256 characters of ASCII' });
  if (!isOptional(isDeferrals, deferrals)) return refused({ field: 'deferrals', message: 'must be counts by reason' });
  if (!isOptional(isDateTime, firstDeferredAt)) {
    return refused({ field: 'first_deferred_at', message: 'must be a date-time' });
  }
  if (!isOptional(isDateTime, notBefore)) return refused({ field: 'not_before', message: 'must be a date-time' });
  return {
    ok: true,
    envelope: {
      ...createEnvelope(event, { key, receivedAt, requestId }),
      ...(deferrals !== undefined && { deferrals }),
      ...(firstDeferredAt !== undefined && { first_deferred_at: firstDeferredAt }),
      ...(notBefore !== undefined && { not_before: notBefore }),
    },
  };
}

function refused(...problems: FieldProblem[]): ParsedEnvelope {
  return { ok: false, problems };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function isOptional<T>(is: (value: unknown) => value is T, value: unknown): value is T | undefined {
  return value === undefined || is(value);
}

/** Whether a value can stand for the id of a request. */
export function isRequestId(value: unknown): value is string {
  return typeof value === 'string' && /^[\x21-\x7e]{1,256}$/.test(value);
}

function isDeferrals(value: unknown): value is Readonly<Record<string, number>> {
  return isJsonObject(value) && Object.entries(value).every(([counter, count]) => isCounter(counter) && isCount(count));
}

/** Whether a name can stand for a reason to put a delivery off. */
export function isCounter(name: string): boolean {
  return /^[A-Za-z0-9][A-Za-z0-9_.-]{0,63}$/.test(name);
}

function isCount(value: unknown): boolean {
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0;
}
