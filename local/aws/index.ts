import { join } from 'node:path';
import { CreateBucketCommand, S3Client } from '@aws-sdk/client-s3';
import {
  CreateQueueCommand,
  GetQueueAttributesCommand,
  GetQueueUrlCommand,
  SetQueueAttributesCommand,
  SQSClient,
  SQSServiceException,
} from '@aws-sdk/client-sqs';
import type { FastifyInstance } from 'fastify';
import { buildApp } from 'fauxqs';
import type { JsonObject } from '../../lib/core/json.ts';
import { LOOPBACK, portOf } from '../listen.ts';
import { refusalOf } from '../own-machine.ts';
import { addChecksums } from './checksums.ts';
import { addConditionalWrites } from './conditional-writes.ts';
import { addDynamoDb, createTable, hasTable, type TableProperties } from './dynamodb.ts';
import { sendAwsError } from './errors.ts';
import { addMessageGroups, fairStores } from './fair-queues.ts';
import { type AwsFaults, addFaults } from './faults.ts';
import { addLimits } from './limits.ts';
import { persistSecrets, persistStores } from './persistence.ts';
import { createSecretsManager, type SecretsManager } from './secrets-manager.ts';
import { type AwsService, awsCall } from './services.ts';
import { createStepFunctions, type StepFunctions } from './step-functions.ts';

export type { AwsFailure, AwsFault, AwsFaults, AwsRequest } from './faults.ts';
export type { AwsService } from './services.ts';
export type { Execution } from './step-functions.ts';

/** SQS, S3, DynamoDB, Secrets Manager and Step Functions, in memory or in a folder, on one port of 127.0.0.1. */
export interface LocalAws {
  /** Environment variables with which the AWS SDK uses this AWS: endpoints, region, keys. */
  readonly env: Readonly<Record<string, string>>;
  readonly region: string;
  readonly sqsUrl: string;
  readonly s3Url: string;
  readonly secretsManagerUrl: string;
  readonly dynamodbUrl: string;
  readonly secrets: Pick<SecretsManager, 'put' | 'delete'>;
  /** State machines and their executions: always in memory. */
  readonly stepFunctions: Omit<StepFunctions, 'handle'>;
  readonly faults: AwsFaults;
  /** Attributes under the names of SQS: `VisibilityTimeout`, `RedrivePolicy` (JSON) … */
  createQueue(name: string, attributes?: Readonly<Record<string, string>>): Promise<{ url: string; arn: string }>;
  createBucket(name: string): Promise<void>;
  /** Properties under the names of CloudFormation: `KeySchema`, `AttributeDefinitions`, `GlobalSecondaryIndexes` … */
  createTable(name: string, properties: TableProperties): Promise<{ arn: string }>;
  stop(): Promise<void>;
}

export interface LocalAwsOptions {
  /** A free port by default. */
  readonly port?: number;
  /** Name → value. Anything but a string is stored as JSON. One that the folder has already keeps its value. */
  readonly secrets?: Readonly<Record<string, unknown>>;
  /** The folder that everything is written to before it is answered. What is there already is not created again. Default: memory. */
  readonly folder?: string;
  /** With `false`, a receive from an empty queue returns at once, so that a test does not wait for it. Default true. */
  readonly longPolls?: boolean;
}

const REGION = 'ap-northeast-1';
/** The limit of fauxqs, 11 MiB, is less than the parts of a large archive. S3 accepts parts of up to 5 GiB. */
const LARGEST_BODY = 512 * 1024 * 1024;

/**
 * Starts the embedded AWS.
 *
 * @example
 * const aws = await startLocalAws({ secrets: { 'my/secret': { pat: 'demo-pat' } } });
 * Object.assign(process.env, aws.env); // from here on, `new SQSClient({})` uses it
 * await aws.stop();
 */
export async function startLocalAws(options: LocalAwsOptions = {}): Promise<LocalAws> {
  const { port = 0, secrets = {}, longPolls = true, folder } = options;
  const kept = folder === undefined ? undefined : persistSecrets(folder);
  const secretsManager = createSecretsManager(REGION, kept && { saved: kept.saved, onChange: kept.save });
  const missing = Object.entries(secrets).filter(([name]) => !secretsManager.has(name));
  for (const [name, value] of missing) secretsManager.put(name, value);

  const stepFunctions = createStepFunctions(REGION);
  const stores = fairStores();
  const closeStores = folder === undefined ? undefined : persistStores(stores, folder);
  const app: FastifyInstance = buildApp({ logger: false, defaultRegion: REGION, stores });
  allowLargeBodies(app);
  refuseOtherPages(app);
  if (!longPolls) leaveOutLongPolls(app);
  const faults = addFaults(app);
  addLimits(app);
  addChecksums(app);
  addConditionalWrites(app);
  addMessageGroups(app);
  addJsonService(app, 'secretsmanager', secretsManager);
  addJsonService(app, 'states', stepFunctions);
  addDynamoDb(app, folder === undefined ? undefined : join(folder, 'dynamodb'));
  addReachableQueueUrls(app);
  await app.listen({ port, host: LOOPBACK });

  const url = `http://${LOOPBACK}:${portOf(app.server)}`;
  const credentials = { accessKeyId: 'local', secretAccessKey: 'local' };
  const sqs = new SQSClient({ endpoint: url, region: REGION, credentials });
  const s3 = new S3Client({ endpoint: url, region: REGION, credentials, forcePathStyle: true });

  return {
    env: {
      AWS_ENDPOINT_URL_SQS: url,
      AWS_ENDPOINT_URL_S3: url,
      AWS_ENDPOINT_URL_SECRETS_MANAGER: url,
      AWS_ENDPOINT_URL_DYNAMODB: url,
      AWS_ENDPOINT_URL_SFN: url,
      AWS_REGION: REGION,
      AWS_ACCESS_KEY_ID: credentials.accessKeyId,
      AWS_SECRET_ACCESS_KEY: credentials.secretAccessKey,
    },
    region: REGION,
    sqsUrl: url,
    s3Url: url,
    secretsManagerUrl: url,
    dynamodbUrl: url,
    secrets: secretsManager,
    stepFunctions,
    faults,
    async createQueue(name, attributes = {}) {
      const QueueUrl = await createQueue(sqs, name, attributes);
      const { Attributes } = await sqs.send(new GetQueueAttributesCommand({ QueueUrl, AttributeNames: ['QueueArn'] }));
      const arn = Attributes?.['QueueArn'];
      if (QueueUrl === undefined || arn === undefined) throw new Error(`The queue ${name} could not be created`);
      return { url: QueueUrl, arn };
    },
    async createBucket(name) {
      await s3.send(new CreateBucketCommand({ Bucket: name }));
    },
    async createTable(name, properties) {
      if (folder === undefined || !(await hasTable(app, name))) await createTable(app, name, properties);
      return { arn: `arn:aws:dynamodb:${REGION}:000000000000:table/${name}` };
    },
    async stop() {
      sqs.destroy();
      s3.destroy();
      await app.close();
      closeStores?.();
    },
  };
}

/** Creates a queue, or gives the one that is there these attributes. */
async function createQueue(sqs: SQSClient, QueueName: string, given: Readonly<Record<string, string>>) {
  const Attributes = { ...given };
  try {
    return (await sqs.send(new CreateQueueCommand({ QueueName, Attributes }))).QueueUrl;
  } catch (error) {
    if (!(error instanceof SQSServiceException && error.name.endsWith('QueueNameExists'))) throw error;
    const { QueueUrl } = await sqs.send(new GetQueueUrlCommand({ QueueName }));
    await sqs.send(new SetQueueAttributesCommand({ QueueUrl, Attributes }));
    return QueueUrl;
  }
}

/** Requests are not authenticated here, and some a browser sends without asking: a form is a request to SQS. */
function refuseOtherPages(app: FastifyInstance): void {
  app.addHook('onRequest', async (request, reply) => {
    const message = refusalOf(request.headers);
    if (message !== undefined)
      return sendAwsError(reply, awsCall(request), { status: 403, code: 'AccessDenied', message });
  });
}

function leaveOutLongPolls(app: FastifyInstance): void {
  app.addHook('preHandler', async (request) => {
    const { service, operation } = awsCall(request);
    if (service === 'sqs' && operation === 'ReceiveMessage')
      Object.assign(Object(request.body), { WaitTimeSeconds: 0 });
  });
}

function allowLargeBodies(app: FastifyInstance): void {
  app.removeContentTypeParser('*');
  app.addContentTypeParser('*', { parseAs: 'buffer', bodyLimit: LARGEST_BODY }, (_request, body, done) => {
    done(null, body);
  });
}

/** A service that answers JSON, and that fauxqs does not have. */
function addJsonService(
  app: FastifyInstance,
  name: AwsService,
  service: { handle(operation: string, input: JsonObject): { readonly status: number; readonly body: object } },
): void {
  app.addHook('preHandler', async (request, reply) => {
    const call = awsCall(request);
    if (call.service !== name) return;
    // fauxqs has parsed version 1.0 of the protocol.
    const input: unknown = Buffer.isBuffer(request.body) ? JSON.parse(String(request.body)) : request.body;
    const { status, body } = service.handle(call.operation, Object(input));
    const type = request.headers['content-type'] ?? 'application/x-amz-json-1.1';
    return reply.code(status).type(type).send(JSON.stringify(body));
  });
}

/** fauxqs returns queue URLs with the host `sqs.{region}.localhost`, which not every resolver knows, and with the port of their making. */
function addReachableQueueUrls(app: FastifyInstance): void {
  const answersWithUrls = new Set(['CreateQueue', 'GetQueueUrl', 'ListQueues']);
  app.addHook('onSend', async (request, _reply, payload) => {
    const { service, operation } = awsCall(request);
    if (service !== 'sqs' || !answersWithUrls.has(operation) || typeof payload !== 'string') return payload;
    return payload.replaceAll(/http:\/\/sqs\.[a-z0-9-]+\.localhost:\d+/g, `http://${LOOPBACK}:${portOf(app.server)}`);
  });
}
