import type { WebhookTestResponse } from '../../lib/annofab/index.ts';
import { type EventType, TEST_PROJECT_ID } from '../../lib/webhooks/events.ts';
import { webhookRequest } from '../../lib/webhooks/templates.ts';
import type { PilotParts } from './parts.ts';

/** The webhooks that a run registers, by the ends of their ids. */
const PILOT_WEBHOOKS = {
  /** Called when the task is completed. The receiver acknowledges it. */
  completed: 'task-completed',
  /** The same, with a secret that the receiver refuses. */
  refused: 'task-completed-refused',
  archive: 'annotation-archive-updated',
} as const;

export type PilotWebhook = keyof typeof PILOT_WEBHOOKS;

/** The field of the body that has the id of the real project. */
export const PROJECT_FIELD = 'pilot_project_id';

/** The value that needs escaping in JSON. */
export const AWKWARD = 'a"b\\c';

export function pilotWebhookId({ run }: PilotParts, name: PilotWebhook): string {
  return `${run}-${PILOT_WEBHOOKS[name]}`;
}

/** Registers one of the webhooks, and returns its headers. */
export async function registerWebhook(parts: PilotParts, name: PilotWebhook) {
  const { annofab, project_id, receiver, cleanUp, signal } = parts;
  const webhook_id = pilotWebhookId(parts, name);
  const secret =
    name === 'refused' ? { ...receiver.secret, secret: 'not-the-secret-of-the-receiver' } : receiver.secret;
  const eventType: EventType = name === 'archive' ? 'annotation-archive-updated' : 'task-completed';
  const request = webhookRequest(eventType, { url: receiver.url, ...secret });
  const body = { ...request, project_id, webhook_id, body: testBody(request.body) };
  cleanUp.afterwards('a webhook', () => annofab.deleteWebhook({ project_id, webhook_id }));
  await annofab.putWebhook({ project_id, webhook_id, body }, { signal });
  return request.headers;
}

/** The template of our own webhooks as a test delivery, which the receiver acknowledges without queuing it. */
function testBody(template: string): string {
  const { project_id, ...fields }: Record<string, string> = JSON.parse(template);
  return JSON.stringify({ ...fields, project_id: TEST_PROJECT_ID, [PROJECT_FIELD]: project_id });
}

export async function testDelivery(parts: PilotParts): Promise<WebhookTestResponse> {
  const { annofab, project_id, signal } = parts;
  await registerWebhook(parts, 'completed');
  const placeholders = { PROJECT_ID: project_id, TASK_ID: AWKWARD, COMPLETE_DATETIME: new Date().toISOString() };
  const webhook_id = pilotWebhookId(parts, 'completed');
  return annofab.testWebhook({ project_id, webhook_id, body: { placeholders } }, { signal });
}
