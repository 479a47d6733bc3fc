import { EVENT_TYPES, type EventType } from './events.ts';
import { type PlannedWebhook, planWebhooks, type RegisteredWebhook } from './plan-webhooks.ts';
import { type WebhookRequest, webhookId, webhookRequest } from './templates.ts';
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
  deleteWebhook(params: { project_id: string; webhook_id: string }, options?: CallOptions): PromiseLike<unknown>;
}

/** The webhooks of one stage of this application. */
export interface StageWebhooks {
  readonly stage: string;
  /** The events that are switched on; the others have no webhook. */
  readonly eventTypes: readonly EventType[];
}

export interface WebhooksToPut extends CallOptions, StageWebhooks {
  readonly project_id: string;
  /** The address of the HTTP API. */
  readonly url: string;
  readonly secret: SecretToRegister;
  /** Whether nothing is written. */
  readonly dryRun?: boolean;
}

/**
 * Registers the webhooks of a stage in a project, and deletes those of events that are switched off. What is registered already,
 * and webhooks of others, are not written.
 *
 * @returns what was written and deleted, or is to be
 */
export async function putWebhooks(
  annofab: WebhookApi,
  { project_id, url, secret, stage, eventTypes, dryRun = false, ...options }: WebhooksToPut,
): Promise<{ readonly planned: PlannedWebhook[]; readonly deleted: EventType[] }> {
  const registered = await annofab.getWebhooks({ project_id }, options);
  const wanted = eventTypes.map((eventType) => webhookRequest(eventType, { url, stage, ...secret }));
  const planned = planWebhooks(registered, wanted);
  for (const { change, request } of planned) {
    if (dryRun || change === 'unchanged') continue;
    const { webhook_id } = request;
    await annofab.putWebhook({ project_id, webhook_id, body: { project_id, ...request } }, options);
  }
  const ids = new Set(registered.map(({ webhook_id }) => webhook_id));
  const deleted = EVENT_TYPES.filter((type) => !eventTypes.includes(type) && ids.has(webhookId(type, stage)));
  for (const eventType of dryRun ? [] : deleted) {
    await annofab.deleteWebhook({ project_id, webhook_id: webhookId(eventType, stage) }, options);
  }
  return { planned, deleted };
}
