import { type ChildProcess, execFile } from 'node:child_process';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { deliveryKey } from '../../../lib/webhooks/delivery-key.ts';
import { type LocalAws, startLocalAws } from '../../../local/aws/index.ts';
import { localNames } from '../../../local/names.ts';
import { type Stack, startStack } from '../../../local/stack.ts';
import { type Ended, runCommand } from '../../support/run-command.ts';
import { type DeadWorld, startDeadWorld } from './dead-world.ts';

const root = join(import.meta.dirname, '..', '..', '..');

/** Runs `annofab-functions deliveries …` against an embedded AWS, with nothing of this process's environment. */
function deliveries({ sqsUrl }: LocalAws, [name = '', ...more]: readonly string[]): Promise<Ended> {
  return runCommand('deliveries', [name, '--local', sqsUrl, ...more]);
}

/** Runs it in a process of its own. */
function inOwnProcess({ sqsUrl }: LocalAws, args: readonly string[], onStart?: (child: ChildProcess) => void) {
  return new Promise<Ended>((resolve) => {
    const [name = '', ...more] = args;
    const all = ['cli/annofab-functions.js', 'deliveries', name, '--local', sqsUrl, ...more];
    const env = { PATH: process.env['PATH'] ?? '', NODE_COMPILE_CACHE: process.env['NODE_COMPILE_CACHE'] ?? '' };
    const child = execFile(process.execPath, all, { cwd: root, env }, (error, out, err) => {
      resolve({ code: error === null ? 0 : Number(error.code), out, err });
    });
    onStart?.(child);
  });
}

describe('annofab-functions deliveries with a dead delivery of the stack', () => {
  let stack: Stack;

  beforeAll(async () => {
    stack = await startStack({ retryAfterFailureSeconds: 0, functions: { maxProcesses: 1 } });
  });
  afterAll(() => stack?.stop());

  it('lists it with its reason, and sends it again successfully after the cause is repaired', async () => {
    stack.annofab.faults.add({ operation: 'getTask', status: 403 });
    await stack.annofab.completeTask(localNames.project, 'task-1');
    await stack.settled();

    const { out } = await inOwnProcess(stack.aws, ['list', '--json']);
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
    const sent = await inOwnProcess(stack.aws, ['resend', listed[0].key.slice(0, 12)]);
    expect(sent).toMatchObject({ code: 0, err: '', out: expect.stringMatching(/resent +task-completed.*sent again/) });
    await stack.settled();

    expect((await deliveries(stack.aws, ['list'])).out).toBe('No delivery is dead.\n');
    const shown = JSON.parse((await deliveries(stack.aws, ['show', listed[0].label, '--json'])).out);
    expect(shown).toMatchObject({ state: 'done', ledger: { source: 'replay', tries: 1 }, messages: [] });
    const objects = await fetch(`${stack.aws.s3Url}/${stack.bucket}/projects/demo-project/tasks/task-1/latest.json`);
    expect(objects.status).toBe(200);
  });

  it('lists and sends again a delivery whose message SQS moved after five failures', async () => {
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

describe('annofab-functions deliveries', () => {
  let world: DeadWorld;
  const listedNow = async () => JSON.parse((await deliveries(world.aws, ['list', '--json'])).out).deliveries;

  beforeAll(async () => {
    world = await startDeadWorld();
  });
  beforeEach(() => world.clear());
  afterAll(() => world.stop());

  it('lists the deliveries of the ledger and of the dead-letter queues, each once', async () => {
    const { label } = world.delivery('twice');
    await world.end('twice', 'dead');
    await world.deadLetter(world.message('twice'), { reason: 'it cannot work' });
    await world.deadLetter(world.message('twice'), { reason: 'it cannot work' });
    await world.end('only-ledger', 'dead');
    await world.deadLetter(world.message('only-queue'), { reason: 'deferred for too long' });
    await world.claim('crashed', Date.now() - 1);
    await world.deadLetter(world.message('crashed'));
    await world.deadLetter('not ours');

    const rows = (await listedNow()).map(
      (row: Record<string, unknown>) => `${row['label']} ${row['state']} ${row['dead_letters']} ${row['reason']}`,
    );
    expect(rows.sort()).toEqual(
      [
        `${label} dead 2 it cannot work`,
        `${world.delivery('only-ledger').label} dead 0 it cannot work`,
        `${world.delivery('only-queue').label} unknown 1 deferred for too long`,
        `${world.delivery('crashed').label} processing 1 moved by SQS after the last receive: see the log of the function`,
        'undefined unreadable 1 moved by SQS after the last receive: see the log of the function',
      ].sort(),
    );
    expect(await world.deadLettered()).toBe(5);

    const { out } = await deliveries(world.aws, ['list', '--event-type', 'task-completed']);
    expect(out.trimEnd().split('\n')).toHaveLength(6);
    expect(out).toContain(`ledger+DLQ x2  ${label}`);
    const others = await deliveries(world.aws, ['list', '--event-type', 'project-copy-completed']);
    expect(others.out).toBe('No delivery is dead.\n');
  });

  it('shows everything that is known, and escapes control characters', async () => {
    const { key, label } = world.delivery('shown');
    const { ledger } = world.deployment;
    const lease = await world.claim('shown');
    await ledger.markEffect(key, lease, 'post-to-chat');
    await ledger.record(key, lease, { state: 'dead', reason: 'it cannot work' });
    await world.deadLetter(world.message('shown'), { reason: 'it cannot work' });
    await world.deadLetter('\u202eunreadable');
    const { out } = await deliveries(world.aws, ['show', label]);
    expect(out).toMatch(/^state +dead$/m);
    expect(out).toMatch(/^effects +\{"post-to-chat":"\d{4}-/m);
    expect(out).toMatch(/^dead-letter queue +task-completed$/m);
    expect(out).toMatch(/^body +\{"v":1,/m);

    const { message_id } = (await listedNow()).find(({ state }: { state: string }) => state === 'unreadable');
    const unreadable = await deliveries(world.aws, ['show', message_id]);
    expect(unreadable.out).toMatch(/^body +\\u\{202e\}unreadable$/m);
    expect(await world.deadLettered()).toBe(2);
  });

  it('sends hundreds again with --all, and refuses an unreadable message', async () => {
    const tasks = Array.from({ length: 230 }, (_, i) => `many-${i}`);
    await Promise.all(tasks.map((task) => world.deadLetter(world.message(task))));
    await world.end('dead', 'dead');
    await world.deadLetter('unreadable');
    const { code, out } = await deliveries(world.aws, ['resend', '--all']);
    expect({ code, out }).toEqual({
      code: 1,
      out: expect.stringMatching(/^(231 resent, 1 refused|1 refused, 231 resent)\.$/m),
    });
    expect((await world.sent()).sort()).toEqual([...tasks, 'dead'].map(world.message).sort());
    expect(await world.deadLettered()).toBe(1);
  });

  it('sends again only the deliveries of one event type', async () => {
    await world.end('not-this', 'dead');
    const { out } = await deliveries(world.aws, ['resend', '--all', '--event-type', 'project-copy-completed']);
    expect(out).toBe('No delivery is dead.\n');
    expect(await world.sent()).toEqual([]);
  });

  it('dismisses all deliveries of one project, those that wait too, and no others', async () => {
    const of = (project_id: string, task: string) => {
      const { event, ...more } = world.delivery(task);
      const moved = { ...event, project_id };
      return { ...more, ...deliveryKey(moved), event: moved };
    };
    const waiting = [1, 2, 3].map((n) => of('flooding', `waiting-${n}`));
    const other = of('quiet', 'waiting');
    for (const one of [...waiting, other]) {
      await world.deployment.ledger.receive(one);
      await world.deployment.ledger.queued(one.key);
    }
    await world.end('dead', 'dead');
    await world.deadLetter('not ours');

    const flood = ['dismiss', '--all', '--project', 'flooding', '--reason', 'a flood'];
    expect((await deliveries(world.aws, flood)).out).toBe('No delivery is dead.\n');
    const { code, out } = await deliveries(world.aws, [...flood, '--open']);
    expect([code, out]).toEqual([0, expect.stringMatching(/3 dismissed\.$/m)]);
    const stateOf = async ({ key }: { key: string }) => (await world.deployment.ledger.find(key))?.state;
    expect(await Promise.all(waiting.map(stateOf))).toEqual(['skipped', 'skipped', 'skipped']);
    expect(await Promise.all([other, world.delivery('dead')].map(stateOf))).toEqual(['queued', 'dead']);

    const all = await deliveries(world.aws, ['dismiss', '--all', '--reason', 'out of use']);
    expect(all).toMatchObject({ code: 0, out: expect.stringMatching(/2 dismissed\.$/m) });
    expect(await stateOf(other)).toBe('queued');
    expect(await listedNow()).toEqual([]);
  });

  it('dismisses a delivery with a reason, and an unreadable message by its id', async () => {
    await world.end('gone', 'dead');
    await world.deadLetter('unreadable');
    const reason = ['--reason', 'the project is gone'];
    const { label, key } = world.delivery('gone');
    const dismissed = await deliveries(world.aws, ['dismiss', label, ...reason]);
    expect(dismissed).toMatchObject({
      code: 0,
      err: '',
      out: expect.stringMatching(/dismissed +task-completed.*\n1 dismissed\.$/m),
    });
    expect(await world.deployment.ledger.find(key)).toMatchObject({ state: 'skipped', reason: 'the project is gone' });
    const [{ message_id }] = await listedNow();
    expect((await deliveries(world.aws, ['dismiss', message_id, ...reason])).code).toBe(0);
    expect(await world.deadLettered()).toBe(0);
  });

  it('fails for an unknown delivery, and releases the messages', async () => {
    await world.deadLetter(world.message('another'));
    const { code, err } = await inOwnProcess(world.aws, ['resend', 'nonsense']);
    expect({ code, err }).toEqual({
      code: 1,
      err: 'No delivery matches "nonsense". Run "list" to see the dead deliveries.\n',
    });
    expect(await world.deadLettered()).toBe(1);
  });

  it('changes nothing while the ledger fails', async () => {
    await world.deadLetter(world.message('waits'));
    world.aws.faults.add({ service: 'dynamodb', operation: 'Query', status: 400, code: 'AccessDeniedException' });
    const { code, err } = await deliveries(world.aws, ['resend', '--all']);
    expect({ code, err }).toEqual({
      code: 1,
      err: expect.stringMatching(/^The ledger could not be listed .*: A test made this/),
    });
    expect(await world.sent()).toEqual([]);
    expect(await world.deadLettered()).toBe(1);
  });

  it('releases the messages when a queue cannot be read', async () => {
    await world.deadLetter(world.message('waits'));
    let receives = 0;
    world.aws.faults.decideBy(({ operation }) => {
      if (operation === 'ReceiveMessage') receives += 1;
      return operation === 'ReceiveMessage' && receives === 2 ? { status: 400, code: 'AccessDenied' } : undefined;
    });
    const { code, err } = await deliveries(world.aws, ['list']);
    expect({ code, err }).toEqual({ code: 1, err: expect.stringMatching(/^Messages could not be received from http/) });
    expect(await world.deadLettered()).toBe(1);
  });

  it('reports each failure, and sends the other deliveries', async () => {
    await world.end('one', 'dead');
    await world.end('another', 'dead');
    world.aws.faults.add({ service: 'sqs', operation: 'SendMessage', status: 400, code: 'X', times: 1 });
    const { code, out } = await deliveries(world.aws, ['resend', '--all', '--json']);
    const outcomes = JSON.parse(out).deliveries.map(({ outcome }: { outcome: string }) => outcome);
    expect(code).toBe(1);
    expect(outcomes.sort()).toEqual(['failed', 'resent']);
  });

  it('finds deliveries by the ledger after the command was killed, even while their messages are hidden', async () => {
    await world.end('killed', 'dead');
    await world.deadLetter(world.message('killed'));
    let child: ChildProcess | undefined;
    world.aws.faults.decideBy(({ operation }) => {
      if (operation !== 'SendMessage') return undefined;
      child?.kill('SIGKILL');
      return { drop: true };
    });
    await inOwnProcess(world.aws, ['resend', '--all'], (started) => {
      child = started;
    });
    world.aws.faults.clear();
    expect(await world.sent()).toEqual([]);

    const { code, out, err } = await deliveries(world.aws, ['resend', '--all']);
    expect({ code, out }).toEqual({ code: 0, out: expect.stringMatching(/^1 resent\.$/m) });
    expect(err).toMatch(/^One message in a dead-letter queue is held by another reader/);
    expect(await world.sent()).toEqual([world.message('killed')]);
  });

  it('releases the messages at once on Ctrl-C', async () => {
    await world.end('stopped', 'dead');
    await world.deadLetter(world.message('stopped'));
    let child: ChildProcess | undefined;
    world.aws.faults.decideBy(({ operation }) => {
      if (operation !== 'SendMessage') return undefined;
      child?.kill('SIGINT');
      return { delayMs: 20_000 };
    });
    const { code } = await inOwnProcess(world.aws, ['resend', '--all'], (started) => {
      child = started;
    });
    expect(code).toBe(130);
    expect(await world.deadLettered()).toBe(1);
  });

  it('uses the ledger of --table when the stage has two', async () => {
    await world.aws.createTable('annofab-functions-local-LedgerTable-OLD1', {
      BillingMode: 'PAY_PER_REQUEST',
      AttributeDefinitions: [{ AttributeName: 'key', AttributeType: 'S' }],
      KeySchema: [{ AttributeName: 'key', KeyType: 'HASH' }],
    });
    const { code, err } = await deliveries(world.aws, ['list']);
    expect({ code, err }).toEqual({ code: 1, err: expect.stringMatching(/There are two.*--table/) });
    const named = await deliveries(world.aws, ['list', '--table', 'annofab-functions-local-LedgerTable']);
    expect(named).toMatchObject({ code: 0, err: '' });
  });
});

describe('the options of annofab-functions deliveries', () => {
  let aws: LocalAws;
  beforeAll(async () => {
    aws = await startLocalAws();
  });
  afterAll(() => aws.stop());

  it.each([
    ['nothing to resend', ['resend'], /Give either one delivery or --all/],
    ['both one and all', ['resend', 'abc', '--all'], /Give either one delivery or --all/],
    ['one of an event type', ['resend', 'abc', '--event-type', 'task-completed'], /Use --event-type only with --all/],
    ['no reason', ['dismiss', 'abc'], /--reason/],
    ['nothing to dismiss', ['dismiss', '--reason', 'x'], /either one delivery or --all/],
    ['a project beside a delivery', ['dismiss', 'abc', '--project', 'p', '--reason', 'x'], /--project only with --all/],
    ['an empty project', ['dismiss', '--all', '--project', '', '--reason', 'x'], /must be an id of Annofab/],
    ['an empty reason', ['dismiss', 'abc', '--reason', ' '], /must not be empty/],
    ['an unknown event type', ['list', '--event-type', 'task-done'], /Allowed choices are task-completed/],
    ['an invalid address', ['list', '--local', 'localhost:4566'], /https:\/\/ or http:\/\//],
    ['an invalid stage', ['list', '--stage', 'a/b'], /letters, digits and hyphens/],
  ])('explain what is wrong with %s, and exit with 2', async (_what, args, message) => {
    const { code, err } = await deliveries(aws, args);
    expect({ code, err }).toEqual({ code: 2, err: expect.stringMatching(message) });
  });

  it.each([
    [
      'an AWS that cannot be reached',
      ['list', '--local', 'http://127.0.0.1:1'],
      /ECONNREFUSED.*\. .*Check its address/,
    ],
    ['a stage that is not deployed', ['list'], /There is no queue of annofab-functions-local/],
  ])('explain what is wrong with %s', async (_what, args, message) => {
    const { code, err } = await deliveries(aws, args);
    expect({ code, err }).toEqual({ code: 1, err: expect.stringMatching(message) });
  });
});
