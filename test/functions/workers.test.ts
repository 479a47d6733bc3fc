import { ListObjectsV2Command, S3Client } from '@aws-sdk/client-s3';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Envelope } from '../../lib/webhooks/envelope.ts';
import type { WebhookEvent } from '../../lib/webhooks/events.ts';
import { type AnnofabEmulator, startAnnofabEmulator } from '../../local/annofab/index.ts';
import { localNames } from '../../local/names.ts';
import {
  captureOutput,
  envelopeOf,
  lambdaContext,
  sqsEvent,
  sqsRecord,
  startTestAws,
  type TestAws,
} from '../lambda/support.ts';
import { sampleEvents } from '../webhooks/events.ts';

let aws: TestAws;
let annofab: AnnofabEmulator;
let s3: S3Client;
let output: ReturnType<typeof captureOutput>;

beforeAll(async () => {
  aws = await startTestAws();
  s3 = new S3Client({ forcePathStyle: true });
  await aws.createBucket('dataset');
  process.env['DATASET_BUCKET'] = 'dataset';
  process.env['CREDENTIAL_SECRET_ID'] = 'credential';
  process.env['WEBHOOKS_SECRET_ID'] = 'webhooks';
  process.env['WEBHOOK_URL'] = 'https://api.example.com';
  process.env['WEBHOOK_STAGE'] = 'dev';
  process.env['QUEUE_URL'] = (await aws.createQueue('queue')).url;
  process.env['DEAD_LETTER_QUEUE_URL'] = (await aws.createQueue('dead')).url;
});

afterAll(async () => {
  s3.destroy();
  await aws.stop();
});

beforeEach(async () => {
  annofab = await startAnnofabEmulator();
  await aws.newLedger();
  process.env['ANNOFAB_ENDPOINT_URL'] = annofab.url;
  aws.secrets.put('credential', { pat: localNames.personalAccessToken });
  output = captureOutput();
  // New containers for each test: no client, no secret is kept.
  vi.resetModules();
});

afterEach(async () => {
  vi.useRealTimers();
  await annofab.stop();
  for (const name of ['QUEUE_URL', 'DEAD_LETTER_QUEUE_URL']) await aws.empty(process.env[name] ?? '');
});

const taskCompleted = (task_id: string, complete_datetime: string): WebhookEvent => ({
  event_type: 'task-completed',
  project_id: localNames.project,
  task_id,
  complete_datetime,
});

async function onTaskCompleted(
  task_id: string,
  complete_datetime = '2019-05-08T10:00:00.000+09:00',
  more: Partial<Envelope> = {},
) {
  const { handler } = await import('../../functions/on-task-completed.ts');
  const record = sqsRecord(envelopeOf(taskCompleted(task_id, complete_datetime), more), { id: 'message-1' });
  return (await handler(sqsEvent(record), lambdaContext())).batchItemFailures.length === 0 ? 'acknowledged' : 'retried';
}

async function keys(prefix: string): Promise<string[]> {
  const { Contents = [] } = await s3.send(new ListObjectsV2Command({ Bucket: 'dataset', Prefix: prefix }));
  return Contents.flatMap(({ Key }) => Key ?? []);
}

const outcomes = () => output.logs().flatMap(({ outcome }) => outcome ?? []);

describe('a completed task', () => {
  it('keeps the metadata of the later completion when the delivery of the first one is slow', async () => {
    await annofab.completeTask(localNames.project, 'task-1');
    // The third look at the task is the one before its metadata are written.
    annofab.faults.add({ operation: 'getTask', delayMs: 0, times: 2 });
    annofab.faults.add({ operation: 'getTask', delayMs: 2_000, times: 1 });
    const late = onTaskCompleted('task-1');
    const looks = () => annofab.spy.requests.filter(({ operation }) => operation === 'getTask').length;
    await vi.waitFor(() => expect(looks()).toBe(3), { timeout: 300_000 });
    const { operation_updated_datetime } = await annofab.completeTask(localNames.project, 'task-1');
    expect(await onTaskCompleted('task-1', operation_updated_datetime ?? undefined)).toBe('acknowledged');
    expect(await late).toBe('acknowledged');
    const metadata = annofab.state.projects.get(localNames.project)?.tasks.get('task-1')?.metadata;
    expect(metadata).toMatchObject({ exported_at: operation_updated_datetime });
  });

  it('is exported into the bucket, and its metadata are updated', async () => {
    await annofab.completeTask(localNames.project, 'task-1');
    expect(await onTaskCompleted('task-1')).toBe('acknowledged');
    expect(await keys('projects/demo-project/tasks/task-1/')).toContain(
      'projects/demo-project/tasks/task-1/latest.json',
    );
    expect(annofab.spy.requests.filter(({ operation }) => operation === 'patchTasksMetadata')).toHaveLength(1);
    expect(outcomes()).toContain('done');
  });

  it('is deferred while it does not show as completed yet', async () => {
    expect(await onTaskCompleted('task-5')).toBe('acknowledged');
    expect(await aws.counts(process.env['QUEUE_URL'] ?? '')).toEqual({ waiting: 0, delayed: 1 });
    expect(outcomes()).toEqual(['later']);
  });

  it('is deferred when Annofab is rate limiting for longer than a function may sleep', async () => {
    annofab.faults.add({ operation: 'getTask', status: 429, retryAfter: 30 });
    expect(await onTaskCompleted('task-3')).toBe('acknowledged');
    expect(await aws.counts(process.env['QUEUE_URL'] ?? '')).toEqual({ waiting: 0, delayed: 1 });
    expect(output.logs()).toContainEqual(
      expect.objectContaining({ outcome: 'later', counter: 'rate-limited', seconds: 30 }),
    );
  });

  it('waits with all others, without a request, after Annofab answered three times with maintenance', async () => {
    annofab.faults.add({ operation: 'getTask', status: 503, retryAfter: 600 });
    for (const task of ['task-1', 'task-2', 'task-3', 'task-4', 'task-5']) {
      expect(await onTaskCompleted(task)).toBe('acknowledged');
    }
    expect(annofab.spy.requests.filter(({ operation }) => operation === 'getTask')).toHaveLength(3);
    expect(await aws.counts(process.env['QUEUE_URL'] ?? '')).toEqual({ waiting: 0, delayed: 5 });
    const waits = output.logs().filter(({ outcome }) => outcome === 'later');
    expect(waits.map(({ counter }) => counter)).toEqual(Array.from({ length: 5 }, () => 'maintenance'));
    for (const { seconds } of waits) expect(seconds).toBeGreaterThan(590);
  });

  it.each([
    ['a daily quota', 429, 86_400],
    ['a maintenance of which the end is mistyped', 503, 10 * 365 * 86_400],
  ])(
    'is deferred through a chain of messages, and not dead, when Annofab names %s',
    async (_what, status, retryAfter) => {
      annofab.faults.add({ operation: 'getTask', status, retryAfter });
      for (const task of ['task-1', 'task-2', 'task-3', 'task-4'])
        expect(await onTaskCompleted(task)).toBe('acknowledged');
      expect(await aws.counts(process.env['QUEUE_URL'] ?? '')).toEqual({ waiting: 0, delayed: 4 });
      expect(await aws.counts(process.env['DEAD_LETTER_QUEUE_URL'] ?? '')).toEqual({ waiting: 0, delayed: 0 });
    },
  );

  it('is tried once more after 24 hours of waiting, even while the circuit breaker is open', async () => {
    annofab.faults.add({ operation: 'getTask', status: 503, retryAfter: 86_400, times: 3 });
    for (const task of ['task-1', 'task-2', 'task-4']) expect(await onTaskCompleted(task)).toBe('acknowledged');
    const first_deferred_at = new Date(Date.now() - 24 * 60 * 60_000).toISOString();
    expect(await onTaskCompleted('task-3', undefined, { first_deferred_at })).toBe('acknowledged');
    expect(outcomes()).toEqual(['later', 'later', 'later', 'done']);
  });

  it('is dead after 24 hours of maintenance, which still opens the circuit breaker for the others', async () => {
    annofab.faults.add({ operation: 'getTask', status: 503, retryAfter: 600 });
    const first_deferred_at = new Date(Date.now() - 24 * 60 * 60_000).toISOString();
    for (const task of ['task-1', 'task-2', 'task-3', 'task-4']) {
      expect(await onTaskCompleted(task, undefined, { first_deferred_at })).toBe('acknowledged');
    }
    expect(await onTaskCompleted('task-5')).toBe('acknowledged');
    expect(annofab.spy.requests.filter(({ operation }) => operation === 'getTask')).toHaveLength(4);
    expect(await aws.messages(process.env['DEAD_LETTER_QUEUE_URL'] ?? '')).toHaveLength(4);
  });

  it('goes to the dead-letter queue with the reason when the account may not see it', async () => {
    annofab.faults.add({ operation: 'getTask', status: 403, errorCode: 'FORBIDDEN_RESOURCE' });
    expect(await onTaskCompleted('task-3')).toBe('acknowledged');
    const [dead] = await aws.messages(process.env['DEAD_LETTER_QUEUE_URL'] ?? '');
    expect(dead?.attributes['reason']).toMatch(/^getTask was answered with 403 FORBIDDEN_RESOURCE/);
  });

  it('is retried when Annofab fails', async () => {
    annofab.faults.add({ operation: 'getTask', status: 500 });
    expect(await onTaskCompleted('task-3')).toBe('retried');
  });
});

describe('the circuit breaker', () => {
  it.each(['api', 'annofab'])('guards a client that the recipe gets as %s', async (name) => {
    const [{ queueHandler }, { annofab: client }] = await Promise.all([
      import('../../lib/lambda/queue-handler.ts'),
      import('../../lib/lambda/services/annofab.ts'),
    ]);
    annofab.faults.add({ operation: 'getMyAccount', status: 503, retryAfter: 600 });
    const handler = queueHandler('task-completed', { [name]: client }, async (ctx) => ctx[name]?.getMyAccount({}));
    for (const task of ['task-1', 'task-2', 'task-3', 'task-4', 'task-5']) {
      const record = sqsRecord(envelopeOf(taskCompleted(task, '2019-05-08T10:00:00.000+09:00')));
      expect(await handler(sqsEvent(record), lambdaContext())).toEqual({ batchItemFailures: [] });
    }
    expect(annofab.spy.requests.filter(({ operation }) => operation === 'getMyAccount')).toHaveLength(3);
    expect(output.metrics()).toContainEqual(expect.objectContaining({ alert: 1, reason: 'maintenance' }));
  });
});

describe('the credential', () => {
  it('may be user id and password', async () => {
    aws.secrets.put('credential', { user_id: localNames.userId, password: localNames.password });
    expect(await onTaskCompleted('task-3')).toBe('acknowledged');
    expect(outcomes()).toContain('done');
  });

  it('cannot be of an account with multi-factor login, and the log says what to use instead', async () => {
    aws.secrets.put('credential', { user_id: 'demo_mfa', password: 'demo-mfa-password' });
    expect(await onTaskCompleted('task-3')).toBe('retried');
    expect(output.logs().at(-1)).toMatchObject({
      error_name: 'CredentialError',
      error_message: expect.stringMatching(/multi-factor.*personal access token/),
    });
    expect(output.text()).not.toContain('demo-mfa-password');
  });

  it('is read again when Annofab refuses it, so that a new token works at once', async () => {
    expect(await onTaskCompleted('task-3')).toBe('acknowledged');
    annofab.state.logins.personalAccessTokens.delete(localNames.personalAccessToken);
    aws.secrets.put('credential', { pat: 'demo-data-user-pat' });
    expect(await onTaskCompleted('task-4')).toBe('acknowledged');
    expect(outcomes().filter((outcome) => outcome === 'done')).toHaveLength(2);
  });

  it('is not in the log when Annofab refuses it, and the message is retried', async () => {
    aws.secrets.put('credential', { pat: 'marker-token' });
    expect(await onTaskCompleted('task-3')).toBe('retried');
    expect(output.logs().at(-1)).toMatchObject({ error_name: 'UnauthorizedError' });
    expect(output.text()).not.toContain('marker');
  });

  it.each([
    ['no JSON', 'marker-token'],
    ['neither token nor password', { token: 'marker-token' }],
    ['empty', { pat: '' }],
  ])('is not in the log when it is %s, and the message is retried', async (_what, value) => {
    aws.secrets.put('credential', value);
    expect(await onTaskCompleted('task-3')).toBe('retried');
    expect(output.logs().at(-1)).toMatchObject({ error_name: 'SecretError' });
    expect(output.text()).not.toContain('marker');
  });
});

describe('the other workers', () => {
  it.each([
    ['input-data-zip-registered', () => import('../../functions/on-input-data-zip-registered.ts')],
    ['project-copy-completed', () => import('../../functions/on-project-copy-completed.ts')],
  ])('skip and acknowledge %s in a project without settings', async (eventType, load) => {
    const { handler } = await load();
    const event = sampleEvents.find(({ event_type }) => event_type === eventType) ?? sampleEvents[0];
    expect(await handler(sqsEvent(sqsRecord(envelopeOf(event))), lambdaContext())).toEqual({ batchItemFailures: [] });
    expect(outcomes()).toEqual(['skipped']);
  });

  it('mirror the archive on annotation-archive-updated', async () => {
    const { handler: start } = await import('../../functions/start-archive-updates.ts');
    process.env['ARCHIVE_PROJECT_IDS'] = '*';
    await start({}, lambdaContext());
    delete process.env['ARCHIVE_PROJECT_IDS'];
    await annofab.settled();
    const { handler } = await import('../../functions/on-annotation-archive-updated.ts');
    const event = sampleEvents[1];
    const answer = await handler(sqsEvent(sqsRecord(envelopeOf(event))), lambdaContext(900_000));
    expect(answer).toEqual({ batchItemFailures: [] });
    expect(outcomes()).toContain('done');
    expect(await keys('projects/demo-project/archives/')).not.toEqual([]);
  });
});

describe('start-archive-updates', () => {
  it('fails when a project could not be started, so that an alarm can see it', async () => {
    const { handler } = await import('../../functions/start-archive-updates.ts');
    process.env['ARCHIVE_PROJECT_IDS'] = 'no-such-project';
    await expect(handler({}, lambdaContext())).rejects.toThrow(/no-such-project/);
    delete process.env['ARCHIVE_PROJECT_IDS'];
  });
});
