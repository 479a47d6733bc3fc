import { request } from 'undici';
import type { Webhook } from '../../../lib/annofab/api-description.ts';
import type { Placeholders, WebhookOutcome } from '../core/services.ts';
import type { Settings } from '../core/settings.ts';
import { createWebhookAgent } from './webhook-agent.ts';

/** More of a receiver's answer than this is not kept. */
const KEPT_RESPONSE_BYTES = 64 * 1024;

/**
 * Fills a body template in. Placeholders that the event does not have stay as they are.
 *
 * @param escaped write values as inside of a JSON string; Annofab is not known to do so
 */
export function fillTemplate(template: string, placeholders: Placeholders, escaped: boolean): string {
  return template.replace(/\{\{([A-Z_]+)\}\}/g, (whole, name: string) => {
    const value = Object.hasOwn(placeholders, name) ? placeholders[name] : undefined;
    if (value === undefined) return whole;
    return escaped ? JSON.stringify(value).slice(1, -1) : value;
  });
}

/** What goes out; none with GET, or without a template. */
export function bodyOf({ method, body }: Webhook, placeholders: Placeholders, escaped: boolean): string | undefined {
  return method === 'GET' || body == null ? undefined : fillTemplate(body, placeholders, escaped);
}

export interface WebhookRequests {
  /** Sends a webhook once. It never throws: no answer is an outcome as well. */
  send(webhook: Webhook, body: string | undefined, signal: AbortSignal): Promise<WebhookOutcome>;
  destroy(): Promise<void>;
}

export function createWebhookRequests(settings: Settings): WebhookRequests {
  const agent = createWebhookAgent(settings);
  return {
    send: async (webhook, body, signal) => {
      const sent = body === undefined ? {} : { body };
      try {
        const { statusCode, body: answer } = await request(webhook.url, {
          dispatcher: agent.dispatcher(),
          method: webhook.method,
          headers: webhook.headers.flatMap(({ name, value }) => [name, value]),
          body: body ?? null,
          signal: AbortSignal.any([signal, AbortSignal.timeout(settings.webhookTimeoutMilliseconds)]),
        });
        return { ...sent, status: statusCode, responseBody: await readSome(answer) };
      } catch (error) {
        return { ...sent, error: reasonOf(error) };
      }
    },
    destroy: () => agent.destroy(),
  };
}

async function readSome(body: AsyncIterable<Uint8Array>): Promise<string> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of body) {
    chunks.push(chunk);
    size += chunk.byteLength;
    if (size >= KEPT_RESPONSE_BYTES) break;
  }
  return Buffer.concat(chunks).subarray(0, KEPT_RESPONSE_BYTES).toString('utf8');
}

/** undici wraps what went wrong: the cause is what helps. */
function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return error.message || (error.cause instanceof Error ? error.cause.message : error.name);
}
