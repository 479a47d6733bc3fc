import type { Configured } from '../../lib/runtime/service.ts';
import { readConfigAndSettings } from '../../lib/runtime/settings.ts';

/** What Lambda and serverless.yml put into the environment of the functions. The names lead nowhere: nothing is called. */
export const ENVIRONMENT: Readonly<Record<string, string>> = {
  AWS_REGION: 'ap-northeast-1',
  AWS_DEFAULT_REGION: 'ap-northeast-1',
  AWS_ACCESS_KEY_ID: 'bench',
  AWS_SECRET_ACCESS_KEY: 'bench',
  AWS_SESSION_TOKEN: 'bench',
  AWS_LAMBDA_FUNCTION_NAME: 'bench',
  AWS_LAMBDA_FUNCTION_VERSION: '$LATEST',
  AWS_LAMBDA_FUNCTION_MEMORY_SIZE: '512',
  AWS_LAMBDA_LOG_GROUP_NAME: '/aws/lambda/bench',
  AWS_LAMBDA_LOG_STREAM_NAME: 'bench',
  AWS_LAMBDA_INITIALIZATION_TYPE: 'on-demand',
  TZ: ':UTC',
  LOG_LEVEL: 'INFO',
  POWERTOOLS_SERVICE_NAME: 'annofab-functions',
  POWERTOOLS_METRICS_NAMESPACE: 'annofab-functions-bench',
  CREDENTIAL_SECRET_ID: 'bench/credential',
  WEBHOOKS_SECRET_ID: 'bench/webhooks',
  TASK_COMPLETED_QUEUE_URL: 'https://sqs.example.com/task-completed',
  ANNOTATION_ARCHIVE_UPDATED_QUEUE_URL: 'https://sqs.example.com/annotation-archive-updated',
  INPUT_DATA_ZIP_REGISTERED_QUEUE_URL: 'https://sqs.example.com/input-data-zip-registered',
  PROJECT_COPY_COMPLETED_QUEUE_URL: 'https://sqs.example.com/project-copy-completed',
  QUEUE_URL: 'https://sqs.example.com/queue',
  DEAD_LETTER_QUEUE_URL: 'https://sqs.example.com/dead-letters',
  LEDGER_TABLE: 'bench-ledger',
  DATASET_BUCKET: 'bench-dataset',
  WEBHOOK_STAGE: 'bench',
  WEBHOOK_URL: 'https://api.example.com',
};

/**
 * A function that is not configured makes no clients, and would start fast.
 *
 * @throws ConfigError that names what is missing
 */
export function assertConfigured({ variables }: Configured): void {
  readConfigAndSettings(variables, ENVIRONMENT);
}
