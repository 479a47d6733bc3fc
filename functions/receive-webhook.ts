import { receiveWebhook } from '../lib/deliveries/receive/receive-webhook.ts';
import { httpHandler } from '../lib/lambda/http-handler.ts';
import { ledger } from '../lib/lambda/services/ledger.ts';
import { answerWithinMs, queues, webhookSecrets } from '../lib/lambda/services/receiver.ts';

/** `POST /webhooks/annofab/{event_type}`: Annofab calls it, and the event goes into the ledger and the queue of its type. */
export const handler = httpHandler({ ledger, queues, webhookSecrets, answerWithinMs }, receiveWebhook);
