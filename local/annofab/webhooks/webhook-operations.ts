import type { PutWebhookRequest, Webhook } from '../../../lib/annofab/api-description.ts';
import { invalidBody, missing } from '../core/errors.ts';
import type { WebhookOutcome } from '../core/services.ts';
import type { Settings } from '../core/settings.ts';
import type { ProjectRecord } from '../core/state.ts';
import type { HandlerTable } from '../server/handler.ts';
import { isSuccess } from './fire-webhooks.ts';

export const webhooks = {
  getWebhooks: ({ project }) => [...project.webhooks.values()],

  putWebhook: ({ project, params, body, clock, settings }) => {
    checkWebhook(body, params, settings);
    const now = clock.stamp();
    const { project_id, webhook_id } = params;
    const created = project.webhooks.get(webhook_id)?.created_datetime ?? now;
    const webhook: Webhook = {
      project_id,
      webhook_id,
      event_type: body.event_type,
      webhook_status: body.webhook_status,
      method: body.method,
      headers: body.headers.map(({ name, value }) => ({ name, value })),
      ...(body.body === undefined ? {} : { body: body.body }),
      url: body.url,
      created_datetime: created,
      updated_datetime: now,
    };
    project.webhooks.set(webhook_id, webhook);
    return webhook;
  },

  deleteWebhook: ({ project, params }) => {
    const webhook = findWebhook(project, params.webhook_id);
    project.webhooks.delete(params.webhook_id);
    return webhook;
  },

  testWebhook: async ({ project, params, body, webhooks: sender }) => {
    const outcome = await sender.send(findWebhook(project, params.webhook_id), body.placeholders);
    return {
      result: resultOf(outcome),
      ...(outcome.body === undefined ? {} : { request_body: outcome.body }),
      ...(outcome.status === undefined ? {} : { response_status: outcome.status }),
      ...(outcome.responseBody === undefined ? {} : { response_body: outcome.responseBody }),
      ...(outcome.error === undefined ? {} : { message: outcome.error }),
    };
  },
} satisfies HandlerTable;

function resultOf(outcome: WebhookOutcome): 'success' | 'failure' | 'error' {
  if (outcome.status === undefined) return 'error';
  return isSuccess(outcome) ? 'success' : 'failure';
}

function findWebhook(project: ProjectRecord, id: string): Webhook {
  const webhook = project.webhooks.get(id);
  if (!webhook) throw missing('webhook', id);
  return webhook;
}

/** @throws Failure 400 when the body contradicts the path, or the webhook can never be sent */
function checkWebhook(
  body: PutWebhookRequest,
  path: { project_id: string; webhook_id: string },
  { webhookHttpsOnly }: Pick<Settings, 'webhookHttpsOnly'>,
): void {
  if (body.project_id !== path.project_id) throw invalidBody('project_id differs from the one in the path');
  if (body.webhook_id !== path.webhook_id) throw invalidBody('webhook_id differs from the one in the path');
  if (body.method === 'GET' && body.body !== undefined)
    throw invalidBody('A webhook with the method GET must not have a body');
  const url = URL.parse(body.url);
  if (!url || !/^https?:$/.test(url.protocol)) throw invalidBody('url must be an http or https URL');
  if (webhookHttpsOnly && url.protocol !== 'https:') throw invalidBody('url must be an https URL');
}
