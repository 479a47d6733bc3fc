import { createQueue, type Queue } from '../../aws/queue.ts';
import { createSecret, type Secret } from '../../aws/secret.ts';
import { secretsClient } from '../../aws/secrets-client.ts';
import { sqsClient } from '../../aws/sqs-client.ts';
import { service } from '../../runtime/service.ts';
import type { EventType } from '../../webhooks/events.ts';
import { parseWebhookSecrets, type WebhookSecrets } from '../../webhooks/webhook-secrets.ts';

/** The queue of each event type. */
export const queues = service(
  [
    'TASK_COMPLETED_QUEUE_URL',
    'ANNOTATION_ARCHIVE_UPDATED_QUEUE_URL',
    'INPUT_DATA_ZIP_REGISTERED_QUEUE_URL',
    'PROJECT_COPY_COMPLETED_QUEUE_URL',
    'AWS_TIMEOUT_MS',
  ],
  (config): Readonly<Record<EventType, Queue>> => {
    const client = sqsClient(config.AWS_TIMEOUT_MS);
    return {
      'task-completed': createQueue({ queueUrl: config.TASK_COMPLETED_QUEUE_URL, client }),
      'annotation-archive-updated': createQueue({ queueUrl: config.ANNOTATION_ARCHIVE_UPDATED_QUEUE_URL, client }),
      'input-data-zip-registered': createQueue({ queueUrl: config.INPUT_DATA_ZIP_REGISTERED_QUEUE_URL, client }),
      'project-copy-completed': createQueue({ queueUrl: config.PROJECT_COPY_COMPLETED_QUEUE_URL, client }),
    };
  },
);

/** The secrets that Annofab's webhooks have to carry. */
export const webhookSecrets = service(['WEBHOOKS_SECRET_ID', 'AWS_TIMEOUT_MS'], (config): Secret<WebhookSecrets> => {
  const client = secretsClient(config.AWS_TIMEOUT_MS);
  return createSecret({ secretId: config.WEBHOOKS_SECRET_ID, client, parse: parseWebhookSecrets });
});

/** How long the receiver works on a request, in milliseconds, before it answers with a 503. */
export const answerWithinMs = service(['ANSWER_WITHIN_MS'], (config): number => config.ANSWER_WITHIN_MS);
