import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { sharedClient } from './sdk-options.ts';

/** The process's one client of Amazon DynamoDB. */
export const dynamoDbClient = sharedClient((options) => new DynamoDBClient(options));
