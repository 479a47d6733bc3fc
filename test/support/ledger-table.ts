import { randomUUID } from 'node:crypto';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import type { LocalAws } from '../../local/aws/index.ts';
import { readServerlessFile } from '../../local/lambda/serverless-file/serverless-file.ts';

/** A client of the embedded DynamoDB that does not depend on the environment. */
export function localDynamoDb(aws: LocalAws, options: { maxAttempts?: number } = {}): DynamoDBClient {
  const credentials = { accessKeyId: 'local', secretAccessKey: 'local' };
  return new DynamoDBClient({ endpoint: aws.dynamodbUrl, region: aws.region, credentials, ...options });
}

/** The ledger's table as serverless.yml describes it, under a unique name. */
export async function createLedgerTable(aws: LocalAws): Promise<string> {
  const { tables } = await readServerlessFile('serverless.yml', { stage: 'test', region: aws.region });
  const table = tables.find(({ logicalId }) => logicalId === 'LedgerTable');
  if (table === undefined) throw new Error('serverless.yml has no LedgerTable');
  const name = `ledger-${randomUUID()}`;
  await aws.createTable(name, table.properties);
  return name;
}
