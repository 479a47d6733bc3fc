import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { lazy } from '../core/lazy.ts';
import { sdkOptions } from './sdk-options.ts';

/** The process's one client of Amazon DynamoDB. */
export const dynamoDbClient = lazy(() => new DynamoDBClient(sdkOptions()));
