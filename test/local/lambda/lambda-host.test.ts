import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ReceiveMessageCommand, SendMessageBatchCommand, SendMessageCommand, SQSClient } from '@aws-sdk/client-sqs';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { type LocalAws, startLocalAws } from '../../../local/aws/index.ts';
import { type LambdaHost, startLambdaHost } from '../../../local/lambda/index.ts';

const serverlessFile = fileURLToPath(new URL('../fixtures/service/serverless.yml', import.meta.url));

let aws: LocalAws;
let host: LambdaHost;
let sqs: SQSClient;

beforeAll(async () => {
  aws = await startLocalAws();
  host = await startLambdaHost({ serverlessFile, aws, retryAfterFailureSeconds: 0, env: { ADDED: 'by the host' } });
  const credentials = { accessKeyId: 'x', secretAccessKey: 'x' };
  sqs = new SQSClient({ endpoint: aws.sqsUrl, region: aws.region, credentials });
});

afterAll(async () => {
  sqs.destroy();
  await host.stop();
  await aws.stop();
});

const queue = (id: string) => host.queues[id] ?? '';
const send = (id: string, ...bodies: string[]) =>
  sqs.send(
    new SendMessageBatchCommand({
      QueueUrl: queue(id),
      Entries: bodies.map((MessageBody, i) => ({ Id: String(i), MessageBody })),
    }),
  );

/** Takes all messages out of a queue. */
async function drain(id: string): Promise<string[]> {
  const bodies: string[] = [];
  for (;;) {
    const most = { MaxNumberOfMessages: 10, VisibilityTimeout: 43_200 };
    const { Messages } = await sqs.send(new ReceiveMessageCommand({ QueueUrl: queue(id), ...most }));
    if (Messages === undefined) return bodies;
    bodies.push(...Messages.map(({ Body = '' }) => Body));
  }
}

/** The events that the worker has logged since `from`. */
function workerEvents(from: number, { logs } = host) {
  return logs
    .slice(from)
    .filter(({ functionName, stream }) => functionName === 'worker' && stream === 'stdout')
    .map(({ text }) => JSON.parse(text));
}

describe('an invocation', () => {
  it('gets the event, and a context and an environment like those of Lambda', async () => {
    const result = await host.invoke('echo-it', { a: 1 });
    expect(result).toMatchObject({
      event: { a: 1 },
      context: {
        functionName: 'fixture-local-echo-it',
        awsRequestId: expect.stringMatching(/^[0-9a-f-]{36}$/),
        invokedFunctionArn: 'arn:aws:lambda:ap-northeast-1:000000000000:function:fixture-local-echo-it',
        memoryLimitInMB: '256',
      },
      remaining: expect.toSatisfy((ms: number) => ms > 4000 && ms <= 5000),
      env: {
        GREETING: 'konnichiwa',
        SECRET_ID: 'fixture/local/secret',
        QUEUE_URL: queue('WorkQueue'),
        QUEUE_ARN: 'arn:aws:sqs:ap-northeast-1:000000000000:fixture-local-WorkQueue',
        BUCKET_PATH: 'arn:aws:s3:::fixture-local-databucket/x',
        TABLE: host.tables['NotesTable'],
        TABLE_ARN: 'arn:aws:dynamodb:ap-northeast-1:000000000000:table/fixture-local-NotesTable',
        TABLE_INDEXES: 'arn:aws:dynamodb:ap-northeast-1:000000000000:table/fixture-local-NotesTable/index/*',
        API_URL: host.url,
        ADDED: 'by the host',
        AWS_ENDPOINT_URL_SQS: aws.sqsUrl,
        AWS_LAMBDA_FUNCTION_NAME: 'fixture-local-echo-it',
        AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs24.x',
      },
    });
  });

  it('does not inherit the environment of the host', async () => {
    process.env['OF_THE_HOST'] = 'x';
    expect(await host.invoke('echo', {})).not.toHaveProperty('env.OF_THE_HOST');
  });

  it('reuses a warm process, also after an error', async () => {
    const first = await host.invoke('echo', {});
    await expect(host.invoke('echo', { do: 'throw' })).rejects.toMatchObject({
      name: 'FunctionError',
      errorType: 'TypeError',
      message: 'as it was told to',
    });
    const { pid, calls } = Object(first);
    expect(await host.invoke('echo', {})).toMatchObject({ pid, calls: calls + 2 });
  });

  it('runs concurrently with others in separate processes', async () => {
    const results = await Promise.all([1, 2, 3].map(() => host.invoke('echo', { waitMs: 100 })));
    expect(new Set(results.map((result) => Object(result).pid)).size).toBe(3);
  });

  it('waits while the maximum of processes is busy', async () => {
    const small = await startLambdaHost({ serverlessFile, aws, stage: 'small', maxProcesses: 1 });
    const results = await Promise.all([1, 2, 3].map(() => small.invoke('echo', {})));
    await small.stop();
    expect(results.map((result) => Object(result).calls)).toEqual([1, 2, 3]);
  });

  it('uses an overridden handler and timeout', async () => {
    const overrides = { broken: { handler: 'functions/echo.handler', timeoutSeconds: 1 } };
    const other = await startLambdaHost({ serverlessFile, aws, stage: 'other', overrides });
    expect(await other.invoke('broken', {})).toMatchObject({ calls: 1 });
    await expect(other.invoke('broken', { waitMs: 4_000 })).rejects.toMatchObject({ errorType: 'Sandbox.Timedout' });
    await other.stop();
  });

  it('is killed at its timeout, and the next one gets a new process', async () => {
    await expect(host.invoke('oneByOne', { Records: [{ body: 'hang' }] })).rejects.toMatchObject({
      errorType: 'Sandbox.Timedout',
      message: expect.stringMatching(/^RequestId: \S+ Error: Task timed out after 1.00 seconds$/),
    });
    expect(await host.invoke('oneByOne', { Records: [] })).toEqual({ batchItemFailures: [] });
  });

  it('fails when its process exits, and the next one gets a new process', async () => {
    await expect(host.invoke('echo', { do: 'crash' })).rejects.toMatchObject({
      errorType: 'Runtime.ExitError',
      message: 'Runtime exited with error: exit status 3',
    });
    expect(await host.invoke('echo', {})).toMatchObject({ calls: expect.any(Number) });
  });

  it('fails when its process is killed, and the next one gets a new process', async () => {
    expect(host.kill('echo')).toBe(false);
    const killed = host.invoke('echo', { waitMs: 4_000 });
    await expect.poll(() => host.kill('echo')).toBe(true);
    await expect(killed).rejects.toMatchObject({ errorType: 'Runtime.ExitError' });
    expect(await host.invoke('echo', {})).toMatchObject({ calls: expect.any(Number) });
  });

  it('fails when the module cannot be loaded, and the reason is in the log', async () => {
    await expect(host.invoke('broken', {})).rejects.toMatchObject({
      errorType: 'Runtime.ImportModuleError',
      message: 'cannot even be loaded',
    });
    const written = host.logs.filter(({ functionName }) => functionName === 'broken');
    expect(written.map(({ text }) => text).join('\n')).toContain('cannot even be loaded');
  });

  it('has all of its log lines when it ends', async () => {
    const from = host.logs.length;
    const { context, calls } = Object(await host.invoke('echo', {}));
    expect(host.logs.slice(from)).toEqual([
      { functionName: 'echo-it', requestId: context.awsRequestId, stream: 'stdout', text: `call ${calls}` },
    ]);
  });

  it('of a scheduled function gets the event of its schedule by default', async () => {
    expect(await host.invoke('echo')).toMatchObject({
      event: { source: 'aws.scheduler', 'detail-type': 'Scheduled Event', detail: '{}' },
    });
  });

  it('of an unknown function is refused', async () => {
    await expect(host.invoke('nobody', {})).rejects.toThrow('There is no function nobody');
  });
});

describe('a queue of the Lambda host', () => {
  it('delivers its messages to the function and deletes those that succeeded', async () => {
    const from = host.logs.length;
    await sqs.send(
      new SendMessageCommand({
        QueueUrl: queue('WorkQueue'),
        MessageBody: 'ok',
        MessageAttributes: { key: { DataType: 'String', StringValue: 'k1' } },
      }),
    );
    await host.settled({ delayed: true });
    expect(workerEvents(from)).toEqual([
      {
        Records: [
          expect.objectContaining({
            body: 'ok',
            eventSource: 'aws:sqs',
            eventSourceARN: 'arn:aws:sqs:ap-northeast-1:000000000000:fixture-local-WorkQueue',
            awsRegion: 'ap-northeast-1',
            attributes: expect.objectContaining({
              ApproximateReceiveCount: '1',
              SentTimestamp: expect.stringMatching(/^\d+$/),
            }),
            messageAttributes: {
              key: { dataType: 'String', stringValue: 'k1', stringListValues: [], binaryListValues: [] },
            },
          }),
        ],
      },
    ]);
  });

  it('delivers only failed messages again, and finally moves them to the dead-letter queue', async () => {
    const from = host.logs.length;
    await send('WorkQueue', 'ok', 'fail');
    await host.settled({ delayed: true });
    const bodies = workerEvents(from).flatMap(({ Records }) => Records.map(({ body }: { body: string }) => body));
    expect(bodies.sort()).toEqual(['fail', 'fail', 'fail', 'ok']);
    expect(await drain('WorkDeadLetterQueue')).toEqual(['fail']);
  });

  it.each(['throw', 'nonsense'])('delivers the whole batch again when the function answers with: %s', async (body) => {
    await send('WorkQueue', body);
    await host.settled({ delayed: true });
    expect(await drain('WorkDeadLetterQueue')).toEqual([body]);
  });

  it('counts a timeout as a failure of the batch', async () => {
    await send('SlowQueue', 'hang');
    await host.settled({ delayed: true });
    expect(await drain('WorkDeadLetterQueue')).toEqual(['hang']);
  });

  it('is settled when the messages that a function sent are processed too, except delayed ones', async () => {
    const from = host.logs.length;
    await send('WorkQueue', 'again');
    await host.settled();
    const bodies = workerEvents(from).flatMap(({ Records }) => Records.map(({ body }: { body: string }) => body));
    expect(bodies).toEqual(['again', 'sent again']);
  });

  it('invokes its function no more often at the same time than its maximum concurrency, and counts the messages', async () => {
    const from = host.logs.length;
    const changes = () =>
      host.logs
        .slice(from)
        .filter(({ functionName }) => functionName === 'twoAtOnce')
        .map(({ text }): number => (text === 'done' ? -1 : 1));
    const held = join(await mkdtemp(join(tmpdir(), 'held-')), 'held');
    await writeFile(held, '');
    await send('HeldQueue', ...Array.from({ length: 6 }, () => `while there is ${held}`));
    await vi.waitUntil(() => changes().length === 2, { timeout: 300_000 });
    expect(await host.backlog()).toMatchObject({ visible: 4, hidden: 2 });
    await rm(dirname(held), { recursive: true });
    await host.settled();
    const atTheSameTime = changes().map((_, i, all) => all.slice(0, i + 1).reduce((sum, change) => sum + change));
    expect(Math.max(...atTheSameTime)).toBe(2);
    expect(await host.backlog()).toMatchObject({ visible: 0, hidden: 0 });
  });

  it('is polled again after SQS was unavailable', async () => {
    aws.faults.add({ service: 'sqs', operation: 'ReceiveMessage', drop: true });
    const from = host.logs.length;
    await send('WorkQueue', 'ok');
    aws.faults.clear();
    await host.settled();
    expect(workerEvents(from)).toHaveLength(1);
  });
});

it('a failed message is hidden for its visibility timeout, during which the host counts as settled', async () => {
  const patient = await startLambdaHost({ serverlessFile, aws, stage: 'patient' });
  await sqs.send(new SendMessageCommand({ QueueUrl: patient.queues['WorkQueue'], MessageBody: 'fail' }));
  await patient.settled();
  expect(workerEvents(0, patient)).toHaveLength(1);
  await patient.stop();
});
