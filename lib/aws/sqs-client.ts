import { SQSClient } from '@aws-sdk/client-sqs';
import { lazy } from '../core/lazy.ts';
import { sdkOptions } from './sdk-options.ts';

/** The process's one client of Amazon SQS. */
export const sqsClient = lazy(() => new SQSClient(sdkOptions()));
