import { handler as receiver } from '../../../functions/receive-webhook.ts';
import { metered } from '../meter.ts';

export const handler = metered(receiver);
