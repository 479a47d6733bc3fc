import { Agent, type Dispatcher, interceptors } from 'undici';
import type { Settings } from '../core/settings.ts';

type AgentSettings = Pick<Settings, 'webhookRedirects' | 'webhookVerifiesTls' | 'webhookSourceAddress'>;

export interface WebhookAgent {
  /** What webhooks go through, as the settings are now. */
  dispatcher(): Dispatcher;
  destroy(): Promise<void>;
}

/** Keeps one agent for each way of connecting: connections that stand must not outlive a change of the settings. */
export function createWebhookAgent(settings: AgentSettings): WebhookAgent {
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
