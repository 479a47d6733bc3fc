import { type EventType, eventFields, TEST_PROJECT_ID } from './events.ts';
import type { WebhookRequest } from './templates.ts';

/** A webhook as Annofab's `getWebhooks` lists it; only the fields that are compared. */
export interface RegisteredWebhook {
  readonly webhook_id: string;
  readonly event_type: string;
  readonly webhook_status: string;
  readonly method: string;
  readonly headers: readonly { readonly name: string; readonly value: string }[];
  readonly body?: string | null | undefined;
  readonly url: string;
}

export type WebhookField = 'event_type' | 'webhook_status' | 'method' | 'headers' | 'body' | 'url';

export interface PlannedWebhook {
  readonly change: 'created' | 'updated' | 'unchanged';
  /** The fields that differ. Their values are left out, because one of them is the secret. */
  readonly differs: readonly WebhookField[];
  readonly request: WebhookRequest;
}

const FIELDS: readonly WebhookField[] = ['event_type', 'webhook_status', 'method', 'headers', 'body', 'url'];

/** The changes that give a project the wanted webhooks. Webhooks with other ids are left alone. */
export function planWebhooks(
  registered: readonly RegisteredWebhook[],
  wanted: readonly WebhookRequest[],
): PlannedWebhook[] {
  return wanted.map((request) => {
    const present = registered.find(({ webhook_id }) => webhook_id === request.webhook_id);
    if (present === undefined) return { change: 'created', differs: FIELDS, request };
    const differs = FIELDS.filter((field) => comparable(present, field) !== comparable(request, field));
    return { change: differs.length === 0 ? 'unchanged' : 'updated', differs, request };
  });
}

function comparable(webhook: RegisteredWebhook, field: WebhookField): string | undefined {
  if (field !== 'headers') return webhook[field] ?? undefined;
  // The order of headers and the case of their names have no meaning.
  const headers = webhook.headers.map(({ name, value }) => [name.toLowerCase(), value]);
  return JSON.stringify(headers.sort(([one = ''], [other = '']) => (one < other ? -1 : 1)));
}

/**
 * The placeholder values of a test delivery. Its project id tells the receiver that it is a test.
 *
 * @param at the time to send as the event's
 */
export function testPlaceholders(eventType: EventType, at: Date): Record<string, string> {
  const values: Readonly<Record<string, string>> = {
    project_id: TEST_PROJECT_ID,
    task_id: 'test-task',
    dest_project_id: 'test-destination',
    complete_datetime: at.toISOString(),
  };
  return Object.fromEntries(eventFields[eventType].map((field) => [field.toUpperCase(), values[field] ?? '']));
}
