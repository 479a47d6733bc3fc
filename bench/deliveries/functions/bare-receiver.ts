import { createHash } from 'node:crypto';
import { DynamoDBClient, PutItemCommand } from '@aws-sdk/client-dynamodb';
import { SendMessageCommand, SQSClient } from '@aws-sdk/client-sqs';
import type { APIGatewayProxyEventV2 } from 'aws-lambda';
import { writeOf } from '../bare-item.ts';
import { metered } from '../meter.ts';

const dynamoDb = new DynamoDBClient({});
const sqs = new SQSClient({});

/** Writes one item and sends one message: without a secret, validation, duplicates, logs and metrics. */
export const handler = metered(async ({ body = '' }: APIGatewayProxyEventV2) => {
  const key = createHash('sha256').update(body).digest('hex');
  await dynamoDb.send(new PutItemCommand(writeOf(key, JSON.parse(body), { state: 'queued', tries: 0 })));
  await sqs.send(new SendMessageCommand({ QueueUrl: process.env['QUEUE_URL'], MessageBody: body }));
  return { statusCode: 202, body: JSON.stringify({ key }) };
});
