import { EVENT_TYPES } from './events.ts';
import { type PlannedWebhook, planWebhooks, type RegisteredWebhook } from './plan-webhooks.ts';
import { type WebhookRequest, webhookRequest } from './templates.ts';
import type { SecretToRegister } from './webhook-secrets.ts';

interface CallOptions {
  readonly signal?: AbortSignal;
}

/** The operations of Annofab that it takes, as the client has them. */
export interface WebhookApi {
  getWebhooks(params: { project_id: string }, options?: CallOptions): PromiseLike<readonly RegisteredWebhook[]>;
  putWebhook(
    params: { project_id: string; webhook_id: string; body: WebhookRequest & { project_id: string } },
    options?: CallOptions,
  ): PromiseLike<unknown>;
}

export interface WebhooksToPut extends CallOptions {
  readonly project_id: string;
  /** The address of the HTTP API. */
  readonly url: string;
  readonly secret: SecretToRegister;
  /** Whether nothing is written. */
  readonly dryRun?: boolean;
}

/**
 * Registers our webhooks in a project. What is registered already, and webhooks of others, are not written.
 *
 * @returns what was written, or is to be written
 */
export async function putWebhooks(
  annofab: WebhookApi,
  { project_id, url, secret, dryRun = false, ...options }: WebhooksToPut,
): Promise<PlannedWebhook[]> {
  const registered = await annofab.getWebhooks({ project_id }, options);
  const wanted = EVENT_TYPES.map((eventType) => webhookRequest(eventType, { url, ...secret }));
  const planned = planWebhooks(registered, wanted);
  for (const { change, request } of planned) {
    if (dryRun || change === 'unchanged') continue;
    const { webhook_id } = request;
    await annofab.putWebhook({ project_id, webhook_id, body: { project_id, ...request } }, options);
  }
  return planned;
}
