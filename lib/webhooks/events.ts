/** The events for which Annofab can call a webhook. */
export const EVENT_TYPES = [
  'task-completed',
  'annotation-archive-updated',
  'input-data-zip-registered',
  'project-copy-completed',
] as const;

export type EventType = (typeof EVENT_TYPES)[number];

/**
 * The fields of each event, in the order of its body template: only ids and date-times. Annofab does not document that it
 * escapes placeholders, so a title or a file name could break or forge the JSON.
 */
export const eventFields = {
  'task-completed': ['project_id', 'task_id', 'complete_datetime'],
  'annotation-archive-updated': ['project_id', 'complete_datetime'],
  'input-data-zip-registered': ['project_id', 'complete_datetime'],
  'project-copy-completed': ['project_id', 'dest_project_id', 'complete_datetime'],
} as const satisfies Record<EventType, readonly string[]>;

export type EventField<T extends EventType = EventType> = (typeof eventFields)[T][number];

/** One type of event: its `event_type`, and each of its fields as text. */
export type WebhookEventOf<T extends EventType> = T extends EventType
  ? { readonly event_type: T } & { readonly [Field in EventField<T>]: string }
  : never;

/** Any event; `event_type` tells which. */
export type WebhookEvent = WebhookEventOf<EventType>;

/** A task passed its acceptance. */
export type TaskCompletedEvent = WebhookEventOf<'task-completed'>;

/**
 * The project id of a test delivery, which `webhooks test` sends: the receiver acknowledges it and queues nothing. No project
 * can have it, because Annofab's ids contain no colon.
 */
export const TEST_PROJECT_ID = 'annofab-functions:test';

export function isEventType(value: unknown): value is EventType {
  return EVENT_TYPES.some((eventType) => eventType === value);
}

/** The fields of an event with their values, in template order. */
export function fieldsOf(event: WebhookEvent): { readonly field: EventField; readonly value: string }[] {
  const values: Partial<Record<EventField, string>> = event;
  return eventFields[event.event_type].map((field) => ({ field, value: values[field] ?? '' }));
}
