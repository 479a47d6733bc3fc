import { connect } from 'node:net';
import {
  DeleteItemCommand,
  DynamoDBClient,
  GetItemCommand,
  PutItemCommand,
  QueryCommand,
  UpdateItemCommand,
} from '@aws-sdk/client-dynamodb';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { type LocalAws, startLocalAws } from '../../../local/aws/index.ts';

const TABLE_NAME = 'notes';
const before = { ...process.env };
let aws: LocalAws;
let db: DynamoDBClient;

beforeAll(async () => {
  aws = await startLocalAws();
  Object.assign(process.env, aws.env);
  db = new DynamoDBClient({ maxAttempts: 1 });
  await aws.createTable(TABLE_NAME, {
    BillingMode: 'PAY_PER_REQUEST',
    AttributeDefinitions: ['id', 'open', 'at'].map((AttributeName) => ({ AttributeName, AttributeType: 'S' })),
    KeySchema: [{ AttributeName: 'id', KeyType: 'HASH' }],
    GlobalSecondaryIndexes: [
      {
        IndexName: 'open-by-time',
        KeySchema: [
          { AttributeName: 'open', KeyType: 'HASH' },
          { AttributeName: 'at', KeyType: 'RANGE' },
        ],
        Projection: { ProjectionType: 'ALL' },
      },
    ],
    // What has no effect here, and what CreateTable would refuse.
    TimeToLiveSpecification: { AttributeName: 'expires_at', Enabled: true },
    PointInTimeRecoverySpecification: { PointInTimeRecoveryEnabled: true },
  });
});

afterEach(() => aws.faults.clear());

afterAll(async () => {
  db.destroy();
  process.env = before;
  await aws.stop();
});

const get = async (id: string) =>
  (await db.send(new GetItemCommand({ TableName: TABLE_NAME, Key: { id: { S: id } }, ConsistentRead: true }))).Item;
const create = (id: string, more = {}) =>
  db.send(
    new PutItemCommand({
      TableName: TABLE_NAME,
      Item: { id: { S: id }, revision: { N: '1' }, ...more },
      ConditionExpression: 'attribute_not_exists(id)',
    }),
  );
/** Moves the item on from a revision, and from no other. */
const moveOn = (id: string, revision: number) =>
  db.send(
    new UpdateItemCommand({
      TableName: TABLE_NAME,
      Key: { id: { S: id } },
      UpdateExpression: 'SET revision = :next',
      ConditionExpression: 'revision = :seen',
      ExpressionAttributeValues: { ':seen': { N: String(revision) }, ':next': { N: String(revision + 1) } },
    }),
  );

describe('a conditional write to the embedded DynamoDB', () => {
  it('creates an item only once', async () => {
    await create('once');
    await expect(create('once', { late: { BOOL: true } })).rejects.toMatchObject({
      name: 'ConditionalCheckFailedException',
      $metadata: { httpStatusCode: 400 },
    });
    expect(await get('once')).toEqual({ id: { S: 'once' }, revision: { N: '1' } });
  });

  it('succeeds for exactly one of many concurrent writers', async () => {
    await create('contended');
    const results = await Promise.allSettled(Array.from({ length: 30 }, () => moveOn('contended', 1)));
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect((await get('contended'))?.['revision']).toEqual({ N: '2' });
  });

  it('preserves any text', async () => {
    const odd = { text: { S: '\u0000 \ud83d\udc31 "' }, empty: { S: '' }, list: { L: [{ NULL: true }] } };
    await create('odd', odd);
    expect(await get('odd')).toMatchObject(odd);
  });
});

describe('the limits of DynamoDB', () => {
  it.each([
    ['an item over 400 KB', () => create('large', { text: { S: 'x'.repeat(400 * 1024) } })],
    ['a key over 2,048 bytes', () => create('k'.repeat(2049))],
    ['an empty key', () => create('')],
    ['a number of 39 digits', () => create('number', { at: { S: '1' }, count: { N: '1'.repeat(39) } })],
    ['an empty set', () => create('set', { names: { SS: [] } })],
  ])('refuse %s', async (_, write) => {
    await expect(write()).rejects.toMatchObject({ name: 'ValidationException' });
  });

  it('accept a key of 2,048 bytes and an item of nearly 400 KB', async () => {
    await create('k'.repeat(2048));
    await create('nearly', { text: { S: 'x'.repeat(399 * 1024) } });
  });
});

describe('an index of the embedded DynamoDB', () => {
  const open = async (more = {}) => {
    const { Items = [], LastEvaluatedKey } = await db.send(
      new QueryCommand({
        TableName: TABLE_NAME,
        IndexName: 'open-by-time',
        KeyConditionExpression: '#open = :open',
        ExpressionAttributeNames: { '#open': 'open' },
        ExpressionAttributeValues: { ':open': { S: 'dead' } },
        ...more,
      }),
    );
    return { ids: Items.map(({ id }) => id?.S), LastEvaluatedKey };
  };

  it('returns only items with its attributes, in the order of its key, page by page', async () => {
    await create('c', { open: { S: 'dead' }, at: { S: '2026-01-03' } });
    await create('a', { open: { S: 'dead' }, at: { S: '2026-01-01' } });
    await create('b', { open: { S: 'dead' }, at: { S: '2026-01-02' } });
    await create('closed', { at: { S: '2026-01-02' } });
    await create('other', { open: { S: 'queued' }, at: { S: '2026-01-02' } });
    expect((await open()).ids).toEqual(['a', 'b', 'c']);

    const { ids, LastEvaluatedKey } = await open({ Limit: 2 });
    expect(ids).toEqual(['a', 'b']);
    expect((await open({ ExclusiveStartKey: LastEvaluatedKey })).ids).toEqual(['c']);

    await db.send(new DeleteItemCommand({ TableName: TABLE_NAME, Key: { id: { S: 'b' } } }));
    expect((await open()).ids).toEqual(['a', 'c']);
  });

  it('refuses a consistent read', async () => {
    await expect(open({ ConsistentRead: true })).rejects.toMatchObject({ name: 'ValidationException' });
  });
});

describe('a fault of the embedded DynamoDB', () => {
  it.each(['ProvisionedThroughputExceededException', 'ThrottlingException'])('can be a %s', async (code) => {
    aws.faults.add({ service: 'dynamodb', operation: 'GetItem', status: 400, code, times: 1 });
    await expect(get('once')).rejects.toMatchObject({ name: code, $metadata: { httpStatusCode: 400 } });
    expect(await get('once')).toBeDefined();
  });

  it('is hidden by the retries of the client when it is temporary', async () => {
    aws.faults.add({ service: 'dynamodb', status: 500, code: 'InternalServerError', times: 1 });
    aws.faults.add({ service: 'dynamodb', drop: true, times: 1 });
    const patient = new DynamoDBClient({});
    await patient.send(new GetItemCommand({ TableName: TABLE_NAME, Key: { id: { S: 'once' } } }));
    patient.destroy();
  });

  it('makes it unreachable or slow', async () => {
    aws.faults.add({ service: 'dynamodb', drop: true, times: 1 });
    await expect(get('once')).rejects.toMatchObject({ code: 'ECONNRESET' });
    aws.faults.add({ service: 'dynamodb', operation: 'GetItem', delayMs: 5_000, times: 1 });
    const slow = db.send(new GetItemCommand({ TableName: TABLE_NAME, Key: { id: { S: 'once' } } }), {
      abortSignal: AbortSignal.timeout(50),
    });
    await expect(slow).rejects.toMatchObject({ name: 'AbortError' });
  });

  it('loses the response to a write that was executed', async () => {
    aws.faults.add({ service: 'dynamodb', operation: 'PutItem', drop: 'unanswered', times: 1 });
    await expect(create('unsure')).rejects.toMatchObject({ code: 'ECONNRESET' });
    expect(await get('unsure')).toBeDefined();
  });

  it('of one service does not affect the others', async () => {
    aws.faults.add({ service: 'sqs', drop: true });
    expect(await get('once')).toBeDefined();
  });
});

it('a table is created once, and invalid properties are refused with the message of DynamoDB', async () => {
  await expect(aws.createTable(TABLE_NAME, { KeySchema: [] })).rejects.toThrow('ValidationException');
  await expect(
    aws.createTable(TABLE_NAME, {
      BillingMode: 'PAY_PER_REQUEST',
      AttributeDefinitions: [{ AttributeName: 'id', AttributeType: 'S' }],
      KeySchema: [{ AttributeName: 'id', KeyType: 'HASH' }],
    }),
  ).rejects.toThrow('ResourceInUseException');
  await expect(db.send(new GetItemCommand({ TableName: 'nowhere', Key: { id: { S: 'x' } } }))).rejects.toMatchObject({
    name: 'ResourceNotFoundException',
  });
});

it('a request that is cut off does not stop the embedded DynamoDB', async () => {
  const { hostname, port } = new URL(aws.dynamodbUrl);
  const socket = connect(Number(port), hostname);
  const head = 'POST / HTTP/1.1\r\nhost: x\r\nx-amz-target: DynamoDB_20120810.GetItem\r\ncontent-length: 100';
  await new Promise((resolve) => socket.write(`${head}\r\ncontent-type: application/x-amz-json-1.0\r\n\r\n{`, resolve));
  const closed = new Promise((resolve) => socket.once('close', resolve));
  socket.destroy();
  await closed;
  expect(await get('once')).toBeDefined();
});
