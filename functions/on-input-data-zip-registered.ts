import { queueHandler } from '../lib/lambda/queue-handler.ts';

/** A ZIP file of input data was registered: nothing is done with it yet, but that the log says so. */
export const handler = queueHandler('input-data-zip-registered', async ({ event, log }) => {
  log.info('Input data were registered from a ZIP file', { project_id: event.project_id });
});
