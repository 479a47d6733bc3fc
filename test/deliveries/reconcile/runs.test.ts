import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createQueue } from '../../../lib/aws/queue.ts';
import { startTestAws, type TestAws } from '../../lambda/support.ts';
import { DAY, HOUR, MINUTE, type ReconcileWorld, startSettledWorld } from './reconcile-world.ts';

let aws: TestAws;
let world: ReconcileWorld;

beforeAll(async () => {
  aws = await startTestAws();
});
afterAll(() => aws.stop());
beforeEach(async () => {
  world = await startSettledWorld(aws, 'one', 'two', 'three');
  world.receiver.up = false;
});
afterEach(async () => {
  aws.faults.clear();
  await world.stop();
});

const one = { reconcileProjectIds: ['one'] };
const all = { reconcileProjectIds: ['one', 'two', 'three'] };
const readTo = async (project_id = 'one') => (await world.watermarks.find(project_id))?.readTo ?? 0;
const now = () => world.emulator.clock.now().getTime();
const jobsAsked = () => world.requests.filter(({ url }) => url.searchParams.get('type') === 'invoke-hook');
const projectsAsked = () => jobsAsked().map(({ url }) => url.pathname.split('/')[4]);

async function lose(project_id: string): Promise<void> {
  await world.complete('task-1', project_id);
  world.pass(10 * MINUTE);
}

describe('the projects of reconcileDeliveries', () => {
  it('are the configured ones', async () => {
    await lose('one');
    await lose('two');
    expect(await world.run({ settings: { reconcileProjectIds: ['one', 'one'] } })).toMatchObject({
      compared: ['one'],
      recovered: 1,
    });
  });

  it('are with * those that the account owns', async () => {
    setRole('two', 'training_data_user');
    await lose('one');
    const { compared } = await world.run({ settings: { reconcileProjectIds: '*' } });
    expect(compared.toSorted()).toEqual(['one', 'three']);
  });

  it('include suspended ones, since their earlier invocations count', async () => {
    await lose('one');
    projectOf('one').project.project_status = 'suspended';
    expect(await world.run({ settings: all })).toMatchObject({ recovered: 1 });
  });

  it('do not stop each other: one that cannot be read fails the run by name at the end', async () => {
    await lose('three');
    const run = world.run({ settings: { reconcileProjectIds: ['no-such-project', 'one', '../evil', 'three'] } });
    await expect(run).rejects.toThrow(
      /^parts of the reconciliation failed: (no-such-project \(.+\); \.\.\/evil \(InvalidIdError: .+\)|\.\.\/evil .+; no-such-project .+)$/,
    );
    expect(await world.queued()).toMatchObject([{ event: { project_id: 'three' } }]);
    expect(world.metrics()).not.toContain('reconciled');
  });

  it('are compared by their jobs when the account may not read the webhooks', async () => {
    await lose('one');
    world.emulator.faults.add({ operation: 'webhook', drop: 'event', times: 1 });
    await world.complete('task-2', 'one');
    world.pass(10 * MINUTE);
    setRole('one', 'worker');
    await expect(world.run({ settings: { reconcileProjectIds: ['one'] } })).rejects.toThrow(/one \(ForbiddenError: /);
    expect(await world.queued()).toMatchObject([{ event: { task_id: 'task-1' } }]);
  });
});

describe('the watermark of reconcileDeliveries', () => {
  it('moves to an hour before the run', async () => {
    await world.run({ settings: all });
    expect(now() - HOUR - (await readTo())).toBeLessThan(MINUTE);
    expect(now() - HOUR - (await readTo())).toBeGreaterThanOrEqual(0);
  });

  it('does not move when a page cannot be read, and the events that were read are queued', async () => {
    await lose('one');
    const [job] = projectOf('one').jobs;
    if (job === undefined) throw new Error('nothing was fired');
    const older = Array.from({ length: 200 }, (_, index) => ({ ...job, job_id: `older-${index}` }));
    projectOf('one').jobs.splice(0, 1, ...older, job);
    const before = await readTo();
    world.beforeRequest(() => {
      if (jobsAsked().length === 2) world.emulator.faults.add({ operation: 'getProjectJob', status: 403 });
    });
    await expect(world.run({ settings: one })).rejects.toThrow(/^parts of the .*: one \(ForbiddenError: /);
    expect(await readTo()).toBe(before);
    expect(await world.queued()).toHaveLength(1);
  });

  it('does not move when an event cannot be queued, and the next run sends the event', async () => {
    await lose('one');
    const before = await readTo();
    const url = `${aws.sqsUrl}/000000000000/no-such-queue`;
    const queues = { ...world.queues, 'task-completed': createQueue({ queueUrl: url, client: world.sqs }) };
    await expect(world.run({ settings: all, queues })).rejects.toThrow(/one \(QueueError: /);
    expect(await readTo()).toBe(before);
    expect(await world.entries('one')).toMatchObject([{ state: 'received' }]);
    expect(await world.run({ settings: all })).toMatchObject({ recovered: 1 });
    expect(await world.queued()).toHaveLength(1);
    expect(await readTo()).toBeGreaterThan(before);
  });

  it('does not move when the ledger fails', async () => {
    await lose('one');
    const before = await readTo();
    aws.faults.add({ service: 'dynamodb', operation: 'PutItem', status: 400, code: 'ThrottlingException' });
    await expect(world.run({ settings: one })).rejects.toThrow(/one \(LedgerError: /);
    aws.faults.clear();
    expect(await readTo()).toBe(before);
    expect(await world.run({ settings: one })).toMatchObject({ recovered: 1 });
  });
});

describe('reconcileDeliveries when time is short', () => {
  it('ends without a failure before the next project, and the next run starts with the unfinished ones', async () => {
    for (const project_id of ['one', 'two', 'three']) await lose(project_id);
    const settings = { ...all, projectConcurrency: 1, reconcileMarginMs: 10 * MINUTE };
    world.beforeRequest(() => {
      if (jobsAsked().length === 2) world.pass(HOUR);
    });
    const first = await world.run({ settings, remainingMs: 15 * MINUTE });
    expect(first.compared).toHaveLength(1);
    expect(first.unfinished).toHaveLength(2);
    expect(world.metrics()).not.toContain('reconciled');

    world.beforeRequest(() => {});
    world.requests.length = 0;
    const second = await world.run({ settings, remainingMs: HOUR });
    expect(second.compared).toHaveLength(3);
    expect(projectsAsked().slice(0, 2).toSorted()).toEqual(first.unfinished.toSorted());
    expect(first.recovered + second.recovered).toBe(3);
  });
});

describe('reconcileDeliveries when Annofab asks to retry later', () => {
  it.each([
    [503, 'maintenance'],
    [429, 'rate-limited'],
  ])('defers the rest after a %i without a failure', async (status, reason) => {
    for (const project_id of ['one', 'two', 'three']) await lose(project_id);
    const before = await readTo();
    world.emulator.faults.add({ operation: 'getProjectJob', status, retryAfter: 3_600 });
    const settings = { ...all, projectConcurrency: 1 };
    expect(await world.run({ settings })).toMatchObject({ deferred: true, compared: [], recovered: 0 });
    expect(jobsAsked()).toHaveLength(1);
    expect(await readTo()).toBe(before);
    expect(world.metrics()).toEqual(['reconciliation_deferred']);
    const fields = { reason, seconds: 3_600 };
    expect(world.logged).toContainEqual({
      message: 'Annofab asked to retry later; the rest is left to the next run',
      fields,
    });
  });

  it('defers the run when the list of projects cannot be read', async () => {
    world.emulator.faults.add({ operation: 'getMyProjectMembers', status: 503, retryAfter: 3_600 });
    expect(await world.run({ settings: { reconcileProjectIds: '*' } })).toMatchObject({ deferred: true, compared: [] });
  });
});

describe('reconcileDeliveries after a crash', () => {
  /** No call arrives after this many. @returns how many calls there were */
  const dropsFrom = (call: number) => {
    let calls = 0;
    aws.faults.decideBy(() => {
      calls += 1;
      return calls < call ? undefined : { drop: true };
    });
    return () => calls;
  };

  it('leaves the rest to the next run, at whichever call to AWS it crashed', async () => {
    for (let call = 1, done = false; !done; call += 1) {
      const complete_datetime = await world.complete('task-1', 'one');
      world.pass(10 * MINUTE);
      const calls = dropsFrom(call);
      const died = await world.run({ settings: one }).then(
        () => false,
        () => true,
      );
      done = calls() < call;
      aws.faults.clear();
      world.pass(15 * MINUTE);
      await world.run({ settings: one });
      expect({ call, died }).toEqual({ call, died: !done });
      expect(now() - HOUR - (await readTo())).toBeLessThan(MINUTE);
      const queued = new Set((await world.queued()).map(({ event }) => event.complete_datetime));
      expect(queued, `call ${call}`).toEqual(new Set([complete_datetime]));
    }
  });
});

describe('two concurrent runs of reconcileDeliveries', () => {
  it('lose no event, and leave none to the next run', async () => {
    for (const project_id of ['one', 'two', 'three']) await lose(project_id);
    const runs = await Promise.all([world.run({ settings: all }), world.run({ settings: all, event: { full: true } })]);
    for (const { unfinished, deferred } of runs)
      expect({ unfinished, deferred }).toEqual({ unfinished: [], deferred: false });
    const queued = (await world.queued()).map(({ event }) => event.project_id);
    expect(new Set(queued)).toEqual(new Set(['one', 'two', 'three']));
    for (const id of ['one', 'two', 'three']) expect(await world.entries(id)).toMatchObject([{ state: 'queued' }]);
    world.pass(15 * MINUTE);
    expect(await world.run({ settings: all })).toMatchObject({ recovered: 0, resent: 0 });
    expect(await world.queued()).toEqual([]);
  });
});

describe('a manual run of reconcileDeliveries', () => {
  it('looks back as far as Annofab keeps jobs, regardless of the watermark, and reports everything again', async () => {
    await lose('one');
    await world.run({ settings: all });
    world.pass(5 * DAY);
    await world.run({ settings: all });
    expect(await world.run({ settings: all })).toMatchObject({ jobs: 0 });
    expect(await world.run({ settings: all, event: { full: true } })).toMatchObject({ jobs: 1, failedInvocations: 1 });
    expect(await world.run({ settings: all, event: { days: 3 } })).toMatchObject({ jobs: 0 });
    expect(await world.run({ settings: all, event: { days: 6 } })).toMatchObject({ jobs: 1 });
  });

  it('looks back at least as far as is due', async () => {
    await lose('one');
    world.pass(2 * DAY);
    expect(await world.run({ settings: all, event: { days: 1 } })).toMatchObject({ recovered: 1 });
  });

  it('compares only the given projects, and does not count as a complete run', async () => {
    await lose('two');
    world.counted.length = 0;
    const event = { project_ids: ['two'] };
    expect(await world.run({ settings: { reconcileProjectIds: ['one'] }, event })).toMatchObject({ compared: ['two'] });
    expect(world.metrics()).not.toContain('reconciled');
  });

  it('does nothing when its event is invalid', async () => {
    await lose('one');
    await expect(world.run({ settings: all, event: { days: 30 } })).rejects.toThrow(/days must be/);
    expect(world.requests).toEqual([]);
  });
});

function projectOf(project_id: string) {
  const project = world.emulator.state.projects.get(project_id);
  if (project === undefined) throw new Error(`the emulator has no project ${project_id}`);
  return project;
}

function setRole(project_id: string, role: 'worker' | 'training_data_user'): void {
  const member = [...projectOf(project_id).members.values()].find(({ user_id }) => user_id === 'demo_owner');
  if (member === undefined) throw new Error('the demo owner is no member');
  member.member_role = role;
}
