import { type ChildProcess, execFile } from 'node:child_process';
import { join } from 'node:path';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { SQSClient } from '@aws-sdk/client-sqs';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { findDead } from '../../cli/deliveries/dead-deliveries.ts';
import { type Deployment, findDeployment } from '../../cli/deliveries/deployment.ts';
import { resend } from '../../cli/deliveries/replay.ts';
import { select } from '../../cli/deliveries/select.ts';
import { createLedger, type Ledger } from '../../lib/aws/ledger/ledger.ts';
import { createQueue } from '../../lib/aws/queue.ts';
import { deliveryKey } from '../../lib/webhooks/delivery-key.ts';
import { createEnvelope } from '../../lib/webhooks/envelope.ts';
import type { WebhookEvent } from '../../lib/webhooks/events.ts';
import type { LocalAws } from '../../local/aws/index.ts';
import { createResources, type Resources } from '../../local/lambda/resources.ts';
import { readServerlessFile } from '../../local/lambda/serverless-file.ts';
import { localNames } from '../../local/names.ts';
import { type Stack, startStack } from '../../local/stack.ts';
import { startTestAws, type TestAws } from '../lambda/support.ts';

const root = join(import.meta.dirname, '..', '..');

interface Ended {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

/** Runs `npm run deliveries -- …` against an embedded AWS, with nothing of this process's environment. */
function deliveries({ sqsUrl }: LocalAws, args: readonly string[], onStart?: (child: ChildProcess) => void) {
  return new Promise<Ended>((resolve) => {
    const [command = '', ...more] = args;
    const all = ['cli/deliveries.ts', command, '--local', sqsUrl, ...more];
    const env = { PATH: process.env['PATH'] ?? '' };
    const child = execFile(process.execPath, all, { cwd: root, env }, (error, out, err) => {
      resolve({ code: error === null ? 0 : Number(error.code), out, err });
    });
    onStart?.(child);
  });
}

function completed(task_id: string): WebhookEvent {
  const complete_datetime = '2026-01-05T10:00:00.000+09:00';
  return { event_type: 'task-completed', project_id: localNames.project, task_id, complete_datetime };
}

describe('a delivery that died', () => {
  let stack: Stack;

  beforeAll(async () => {
    stack = await startStack({ retryAfterFailureSeconds: 0 });
  });
  afterAll(() => stack?.stop());

  it('is listed with its reason, and once the cause is mended it is sent again and done', async () => {
    stack.annofab.faults.add({ operation: 'getTask', status: 403 });
    await stack.annofab.completeTask(localNames.project, 'task-1');
    await stack.settled();

    const { out } = await deliveries(stack.aws, ['list', '--json']);
    const listed = JSON.parse(out).deliveries;
    expect(listed).toEqual([
      expect.objectContaining({
        label: expect.stringContaining('task-completed/demo-project/task-1/'),
        state: 'dead',
        reason: expect.stringContaining('getTask was answered with 403'),
        tries: 1,
        in_ledger: true,
        dead_letters: 1,
      }),
    ]);

    stack.annofab.faults.clear();
    const sent = await deliveries(stack.aws, ['resend', listed[0].key.slice(0, 12)]);
    expect(sent).toMatchObject({ code: 0, err: '', out: expect.stringMatching(/resent +task-completed.*sent again/) });
    await stack.settled();

    expect((await deliveries(stack.aws, ['list'])).out).toBe('No delivery is dead.\n');
    const shown = JSON.parse((await deliveries(stack.aws, ['show', listed[0].label, '--json'])).out);
    expect(shown).toMatchObject({ state: 'done', ledger: { source: 'replay', tries: 1 }, messages: [] });
    const objects = await fetch(`${stack.aws.s3Url}/${stack.bucket}/projects/demo-project/tasks/task-1/latest.json`);
    expect(objects.status).toBe(200);
  });

  it('at its last receive, without anybody to note it, is listed too', async () => {
    stack.annofab.faults.add({ operation: 'getTask', status: 409 });
    await stack.annofab.completeTask(localNames.project, 'task-2');
    await stack.settled({ delayed: true });
    stack.annofab.faults.clear();
    const { out } = await deliveries(stack.aws, ['list']);
    expect(out).toMatch(/dead +\d+ +\S+Z +ledger\+DLQ +task-completed\/demo-project\/task-2\/\S+ +failed 5 times/);
    const { code } = await deliveries(stack.aws, ['resend', '--all']);
    expect(code).toBe(0);
    await stack.settled();
    expect((await deliveries(stack.aws, ['list'])).out).toBe('No delivery is dead.\n');
  });
});

describe('dead deliveries', () => {
  let aws: TestAws;
  let sqs: SQSClient;
  let dynamoDb: DynamoDBClient;
  let resources: Resources;
  let ledger: Ledger;
  let deployment: Deployment;
  const label = (task: string) => deliveryKey(completed(task)).label;
  const key = (task: string) => deliveryKey(completed(task)).key;
  const queueUrl = (id: string) => resources.queues[id]?.url ?? '';
  const message = (task: string) =>
    JSON.stringify(createEnvelope(completed(task), { receivedAt: '2026-01-05T01:00:00.000Z', requestId: 'r' }));
  const bury = (body: string, attributes = {}) =>
    createQueue({ queueUrl: queueUrl('TaskCompletedDeadLetterQueue') }).send(body, { attributes });
  const buried = () => aws.counts(queueUrl('TaskCompletedDeadLetterQueue'));
  const claim = async (task: string, until = Date.now() + 60_000) => {
    const event = completed(task);
    const came = { receivedAt: '2026-01-05T01:00:00.000Z', requestId: 'r' };
    const lease = { id: `lease-${task}`, until };
    await ledger.claim({ ...deliveryKey(event), event, source: 'queue', ...came }, lease);
    return lease.id;
  };
  const end = async (task: string, state: 'done' | 'dead') => {
    const id = await claim(task);
    await ledger.settle(key(task), id, state === 'done' ? { state } : { state, reason: 'it cannot work' });
  };
  const giveBack = () => Promise.all(deployment.places.map(({ deadLetters }) => deadLetters.giveBack()));
  /** Takes what was sent to the workers' queue. */
  const sent = async () =>
    (await aws.messages(queueUrl('TaskCompletedQueue'))).map(({ body }) => JSON.parse(body).event.task_id).sort();

  beforeAll(async () => {
    aws = await startTestAws();
    sqs = new SQSClient({ maxAttempts: 1 });
    dynamoDb = new DynamoDBClient({ maxAttempts: 1 });
    const service = await readServerlessFile(join(root, 'serverless.yml'), { stage: 'local', region: aws.region });
    resources = await createResources(service, aws);
    ledger = createLedger({ tableName: resources.tables['LedgerTable']?.name ?? '', client: dynamoDb });
    deployment = await findDeployment({ sqs, dynamoDb, stack: 'annofab-functions-local' });
  });

  /** Whatever a test has left is dismissed, so that each begins with nothing. */
  beforeEach(async () => {
    await Promise.all(Object.values(resources.queues).map(({ url }) => aws.empty(url)));
    for (const state of ['dead', 'received', 'queued', 'processing'] as const) {
      for await (const entry of ledger.open(state)) await ledger.dismiss(entry.key, 'left by a test');
    }
  });

  afterEach(() => aws.faults.clear());

  afterAll(async () => {
    sqs.destroy();
    dynamoDb.destroy();
    await aws.stop();
  });

  it('are those of the ledger and those of the dead-letter queues, each once', async () => {
    await end('twice', 'dead');
    await bury(message('twice'), { reason: 'it cannot work' });
    await bury(message('twice'), { reason: 'it cannot work' });
    await end('only-ledger', 'dead');
    await bury(message('only-queue'), { reason: 'put off for too long' });
    await claim('crashed', Date.now() - 1);
    await bury(message('crashed'));
    await bury('no \u202ejson');

    const { code, out, err } = await deliveries(aws, ['list', '--json']);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    const rows = JSON.parse(out).deliveries.map(({ label, state, reason, in_ledger, dead_letters }: never) => [
      label,
      state,
      in_ledger,
      dead_letters,
      reason,
    ]);
    expect(rows).toHaveLength(5);
    expect(rows).toEqual(
      expect.arrayContaining([
        [label('twice'), 'dead', true, 2, 'it cannot work'],
        [label('only-ledger'), 'dead', true, 0, 'it cannot work'],
        [label('only-queue'), 'unknown', false, 1, 'put off for too long'],
        [label('crashed'), 'processing', true, 1, expect.stringContaining('moved by SQS')],
        [undefined, 'unreadable', false, 1, expect.stringContaining('moved by SQS')],
      ]),
    );
    expect(await buried()).toMatchObject({ waiting: 5 });

    const { out: text } = await deliveries(aws, ['list', '--event-type', 'task-completed']);
    expect(text.split('\n')).toHaveLength(7);
    expect(text).toContain(`ledger+DLQ x2  ${label('twice')}`);
    expect((await deliveries(aws, ['list', '--event-type', 'project-copy-completed'])).out).toMatch(/^No delivery/);
  });

  it('are shown with all that is known, and nothing in them steers the terminal', async () => {
    const lease = await claim('shown');
    await ledger.markEffect(key('shown'), lease, 'post-to-chat');
    await ledger.settle(key('shown'), lease, { state: 'dead', reason: 'it cannot work' });
    await bury(message('shown'), { reason: 'it cannot work' });
    await bury('\u202eunreadable');
    const { out } = await deliveries(aws, ['show', label('shown')]);
    expect(out).toMatch(/^state +dead$/m);
    expect(out).toMatch(/^effects +\{"post-to-chat":"\d{4}-/m);
    expect(out).toMatch(/^dead letters +task-completed$/m);
    expect(out).toMatch(/^body +\{"v":1,/m);

    const all = JSON.parse((await deliveries(aws, ['list', '--json'])).out).deliveries;
    const { message_id } = all.find(({ state }: { state: string }) => state === 'unreadable');
    const unreadable = await deliveries(aws, ['show', message_id]);
    expect(unreadable.out).toMatch(/^body +\\u\{202e\}unreadable$/m);
    expect(await buried()).toMatchObject({ waiting: 2 });
  });

  it('are sent again all at once: hundreds, from every place, but for what nobody can send', async () => {
    const tasks = Array.from({ length: 230 }, (_, i) => `many-${i}`);
    await Promise.all(tasks.map((task) => bury(message(task))));
    await end('many-dead', 'dead');
    await bury('unreadable');
    const { code, out } = await deliveries(aws, ['resend', '--all', '--json']);
    const outcomes = JSON.parse(out).deliveries.map(({ outcome }: { outcome: string }) => outcome);
    expect(outcomes.filter((outcome: string) => outcome === 'resent')).toHaveLength(231);
    expect(outcomes.filter((outcome: string) => outcome === 'refused')).toHaveLength(1);
    expect(code).toBe(1);
    expect(await sent()).toEqual([...tasks, 'many-dead'].sort());
    expect(await buried()).toMatchObject({ waiting: 1 });
    expect(await ledger.find(key('many-0'))).toMatchObject({ state: 'queued', source: 'replay' });
  }, 60_000);

  it('of one event type alone may be sent again', async () => {
    await end('not-this', 'dead');
    const { out } = await deliveries(aws, ['resend', '--all', '--event-type', 'project-copy-completed']);
    expect(out).toBe('No delivery is dead.\n');
    expect(await sent()).toEqual([]);
  });

  it('are sent as they came, without what they waited for before', async () => {
    await end('fresh', 'dead');
    const body = { ...JSON.parse(message('fresh')), deferrals: { early: 3 }, not_before: '2099-01-01T00:00:00.000Z' };
    await bury(JSON.stringify(body));
    await deliveries(aws, ['resend', key('fresh')]);
    const [found] = await aws.messages(queueUrl('TaskCompletedQueue'));
    expect(found?.body).toBe(message('fresh'));
  });

  it('that are done by now are not sent again: only their messages are removed', async () => {
    await end('done', 'done');
    await bury(message('done'));
    const { code, out } = await deliveries(aws, ['resend', '--all']);
    expect({ code, out }).toEqual({ code: 0, out: expect.stringMatching(/finished .*since it is done/) });
    expect(await sent()).toEqual([]);
    expect(await buried()).toMatchObject({ waiting: 0 });
  });

  it('that a worker is at are refused, and left as they are', async () => {
    await claim('busy');
    await bury(message('busy'));
    for (const command of [['resend'], ['dismiss', '--reason', 'no use']]) {
      const { code, out } = await deliveries(aws, [...command, label('busy')]);
      expect({ code, out }).toEqual({ code: 1, out: expect.stringMatching(/refused .*a worker is at it/) });
    }
    expect(await sent()).toEqual([]);
    expect(await buried()).toMatchObject({ waiting: 1 });
    expect(await ledger.find(key('busy'))).toMatchObject({ state: 'processing' });
  });

  it('are dismissed with a reason that the ledger keeps', async () => {
    await end('dismissed', 'dead');
    await bury(message('dismissed'));
    await bury(message('entered'));
    for (const task of ['dismissed', 'entered']) {
      const { code } = await deliveries(aws, ['dismiss', label(task), '--reason', 'the project is gone']);
      expect(code).toBe(0);
      expect(await ledger.find(key(task))).toMatchObject({ state: 'skipped', reason: 'the project is gone' });
    }
    expect(await buried()).toMatchObject({ waiting: 0 });
    expect((await deliveries(aws, ['list'])).out).toMatch(/^No delivery/);
  });

  it('that cannot be read are dismissed by the id of their message', async () => {
    await bury('unreadable');
    await bury('unreadable');
    const [first] = JSON.parse((await deliveries(aws, ['list', '--json'])).out).deliveries;
    const resent = await deliveries(aws, ['resend', first.message_id]);
    expect(resent).toMatchObject({ code: 1, out: expect.stringContaining('dismiss it by the id') });
    const { code } = await deliveries(aws, ['dismiss', first.message_id, '--reason', 'not ours']);
    expect(code).toBe(0);
    expect(await buried()).toMatchObject({ waiting: 1 });
  });

  it('that nobody knows, or that several could be meant by, are not guessed', async () => {
    const tasks = Array.from({ length: 17 }, (_, i) => `alike-${i}`);
    await Promise.all(tasks.map((task) => bury(message(task))));
    const unknown = await deliveries(aws, ['show', 'task-completed/demo-project/nobody/2026-01-05T10:00:00.000+09:00']);
    expect(unknown).toMatchObject({ code: 1, err: expect.stringMatching(/^No delivery is known as task-completed/) });
    const byDeployment = await findDead(deployment);
    await giveBack();
    // Of 17 keys two begin with the same digit.
    const digits = byDeployment.all.map(({ delivery }) => delivery?.key.slice(0, 1) ?? '');
    const shared = digits.find((digit, i) => digits.indexOf(digit) !== i) ?? '';
    await expect(select(shared, byDeployment.all, ledger)).rejects.toThrow(/is the beginning of \d+ keys/);
  });

  it('are not touched while the ledger fails', async () => {
    await bury(message('waits'));
    aws.faults.add({ service: 'dynamodb', operation: 'Query', status: 400, code: 'AccessDeniedException' });
    const { code, err } = await deliveries(aws, ['resend', '--all']);
    expect({ code, err }).toEqual({
      code: 1,
      err: expect.stringMatching(/^The ledger could not be listed .*: Made to fail/),
    });
    expect(await sent()).toEqual([]);
    expect(await buried()).toMatchObject({ waiting: 1 });
  });

  describe('whose replay is interrupted', () => {
    /** Lets the n-th request of an operation fail, and all that come after it. */
    const failFrom = (operation: string, n: number, drop: true | 'unanswered') => {
      let seen = 0;
      aws.faults.decideBy((request) => (request.operation === operation && ++seen >= n ? { drop } : undefined));
    };
    const points: Readonly<Record<string, Parameters<typeof failFrom>>> = {
      'before-the-ledger-was-asked': ['PutItem', 1, true],
      'when-the-ledger-had-changed': ['PutItem', 1, 'unanswered'],
      'before-it-was-sent': ['SendMessage', 1, true],
      'when-it-was-sent': ['SendMessage', 1, 'unanswered'],
      'before-that-was-noted': ['PutItem', 2, true],
      'when-that-was-noted': ['PutItem', 2, 'unanswered'],
      'before-its-message-was-removed': ['DeleteMessage', 1, true],
      'when-its-message-was-removed': ['DeleteMessage', 1, 'unanswered'],
    };

    it('at any point are found again, and nothing is lost', async () => {
      const tasks = Object.keys(points);
      for (const task of tasks) {
        await end(task, 'dead');
        await bury(message(task));
      }
      for (const dead of (await findDead(deployment)).all) {
        const [, , task = ''] = dead.delivery?.label.split('/') ?? [];
        const point = points[task];
        if (point !== undefined) failFrom(...point);
        await expect(resend(dead, deployment), task).rejects.toThrow();
      }
      aws.faults.clear();
      await giveBack();

      for (const dead of (await findDead(deployment)).all) await resend(dead, deployment);
      expect(new Set(await sent())).toEqual(new Set(tasks));
      expect(await buried()).toMatchObject({ waiting: 0 });
      for (const task of tasks) {
        expect(await ledger.find(key(task)), task).toMatchObject({ state: 'queued', source: 'replay' });
      }
    });

    it('by SIGKILL are found by what the ledger says, even while their messages are hidden', async () => {
      await end('killed', 'dead');
      await bury(message('killed'));
      let child: ChildProcess | undefined;
      aws.faults.decideBy(({ operation }) => {
        if (operation !== 'SendMessage') return undefined;
        child?.kill('SIGKILL');
        return { drop: true };
      });
      await deliveries(aws, ['resend', '--all'], (started) => {
        child = started;
      });
      aws.faults.clear();
      expect(await ledger.find(key('killed'))).toMatchObject({ state: 'received' });
      expect(await sent()).toEqual([]);

      const { code, out, err } = await deliveries(aws, ['resend', '--all']);
      expect({ code, out }).toEqual({ code: 0, out: expect.stringMatching(/resent/) });
      expect(err).toMatch(/About 1 dead letters are held by another reader/);
      expect(await sent()).toEqual(['killed']);
    });

    it('by Ctrl-C give their messages back at once', async () => {
      await end('stopped', 'dead');
      await bury(message('stopped'));
      let child: ChildProcess | undefined;
      aws.faults.decideBy(({ operation }) => {
        if (operation !== 'SendMessage') return undefined;
        child?.kill('SIGINT');
        return { delayMs: 20_000 };
      });
      const { code } = await deliveries(aws, ['resend', '--all'], (started) => {
        child = started;
      });
      expect(code).toBe(130);
      expect(await buried()).toMatchObject({ waiting: 1 });
    });

    it('by a failure are reported one by one, and the others have their turn', async () => {
      await end('one', 'dead');
      await end('another', 'dead');
      let seen = 0;
      aws.faults.decideBy(({ operation }) =>
        operation === 'SendMessage' && ++seen <= 1 ? { status: 400, code: 'X' } : undefined,
      );
      const { code, out } = await deliveries(aws, ['resend', '--all', '--json']);
      const outcomes = JSON.parse(out).deliveries.map(({ outcome }: { outcome: string }) => outcome);
      expect(code).toBe(1);
      expect(outcomes.sort()).toEqual(['failed', 'resent']);
    });
  });

  it('are looked for in the ledger that is named, when the stage has had two', async () => {
    const TableName = 'annofab-functions-local-LedgerTable-OLD1';
    const attribute = { AttributeName: 'key', AttributeType: 'S' };
    const properties = { AttributeDefinitions: [attribute], KeySchema: [{ AttributeName: 'key', KeyType: 'HASH' }] };
    await aws.createTable(TableName, { ...properties, BillingMode: 'PAY_PER_REQUEST' });
    const { code, err } = await deliveries(aws, ['list']);
    expect({ code, err }).toEqual({ code: 1, err: expect.stringMatching(/There are two.*--table/) });
    const named = await deliveries(aws, ['list', '--table', 'annofab-functions-local-LedgerTable']);
    expect(named).toMatchObject({ code: 0, err: '' });
  });
});

describe('the command', () => {
  let aws: TestAws;
  beforeAll(async () => {
    aws = await startTestAws();
  });
  afterAll(() => aws.stop());

  it.concurrent.each([
    ['nothing to send again', ['resend'], /Give one delivery, or --all/],
    ['both one and all', ['resend', 'abc', '--all'], /Give one delivery, or --all/],
    ['no reason', ['dismiss', 'abc'], /--reason/],
    ['an empty reason', ['dismiss', 'abc', '--reason', ' '], /must say something/],
    ['an event type that is none', ['list', '--event-type', 'task-done'], /Allowed choices are task-completed/],
    ['a stage that can be none', ['list', '--stage', 'a/b'], /letters, digits and hyphens/],
    ['an AWS that cannot be reached', ['list', '--local', 'http://127.0.0.1:1'], /ECONNREFUSED/],
    ['a stage that is not deployed', ['list'], /There is no annofab-functions-local-TaskCompletedQueue/],
  ])('says what is wrong with %s', async (_what, args, message) => {
    const { code, err } = await deliveries(aws, args);
    expect({ code, err }).toEqual({ code: 1, err: expect.stringMatching(message) });
  });
});
