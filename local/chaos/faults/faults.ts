import type { Fault } from '../../annofab/index.ts';
import type { AwsFailure } from '../../aws/index.ts';
import type { AwsCall, AwsService } from '../../aws/services.ts';

/** Faults of Annofab, each with its probability. */
export const ANNOFAB_FAULTS: Readonly<Record<string, Fault>> = {
  'annofab: 429 with Retry-After': { operation: '*', status: 429, retryAfter: 1, rate: 0.004 },
  'annofab: 429 without Retry-After': { operation: '*', status: 429, rate: 0.002 },
  'annofab: 500': { operation: '*', status: 500, rate: 0.003 },
  'annofab: 502 of a gateway': { operation: '*', status: 502, rate: 0.002 },
  'annofab: 503 maintenance': { operation: '*', status: 503, rate: 0.002 },
  'annofab: 503 with Retry-After': { operation: '*', status: 503, retryAfter: 2, rate: 0.002 },
  'annofab: token expired': { operation: '*', expiredToken: true, rate: 0.002 },
  'annofab: slow headers': { operation: '*', delayMs: 300, rate: 0.003 },
  'annofab: slow body': { operation: '*', bodyMs: 300, rate: 0.003 },
  'annofab: cut before processing': { operation: '*', drop: 'before', rate: 0.003 },
  'annofab: cut before the answer': { operation: '*', drop: 'unanswered', rate: 0.003 },
  'annofab: cut during the answer': { operation: '*', drop: 'during', rate: 0.003 },
  'annofab: half of the JSON': { operation: '*', truncate: true, rate: 0.003 },
  'files: 500': { operation: 'downloadFile', status: 500, rate: 0.02 },
  'files: 503': { operation: 'downloadFile', status: 503, rate: 0.02 },
  'files: address expired': { operation: 'downloadFile', expiredToken: true, rate: 0.02 },
  'files: slow headers': { operation: 'downloadFile', delayMs: 300, rate: 0.02 },
  'files: slow body': { operation: 'downloadFile', bodyMs: 300, rate: 0.02 },
  'files: cut before processing': { operation: 'downloadFile', drop: 'before', rate: 0.02 },
  'files: cut before the answer': { operation: 'downloadFile', drop: 'unanswered', rate: 0.02 },
  'files: cut during the answer': { operation: 'downloadFile', drop: 'during', rate: 0.02 },
  'webhooks: duplicated': { operation: 'webhook', duplicates: 1, rate: 0.04 },
  'webhooks: duplicated twice': { operation: 'webhook', duplicates: 2, rate: 0.01 },
  'webhooks: delayed': { operation: 'webhook', delayMs: 1_500, rate: 0.04 },
  'webhooks: reordered': { operation: 'webhook', reorder: true, rate: 0.04 },
  'webhooks: dropped, with a failed job': { operation: 'webhook', drop: 'delivery', rate: 0.02 },
  'webhooks: dropped without a trace': {
    operation: 'webhook',
    // Other events leave no other trace than the job, so that nothing could recover them.
    eventType: 'task-completed',
    drop: 'event',
    rate: 0.01,
  },
  'webhooks: placeholders escaped': { operation: 'webhook', escape: true, rate: 0.1 },
  'webhooks: before the task can be read, by reads': { operation: 'webhook', staleReads: 2, rate: 0.03 },
  'webhooks: before the task can be read, by time': { operation: 'webhook', staleMs: 800, rate: 0.03 },
};

/** The throttling error of each service. */
const THROTTLING: Readonly<Record<AwsService, AwsFailure>> = {
  s3: { status: 503, code: 'SlowDown' },
  sqs: { status: 400, code: 'RequestThrottled' },
  dynamodb: { status: 400, code: 'ProvisionedThroughputExceededException' },
  secretsmanager: { status: 400, code: 'ThrottlingException' },
  states: { status: 400, code: 'ThrottlingException' },
};

interface AwsChance {
  readonly rate: number;
  readonly failure: (service: AwsService) => AwsFailure;
}

/** Faults of AWS, each with its probability. */
export const AWS_FAULTS: Readonly<Record<string, AwsChance>> = {
  throttled: { rate: 0.003, failure: (service) => THROTTLING[service] },
  'internal error': { rate: 0.002, failure: () => ({ status: 500, code: 'InternalError' }) },
  slow: { rate: 0.003, failure: () => ({ delayMs: 300 }) },
  'cut before processing': { rate: 0.002, failure: () => ({ drop: true }) },
  'cut before the answer': { rate: 0.004, failure: () => ({ drop: 'unanswered' }) },
  'cut during the answer': { rate: 0.002, failure: () => ({ drop: 'during' }) },
};

/** Requests of the Lambda host, as of Lambda's pollers: no function is affected when they fail. */
const OPERATIONS_OF_THE_HOST = new Set([
  'ReceiveMessage',
  'DeleteMessage',
  'ChangeMessageVisibility',
  'GetQueueAttributes',
]);

export function isCallOfTheHost({ operation }: AwsCall): boolean {
  return OPERATIONS_OF_THE_HOST.has(operation);
}
