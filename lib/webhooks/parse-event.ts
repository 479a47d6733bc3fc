import { dateTime, type Fields, id, literal, object, type Problem, type Shape } from '../core/json.ts';
import type { EventType, WebhookEvent, WebhookEventOf } from './events.ts';

/** What is wrong with a field. It never repeats the value. */
export interface FieldProblem {
  readonly field: string;
  readonly message: string;
}

export type ParsedEvent<Event extends WebhookEvent = WebhookEvent> =
  | { readonly ok: true; readonly event: Event }
  | { readonly ok: false; readonly problems: FieldProblem[] };

/** What each event looks like: its own fields, verbatim. */
export const eventShapes: { readonly [T in EventType]: Shape<WebhookEventOf<T>> } = {
  'task-completed': eventShape('task-completed', { project_id: id, task_id: id, complete_datetime: dateTime }),
  'annotation-archive-updated': eventShape('annotation-archive-updated', {
    project_id: id,
    complete_datetime: dateTime,
  }),
  'input-data-zip-registered': eventShape('input-data-zip-registered', { project_id: id, complete_datetime: dateTime }),
  'project-copy-completed': eventShape('project-copy-completed', {
    project_id: id,
    dest_project_id: id,
    complete_datetime: dateTime,
  }),
};

function eventShape<T extends EventType, F extends Fields>(eventType: T, fields: F) {
  return object({ event_type: literal(eventType), ...fields }, { unknown: 'ignore' });
}

/**
 * Reads an event of the given type. Every bad field is named; fields that the event does not have are ignored.
 *
 * @param json what `JSON.parse` made of the body, or anything else
 */
export function parseEvent<T extends EventType>(eventType: T, json: unknown): ParsedEvent<WebhookEventOf<T>> {
  const read = eventShapes[eventType].read(json);
  return read.ok ? { ok: true, event: read.value } : { ok: false, problems: read.problems.map(toFieldProblem) };
}

/** As the receiver's answer names it. */
export function toFieldProblem({ path, message }: Problem): FieldProblem {
  return { field: path || 'body', message };
}
