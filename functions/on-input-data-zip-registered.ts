import { generateTasks } from '../lib/automations/generate-tasks/generate-tasks.ts';
import { queueHandler } from '../lib/lambda/queue-handler.ts';
import { annofab } from '../lib/lambda/services/annofab.ts';
import { dataset } from '../lib/lambda/services/dataset.ts';
import { projects } from './projects.ts';

/** A ZIP file of input data was registered: tasks are generated from it, if the project has a rule. */
export const handler = queueHandler('input-data-zip-registered', { annofab, dataset, projects }, async (ctx) => {
  await generateTasks(ctx);
});
