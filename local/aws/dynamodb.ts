import { Readable } from 'node:stream';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { promisify } from 'node:util';
import dynalite from 'dynalite';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { listen } from '../listen.ts';
import { addFailedConditions } from './failed-conditions.ts';
import { awsCall } from './services.ts';

/** The `Properties` of an `AWS::DynamoDB::Table` in CloudFormation. */
export type TableProperties = Readonly<Record<string, unknown>>;

/** Properties with the same name in CreateTable. Others, such as expiry and encryption, have no effect here. */
const TABLE_PROPERTIES = [
  'KeySchema',
  'AttributeDefinitions',
  'BillingMode',
  'ProvisionedThroughput',
  'GlobalSecondaryIndexes',
  'LocalSecondaryIndexes',
];

/** Answers requests to DynamoDB from tables in memory, or in a folder. */
export function addDynamoDb(app: FastifyInstance, folder?: string): void {
  addFailedConditions();
  const dynamoDb = dynalite({ createTableMs: 0, ...(folder !== undefined && { path: folder }) });
  // Its database is closed only together with a server that listens.
  if (folder !== undefined) {
    app.addHook('onClose', async () => {
      await listen(dynamoDb);
      await promisify(dynamoDb.close.bind(dynamoDb))();
    });
  }
  app.addHook('preHandler', async (request, reply) => {
    if (awsCall(request).service !== 'dynamodb') return;
    reply.hijack();
    dynamoDb.emit('request', received(request), reply.raw);
    return reply;
  });
}

/** Whether there is a table of this name. */
export async function hasTable(app: FastifyInstance, name: string): Promise<boolean> {
  const { TableNames }: { TableNames: readonly string[] } = JSON.parse(await send(app, 'ListTables', {}));
  return TableNames.includes(name);
}

/** Creates a table, and waits until it can be used. @throws Error with DynamoDB's message for invalid properties */
export async function createTable(app: FastifyInstance, name: string, properties: TableProperties): Promise<void> {
  const known = Object.entries(properties).filter(([property]) => TABLE_PROPERTIES.includes(property));
  await send(app, 'CreateTable', { TableName: name, ...Object.fromEntries(known) });
  while (!(await send(app, 'DescribeTable', { TableName: name })).includes('"TableStatus":"ACTIVE"')) await nextTurn();
}

async function send(app: FastifyInstance, operation: string, input: object): Promise<string> {
  const response = await app.inject({
    method: 'POST',
    url: '/',
    headers: {
      'content-type': 'application/x-amz-json-1.0',
      'x-amz-target': `DynamoDB_20120810.${operation}`,
      'x-amz-date': new Date().toISOString(),
      // Required, but not verified.
      authorization: 'AWS4-HMAC-SHA256 Credential=local, SignedHeaders=host, Signature=local',
    },
    payload: JSON.stringify(input),
  });
  if (response.statusCode !== 200) throw new Error(`DynamoDB refused ${operation}: ${response.body}`);
  return response.body;
}

/**
 * The request, with the body that has arrived already. dynalite must not read the connection: if it were cut during a body,
 * dynalite would throw an error that cannot be caught.
 */
function received({ method, url, headers, body }: FastifyRequest): Readable {
  return Object.assign(Readable.from([Buffer.from(JSON.stringify(body))]), { method, url, headers });
}
