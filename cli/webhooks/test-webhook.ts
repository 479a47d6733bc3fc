import type { AnnofabClient } from '../../lib/annofab/index.ts';
import type { EventType } from '../../lib/webhooks/events.ts';
import { testPlaceholders } from '../../lib/webhooks/plan-webhooks.ts';

/** Lets Annofab send a test delivery to one webhook. */
export async function testWebhook(
  annofab: AnnofabClient,
  project_id: string,
  eventType: EventType,
  webhook_id: string,
) {
  const placeholders = testPlaceholders(eventType, new Date());
  const answer = await annofab.testWebhook({ project_id, webhook_id, body: { placeholders } });
  const { result, response_status, message } = answer;
  return { ok: result === 'success', result, response_status, message };
}
