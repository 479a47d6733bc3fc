import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { localNames, secretNames } from '../../local/names.ts';
import { type RecordedStack, startRecordedStack } from './recorded-stack.ts';

const project = ['--project', localNames.project];
let world: RecordedStack;

beforeAll(async () => {
  world = await startRecordedStack({ retryAfterFailureSeconds: 0 });
  const task = world.stack.annofab.state.projects.get(localNames.project)?.tasks.get('task-3');
  if (task) Object.assign(task, { phase: 'acceptance', status: 'complete' });
});
afterAll(() => world?.stop());

/** A time at which something was completed: each is another event. */
const minutesAgo = (minutes: number) => new Date(Date.now() - minutes * 60_000).toISOString();
const jsonOf = ({ out }: { out: string }) => JSON.parse(out);

describe('annofab-functions trigger', () => {
  it('sends the event of a completed task, and waits until it is exported', async () => {
    const args = ['trigger', 'task-completed', ...project, '--task', 'task-3', '--wait'];
    const first = await world.run([...args, '--json']);
    expect(first).toMatchObject({ code: 0, err: '' });
    expect(jsonOf(first)).toMatchObject({
      key: expect.stringMatching(/^[0-9a-f]{64}$/),
      label: expect.stringMatching(/^task-completed\/demo-project\/task-3\//),
      state: 'done',
    });
    const again = await world.run(args);
    expect(again.out).toMatch(
      /^task-completed\/demo-project\/task-3\/\S+: duplicate \(.*--at\)\nkey: [0-9a-f]{64}\ndone\n$/,
    );
  });

  it.each([
    ['annotation-archive-updated', []],
    ['input-data-zip-registered', []],
    ['project-copy-completed', ['--to-project', 'demo-project']],
  ])('sends %s', async (eventType, more) => {
    const at = ['--at', minutesAgo(1)];
    const { code, out, err } = await world.run(['trigger', eventType, ...project, ...more, ...at]);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out).toMatch(new RegExp(`^${eventType}/demo-project/.*: queued\nkey: `));
  });

  it('exits with 1 and prints the reason when the event is dead in the end', async () => {
    const at = ['--at', minutesAgo(2)];
    world.stack.annofab.faults.add({ operation: 'getTask', status: 403 });
    const args = ['trigger', 'task-completed', ...project, '--task', 'task-3', ...at, '--wait'];
    const { code, out } = await world.run(args);
    world.stack.annofab.faults.clear();
    expect(code).toBe(1);
    expect(out).toMatch(/\ndead: .*getTask was answered with 403/);
  });

  it('reports an event that is not processed in time, with its key', async () => {
    world.stack.annofab.faults.add({ operation: 'getTask', status: 503 });
    const at = ['--at', minutesAgo(3)];
    const { code, err } = await world.run([
      'trigger',
      'task-completed',
      ...project,
      '--task',
      'task-3',
      ...at,
      '--wait',
      '1',
    ]);
    world.stack.annofab.faults.clear();
    expect(code).toBe(1);
    expect(err).toMatch(/not processed after 1 seconds: it is \w+\. Key: [0-9a-f]{64}/);
  });

  it('exits with 130 when it is interrupted while it waits', async () => {
    world.stack.annofab.faults.add({ operation: 'getTask', status: 503 });
    const time = minutesAgo(4);
    const at = ['--at', time];
    const command = world.start(['trigger', 'task-completed', ...project, '--task', 'task-3', ...at, '--wait']);
    await expect.poll(() => world.stack.host.logs.some(({ text }) => text.includes(time))).toBe(true);
    command.interrupt();
    expect(await command.ended).toMatchObject({ code: 130, err: expect.stringMatching(/^Interrupted\./) });
    world.stack.annofab.faults.clear();
  });

  it('reports that Secrets Manager has no secret for the project, without printing another one', async () => {
    world.stack.aws.secrets.delete(secretNames.webhooks);
    const { code, err } = await world.run(['trigger', 'input-data-zip-registered', ...project]);
    expect({ code, err }).toEqual({
      code: 1,
      err: expect.stringMatching(/no secret annofab-functions\/local\/webhooks/),
    });
    world.stack.aws.secrets.put(secretNames.webhooks, {
      webhook_secrets: [{ secret: localNames.webhookSecret, project_id: 'x' }],
    });
    const other = await world.run(['trigger', 'input-data-zip-registered', ...project]);
    expect(other.err).toMatch(/has no entry for project demo-project, and no key/);
    expect(other.err).not.toContain(localNames.webhookSecret);
    world.stack.aws.secrets.put(secretNames.webhooks, { webhook_secrets: [{ secret: localNames.webhookSecret }] });
  });

  it('reports why the receiver does not accept an event', async () => {
    const at = ['--at', '2026-01-31T09:00:00.000+09:00'];
    const { code, err } = await world.run(['trigger', 'input-data-zip-registered', ...project, ...at]);
    expect({ code, err }).toEqual({
      code: 1,
      err: 'The receiver answered 400: Fields of the body are missing or wrong. complete_datetime must not be more than 15 days in the past\n',
    });
  });

  it('reports a receiver that does not answer', async () => {
    const url = ['--url', 'http://127.0.0.1:2'];
    const { code, err } = await world.run(['trigger', 'input-data-zip-registered', ...project, ...url]);
    expect({ code, err }).toEqual({ code: 1, err: expect.stringMatching(/does not answer: .*ECONNREFUSED/) });
  });

  it.each([
    ['no task', ['task-completed'], /needs --task/],
    ['a task that the event does not have', ['annotation-archive-updated', '--task', 't'], /has no --task/],
    ['no new project', ['project-copy-completed'], /needs --to-project/],
    ['an unknown event', ['task-complete'], /Allowed choices are task-completed/],
    ['a day instead of a time', ['input-data-zip-registered', '--at', '2026-01-31'], /must be a date-time/],
    ['a time to wait that is none', ['input-data-zip-registered', '--wait', '0'], /from 1 to 86400/],
  ])('explains what is wrong with %s, and exits with 2', async (_what, args, message) => {
    const { code, err } = await world.run(['trigger', ...args, ...project]);
    expect({ code, err }).toEqual({ code: 2, err: expect.stringMatching(message) });
  });
});

describe('annofab-functions reconcile', () => {
  it('runs the reconciliation of the local stack, and prints its findings', async () => {
    const json = await world.run(['reconcile', ...project, '--days', '14', '--json']);
    expect(json).toMatchObject({ code: 0, err: '' });
    expect(jsonOf(json)).toMatchObject({ compared: ['demo-project'], unfinished: [] });
    const { out } = await world.run(['reconcile']);
    expect(out).toMatch(/^compared +.*demo-project.* projects that were compared completely$/m);
    // Each number says what it counts.
    expect(
      out
        .trimEnd()
        .split('\n')
        .filter((line) => !/ {2}\S.* \S/.test(line)),
    ).toEqual([]);
  });

  it('reports that the function failed', async () => {
    world.stack.annofab.faults.add({ operation: 'getProjectJob', status: 403 });
    const { code, err } = await world.run(['reconcile', ...project]);
    world.stack.annofab.faults.clear();
    expect({ code, err }).toEqual({
      code: 1,
      err: expect.stringMatching(/^The function reconcile-deliveries failed: .*403/),
    });
  });

  it.each([['0'], ['15'], ['x']])('refuses %s days', async (days) => {
    expect(await world.run(['reconcile', '--days', days])).toMatchObject({ code: 2 });
  });
});
