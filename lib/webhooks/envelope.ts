import { FORMATS, messageFormat } from '../core/formats.ts';
import {
  anyObject,
  dateTime,
  integer,
  literal,
  object,
  oneOf,
  optional,
  type Problem,
  parseJson,
  pattern,
  record,
  string,
} from '../core/json.ts';
import { type DeliveryKey, deliveryKey } from './delivery-key.ts';
import { EVENT_TYPES, type EventType, type WebhookEvent, type WebhookEventOf } from './events.ts';
import { eventShapes, type FieldProblem, toFieldProblem } from './parse-event.ts';

/** The message in a queue: a validated event, when and how it was received, and how often it was deferred. */
export interface Envelope<T extends EventType = EventType> {
  readonly v: typeof FORMATS.message.version;
  readonly event_type: T;
  /** The delivery's key (SHA-256, hex): derived from the event. */
  readonly key: string;
  /** When the receiver accepted it: ISO-8601, UTC. */
  readonly received_at: string;
  /** The id of the HTTP request. */
  readonly request_id: string;
  readonly event: WebhookEventOf<T>;
  /** Sent by a backfill: its messages let those of live events pass. */
  readonly source?: 'backfill';
  /** How often it was deferred, by reason. */
  readonly deferrals?: Readonly<Record<string, number>>;
  /** When it was deferred for the first time. */
  readonly first_deferred_at?: string;
  /** The earliest time to run it: a queue delays a message by 15 minutes at most, so a longer wait is a chain. */
  readonly not_before?: string;
}

export type ParsedEnvelope =
  | { readonly ok: true; readonly envelope: Envelope; readonly delivery: DeliveryKey }
  | { readonly ok: false; readonly problems: FieldProblem[] };

/**
 * Puts an event into an envelope.
 *
 * @param receipt `key`: the event's, where it is known already; `source`: that of the delivery
 */
export function createEnvelope(
  event: WebhookEvent,
  {
    receivedAt,
    requestId,
    key = deliveryKey(event).key,
    source,
  }: { receivedAt: string; requestId: string; key?: string; source?: string },
): Envelope {
  return {
    v: FORMATS.message.version,
    event_type: event.event_type,
    key,
    received_at: receivedAt,
    request_id: requestId,
    event,
    ...(source === 'backfill' && { source }),
  };
}

const REQUEST_ID = /^[\x21-\x7e]{1,256}$/;
const COUNTER = /^[A-Za-z0-9][A-Za-z0-9_.-]{0,63}$/;

const shape = object(
  {
    v: messageFormat,
    event_type: oneOf(EVENT_TYPES),
    key: string,
    received_at: dateTime,
    request_id: pattern(REQUEST_ID, 'must be 1 to 256 characters of ASCII'),
    event: anyObject,
    source: optional(literal('backfill')),
    deferrals: optional(record(integer(0), COUNTER)),
    first_deferred_at: optional(dateTime),
    not_before: optional(dateTime),
  },
  { unknown: 'ignore' },
);

/**
 * Reads an envelope from a message's text, and holds it to the same rules as the receiver: a queue can be written to by
 * others. The key must be the event's.
 */
export function parseEnvelope(message: string): ParsedEnvelope {
  const read = shape.read(parseJson(message));
  if (!read.ok) return refused(read.problems);
  const { event: eventJson, ...rest } = read.value;
  const event = eventShapes[rest.event_type].read(eventJson, 'event');
  if (!event.ok) return refused(event.problems);
  const delivery = deliveryKey(event.value);
  if (rest.key !== delivery.key) return refused([{ path: 'key', message: 'must be the key of the event' }]);
  return { ok: true, envelope: { ...rest, event: event.value }, delivery };
}

function refused(problems: readonly Problem[]): ParsedEnvelope {
  return { ok: false, problems: problems.map(toFieldProblem) };
}

/** Whether a value can stand for the id of a request. */
export function isRequestId(value: unknown): value is string {
  return typeof value === 'string' && REQUEST_ID.test(value);
}

/** Whether a name can stand for a reason to defer a delivery. */
export function isCounter(name: string): boolean {
  return COUNTER.test(name);
}
