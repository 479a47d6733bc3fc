import { isEventType } from '../../lib/webhooks/events.ts';
import { DEFAULT_STAGE, webhookId } from '../../lib/webhooks/templates.ts';

/** The stage that registered a webhook; `undefined` for a webhook of others. */
export function stageOf(id: string, eventType: string): string | undefined {
  if (!isEventType(eventType)) return undefined;
  if (id === webhookId(eventType)) return DEFAULT_STAGE;
  const [before = '', after = ''] = webhookId(eventType, '<stage>').split('<stage>');
  const isOurs = id.startsWith(before) && id.endsWith(after) && id.length > before.length + after.length;
  return isOurs ? id.slice(before.length, -after.length) : undefined;
}
