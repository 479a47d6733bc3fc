import { queueHandler } from '../lib/lambda/queue-handler.ts';

/** A project was copied: nothing is done with it yet, but that the log says so. */
export const handler = queueHandler('project-copy-completed', async ({ event, log }) => {
  log.info('A project was copied', { project_id: event.project_id });
});
