import { connectCopiedProject } from '../lib/automations/connect-copied-project/connect-copied-project.ts';
import { queueHandler } from '../lib/lambda/queue-handler.ts';
import { annofab } from '../lib/lambda/services/annofab.ts';
import { dataset } from '../lib/lambda/services/dataset.ts';
import { projectsService } from '../lib/lambda/services/projects.ts';
import { webhookSecrets } from '../lib/lambda/services/receiver.ts';
import { webhookUrl } from '../lib/lambda/services/reconciliation.ts';
import { PROJECTS } from './projects.ts';

const services = { annofab, dataset, projects: projectsService(PROJECTS), webhookSecrets, webhookUrl };

/** A project was copied: the copy is connected to this application, if its source has such a setting. */
export const handler = queueHandler('project-copy-completed', services, async (ctx) => {
  await connectCopiedProject(ctx);
});
