import { isJsonObject, ownField, parseJson } from '../core/json.ts';
import { eventTimeProblem } from './event-time.ts';
import { type EventType, isEventType, TEST_PROJECT_ID, type WebhookEvent } from './events.ts';
import { type FieldProblem, parseEvent } from './parse-event.ts';

/** The largest body of a webhook. Ours have 200 bytes. */
export const MAX_BODY_BYTES = 64 * 1024;

export type ReadEvent =
  | { readonly kind: 'event'; readonly event: WebhookEvent }
  /** A test delivery: complete and valid, but of no project. */
  | { readonly kind: 'test'; readonly event: WebhookEvent }
  | { readonly kind: 'too large' | 'bad json' | 'unknown event type' }
  | { readonly kind: 'bad fields'; readonly problems: readonly FieldProblem[] };

/** A valid id, in place of that of a test delivery. */
const ANY_ID = 'test';

/**
 * Reads the body of a webhook into an event. The receiver and the reconciliation judge bodies by this rule alone, so what one
 * of them refuses does not come back by the other.
 *
 * @param eventType that of the webhook
 * @param body the text as it was sent; a byte order mark at its start is ignored
 * @param now milliseconds since 1970: an event of the future, and one that is too old, are refused
 */
export function readEvent(eventType: unknown, body: string, now: number): ReadEvent {
  if (Buffer.byteLength(body) > MAX_BODY_BYTES) return { kind: 'too large' };
  const json = jsonOf(body);
  if (json === undefined) return { kind: 'bad json' };
  if (!isEventType(eventType)) return { kind: 'unknown event type' };
  if (isTest(json)) return readTest(eventType, json);
  const parsed = parseEvent(eventType, json);
  if (!parsed.ok) return { kind: 'bad fields', problems: parsed.problems };
  const problem = eventTimeProblem(parsed.event, now);
  return problem === undefined ? { kind: 'event', event: parsed.event } : { kind: 'bad fields', problems: [problem] };
}

function isTest(json: unknown): json is object {
  return isJsonObject(json) && ownField(json, 'project_id') === TEST_PROJECT_ID;
}

/** Its time is not judged: it comes from the clock of the operator. */
function readTest(eventType: EventType, json: object): ReadEvent {
  const parsed = parseEvent(eventType, { ...json, project_id: ANY_ID });
  if (!parsed.ok) return { kind: 'bad fields', problems: parsed.problems };
  return { kind: 'test', event: { ...parsed.event, project_id: TEST_PROJECT_ID } };
}

/** UTF-8 has no halves of surrogate pairs, so a text with one was not received. */
function jsonOf(body: string): unknown {
  return body.isWellFormed() ? parseJson(body.replace(/^\ufeff/, '')) : undefined;
}
