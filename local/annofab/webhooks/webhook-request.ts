import { Agent, type Dispatcher, interceptors, request } from 'undici';
import type { Webhook } from '../../../lib/annofab/api-description.ts';
import type { WebhookOutcome } from '../core/services.ts';
import type { Settings } from '../core/settings.ts';

/** The part of a receiver's answer that is kept. */
const KEPT_RESPONSE_BYTES = 64 * 1024;

export interface WebhookRequests {
  /** Sends a webhook once. Never throws: a failure is an outcome too. */
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

/** undici wraps the error: its cause has the useful message. */
function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return error.message || (error.cause instanceof Error ? error.cause.message : error.name);
}

type AgentSettings = Pick<Settings, 'webhookRedirects' | 'webhookVerifiesTls' | 'webhookSourceAddress'>;

interface WebhookAgent {
  /** The dispatcher for the present settings. */
  dispatcher(): Dispatcher;
  destroy(): Promise<void>;
}

/** Keeps one agent per combination of settings: open connections must not be reused after the settings change. */
function createWebhookAgent(settings: AgentSettings): WebhookAgent {
  const agents = new Map<string, Agent>();

  function agent(): Agent {
    const { webhookVerifiesTls: rejectUnauthorized, webhookSourceAddress: localAddress } = settings;
    const options = { connect: { rejectUnauthorized }, ...(localAddress !== '' && { localAddress }) };
    const key = JSON.stringify(options);
    const present = agents.get(key) ?? new Agent(options);
    agents.set(key, present);
    return present;
  }

  return {
    dispatcher: () => {
      const { webhookRedirects: maxRedirections } = settings;
      return maxRedirections === 0 ? agent() : agent().compose(interceptors.redirect({ maxRedirections }));
    },
    destroy: async () => {
      await Promise.all([...agents.values()].map((one) => one.destroy()));
    },
  };
}
