import { webhooks } from './commands/webhooks.ts';

await webhooks(process.argv.slice(2));
