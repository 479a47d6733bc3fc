import type { AnnofabApi } from '../api.ts';
import type { PutWebhookRequest, Webhook, WebhookTestResponse } from '../generated/schemas.ts';
import type { RequestOptions } from '../options.ts';

interface WebhookIds {
  project_id: string;
  webhook_id: string;
}

/** The webhooks of a project. Only its owners may use them. */
export interface Webhooks {
  /** Lists all webhooks (getWebhooks). */
  list(params: { project_id: string }, options?: RequestOptions): Promise<Webhook[]>;
  /** Gets a webhook; undefined when it does not exist (getWebhooks). */
  find(params: WebhookIds, options?: RequestOptions): Promise<Webhook | undefined>;
  /**
   * Creates a webhook, or replaces the webhook with this id (putWebhook). Choose any id. The body is a template: Annofab
   * replaces placeholders such as `{{TASK_ID}}`, but does not escape their values for JSON.
   *
   * @example
   * await annofab.webhooks.put({
   *   project_id, webhook_id: 'export', event_type: 'task-completed', webhook_status: 'active', method: 'POST', url,
   *   headers: [{ name: 'content-type', value: 'application/json' }], body: '{"task_id": "{{TASK_ID}}"}',
   * });
   */
  put(webhook: PutWebhookRequest, options?: RequestOptions): Promise<Webhook>;
  /**
   * Makes Annofab invoke the webhook now, with these values for its placeholders (testWebhook).
   *
   * @returns the outcome: a failed invocation does not throw
   * @example
   * const { result, message } = await annofab.webhooks.test({ project_id, webhook_id, placeholders: { TASK_ID: 't1' } });
   */
  test(
    params: WebhookIds & { placeholders?: Readonly<Record<string, string>> | undefined },
    options?: RequestOptions,
  ): Promise<WebhookTestResponse>;
}

export function createWebhooks(client: AnnofabApi): Webhooks {
  const list: Webhooks['list'] = async (params, options) => client.getWebhooks(params, options);
  return {
    list,
    async find({ project_id, webhook_id }, options) {
      return (await list({ project_id }, options)).find((webhook) => webhook.webhook_id === webhook_id);
    },
    async put(body, options) {
      const { project_id, webhook_id } = body;
      return client.putWebhook({ project_id, webhook_id, body }, options);
    },
    async test({ project_id, webhook_id, placeholders = {} }, options) {
      return client.testWebhook({ project_id, webhook_id, body: { placeholders: { ...placeholders } } }, options);
    },
  };
}
