import { SQSClient } from '@aws-sdk/client-sqs';
import { sharedClient } from './sdk-options.ts';

/** The process's one client of Amazon SQS. */
export const sqsClient = sharedClient((options) => new SQSClient(options));
