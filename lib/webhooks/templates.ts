import { type EventType, eventFields } from './events.ts';

/** The header that carries the webhook's secret. Annofab signs nothing, so only this authenticates its calls. */
export const SECRET_HEADER = 'X-Webhook-Secret';

/** The header that names the project of a webhook whose secret is derived from a key. */
export const PROJECT_HEADER = 'X-Webhook-Project';

/** Where the receiver listens, under the address of the HTTP API. */
export const WEBHOOK_PATH = '/webhooks/annofab';

/** The body of Annofab's `putWebhook`, without the project. */
export interface WebhookRequest {
  readonly event_type: EventType;
  readonly webhook_id: string;
  readonly webhook_status: 'active';
  readonly method: 'POST';
  readonly headers: { name: string; value: string }[];
  readonly body: string;
  readonly url: string;
}

/**
 * The body template to register for an event, with Annofab's placeholders. Annofab has no default body: it sends what the
 * webhook's owner typed, so we own the template, and the receiver accepts only that.
 *
 * @example
 * bodyTemplate('annotation-archive-updated');
 * // '{"event_type":"annotation-archive-updated","project_id":"{{PROJECT_ID}}","complete_datetime":"{{COMPLETE_DATETIME}}"}'
 */
export function bodyTemplate(eventType: EventType): string {
  const fields = eventFields[eventType].map((field) => [field, `{{${field.toUpperCase()}}}`]);
  return JSON.stringify({ event_type: eventType, ...Object.fromEntries(fields) });
}

/** The stage whose webhooks have no stage in their ids. */
export const DEFAULT_STAGE = 'dev';

/**
 * The id under which a stage registers the webhook of an event: the same each time, so that registering it again replaces it,
 * and another one in each stage, so that two stages can react to one project.
 */
export function webhookId(eventType: EventType, stage = DEFAULT_STAGE): string {
  return stage === DEFAULT_STAGE ? `annofab-functions-${eventType}` : `annofab-functions-${stage}-${eventType}`;
}

/**
 * The webhook to register for an event.
 *
 * @param url the address of the HTTP API, with or without a trailing slash
 * @param secret what the receiver expects in the header. Every member of the project can read it in the job list.
 * @param projectId sent in a header, which a derived secret needs
 */
export function webhookRequest(
  eventType: EventType,
  { url, secret, projectId, stage }: { url: string; secret: string; projectId?: string | undefined; stage?: string },
): WebhookRequest {
  return {
    event_type: eventType,
    webhook_id: webhookId(eventType, stage),
    webhook_status: 'active',
    method: 'POST',
    headers: [
      { name: 'Content-Type', value: 'application/json' },
      { name: SECRET_HEADER, value: secret },
      ...(projectId === undefined ? [] : [{ name: PROJECT_HEADER, value: projectId }]),
    ],
    body: bodyTemplate(eventType),
    url: `${url.replace(/\/+$/, '')}${WEBHOOK_PATH}/${eventType}`,
  };
}
