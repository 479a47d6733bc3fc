import { service } from '../../runtime/service.ts';
import type { StageWebhooks } from '../../webhooks/put-webhooks.ts';

/** Our webhooks, and the address of the HTTP API that they point to. */
export interface OwnWebhooks extends StageWebhooks {
  readonly url: string;
}

/** The webhooks of this stage. None without a receiver. */
export const ownWebhooks = service(
  ['WEBHOOK_URL', 'WEBHOOK_STAGE', 'WEBHOOK_EVENTS'],
  (config): OwnWebhooks | undefined =>
    config.WEBHOOK_URL === undefined
      ? undefined
      : { url: config.WEBHOOK_URL, stage: config.WEBHOOK_STAGE, eventTypes: config.WEBHOOK_EVENTS },
);
