import { queueHandler } from '../../lib/lambda/queue-handler.ts';

/** The least that a team can write: the cost of a handler without services. */
export const handler = queueHandler('task-completed', async ({ event, log }) => {
  log.info('Task completed', { task_id: event.task_id });
});
