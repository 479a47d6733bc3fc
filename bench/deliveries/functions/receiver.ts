export { handler } from '../../../functions/receive-webhook.ts';
