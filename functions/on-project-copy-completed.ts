import { connectCopiedProject } from '../lib/automations/connect-copied-project/connect-copied-project.ts';
import { queueHandler } from '../lib/lambda/queue-handler.ts';
import { annofab } from '../lib/lambda/services/annofab.ts';
import { dataset } from '../lib/lambda/services/dataset.ts';
import { ownWebhooks } from '../lib/lambda/services/own-webhooks.ts';
import { webhookSecrets } from '../lib/lambda/services/receiver.ts';
import { projects } from './projects.ts';

const services = { annofab, dataset, projects, webhookSecrets, ownWebhooks };

/** A project was copied: the copy is connected to this application, if its source has such a setting. */
export const handler = queueHandler('project-copy-completed', services, async (ctx) => {
  await connectCopiedProject(ctx);
});
