import { DynamoDBClient, PutItemCommand } from '@aws-sdk/client-dynamodb';
import type { SQSEvent } from 'aws-lambda';
import { itemOf } from '../bare-item.ts';
import { metered } from '../meter.ts';

const dynamoDb = new DynamoDBClient({});

/** Writes that the work begins, and that it is done. */
export const handler = metered(async ({ Records }: SQSEvent) => {
  for (const { body } of Records) {
    const { key } = JSON.parse(body);
    for (const state of ['processing', 'done']) {
      const Item = itemOf(key, body, state);
      await dynamoDb.send(new PutItemCommand({ TableName: process.env['LEDGER_TABLE'], Item }));
    }
  }
  return { batchItemFailures: [] };
});
