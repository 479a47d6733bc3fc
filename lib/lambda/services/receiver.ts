import { createQueue, type Queue } from '../../aws/queue.ts';
import { createSecret, type Secret } from '../../aws/secret.ts';
import type { Queues } from '../../deliveries/send-envelope.ts';
import { service } from '../../runtime/service.ts';
import { parseWebhookSecrets, type WebhookSecret } from '../../webhooks/webhook-secrets.ts';

/** The queue of each event type that is switched on. */
export const queues = service(
  [
    'TASK_COMPLETED_QUEUE_URL',
    'ANNOTATION_ARCHIVE_UPDATED_QUEUE_URL',
    'INPUT_DATA_ZIP_REGISTERED_QUEUE_URL',
    'PROJECT_COPY_COMPLETED_QUEUE_URL',
  ],
  (config): Queues => ({
    'task-completed': queueAt(config.TASK_COMPLETED_QUEUE_URL),
    'annotation-archive-updated': queueAt(config.ANNOTATION_ARCHIVE_UPDATED_QUEUE_URL),
    'input-data-zip-registered': queueAt(config.INPUT_DATA_ZIP_REGISTERED_QUEUE_URL),
    'project-copy-completed': queueAt(config.PROJECT_COPY_COMPLETED_QUEUE_URL),
  }),
);

function queueAt(queueUrl: string | undefined): Queue | undefined {
  return queueUrl === undefined ? undefined : createQueue({ queueUrl });
}

/** The secrets that Annofab's webhooks have to carry. */
export const webhookSecrets = service(
  ['WEBHOOKS_SECRET_ID'],
  (config): Secret<WebhookSecret[]> =>
    createSecret({ secretId: config.WEBHOOKS_SECRET_ID, parse: parseWebhookSecrets }),
);
