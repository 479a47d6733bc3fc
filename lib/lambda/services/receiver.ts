import { createQueue, type Queue } from '../../aws/queue.ts';
import { createSecret, type Secret } from '../../aws/secret.ts';
import { secretsClient } from '../../aws/secrets-client.ts';
import { sqsClient } from '../../aws/sqs-client.ts';
import type { Queues } from '../../deliveries/send-envelope.ts';
import { service } from '../../runtime/service.ts';
import { parseWebhookSecrets, type WebhookSecrets } from '../../webhooks/webhook-secrets.ts';

/** The queue of each event type that is switched on. */
export const queues = service(
  [
    'TASK_COMPLETED_QUEUE_URL',
    'ANNOTATION_ARCHIVE_UPDATED_QUEUE_URL',
    'INPUT_DATA_ZIP_REGISTERED_QUEUE_URL',
    'PROJECT_COPY_COMPLETED_QUEUE_URL',
    'AWS_TIMEOUT_MS',
  ],
  (config): Queues => {
    const client = sqsClient(config.AWS_TIMEOUT_MS);
    const queueAt = (queueUrl: string | undefined): Queue | undefined =>
      queueUrl === undefined ? undefined : createQueue({ queueUrl, client });
    return {
      'task-completed': queueAt(config.TASK_COMPLETED_QUEUE_URL),
      'annotation-archive-updated': queueAt(config.ANNOTATION_ARCHIVE_UPDATED_QUEUE_URL),
      'input-data-zip-registered': queueAt(config.INPUT_DATA_ZIP_REGISTERED_QUEUE_URL),
      'project-copy-completed': queueAt(config.PROJECT_COPY_COMPLETED_QUEUE_URL),
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
