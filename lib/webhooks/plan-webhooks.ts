import { type EventType, eventFields, TEST_PROJECT_ID } from './events.ts';
import type { WebhookRequest } from './templates.ts';

/** A webhook as Annofab's `getWebhooks` lists it, as far as it matters here. */
export interface RegisteredWebhook {
  readonly webhook_id: string;
  readonly event_type: string;
  readonly webhook_status: string;
  readonly method: string;
  readonly headers: readonly { readonly name: string; readonly value: string }[];
  readonly body?: string | null;
  readonly url: string;
}

export type WebhookField = 'event_type' | 'webhook_status' | 'method' | 'headers' | 'body' | 'url';

export interface PlannedWebhook {
  readonly change: 'created' | 'updated' | 'unchanged';
  /** What is to be changed; the values are not told, for among them is the secret. */
  readonly differs: readonly WebhookField[];
  readonly request: WebhookRequest;
}

const FIELDS: readonly WebhookField[] = ['event_type', 'webhook_status', 'method', 'headers', 'body', 'url'];

/** What has to be done so that a project has the wanted webhooks; webhooks of other ids are left alone. */
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
  // The order of headers and the case of their names mean nothing.
  const headers = webhook.headers.map(({ name, value }) => [name.toLowerCase(), value]);
  return JSON.stringify(headers.sort(([one = ''], [other = '']) => (one < other ? -1 : 1)));
}

/**
 * What Annofab is to put into the placeholders of a test delivery: the project id tells the receiver that it is one.
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
