import { httpHandler } from '../lib/lambda/http-handler.ts';
import { receiveWebhook } from '../lib/lambda/receive-webhook.ts';
import { queues, webhookSecrets } from '../lib/lambda/receiver-services.ts';

/** `POST /webhooks/annofab/{event_type}`: Annofab calls it, and the event goes into the queue of its type. */
export const handler = httpHandler({ queues, webhookSecrets }, receiveWebhook);
