import { createHash, randomUUID } from 'node:crypto';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { UpdateItemCommand } from '@aws-sdk/client-dynamodb';
import { GetObjectCommand, ListObjectsV2Command, PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest';
import type { LedgerEntry } from '../../lib/deliveries/ledger/entry.ts';
import type { Ledger } from '../../lib/deliveries/ledger/ledger.ts';
import type { QueueHandler } from '../../lib/lambda/queue-handler.ts';
import { deliveryKey } from '../../lib/webhooks/delivery-key.ts';
import { EVENT_TYPES } from '../../lib/webhooks/events.ts';
import { type AnnofabEmulator, startAnnofabEmulator } from '../../local/annofab/index.ts';
import { localNames } from '../../local/names.ts';
import {
  captureOutput,
  httpEvent,
  lambdaContext,
  sqsEvent,
  sqsRecord,
  startTestAws,
  type TestAws,
} from '../lambda/support.ts';
import { localDynamoDb } from '../support/ledger-table.ts';
import { runCommand } from '../support/run-command.ts';
import {
  allEvents,
  completeTasks,
  eventOf,
  messageOf,
  oldBucket,
  oldLedger,
  oldObjects,
  PROJECT,
  UPGRADED_AT,
} from './old-stage.ts';

const MINUTE = 60_000;
let aws: TestAws;
let s3: S3Client;
let annofab: AnnofabEmulator;
let ledger: Ledger;
let bucket: string;
let output: ReturnType<typeof captureOutput>;
const queues = new Map<string, string>();

beforeAll(async () => {
  aws = await startTestAws({
    credential: { pat: localNames.personalAccessToken },
    webhooks: { webhook_secrets: [{ secret: localNames.webhookSecret }] },
  });
  s3 = new S3Client({ forcePathStyle: true });
  for (const eventType of EVENT_TYPES) {
    const { url } = await aws.createQueue(eventType);
    queues.set(eventType, url);
    process.env[`${eventType.toUpperCase().replaceAll('-', '_')}_QUEUE_URL`] = url;
  }
  process.env['QUEUE_URL'] = queues.get('task-completed');
  process.env['DEAD_LETTER_QUEUE_URL'] = (await aws.createQueue('dead')).url;
  process.env['CREDENTIAL_SECRET_ID'] = 'credential';
  process.env['WEBHOOKS_SECRET_ID'] = 'webhooks';
  process.env['WEBHOOK_URL'] = 'https://functions.example';
  process.env['RECONCILE_PROJECT_IDS'] = PROJECT;
});
afterAll(async () => {
  s3?.destroy();
  await aws?.stop();
});

beforeEach(async () => {
  vi.useFakeTimers({ toFake: ['Date'], now: UPGRADED_AT });
  output = captureOutput();
  annofab = await startAnnofabEmulator();
  process.env['ANNOFAB_ENDPOINT_URL'] = annofab.url;
  bucket = `dataset-${randomUUID()}`;
  process.env['DATASET_BUCKET'] = bucket;
  await aws.createBucket(bucket);
  await oldBucket(s3, bucket);
  ledger = await oldLedger(aws);
  await completeTasks(annofab);
  vi.resetModules();
});
afterEach(async () => {
  vi.useRealTimers();
  await annofab.stop();
  for (const url of queues.values()) await aws.empty(url);
});

async function keys(prefix = ''): Promise<string[]> {
  const { Contents = [] } = await s3.send(new ListObjectsV2Command({ Bucket: bucket, Prefix: prefix }));
  return Contents.flatMap(({ Key }) => Key ?? []);
}

async function json(key: string): Promise<Record<string, unknown>> {
  const { Body } = await s3.send(new GetObjectCommand({ Bucket: bucket, Key: key }));
  return JSON.parse((await Body?.transformToString()) ?? '');
}

const latestOf = (task: string) => `projects/${PROJECT}/tasks/${task}/latest.json`;
const stateOf = async (name: string) => (await ledger.find(deliveryKey(eventOf(name)).key))?.state;
const patched = () => annofab.spy.requests.filter(({ operation }) => operation === 'patchTasksMetadata');

async function queuedTasks(): Promise<string[]> {
  const messages = await aws.messages(queues.get('task-completed') ?? '');
  return messages.map(({ body }) => JSON.parse(body).event.task_id);
}

async function processed(handler: QueueHandler, body: string): Promise<'acknowledged' | 'retried'> {
  const { batchItemFailures } = await handler(sqsEvent(sqsRecord(body)), lambdaContext());
  return batchItemFailures.length === 0 ? 'acknowledged' : 'retried';
}

async function onTaskCompleted(task: string): Promise<'acknowledged' | 'retried'> {
  const { handler } = await import('../../functions/on-task-completed.ts');
  return processed(handler, messageOf(task));
}

describe('a ledger of release 0.1.0', () => {
  it('is read in every state', async () => {
    const entries: LedgerEntry[] = [];
    for await (const entry of ledger.byProject(PROJECT)) entries.push(entry);
    const states = entries.map(({ label, state, source }) => `${label.replace(/\/[^/]+$/, '')} ${state} ${source}`);
    expect(states.sort()).toEqual([
      'annotation-archive-updated/demo-project done webhook',
      'input-data-zip-registered/demo-project skipped webhook',
      'project-copy-completed/demo-project/copied-project done reconciliation',
      'task-completed/demo-project/task-1 done webhook',
      'task-completed/demo-project/task-2 queued webhook',
      'task-completed/demo-project/task-3 received webhook',
      'task-completed/demo-project/task-4 processing webhook',
      'task-completed/demo-project/task-5 queued webhook',
      'task-completed/demo-project/task-6 queued webhook',
      'task-completed/demo-project/task-7 dead webhook',
      'task-completed/demo-project/task-8 skipped webhook',
    ]);
  });

  it('drops an event that arrives again, unless no message was sent for it', async () => {
    const { handler } = await import('../../functions/receive-webhook.ts');
    for (const event of allEvents) {
      const headers = { 'x-webhook-secret': localNames.webhookSecret };
      const input = { eventType: event.event_type, headers, body: JSON.stringify(event) };
      expect(await handler(httpEvent(input), lambdaContext())).toMatchObject({ statusCode: 202 });
    }
    expect(await queuedTasks()).toEqual(['task-3']);
    for (const eventType of EVENT_TYPES.filter((type) => type !== 'task-completed'))
      expect(await aws.counts(queues.get(eventType) ?? '')).toEqual({ waiting: 0, delayed: 0 });
    expect(await stateOf('task-3')).toBe('queued');
  });

  it('sends a dead delivery again, and leaves a finished one', async () => {
    expect(await ledger.redrive(deliveryKey(eventOf('task-7')).key)).toBe('redriven');
    expect(await stateOf('task-7')).toBe('received');
    for (const name of ['task-1', 'task-8', 'zip', 'copy', 'archive'])
      expect(await ledger.redrive(deliveryKey(eventOf(name)).key)).toBe('finished');
  });

  it('lets the reconciliation send what was not sent, and nothing else', async () => {
    const { handler } = await import('../../functions/reconcile-deliveries.ts');
    const found = await handler({}, lambdaContext());
    expect(found).toMatchObject({ compared: [PROJECT], resent: 1, recovered: 0, inferred: 0, unfired: 0 });
    expect(await queuedTasks()).toEqual(['task-3']);
    const full = await handler({ full: true }, lambdaContext());
    expect(full).toMatchObject({ resent: 0, recovered: 0, inferred: 0 });
    expect(await queuedTasks()).toEqual([]);
  });
});

describe('messages of release 0.1.0', () => {
  it.each([
    ['waits in the queue', 'task-2'],
    ['was being processed by a function that crashed', 'task-4'],
  ])('are processed once: one that %s', async (_what, task) => {
    expect(await onTaskCompleted(task)).toBe('acknowledged');
    expect(await onTaskCompleted(task)).toBe('acknowledged');
    expect(await stateOf(task)).toBe('done');
    const latest = await json(latestOf(task));
    expect(latest).toMatchObject({ format: 1, completed_at: eventOf(task).complete_datetime });
    expect(await keys(`projects/${PROJECT}/tasks/${task}/versions/`)).toContain(latest['manifest']);
    expect(await keys(`projects/${PROJECT}/changes/`)).toEqual([expect.stringContaining(`task-exported-${task}`)]);
    expect(patched()).toHaveLength(1);
    expect(output.metrics()).toContainEqual(expect.objectContaining({ duplicate: 1 }));
  });

  it('do not repeat an effect that was applied', async () => {
    const { queueHandler } = await import('../../lib/lambda/queue-handler.ts');
    const effects = { chat: vi.fn(async () => {}), mail: vi.fn(async () => {}) };
    const handler = queueHandler('task-completed', async (ctx) => {
      await ctx.once('chat', effects.chat);
      await ctx.once('mail', effects.mail);
    });
    expect(await processed(handler, messageOf('task-5'))).toBe('acknowledged');
    expect(effects.chat).not.toHaveBeenCalled();
    expect(effects.mail).toHaveBeenCalledOnce();
    expect(await stateOf('task-5')).toBe('done');
  });

  it('go on with their waits: a deferred one counts further, and is processed when its task is completed', async () => {
    expect(await onTaskCompleted('task-6')).toBe('acknowledged');
    const { key } = deliveryKey(eventOf('task-6'));
    expect(await ledger.find(key)).toMatchObject({ state: 'queued', deferrals: { early: 2 } });
    await annofab.completeTask(PROJECT, 'task-6');
    expect(await onTaskCompleted('task-6')).toBe('acknowledged');
    expect(await stateOf('task-6')).toBe('done');
  });
});

describe('a bucket of release 0.1.0', () => {
  it('keeps the version of a task: the same completion is not exported again', async () => {
    const { handler } = await import('../../functions/on-task-completed.ts');
    const again = { ...JSON.parse(messageOf('task-2')), event: eventOf('task-1') };
    const later = { ...eventOf('task-1'), complete_datetime: '2026-01-10T10:00:00.001+09:00' };
    for (const event of [eventOf('task-1'), later])
      expect(await processed(handler, JSON.stringify({ ...again, event, key: deliveryKey(event).key }))).toBe(
        'acknowledged',
      );
    const written = await keys();
    expect(written.filter((key) => !key.includes('/changes/')).sort()).toEqual(Object.keys(oldObjects).sort());
    expect(await json(latestOf('task-1'))).toEqual(JSON.parse(oldObjects[latestOf('task-1')]?.text ?? ''));
    expect(patched()).toEqual([]);
  });

  it('gets a new version of a task that is completed again, and keeps the old one', async () => {
    vi.setSystemTime(UPGRADED_AT + MINUTE);
    const { operation_updated_datetime } = await annofab.completeTask(PROJECT, 'task-1');
    const event = { ...eventOf('task-1'), complete_datetime: operation_updated_datetime ?? '' };
    const { handler } = await import('../../functions/on-task-completed.ts');
    const message = { ...JSON.parse(messageOf('task-2')), event, key: deliveryKey(event).key };
    expect(await processed(handler, JSON.stringify(message))).toBe('acknowledged');
    expect(await json(latestOf('task-1'))).toMatchObject({ format: 1, completed_at: event.complete_datetime });
    expect(await keys()).toEqual(expect.arrayContaining(Object.keys(oldObjects)));
    const manifests = (await keys(`projects/${PROJECT}/tasks/task-1/`)).filter((key) => key.endsWith('manifest.json'));
    expect(manifests).toHaveLength(2);
  });

  it('gets a newer archive beside the mirrored one', async () => {
    vi.setSystemTime(UPGRADED_AT + MINUTE);
    const archives = `projects/${PROJECT}/archives/`;
    const old = await json(`${archives}latest.json`);
    const { handler } = await import('../../functions/on-annotation-archive-updated.ts');
    const { AnnofabClient } = await import('../../lib/annofab/index.ts');
    const client = new AnnofabClient({ baseUrl: annofab.url, credentials: { pat: localNames.personalAccessToken } });
    onTestFinished(() => client.close());
    await client.postAnnotationArchiveUpdate({ project_id: PROJECT });
    await annofab.settled();
    const event = { ...eventOf('archive'), complete_datetime: '2026-01-10T10:11:00.000+09:00' };
    const more = { event_type: event.event_type, event, key: deliveryKey(event).key };
    const body = JSON.stringify({ ...JSON.parse(messageOf('task-2')), ...more });
    const { batchItemFailures } = await handler(sqsEvent(sqsRecord(body)), lambdaContext(900_000));
    expect(batchItemFailures).toEqual([]);
    const latest = await json(`${archives}latest.json`);
    expect(String(latest['version']) > String(old['version'])).toBe(true);
    expect(await keys(archives)).toEqual(expect.arrayContaining([old['archive'], latest['archive']]));
  });

  it('is copied by pull, byte for byte', async () => {
    const to = await mkdtemp(join(tmpdir(), 'annofab-functions-upgrade-'));
    onTestFinished(() => rm(to, { recursive: true }));
    const args = ['--project', PROJECT, '--to', to, '--bucket', bucket, '--json'];
    const pull = () => runCommand('pull', args, { ...aws.env, AWS_ENDPOINT_URL_S3: aws.s3Url });
    const { code, out, err } = await pull();
    expect(code, err).toBe(0);
    expect(JSON.parse(out)).toMatchObject({ tasks: 1, changed: 1, files: 3, withdrawn: 0 });
    const archive = await readFile(join(to, 'archive/annotations.zip'));
    const { sha256 } = await json(`projects/${PROJECT}/archives/latest.json`);
    expect(createHash('sha256').update(archive).digest('hex')).toBe(sha256);
    expect(JSON.parse((await pull()).out)).toMatchObject({ tasks: 1, changed: 0, files: 0 });
  });
});

describe('what a newer release wrote', () => {
  const UPGRADE = /has format 2, and this release reads up to 1: upgrade/;
  const logged = () => JSON.stringify(output.logs());

  async function setFormat(name: string): Promise<void> {
    const client = localDynamoDb(aws);
    const command = new UpdateItemCommand({
      TableName: process.env['LEDGER_TABLE'],
      Key: { key: { S: name } },
      UpdateExpression: 'SET #format = :newer',
      ExpressionAttributeNames: { '#format': 'format' },
      ExpressionAttributeValues: { ':newer': { N: '2' } },
    });
    await client.send(command).finally(() => client.destroy());
  }

  it('is refused in the ledger: nothing is written, and the event is kept', async () => {
    const { key } = deliveryKey(eventOf('task-2'));
    await setFormat(key);
    expect(await onTaskCompleted('task-2')).toBe('acknowledged');
    expect(await aws.counts(queues.get('task-completed') ?? '')).toEqual({ waiting: 0, delayed: 1 });
    await expect(ledger.find(key)).rejects.toThrow(UPGRADE);
    expect(await keys(`projects/${PROJECT}/tasks/task-2/`)).toEqual([]);
    expect(logged()).toMatch(UPGRADE);
    expect(output.metrics()).toContainEqual(expect.objectContaining({ alert: 1, reason: 'ledger' }));
  });

  it('is refused by the receiver, which answers with an error, so that the event is found later', async () => {
    const event = eventOf('task-3');
    await setFormat(deliveryKey(event).key);
    const { handler } = await import('../../functions/receive-webhook.ts');
    const headers = { 'x-webhook-secret': localNames.webhookSecret };
    const input = { eventType: event.event_type, headers, body: JSON.stringify(event) };
    expect((await handler(httpEvent(input), lambdaContext())).statusCode).toBeGreaterThanOrEqual(500);
    expect(await queuedTasks()).toEqual([]);
  });

  it('is refused where it is how far the reconciliation has come', async () => {
    await setFormat(`reconciliation/${PROJECT}`);
    const { handler } = await import('../../functions/reconcile-deliveries.ts');
    await expect(handler({}, lambdaContext())).rejects.toThrow(UPGRADE);
  });

  it('does not open the circuit breaker', async () => {
    await setFormat('pause/annofab');
    expect(await onTaskCompleted('task-2')).toBe('acknowledged');
    expect(await stateOf('task-2')).toBe('done');
  });

  it.each([
    ['a pointer', latestOf('task-1'), 'format'],
    ['a manifest', `projects/${PROJECT}/tasks/task-1/versions/20260110T010000.000Z/manifest.json`, 'manifest_version'],
  ])('is refused in the bucket and by pull, and stays as it is: %s', async (_what, key, field) => {
    const Body = JSON.stringify({ ...(await json(key)), [field]: 2 });
    await s3.send(new PutObjectCommand({ Bucket: bucket, Key: key, Body }));
    const event = { ...eventOf('task-1'), complete_datetime: '2026-01-10T10:00:00.001+09:00' };
    const { handler } = await import('../../functions/on-task-completed.ts');
    const message = { ...JSON.parse(messageOf('task-2')), event, key: deliveryKey(event).key };
    expect(await processed(handler, JSON.stringify(message))).toBe('retried');
    expect(logged()).toMatch(UPGRADE);
    expect(await json(key)).toEqual(JSON.parse(Body));
    const to = await mkdtemp(join(tmpdir(), 'annofab-functions-upgrade-'));
    onTestFinished(() => rm(to, { recursive: true }));
    const { code, err } = await runCommand('pull', ['--project', PROJECT, '--to', to, '--bucket', bucket], aws.env);
    expect({ code, err }).toEqual({ code: 1, err: expect.stringMatching(UPGRADE) });
  });

  it('is sent to the dead-letter queue as it is, when it is a message', async () => {
    const { handler } = await import('../../functions/on-task-completed.ts');
    const body = JSON.stringify({ ...JSON.parse(messageOf('task-2')), v: 2 });
    expect(await processed(handler, body)).toBe('acknowledged');
    const [dead] = await aws.messages(process.env['DEAD_LETTER_QUEUE_URL'] ?? '');
    expect(dead).toMatchObject({ body, attributes: { reason: expect.stringMatching(UPGRADE) } });
  });
});
