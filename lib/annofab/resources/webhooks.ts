import type { AnnofabApi } from '../api.ts';
import type { PutWebhookRequest, Webhook, WebhookTestResponse } from '../generated/schemas.ts';
import type { RequestOptions } from '../options.ts';

interface WebhookIds {
  project_id: string;
  webhook_id: string;
}

/** The webhooks of a project. For its owners. */
export interface Webhooks {
  /** All webhooks (getWebhooks). */
  list(params: { project_id: string }, options?: RequestOptions): Promise<Webhook[]>;
  /** The webhook, or undefined when the project has none with this id (getWebhooks). */
  find(params: WebhookIds, options?: RequestOptions): Promise<Webhook | undefined>;
  /**
   * Makes a webhook, or replaces the one with this id (putWebhook). The id is the caller's to choose. The body is a
   * template: Annofab fills in `{{TASK_ID}}` and the like, without knowing that it is JSON.
   *
   * @example
   * await annofab.webhooks.put({
   *   project_id, webhook_id: 'export', event_type: 'task-completed', webhook_status: 'active', method: 'POST', url,
   *   headers: [{ name: 'content-type', value: 'application/json' }], body: '{"task_id": "{{TASK_ID}}"}',
   * });
   */
  put(webhook: PutWebhookRequest, options?: RequestOptions): Promise<Webhook>;
  /**
   * Lets Annofab call the webhook now, with these values in the place of its placeholders (testWebhook).
   *
   * @returns what became of it: a call that failed is no error
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
