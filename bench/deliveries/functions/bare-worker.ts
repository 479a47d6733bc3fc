import { randomUUID } from 'node:crypto';
import { DynamoDBClient, PutItemCommand } from '@aws-sdk/client-dynamodb';
import type { SQSEvent } from 'aws-lambda';
import { writeOf } from '../bare-item.ts';
import { metered } from '../meter.ts';

const dynamoDb = new DynamoDBClient({});

/** The same two writes to the ledger: that the work begins, and that it is done. */
export const handler = metered(async ({ Records }: SQSEvent) => {
  for (const { body } of Records) {
    const { key, event } = JSON.parse(body);
    const lease = { id: randomUUID(), until: Date.now() + 60_000 };
    await dynamoDb.send(new PutItemCommand(writeOf(key, event, { state: 'processing', tries: 1, lease })));
    await dynamoDb.send(new PutItemCommand(writeOf(key, event, { state: 'done', tries: 1 })));
  }
  return { batchItemFailures: [] };
});
