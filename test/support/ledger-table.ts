import { randomUUID } from 'node:crypto';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import type { LocalAws } from '../../local/aws/index.ts';
import { readServerlessFile } from '../../local/lambda/serverless-file/serverless-file.ts';

/** A client of the embedded DynamoDB that does not depend on the environment. */
export function localDynamoDb(aws: LocalAws, options: { maxAttempts?: number } = {}): DynamoDBClient {
  const credentials = { accessKeyId: 'local', secretAccessKey: 'local' };
  return new DynamoDBClient({ endpoint: aws.dynamodbUrl, region: aws.region, credentials, ...options });
}

/** Read once: parsing takes longer than most tests that need a table. */
let definition: ReturnType<typeof readTable> | undefined;

/** The ledger's table as serverless.yml describes it, under a unique name. */
export async function createLedgerTable(aws: LocalAws): Promise<string> {
  definition ??= readTable(aws.region);
  const name = `ledger-${randomUUID()}`;
  await aws.createTable(name, await definition);
  return name;
}

async function readTable(region: string) {
  const { tables } = await readServerlessFile('serverless.yml', { stage: 'test', region });
  const table = tables.find(({ logicalId }) => logicalId === 'LedgerTable');
  if (table === undefined) throw new Error('serverless.yml has no LedgerTable');
  return table.properties;
}
