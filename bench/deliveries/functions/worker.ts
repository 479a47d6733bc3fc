import { queueHandler } from '../../../lib/lambda/queue-handler.ts';
import { metered } from '../meter.ts';

/** A recipe without work: what is left is what every message costs. */
export const handler = metered(queueHandler('task-completed', async () => {}));
