import { isDateTime } from '../core/date-time.ts';
import { isId } from '../core/ids.ts';
import { isJsonObject, type JsonObject, ownField } from '../core/json.ts';
import { type EventField, type EventType, eventFields, type WebhookEvent, type WebhookEventOf } from './events.ts';

/** What is wrong with a field. It never repeats the value. */
export interface FieldProblem {
  readonly field: string;
  readonly message: string;
}

export type ParsedEvent<Event extends WebhookEvent = WebhookEvent> =
  | { readonly ok: true; readonly event: Event }
  | { readonly ok: false; readonly problems: FieldProblem[] };

const AN_ID = 'must be an id: 1 to 256 of A-Z a-z 0-9 _ . - and neither "." nor ".."';

const rules: Readonly<Record<EventField, { readonly accepts: (value: unknown) => boolean; readonly message: string }>> =
  {
    project_id: { accepts: isId, message: AN_ID },
    task_id: { accepts: isId, message: AN_ID },
    dest_project_id: { accepts: isId, message: AN_ID },
    complete_datetime: { accepts: isDateTime, message: 'must be a date-time like 2019-05-08T10:00:00.000+09:00' },
  };

/**
 * Reads an event of the given type. Every bad field is named; fields that are not the event's are ignored, and the
 * event holds nothing but its own fields, verbatim.
 *
 * @param json what `JSON.parse` made of the body, or anything else
 */
export function parseEvent<T extends EventType>(eventType: T, json: unknown): ParsedEvent<WebhookEventOf<T>> {
  if (!isJsonObject(json)) return { ok: false, problems: [{ field: 'body', message: 'must be a JSON object' }] };
  const event = fieldsOfEvent(eventType, json);
  return isEventOf(eventType, event) ? { ok: true, event } : { ok: false, problems: problemsOf(eventType, event) };
}

function problemsOf(eventType: EventType, event: JsonObject): FieldProblem[] {
  return [
    ...(event['event_type'] === eventType ? [] : [{ field: 'event_type', message: `must be "${eventType}"` }]),
    ...eventFields[eventType].flatMap((field) => problemOf(field, event[field])),
  ];
}

function problemOf(field: EventField, value: unknown): FieldProblem[] {
  const { accepts, message } = rules[field];
  if (value === undefined || value === null) return [{ field, message: 'is missing' }];
  return accepts(value) ? [] : [{ field, message }];
}

/** What the event has and nothing else, whatever the values are. */
function fieldsOfEvent(eventType: EventType, json: JsonObject): JsonObject {
  const names = ['event_type', ...eventFields[eventType]];
  return Object.fromEntries(names.map((name) => [name, ownField(json, name)]));
}

function isEventOf<T extends EventType>(eventType: T, value: JsonObject): value is WebhookEventOf<T> & JsonObject {
  return (
    value['event_type'] === eventType && eventFields[eventType].every((field) => rules[field].accepts(value[field]))
  );
}
