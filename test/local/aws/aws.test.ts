import { createHash, randomBytes } from 'node:crypto';
import { Readable } from 'node:stream';
import { ConditionalCheckFailedException, DynamoDBClient, PutItemCommand } from '@aws-sdk/client-dynamodb';
import {
  CompleteMultipartUploadCommand,
  CreateMultipartUploadCommand,
  DeleteObjectCommand,
  GetObjectCommand,
  PutObjectCommand,
  S3Client,
  UploadPartCommand,
} from '@aws-sdk/client-s3';
import {
  CreateSecretCommand,
  GetSecretValueCommand,
  PutSecretValueCommand,
  SecretsManagerClient,
} from '@aws-sdk/client-secrets-manager';
import {
  ChangeMessageVisibilityCommand,
  DeleteMessageBatchCommand,
  GetQueueAttributesCommand,
  GetQueueUrlCommand,
  ReceiveMessageCommand,
  SendMessageBatchCommand,
  SendMessageCommand,
  SQSClient,
} from '@aws-sdk/client-sqs';
import { Upload } from '@aws-sdk/lib-storage';
import { request } from 'undici';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { type LocalAws, startLocalAws } from '../../../local/aws/index.ts';

let aws: LocalAws;
let sqs: SQSClient;
let s3: S3Client;
let secretsManager: SecretsManagerClient;
const before = { ...process.env };

beforeAll(async () => {
  aws = await startLocalAws({ secrets: { 'team/credential': { pat: 'demo-pat' }, plain: 'just text' } });
  // As in a function, the clients are configured only by the environment.
  Object.assign(process.env, aws.env);
  sqs = new SQSClient({});
  s3 = new S3Client({});
  secretsManager = new SecretsManagerClient({});
  await aws.createBucket('dataset');
});

afterEach(() => aws.faults.clear());

afterAll(async () => {
  for (const client of [sqs, s3, secretsManager]) client.destroy();
  process.env = before;
  await aws.stop();
});

describe('the embedded SQS', () => {
  it('moves a message that is received too often to the dead-letter queue', async () => {
    const dead = await aws.createQueue('redrive-dead');
    const { url: QueueUrl } = await aws.createQueue('redrive', {
      VisibilityTimeout: '0',
      RedrivePolicy: JSON.stringify({ deadLetterTargetArn: dead.arn, maxReceiveCount: 2 }),
    });
    await sqs.send(new SendMessageCommand({ QueueUrl, MessageBody: 'poison' }));
    for (const count of ['1', '2']) {
      const { Messages = [] } = await sqs.send(
        new ReceiveMessageCommand({ QueueUrl, MessageSystemAttributeNames: ['ApproximateReceiveCount'] }),
      );
      expect(Messages[0]?.Attributes).toEqual({ ApproximateReceiveCount: count });
    }
    expect((await sqs.send(new ReceiveMessageCommand({ QueueUrl }))).Messages).toBeUndefined();
    const { Messages = [] } = await sqs.send(new ReceiveMessageCommand({ QueueUrl: dead.url }));
    expect(Messages.map(({ Body }) => Body)).toEqual(['poison']);
  });

  it('hides delayed messages and messages in flight, and counts both', async () => {
    const { url: QueueUrl } = await aws.createQueue('delayed');
    await sqs.send(new SendMessageCommand({ QueueUrl, MessageBody: 'later', DelaySeconds: 900 }));
    await sqs.send(new SendMessageCommand({ QueueUrl, MessageBody: 'now' }));
    const { Messages = [] } = await sqs.send(new ReceiveMessageCommand({ QueueUrl, MaxNumberOfMessages: 10 }));
    expect(Messages.map(({ Body }) => Body)).toEqual(['now']);
    const { Attributes } = await sqs.send(new GetQueueAttributesCommand({ QueueUrl, AttributeNames: ['All'] }));
    expect(Attributes).toMatchObject({
      ApproximateNumberOfMessages: '0',
      ApproximateNumberOfMessagesDelayed: '1',
      ApproximateNumberOfMessagesNotVisible: '1',
    });
  });

  it('makes a message visible again when its visibility timeout is set to 0', async () => {
    const { url: QueueUrl } = await aws.createQueue('handed-back');
    await sqs.send(new SendMessageCommand({ QueueUrl, MessageBody: 'again' }));
    const first = await sqs.send(new ReceiveMessageCommand({ QueueUrl }));
    const ReceiptHandle = first.Messages?.[0]?.ReceiptHandle;
    await sqs.send(new ChangeMessageVisibilityCommand({ QueueUrl, ReceiptHandle, VisibilityTimeout: 0 }));
    const second = await sqs.send(new ReceiveMessageCommand({ QueueUrl }));
    expect(second.Messages?.[0]?.Body).toBe('again');
  });

  it('sends, receives by long polling and deletes a batch', async () => {
    const { url: QueueUrl } = await aws.createQueue('batch');
    const waiting = sqs.send(new ReceiveMessageCommand({ QueueUrl, MaxNumberOfMessages: 10, WaitTimeSeconds: 20 }));
    const Entries = ['a', 'b', 'c'].map((name) => ({ Id: name, MessageBody: name }));
    await sqs.send(new SendMessageBatchCommand({ QueueUrl, Entries }));
    const { Messages: first = [] } = await waiting;
    const { Messages: rest = [] } = await sqs.send(new ReceiveMessageCommand({ QueueUrl, MaxNumberOfMessages: 10 }));
    const all = [...first, ...rest];
    expect(all.map(({ Body }) => Body)).toEqual(['a', 'b', 'c']);
    const { Successful = [] } = await sqs.send(
      new DeleteMessageBatchCommand({
        QueueUrl,
        Entries: all.map(({ MessageId, ReceiptHandle }) => ({ Id: MessageId, ReceiptHandle })),
      }),
    );
    expect(Successful).toHaveLength(3);
  });

  it('returns queue URLs with its own address', async () => {
    const { url } = await aws.createQueue('named');
    expect(url).toBe(`${aws.sqsUrl}/000000000000/named`);
    expect((await sqs.send(new GetQueueUrlCommand({ QueueName: 'named' }))).QueueUrl).toBe(url);
  });
});

describe('a conditional write to the embedded S3', () => {
  const put = (Key: string, Body: string, condition: { IfMatch?: string; IfNoneMatch?: string } = {}) =>
    s3.send(new PutObjectCommand({ Bucket: 'dataset', Key, Body, ...condition }));
  const read = async (Key: string) =>
    (await s3.send(new GetObjectCommand({ Bucket: 'dataset', Key }))).Body?.transformToString();
  const failed = { name: 'PreconditionFailed', $metadata: { httpStatusCode: 412 } };

  it('creates a key only once', async () => {
    await put('new.json', 'first', { IfNoneMatch: '*' });
    await expect(put('new.json', 'second', { IfNoneMatch: '*' })).rejects.toMatchObject(failed);
    expect(await read('new.json')).toBe('first');
  });

  it('replaces a key only over the version that was read', async () => {
    const { ETag = '' } = await put('pointer.json', 'one');
    await put('pointer.json', 'two', { IfMatch: ETag });
    await expect(put('pointer.json', 'three', { IfMatch: ETag })).rejects.toMatchObject(failed);
    expect(await read('pointer.json')).toBe('two');
  });

  it('does not replace a deleted key', async () => {
    const { ETag = '' } = await put('gone.json', 'one');
    await s3.send(new DeleteObjectCommand({ Bucket: 'dataset', Key: 'gone.json' }));
    await expect(put('gone.json', 'two', { IfMatch: ETag })).rejects.toMatchObject({ name: 'NoSuchKey' });
    await put('gone.json', 'three', { IfNoneMatch: '*' });
  });

  it('succeeds for exactly one of many concurrent writers', async () => {
    const { ETag = '' } = await put('race.json', 'start');
    const results = await Promise.allSettled(
      Array.from({ length: 20 }, (_, i) => put('race.json', `writer ${i}`, { IfMatch: ETag })),
    );
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  });

  it('checks the condition of a multipart upload when it is completed', async () => {
    const where = { Bucket: 'dataset', Key: 'upload.zip' };
    const uploads = await Promise.all(
      ['a', 'b'].map(async (Body) => {
        const { UploadId } = await s3.send(new CreateMultipartUploadCommand(where));
        const { ETag } = await s3.send(new UploadPartCommand({ ...where, UploadId, PartNumber: 1, Body }));
        return { UploadId, MultipartUpload: { Parts: [{ PartNumber: 1, ETag }] } };
      }),
    );
    const results = await Promise.allSettled(
      uploads.map((o) => s3.send(new CompleteMultipartUploadCommand({ ...where, ...o, IfNoneMatch: '*' }))),
    );
    expect(results.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  });

  it('does not block the key when its writer disconnects', async () => {
    aws.faults.add({ service: 's3', operation: 'PutObject', delayMs: 50, times: 1 });
    const abortController = new AbortController();
    const abandoned = s3.send(new PutObjectCommand({ Bucket: 'dataset', Key: 'left.json', Body: 'x' }), {
      abortSignal: abortController.signal,
    });
    abortController.abort();
    await expect(abandoned).rejects.toMatchObject({ name: 'AbortError' });
    await put('left.json', 'y', {});
    expect(await read('left.json')).toBe('y');
  });

  it('refuses a body with a wrong checksum', async () => {
    const ChecksumSHA256 = createHash('sha256').update('announced').digest('base64');
    const putAs = (Body: string) =>
      s3.send(new PutObjectCommand({ Bucket: 'dataset', Key: 'sum.json', Body, ChecksumSHA256 }));
    await expect(putAs('another')).rejects.toMatchObject({ name: 'BadDigest', $metadata: { httpStatusCode: 400 } });
    await putAs('announced');
    expect(await read('sum.json')).toBe('announced');
  });

  it('accepts parts that are larger than the limit of fauxqs', async () => {
    const bytes = randomBytes(26 * 1024 * 1024);
    const params = { Bucket: 'dataset', Key: 'large.zip', Body: Readable.from([bytes]) };
    await new Upload({ client: s3, params, partSize: 12 * 1024 * 1024 }).done();
    const { Body } = await s3.send(new GetObjectCommand({ Bucket: 'dataset', Key: 'large.zip' }));
    const back = await Body?.transformToByteArray();
    expect(back !== undefined && Buffer.from(back).equals(bytes)).toBe(true);
  });
});

describe('a conditional write to the embedded DynamoDB', () => {
  it('returns the item that failed its condition to those that ask for it', async () => {
    const TableName = 'conditions';
    await aws.createTable(TableName, {
      BillingMode: 'PAY_PER_REQUEST',
      AttributeDefinitions: [{ AttributeName: 'key', AttributeType: 'S' }],
      KeySchema: [{ AttributeName: 'key', KeyType: 'HASH' }],
    });
    const client = new DynamoDBClient({
      endpoint: aws.dynamodbUrl,
      region: aws.region,
      credentials: { accessKeyId: 'test', secretAccessKey: 'test' },
    });
    const Item = { key: { S: 'one' }, count: { N: '1' } };
    const put = (ConditionExpression: string, returned: 'ALL_OLD' | 'NONE') =>
      client
        .send(
          new PutItemCommand({
            TableName,
            Item,
            ConditionExpression,
            ExpressionAttributeNames: { '#key': 'key' },
            ReturnValuesOnConditionCheckFailure: returned,
          }),
        )
        .catch(
          (error: unknown) => error instanceof ConditionalCheckFailedException && { failed: true, Item: error.Item },
        );
    expect(await put('attribute_exists(#key)', 'ALL_OLD')).toEqual({ failed: true, Item: undefined });
    await put('attribute_not_exists(#key)', 'ALL_OLD');
    expect(await put('attribute_not_exists(#key)', 'ALL_OLD')).toEqual({ failed: true, Item });
    expect(await put('attribute_not_exists(#key)', 'NONE')).toEqual({ failed: true, Item: undefined });
    client.destroy();
  });
});

describe('the embedded Secrets Manager', () => {
  const get = (SecretId: string, VersionStage?: string) =>
    secretsManager.send(new GetSecretValueCommand({ SecretId, VersionStage }));

  it('returns a secret by name and by ARN', async () => {
    const { SecretString, ARN = '', VersionStages, CreatedDate } = await get('team/credential');
    expect(SecretString).toBe('{"pat":"demo-pat"}');
    expect(VersionStages).toEqual(['AWSCURRENT']);
    expect(CreatedDate).toBeInstanceOf(Date);
    expect((await get(ARN)).SecretString).toBe(SecretString);
    expect((await get('plain')).SecretString).toBe('just text');
  });

  it('keeps the previous version of a rotated secret', async () => {
    await secretsManager.send(new CreateSecretCommand({ Name: 'rotated', SecretString: 'one' }));
    await secretsManager.send(new PutSecretValueCommand({ SecretId: 'rotated', SecretString: 'two' }));
    expect((await get('rotated')).SecretString).toBe('two');
    expect((await get('rotated', 'AWSPREVIOUS')).SecretString).toBe('one');
    aws.secrets.put('rotated', 'three');
    expect((await get('rotated', 'AWSPREVIOUS')).SecretString).toBe('two');
  });

  it('refuses unknown secrets and versions with the errors of AWS', async () => {
    await expect(get('nowhere')).rejects.toMatchObject({
      name: 'ResourceNotFoundException',
      message: "Secrets Manager can't find the specified secret.",
      $metadata: { httpStatusCode: 400 },
    });
    await expect(get('plain', 'AWSPREVIOUS')).rejects.toMatchObject({ name: 'ResourceNotFoundException' });
    const again = secretsManager.send(new CreateSecretCommand({ Name: 'plain', SecretString: 'x' }));
    await expect(again).rejects.toMatchObject({ name: 'ResourceExistsException' });
  });
});

describe('a fault of the embedded AWS', () => {
  it('makes a service unreachable until the faults are cleared', async () => {
    aws.faults.add({ service: 'secretsmanager', drop: true });
    const get = () =>
      new SecretsManagerClient({ maxAttempts: 1 }).send(new GetSecretValueCommand({ SecretId: 'plain' }));
    await expect(get()).rejects.toMatchObject({ code: 'ECONNRESET' });
    aws.faults.clear();
    expect((await get()).SecretString).toBe('just text');
  });

  it('makes one operation fail a number of times', async () => {
    const { url: QueueUrl } = await aws.createQueue('faulty');
    aws.faults.add({ service: 'sqs', operation: 'SendMessage', status: 503, code: 'ServiceUnavailable', times: 1 });
    const client = new SQSClient({ maxAttempts: 1 });
    const send = () => client.send(new SendMessageCommand({ QueueUrl, MessageBody: 'x' }));
    await expect(send()).rejects.toMatchObject({ $metadata: { httpStatusCode: 503 } });
    await send();
    await client.send(new ReceiveMessageCommand({ QueueUrl }));
  });

  it('delays a service', async () => {
    aws.faults.add({ service: 's3', operation: 'GetObject', delayMs: 5_000, times: 1 });
    const get = s3.send(new GetObjectCommand({ Bucket: 'dataset', Key: 'new.json' }), {
      abortSignal: AbortSignal.timeout(50),
    });
    await expect(get).rejects.toMatchObject({ name: 'AbortError' });
  });

  it('cuts a connection during the response', async () => {
    const key = { Bucket: 'dataset', Key: 'cut.txt' };
    await s3.send(new PutObjectCommand({ ...key, Body: 'cut within this text' }));
    aws.faults.add({ service: 's3', operation: 'GetObject', drop: 'during', times: 1 });
    const { Body } = await s3.send(new GetObjectCommand(key));
    await expect(Body?.transformToString()).rejects.toMatchObject({ code: 'ECONNRESET' });
    const { Body: whole } = await s3.send(new GetObjectCommand(key));
    expect(await whole?.transformToString()).toBe('cut within this text');
  });

  it('can be decided for each request', async () => {
    const asked: string[] = [];
    aws.faults.decideBy(({ service, operation, path }) => {
      asked.push(`${service} ${operation} ${path}`);
      return path.endsWith('/bad.txt') ? { status: 403, code: 'AccessDenied' } : undefined;
    });
    await s3.send(new PutObjectCommand({ Bucket: 'dataset', Key: 'good.txt', Body: 'x' }));
    const refused = s3.send(new PutObjectCommand({ Bucket: 'dataset', Key: 'bad.txt', Body: 'x' }));
    await expect(refused).rejects.toMatchObject({ name: 'AccessDenied' });
    aws.faults.clear();
    await s3.send(new PutObjectCommand({ Bucket: 'dataset', Key: 'bad.txt', Body: 'x' }));
    expect(asked).toEqual(['s3 PutObject /dataset/good.txt', 's3 PutObject /dataset/bad.txt']);
  });
});

it('the embedded AWS rejects a port that is taken', async () => {
  const { port } = new URL(aws.sqsUrl);
  await expect(startLocalAws({ port: Number(port) })).rejects.toMatchObject({ code: 'EADDRINUSE' });
});

describe('web pages and the embedded AWS', () => {
  it.each<[string, Record<string, string>]>([
    ['of another site', { origin: 'https://example.com' }],
    ['of another port of this machine', { origin: 'http://localhost:1' }],
    ['whose host name was pointed at this machine', { host: 'evil.example' }],
  ])('a request of a page %s is denied, and nothing is done', async (_, headers) => {
    const { url } = await aws.createQueue('pages');
    const form = new URLSearchParams({ Action: 'SendMessage', QueueUrl: url, MessageBody: 'from a page' });
    const answer = await request(aws.sqsUrl, {
      method: 'POST',
      body: form.toString(),
      headers: { 'content-type': 'application/x-www-form-urlencoded', ...headers },
    });
    expect(answer.statusCode).toBe(403);
    expect(await answer.body.text()).toContain('AccessDenied');
    const { Messages = [] } = await sqs.send(new ReceiveMessageCommand({ QueueUrl: url }));
    expect(Messages).toEqual([]);
  });
});

describe('the limits of AWS', () => {
  const queue = async () => (await aws.createQueue('limits')).url;
  const put = (Key: string, more: object = {}) =>
    s3.send(new PutObjectCommand({ Bucket: 'dataset', Key, Body: 'x', ...more }));

  it.each<[string, string, () => Promise<unknown>]>([
    ['a key over 1,024 bytes', 'KeyTooLongError', () => put('k'.repeat(1025))],
    ['a key over 1,024 bytes in UTF-8', 'KeyTooLongError', () => put('鍵'.repeat(342))],
    ['object metadata over 2 KB', 'MetadataTooLarge', () => put('k', { Metadata: { a: 'x'.repeat(2048) } })],
    [
      'part number 10,001',
      'InvalidArgument',
      () =>
        s3.send(new UploadPartCommand({ Bucket: 'dataset', Key: 'k', UploadId: 'u', PartNumber: 10_001, Body: 'x' })),
    ],
    ['a part that is not the last under 5 MiB', 'EntityTooSmall', () => completeParts(['x', 'y'])],
    [
      'a message over 1 MiB',
      'InvalidParameterValue',
      async () => sqs.send(new SendMessageCommand({ QueueUrl: await queue(), MessageBody: 'x'.repeat(2 ** 20 + 1) })),
    ],
    [
      'a message with a character that XML lacks',
      'InvalidMessageContents',
      async () => sqs.send(new SendMessageCommand({ QueueUrl: await queue(), MessageBody: 'a\u0000' })),
    ],
    [
      'a delay over 900 seconds',
      'InvalidParameterValue',
      async () => sqs.send(new SendMessageCommand({ QueueUrl: await queue(), MessageBody: 'x', DelaySeconds: 901 })),
    ],
    [
      'a batch over 1 MiB in total',
      'BatchRequestTooLong',
      async () =>
        sqs.send(
          new SendMessageBatchCommand({
            QueueUrl: await queue(),
            Entries: ['a', 'b'].map((Id) => ({ Id, MessageBody: 'x'.repeat(600_000) })),
          }),
        ),
    ],
    [
      'a secret over 64 KiB',
      'ValidationException',
      () => secretsManager.send(new CreateSecretCommand({ Name: 'big', SecretString: 'x'.repeat(65_537) })),
    ],
  ])('refuse %s with %s', async (_, name, attempt) => {
    await expect(attempt()).rejects.toMatchObject({ name: expect.stringMatching(new RegExp(`(^|\\.)${name}$`)) });
  });

  it.each([[[901, 0]], [[901, 950]]])(
    'refuse of a batch with the delays %j only the entries over 900 seconds',
    async (delays) => {
      const QueueUrl = await queue();
      const Entries = delays.map((DelaySeconds) => ({ Id: `delay-${DelaySeconds}`, MessageBody: 'x', DelaySeconds }));
      const { Successful = [], Failed = [] } = await sqs.send(new SendMessageBatchCommand({ QueueUrl, Entries }));
      const tooLate = delays.filter((delay) => delay > 900);
      expect(Failed).toEqual(
        tooLate.map((delay) => ({
          Id: `delay-${delay}`,
          Code: 'InvalidParameterValue',
          Message: expect.stringContaining(`Value ${delay} for parameter DelaySeconds is invalid`),
          SenderFault: true,
        })),
      );
      expect(Successful).toHaveLength(delays.length - tooLate.length);
    },
  );

  it('accept a key of 1,024 bytes and metadata of 2 KB', async () => {
    await put('k'.repeat(1024), { Metadata: { a: 'x'.repeat(2047) } });
  });

  async function completeParts(bodies: readonly string[]): Promise<unknown> {
    const object = { Bucket: 'dataset', Key: 'parts' };
    const { UploadId } = await s3.send(new CreateMultipartUploadCommand(object));
    const Parts = await Promise.all(
      bodies.map(async (Body, index) => {
        const PartNumber = index + 1;
        const { ETag } = await s3.send(new UploadPartCommand({ ...object, UploadId, PartNumber, Body }));
        return { PartNumber, ETag };
      }),
    );
    return s3.send(new CompleteMultipartUploadCommand({ ...object, UploadId, MultipartUpload: { Parts } }));
  }
});
