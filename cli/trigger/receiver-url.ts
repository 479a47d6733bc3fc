import { WEBHOOK_PATH, webhookId } from '../../lib/webhooks/templates.ts';
import { withAnnofab } from '../annofab-client.ts';
import { configuredHttpUrl } from '../deployment/http-url.ts';
import type { Target } from '../deployment/target.ts';
import { UsageError } from '../frame/exit-codes.ts';
import type { TriggerArguments } from './options.ts';

/**
 * The address to which the webhook of the event goes: that of the options, of the local stack, of the settings of the stage, or
 * the one that is registered in the project.
 */
export async function receiverUrl(target: Target, options: TriggerArguments): Promise<string> {
  const given = await configuredHttpUrl(target, options.url);
  if (given !== undefined) return `${given.replace(/\/+$/, '')}${WEBHOOK_PATH}/${options.eventType}`;
  const { project: project_id, eventType } = options;
  return withAnnofab(options, async (annofab) => {
    const webhooks = await annofab.getWebhooks({ project_id });
    const ours = webhooks.find(({ webhook_id }) => webhook_id === webhookId(eventType, target.stage));
    if (ours !== undefined) return ours.url;
    throw new UsageError(
      `Project ${project_id} has no webhook of stage ${target.stage}. Give the address of the HTTP API by --url.`,
    );
  });
}
