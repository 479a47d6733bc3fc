import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, it, onTestFinished, vi } from 'vitest';
import { bundleFunctions } from '../../cli/package/bundle-functions.ts';
import { EVENT_TYPES } from '../../lib/webhooks/events.ts';
import { captureOutput, httpEvent, lambdaContext, startTestAws } from '../lambda/support.ts';
import { packageService } from '../support/package-service.ts';
import { unpackBundle } from '../support/unpack-bundle.ts';
import { JUST_AFTER, taskCompleted } from '../webhooks/events.ts';

const FORGET_OLD_VERSIONS = {
  Status: 'Enabled',
  NoncurrentVersionExpiration: { NoncurrentDays: 90 },
  ExpiredObjectDeleteMarker: true,
};

let directory: string;
let conditions: object;
let resources: Record<
  string,
  { Type: string; Properties: Record<string, never>; DeletionPolicy?: string; Condition?: string }
>;

beforeAll(async () => {
  directory = await packageService();
  const template = await readFile(join(directory, 'cloudformation-template-update-stack.json'), 'utf8');
  ({ Conditions: conditions, Resources: resources } = JSON.parse(template));
});

const ofType = (type: string) => Object.entries(resources).filter(([, { Type }]) => Type === type);
const properties = (id: string): object => resources[id]?.Properties ?? {};

interface Statement {
  Action: string | string[];
  Resource: unknown;
}

/** A statement that applies only under a condition. */
interface Conditional {
  'Fn::If': [condition: string, then: Statement, otherwise: object];
}

/** The permissions of a function's role: `action` → the resources as JSON. */
function allowedBy(role: string): Record<string, string> {
  const { Policies } = Object(properties(role));
  const statements: Statement[] = Policies.flatMap(
    (policy: { PolicyDocument: { Statement: (Statement | Conditional)[] } }) => policy.PolicyDocument.Statement,
  ).flatMap((statement: Statement | Conditional) => ('Fn::If' in statement ? [] : statement));
  const allowed: Record<string, string> = {};
  for (const { Action, Resource } of statements) {
    for (const action of [Action].flat()) {
      const resources = [allowed[action] ?? [], JSON.stringify(Resource)].flat();
      allowed[action] = resources.join(' ');
    }
  }
  return allowed;
}

describe('the packaged functions', () => {
  it('are seven, for Node 24 on arm64, each with its own role, log group and bundle', async () => {
    const functions = ofType('AWS::Lambda::Function');
    expect(functions).toHaveLength(7);
    for (const [, { Properties }] of functions) {
      expect(Properties).toMatchObject({ Runtime: 'nodejs24.x', Architectures: ['arm64'] });
    }
    for (const [id, { Properties }] of functions) {
      expect(Properties['Role']).toEqual({ 'Fn::GetAtt': [id.replace('LambdaFunction', 'Role'), 'Arn'] });
    }
    expect((await readdir(directory)).filter((name) => name.endsWith('.zip'))).toHaveLength(7);
    for (const [, { Properties }] of ofType('AWS::Logs::LogGroup')) {
      expect(Properties).toMatchObject({ RetentionInDays: 30 });
    }
  });

  it('consist of one file and its source map each: the file loads alone and exports a handler', async () => {
    // Outside the repository, so that nothing is found in its node_modules.
    const folder = await mkdtemp(join(tmpdir(), 'annofab-functions-bundles-'));
    onTestFinished(() => rm(folder, { recursive: true }));
    const zips = (await readdir(directory)).filter((name) => name.endsWith('.zip'));
    for (const zip of zips) {
      const bundle = await unpackBundle(join(directory, zip), folder);
      expect(createRequire(bundle)(bundle)).toMatchObject({ handler: expect.any(Function) });
    }
  });

  it('are packaged byte for byte the same again, so that a deployment without a change uploads nothing', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'annofab-functions-again-'));
    onTestFinished(() => rm(folder, { recursive: true }));
    const zipFile = join(folder, 'receiveWebhook.zip');
    await bundleFunctions([{ handler: 'functions/receive-webhook.handler', zipFile }]);
    expect((await readFile(zipFile)).equals(await readFile(join(directory, 'receiveWebhook.zip')))).toBe(true);
  });

  it('are not packaged when a handler has no file, and the error names the handler', async () => {
    const packaged = bundleFunctions([
      { handler: 'functions/receive.handler', zipFile: join(tmpdir(), 'receive.zip') },
    ]);
    await expect(packaged).rejects.toThrow('no file of the handler functions/receive.handler');
  });

  it('sign their requests to AWS with the credentials of the environment, which is all that the bundle can read', async () => {
    const aws = await startTestAws({ webhooks: { webhook_secrets: [{ secret: 'demo-webhook-secret' }] } });
    onTestFinished(() => aws.stop());
    const accessKeyIds = new Set<string | undefined>();
    aws.faults.decideBy(({ accessKeyId }) => void accessKeyIds.add(accessKeyId));
    await aws.newLedger();
    for (const eventType of EVENT_TYPES) {
      const { url } = await aws.createQueue(eventType);
      process.env[`${eventType.toUpperCase().replaceAll('-', '_')}_QUEUE_URL`] = url;
    }
    const credentials = {
      AWS_ACCESS_KEY_ID: 'KEYOFTHEROLE',
      AWS_SECRET_ACCESS_KEY: 'secret',
      AWS_SESSION_TOKEN: 'token',
    };
    Object.assign(process.env, credentials, { WEBHOOKS_SECRET_ID: 'webhooks' });
    accessKeyIds.clear();

    const folder = await mkdtemp(join(tmpdir(), 'annofab-functions-receiver-'));
    onTestFinished(() => rm(folder, { recursive: true }));
    const bundle = await unpackBundle(join(directory, 'receiveWebhook.zip'), folder);
    vi.useFakeTimers({ toFake: ['Date'], now: JUST_AFTER });
    onTestFinished(() => void vi.useRealTimers());
    const headers = { 'x-webhook-secret': 'demo-webhook-secret' };
    const event = httpEvent({ eventType: 'task-completed', headers, body: JSON.stringify(taskCompleted) });
    expect(await createRequire(bundle)(bundle).handler(event, lambdaContext())).toMatchObject({ statusCode: 202 });
    expect([...accessKeyIds]).toEqual(['KEYOFTHEROLE']);
  });

  it('log the place in our source where an error comes from, though they are minified', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'annofab-functions-place-'));
    onTestFinished(() => rm(folder, { recursive: true }));
    const bundle = await unpackBundle(join(directory, 'onProjectCopyCompleted.zip'), folder);
    vi.stubEnv('MAX_RECEIVES', 'many');
    onTestFinished(() => void vi.unstubAllEnvs());
    const output = captureOutput();
    await expect(createRequire(bundle)(bundle).handler({ Records: [] }, lambdaContext())).rejects.toThrow();
    expect(output.lines()).toContainEqual(
      expect.objectContaining({
        error_name: 'ConfigError',
        error_place: expect.stringMatching(/^lib\/runtime\/settings\.ts:\d+:\d+$/),
        error_stack: expect.stringMatching(
          /\(lib\/runtime\/settings\.ts:\d+:\d+\)\n.*lib\/lambda\/queue-handler\.ts:\d+:\d+/s,
        ),
      }),
    );
  });

  it('have no wildcard for actions or resources in their roles', () => {
    for (const [id] of ofType('AWS::IAM::Role')) {
      for (const [action, resource] of Object.entries(allowedBy(id))) {
        expect(action).not.toContain('*');
        expect(resource).not.toMatch(/"\*"/);
      }
    }
  });

  it('allow the receiver only to send to four queues, write the ledger and read the webhook secrets', () => {
    const allowed = allowedBy('ReceiveWebhookRole');
    expect(Object.keys(allowed).sort()).toEqual([
      'dynamodb:GetItem',
      'dynamodb:PutItem',
      'logs:CreateLogStream',
      'logs:PutLogEvents',
      'secretsmanager:GetSecretValue',
      'sqs:SendMessage',
    ]);
    expect(allowed['secretsmanager:GetSecretValue']).toMatch(/secret:annofab-functions\/dev\/webhooks-\?{6}"\}$/);
    expect(allowed['sqs:SendMessage']).not.toContain('DeadLetter');
  });

  it('allow export and mirror only to write their own part of the bucket and the feed of changes', () => {
    const common = ['s3:GetObject', 's3:ListBucket', 's3:PutObject'];
    const parts = {
      OnTaskCompleted: { own: ['tasks/*'], rights: common },
      OnAnnotationArchiveUpdated: {
        own: ['archives/*', 'datasets/*'],
        rights: ['s3:AbortMultipartUpload', 's3:DeleteObject', ...common],
      },
    };
    for (const [name, { own, rights }] of Object.entries(parts)) {
      const allowed = allowedBy(`${name}Role`);
      const s3 = Object.keys(allowed).filter((action) => action.startsWith('s3:'));
      expect(s3.sort()).toEqual(rights);
      // One statement for the function's own part, and one that several functions share.
      const objects = (...statements: readonly (readonly string[])[]) =>
        statements
          .map((names) => names.map((object) => ({ 'Fn::Sub': `\${DatasetBucket.Arn}/projects/*/${object}` })))
          .map((resources) => JSON.stringify(resources.length === 1 ? resources[0] : resources))
          .join(' ');
      expect(allowed['s3:PutObject']).toBe(objects(own, ['changes/*']));
      expect(allowed['s3:GetObject']).toBe(objects(own, ['copied-from.json']));
    }
    const deletable = JSON.stringify({ 'Fn::Sub': `\${DatasetBucket.Arn}/projects/*/datasets/*/work/*` });
    expect(allowedBy('OnAnnotationArchiveUpdatedRole')['s3:DeleteObject']).toBe(deletable);
  });

  it('allow the scheduled function only to read the credential', () => {
    const allowed = allowedBy('StartArchiveUpdatesRole');
    expect(Object.keys(allowed)).toEqual([
      'logs:CreateLogStream',
      'logs:PutLogEvents',
      'secretsmanager:GetSecretValue',
    ]);
    expect(allowed['secretsmanager:GetSecretValue']).toMatch(/secret:annofab-functions\/dev\/credential-\?{6}"\}$/);
  });

  it('allow the reconciliation only to use the ledger and its indexes, send to four queues, read the credential and mark exports', () => {
    const allowed = allowedBy('ReconcileDeliveriesRole');
    expect(Object.keys(allowed).sort()).toEqual([
      'dynamodb:GetItem',
      'dynamodb:PutItem',
      'dynamodb:Query',
      'logs:CreateLogStream',
      'logs:PutLogEvents',
      's3:GetObject',
      's3:ListBucket',
      's3:PutObject',
      'secretsmanager:GetSecretValue',
      'sqs:SendMessage',
    ]);
    expect(allowed['s3:PutObject']).toMatch(/\/latest\.json".*\/withdrawn-checked\.json".*\/changes\/\*"/);
    expect(allowed['dynamodb:PutItem']).toBe('{"Fn::GetAtt":["LedgerTable","Arn"]}');
    expect(allowed['dynamodb:Query']).toMatch(/index\/open-by-time.*index\/project-by-time/);
    expect(allowed['sqs:SendMessage']).toBe(allowedBy('ReceiveWebhookRole')['sqs:SendMessage']);
    expect(allowed['secretsmanager:GetSecretValue']).toContain('/credential-');
  });

  it('are fed by mappings that report failures, with the concurrency of the settings', () => {
    const mappings = ofType('AWS::Lambda::EventSourceMapping').map(([, { Properties }]) => Properties);
    expect(mappings).toHaveLength(4);
    for (const mapping of mappings)
      expect(mapping).toMatchObject({ FunctionResponseTypes: ['ReportBatchItemFailures'] });
    expect(mappings.map(({ ScalingConfig }) => ScalingConfig)).toEqual(
      [2, 2, 2, 2].map((MaximumConcurrency) => ({ MaximumConcurrency })),
    );
  });

  it('leave the receiver one of the 10 concurrent executions of a new account, with the defaults', () => {
    const workers = ofType('AWS::Lambda::EventSourceMapping')
      .map(([, { Properties }]) => Object(Properties['ScalingConfig']).MaximumConcurrency)
      .reduce((sum, most) => sum + most, 0);
    expect(workers + ['the reconciliation', 'the receiver'].length).toBe(10);
  });

  it('may defer a message more than 16 times: Lambda does not stop them as a recursive loop', () => {
    const withQueue = ofType('AWS::Lambda::Function').filter(([id]) => id.startsWith('On'));
    expect(withQueue).toHaveLength(4);
    for (const [, { Properties }] of withQueue) expect(Properties).toMatchObject({ RecursiveLoop: 'Allow' });
  });
});

it('the HTTP API logs what tells its own 5xx from that of a function, and neither header, query nor body', () => {
  const format = JSON.parse(Object(properties('HttpApiStage')).AccessLogSettings.Format);
  expect(format).toMatchObject({
    status: '$context.status',
    integrationStatus: '$context.integration.integrationStatus',
    errorType: '$context.error.responseType',
  });
  const logged = Object.values(format).join(' ');
  expect(logged).not.toMatch(
    /header|query|body|authorizer|messageString|error\.message|integrationErrorMessage|\bpath\b/i,
  );
  expect(logged.match(/\$context/g)).toHaveLength(Object.keys(format).length);
});

it('the HTTP API is open at its default address', () => {
  expect(properties('HttpApi')).toMatchObject({ DisableExecuteApiEndpoint: false });
});

it('the bucket of the packages forgets old versions too', () => {
  expect(properties('ServerlessDeploymentBucket')).toMatchObject({
    VersioningConfiguration: { Status: 'Enabled' },
    LifecycleConfiguration: { Rules: [FORGET_OLD_VERSIONS] },
  });
});

it('the HTTP API is throttled', () => {
  expect(properties('HttpApiStage')).toMatchObject({
    DefaultRouteSettings: { ThrottlingRateLimit: 50, ThrottlingBurstLimit: 100 },
  });
});

it('each schedule has its own role, and a failed run is not retried', () => {
  const schedules = ofType('AWS::Scheduler::Schedule').map(([, { Properties }]) => Properties);
  expect(schedules).toEqual([
    expect.objectContaining({
      ScheduleExpression: 'cron(0 20 * * ? *)',
      ScheduleExpressionTimezone: 'Asia/Tokyo',
      Target: expect.objectContaining({ RoleArn: { 'Fn::GetAtt': ['StartArchiveUpdatesScheduleRole', 'Arn'] } }),
    }),
    expect.objectContaining({
      ScheduleExpression: 'rate(15 minutes)',
      Target: expect.objectContaining({ RoleArn: { 'Fn::GetAtt': ['ReconcileDeliveriesScheduleRole', 'Arn'] } }),
    }),
  ]);
  for (const name of ['StartArchiveUpdates', 'ReconcileDeliveries']) {
    expect(properties(`${name}LambdaEvConf`)).toMatchObject({ MaximumRetryAttempts: 0 });
  }
});

describe('a package without settings', () => {
  const traces =
    '{"Fn::If":["Traced",{"Effect":"Allow","Action":["xray:PutTraceSegments","xray:PutTelemetryRecords"],"Resource":"*"},{"Ref":"AWS::NoValue"}]}';

  it('traces nothing and allows no function to write traces', () => {
    for (const [, { Properties }] of ofType('AWS::Lambda::Function'))
      expect(Properties).not.toHaveProperty('TracingConfig');
    expect(conditions).toMatchObject({ Traced: { 'Fn::Equals': [false, true] } });
    const roles = ofType('AWS::IAM::Role').map(([, role]) => JSON.stringify(role));
    expect(roles.filter((role) => role.includes(traces))).toHaveLength(7);
    for (const role of roles) expect(role.replace(traces, '')).not.toContain('"*"');
  });

  it('posts to no chat, and has no variable and no right for it', () => {
    expect(JSON.stringify(resources)).not.toMatch(/CHAT_|chat/);
  });

  it('reserves no concurrency, which new accounts lack', () => {
    for (const [, { Properties }] of ofType('AWS::Lambda::Function')) {
      expect(Properties).not.toHaveProperty('ReservedConcurrentExecutions');
    }
  });

  it('has a topic for alarms without a mail subscription', () => {
    expect(ofType('AWS::SNS::Topic')).toHaveLength(1);
    expect(ofType('AWS::SNS::Subscription')).toEqual([]);
  });
});

it('the queues are encrypted and require TLS', () => {
  const queues = ofType('AWS::SQS::Queue');
  expect(queues).toHaveLength(8);
  for (const [, { Properties }] of queues) expect(Properties).toMatchObject({ SqsManagedSseEnabled: true });
  expect(properties('QueuePolicy')).toMatchObject({
    Queues: expect.arrayContaining(queues.map(([id]) => ({ Ref: id }))),
    PolicyDocument: {
      Statement: [
        { Effect: 'Deny', Principal: '*', Action: 'sqs:*', Condition: { Bool: { 'aws:SecureTransport': 'false' } } },
      ],
    },
  });
});

it('the ledger is encrypted, has point-in-time recovery and expiry, and is retained when the stack is deleted', () => {
  expect(resources['LedgerTable']?.DeletionPolicy).toBe('Retain');
  expect(properties('LedgerTable')).toMatchObject({
    BillingMode: 'PAY_PER_REQUEST',
    DeletionProtectionEnabled: true,
    SSESpecification: { SSEEnabled: true },
    PointInTimeRecoverySpecification: { PointInTimeRecoveryEnabled: true },
    TimeToLiveSpecification: { AttributeName: 'expires_at', Enabled: true },
  });
});

it('the bucket is private, versioned, encrypted, requires TLS, and is retained when the stack is deleted', () => {
  expect(resources['DatasetBucket']?.DeletionPolicy).toBe('Retain');
  expect(properties('DatasetBucket')).toMatchObject({
    VersioningConfiguration: { Status: 'Enabled' },
    BucketEncryption: expect.anything(),
    PublicAccessBlockConfiguration: {
      BlockPublicAcls: true,
      BlockPublicPolicy: true,
      IgnorePublicAcls: true,
      RestrictPublicBuckets: true,
    },
    OwnershipControls: { Rules: [{ ObjectOwnership: 'BucketOwnerEnforced' }] },
    LifecycleConfiguration: {
      Rules: [
        { AbortIncompleteMultipartUpload: { DaysAfterInitiation: 1 } },
        { Prefix: 'dataset-work/', ExpirationInDays: 14, Status: 'Enabled' },
        FORGET_OLD_VERSIONS,
      ],
    },
  });
  expect(JSON.stringify(properties('DatasetBucketPolicy'))).toContain('{"aws:SecureTransport":"false"}');
});
