import { httpHandler } from '../lib/lambda/http-handler.ts';
import { ledger } from '../lib/lambda/ledger.ts';
import { receiveWebhook } from '../lib/lambda/receive-webhook.ts';
import { queues, webhookSecrets } from '../lib/lambda/receiver-services.ts';

/** `POST /webhooks/annofab/{event_type}`: Annofab calls it, and the event goes into the ledger and the queue of its type. */
export const handler = httpHandler({ ledger, queues, webhookSecrets }, receiveWebhook);
