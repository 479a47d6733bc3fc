import { mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DynamoDBClient, GetItemCommand, PutItemCommand } from '@aws-sdk/client-dynamodb';
import { GetObjectCommand, PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { GetSecretValueCommand, PutSecretValueCommand, SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import {
  ChangeMessageVisibilityCommand,
  ReceiveMessageCommand,
  SendMessageCommand,
  SQSClient,
} from '@aws-sdk/client-sqs';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type LocalAws, startLocalAws } from '../../../local/aws/index.ts';

const TABLE = {
  KeySchema: [{ AttributeName: 'key', KeyType: 'HASH' }],
  AttributeDefinitions: [{ AttributeName: 'key', AttributeType: 'S' }],
  BillingMode: 'PAY_PER_REQUEST',
};
const SECRETS = { credential: { pat: 'first' } };

let folder: string;
let aws: LocalAws;
let port: number;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'annofab-functions-aws-'));
  aws = await startLocalAws({ folder, secrets: SECRETS });
  port = Number(new URL(aws.sqsUrl).port);
});

afterEach(async () => {
  await aws.stop();
  await rm(folder, { recursive: true });
});

async function restart(): Promise<void> {
  await aws.stop();
  aws = await startLocalAws({ folder, port, secrets: SECRETS });
}

function clients() {
  const options = { region: aws.region, credentials: { accessKeyId: 'x', secretAccessKey: 'x' } };
  return {
    sqs: new SQSClient({ ...options, endpoint: aws.sqsUrl }),
    s3: new S3Client({ ...options, endpoint: aws.s3Url, forcePathStyle: true }),
    secrets: new SecretsManagerClient({ ...options, endpoint: aws.secretsManagerUrl }),
    dynamoDb: new DynamoDBClient({ ...options, endpoint: aws.dynamodbUrl }),
  };
}

async function receive(QueueUrl: string) {
  const { Messages: [message] = [] } = await clients().sqs.send(
    new ReceiveMessageCommand({ QueueUrl, MessageSystemAttributeNames: ['ApproximateReceiveCount'] }),
  );
  return message;
}

describe('an AWS in a folder', () => {
  it('has its objects, items and secrets after a restart, and creates nothing again', async () => {
    await aws.createBucket('bucket');
    await aws.createTable('table', TABLE);
    const { s3, dynamoDb, secrets } = clients();
    await s3.send(new PutObjectCommand({ Bucket: 'bucket', Key: 'a/b.json', Body: '{"a":1}' }));
    await dynamoDb.send(new PutItemCommand({ TableName: 'table', Item: { key: { S: 'k' }, n: { N: '1' } } }));
    await secrets.send(new PutSecretValueCommand({ SecretId: 'credential', SecretString: 'second' }));

    await restart();
    await aws.createBucket('bucket');
    await aws.createTable('table', TABLE);

    const after = clients();
    const object = await after.s3.send(new GetObjectCommand({ Bucket: 'bucket', Key: 'a/b.json' }));
    expect(await object.Body?.transformToString()).toBe('{"a":1}');
    const item = await after.dynamoDb.send(new GetItemCommand({ TableName: 'table', Key: { key: { S: 'k' } } }));
    expect(item.Item).toEqual({ key: { S: 'k' }, n: { N: '1' } });
    const current = await after.secrets.send(new GetSecretValueCommand({ SecretId: 'credential' }));
    expect(current).toMatchObject({ SecretString: 'second', VersionStages: ['AWSCURRENT'] });
    const previous = await after.secrets.send(
      new GetSecretValueCommand({ SecretId: 'credential', VersionStage: 'AWSPREVIOUS' }),
    );
    expect(previous.SecretString).toBe('{"pat":"first"}');
  });

  it('keeps the secrets in a file that only its owner can read', async () => {
    expect((await stat(join(folder, 'secrets.json'))).mode & 0o777).toBe(0o600);
  });

  it('has its queues with their messages after a restart, under the address of the new port', async () => {
    const { url } = await aws.createQueue('queue', { VisibilityTimeout: '900' });
    await clients().sqs.send(new SendMessageCommand({ QueueUrl: url, MessageBody: 'one' }));
    await aws.stop();
    aws = await startLocalAws({ folder });

    const again = await aws.createQueue('queue', { VisibilityTimeout: '1800' });

    expect(new URL(again.url).port).toBe(new URL(aws.sqsUrl).port);
    expect(await receive(again.url)).toMatchObject({ Body: 'one' });
  });

  it('delivers a message again at once whose receiver ended with the process, and counts the receives', async () => {
    const { url } = await aws.createQueue('queue', { VisibilityTimeout: '900' });
    await clients().sqs.send(new SendMessageCommand({ QueueUrl: url, MessageBody: 'one' }));
    await receive(url);
    await restart();
    expect(await receive(url)).toMatchObject({ Body: 'one', Attributes: { ApproximateReceiveCount: '2' } });
  });

  it('keeps the number of receives of a message that was made visible again', async () => {
    const { url: QueueUrl } = await aws.createQueue('queue');
    await clients().sqs.send(new SendMessageCommand({ QueueUrl, MessageBody: 'one' }));
    const first = await receive(QueueUrl);
    const back = { QueueUrl, ReceiptHandle: first?.ReceiptHandle, VisibilityTimeout: 0 };
    await clients().sqs.send(new ChangeMessageVisibilityCommand(back));
    await restart();
    expect(await receive(QueueUrl)).toMatchObject({ Attributes: { ApproximateReceiveCount: '2' } });
  });
});
