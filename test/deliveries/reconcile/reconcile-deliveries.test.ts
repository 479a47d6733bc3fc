import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { ProjectJobInfo } from '../../../lib/annofab/index.ts';
import { formatDateTime } from '../../../lib/annofab/index.ts';
import { startTestAws, type TestAws } from '../../lambda/support.ts';
import { DAY, DEMO, HOUR, MINUTE, type ReconcileWorld, startSettledWorld } from './reconcile-world.ts';

let aws: TestAws;
let world: ReconcileWorld;

beforeAll(async () => {
  aws = await startTestAws();
});
afterAll(() => aws.stop());
beforeEach(async () => {
  world = await startSettledWorld(aws);
});
afterEach(() => world.stop());

const nothing = {
  recovered: 0,
  inferred: 0,
  unfired: 0,
  failedInvocations: 0,
  noBody: 0,
  elsewhere: 0,
  otherProject: 0,
};

describe('reconcileDeliveries with a webhook invocation', () => {
  it('queues an event that never arrived once, from the body as it was sent', async () => {
    world.receiver.up = false;
    const complete_datetime = await world.complete();
    world.pass(10 * MINUTE);
    expect(await world.run()).toMatchObject({ ...nothing, jobs: 1, recovered: 1, failedInvocations: 1 });
    const event = { event_type: 'task-completed', project_id: DEMO, task_id: 'task-1', complete_datetime };
    expect(await world.queued()).toEqual([expect.objectContaining({ v: 1, event_type: 'task-completed', event })]);
    expect(await world.entries()).toMatchObject([{ event, state: 'queued', source: 'reconciliation' }]);
    expect((await world.entries())[0]?.inferred).toBeUndefined();
    expect(world.metrics()).toEqual(['failed_firing', 'recovered', 'reconciled']);

    world.pass(15 * MINUTE);
    expect(await world.run()).toMatchObject({ ...nothing, jobs: 1 });
    expect(await world.queued()).toEqual([]);
  });

  it('queues nothing when the event arrived', async () => {
    await world.complete();
    world.pass(10 * MINUTE);
    expect(await world.queued()).toHaveLength(1);
    expect(await world.run()).toMatchObject({ ...nothing, jobs: 1 });
    expect(await world.queued()).toEqual([]);
  });

  it('reports a failed invocation whose event arrived, and does not queue it again', async () => {
    await world.complete();
    for (const job of world.jobs()) job.job_status = 'failed';
    world.pass(10 * MINUTE);
    await world.queued();
    expect(await world.run()).toMatchObject({ ...nothing, failedInvocations: 1 });
    expect(await world.queued()).toEqual([]);
  });

  it('queues an event once that has several invocations', async () => {
    world.receiver.up = false;
    world.emulator.settings.webhookDuplicates = 3;
    await world.complete();
    world.pass(10 * MINUTE);
    expect(await world.run()).toMatchObject({ jobs: 4, recovered: 1, failedInvocations: 4 });
    expect(await world.queued()).toHaveLength(1);
  });

  it('waits five minutes for the webhook', async () => {
    world.receiver.up = false;
    await world.complete();
    world.pass(4 * MINUTE);
    expect(await world.run()).toMatchObject({ ...nothing, jobs: 1 });
    world.pass(2 * MINUTE);
    expect(await world.run()).toMatchObject({ ...nothing, recovered: 1, failedInvocations: 1 });
  });

  it('finds events after an outage of days, as long as Annofab shows them', async () => {
    world.receiver.up = false;
    await world.complete();
    world.pass(13 * DAY);
    expect(await world.run()).toMatchObject({ recovered: 1 });
  });

  it('reads jobs without the headers of the webhook', async () => {
    world.emulator.settings.hookJobHeaders = false;
    world.receiver.up = false;
    await world.complete();
    world.pass(10 * MINUTE);
    expect(await world.run()).toMatchObject({ recovered: 1 });
  });
});

describe('reconcileDeliveries with many webhooks', () => {
  it('reads all invocations of one moment, even if a page ends among them', async () => {
    const job = await aLostJob();
    // 150 of one moment and 120 of the one before: a page of 200 ends among those.
    const moments = Array.from({ length: 270 }, (_, index) => (index < 150 ? 1 : 0));
    const tasks = new Map([195, 199, 200, 205, 269].map((index) => [index, `task-of-job-${index}`]));
    world.jobs().splice(0, 1, ...moments.map((ms, index) => copyOf(job, { index, ms, task_id: tasks.get(index) })));
    expect(await world.run()).toMatchObject({ jobs: 270, recovered: 6, inferred: 0 });
    const queued = (await world.queued()).map(({ event }) => ('task_id' in event ? event.task_id : ''));
    expect(queued.toSorted()).toEqual(['task-1', ...tasks.values()].toSorted());
    expect(await world.run()).toMatchObject({ jobs: 270, recovered: 0 });
  });

  it('reads no further back than is due', async () => {
    const job = await aLostJob();
    const jobs = Array.from({ length: 450 }, (_, index) => copyOf(job, { index, ms: -index * MINUTE }));
    world.jobs().splice(0, 1, ...jobs);
    const { jobs: seen } = await world.run();
    // To the last run, three hours and ten minutes ago, less one hour, less one more; these began ten minutes ago.
    expect(seen).toBeGreaterThan(295);
    expect(seen).toBeLessThan(305);
  });

  /** Its job fired at a whole second. */
  async function aLostJob(): Promise<ProjectJobInfo> {
    world.receiver.up = false;
    await world.complete();
    world.pass(10 * MINUTE);
    const [job] = world.jobs();
    if (job === undefined) throw new Error('nothing was fired');
    return { ...job, created_datetime: job.created_datetime.replace(/\.\d+/, '.000') };
  }

  /** The same event, later by milliseconds, of another task if one is given. */
  function copyOf(job: ProjectJobInfo, o: { index: number; ms: number; task_id?: string | undefined }): ProjectJobInfo {
    const created_datetime = formatDateTime(new Date(Date.parse(job.created_datetime) + o.ms));
    const copy = structuredClone({ ...job, created_datetime, job_id: `job-${o.index}` });
    if (o.task_id !== undefined && copy.job_detail && 'replaced_body' in copy.job_detail) {
      copy.job_detail.replaced_body = copy.job_detail.replaced_body?.replace('task-1', o.task_id) ?? null;
    }
    return copy;
  }
});

describe('reconcileDeliveries with an unusual webhook', () => {
  it('counts a webhook with another address once, and never queues its event', async () => {
    await world.register('task-completed', { url: `${world.webhookUrl}/another/task-completed` });
    await world.complete();
    world.pass(10 * MINUTE);
    expect(await world.run()).toMatchObject({ ...nothing, jobs: 1, elsewhere: 1, unfired: 1 });
    expect(world.counted).toContainEqual({ name: 'elsewhere', event_type: 'task-completed' });
    const fields = expect.objectContaining({ project_id: DEMO, jobs: 1, elsewhere: 1, unfired: 1, no_body: 0 });
    expect(world.logged).toContainEqual({ message: 'Project compared with the ledger', fields });
    expect(await world.queued()).toEqual([]);
    world.pass(15 * MINUTE);
    expect(await world.run()).toMatchObject({ elsewhere: 0 });
  });

  it('recognizes another spelling of our address', async () => {
    world.receiver.up = false;
    const url = `${world.webhookUrl.replace('http', 'HTTP')}/x/../webhooks/annofab/task-completed?from=annofab`;
    await world.register('task-completed', { url });
    await world.complete();
    world.pass(10 * MINUTE);
    expect(await world.run()).toMatchObject({ ...nothing, recovered: 1, failedInvocations: 1 });
  });

  it('refuses a body that names another project, and logs the project of the webhook', async () => {
    const body = JSON.stringify({
      event_type: 'task-completed',
      project_id: 'another-project',
      task_id: 'task-1',
      complete_datetime: world.emulator.clock.stamp(),
    });
    world.receiver.up = false;
    await world.register('task-completed', { body });
    await world.complete();
    world.pass(10 * MINUTE);
    expect(await world.run()).toMatchObject({ recovered: 0, otherProject: 1 });
    expect(await world.entries('another-project')).toEqual([]);
    expect((await world.queued()).filter(({ event }) => event.project_id !== DEMO)).toEqual([]);
    const fields = { event_type: 'task-completed', project_id: DEMO, job_id: world.jobs()[0]?.job_id };
    expect(world.logged).toContainEqual({ message: expect.stringContaining('another project'), fields });
  });

  it('waits for a webhook that is still being sent, and holds the watermark back', async () => {
    world.emulator.jobs.hold('invoke-hook');
    await world.complete();
    const firedAt = Date.parse(world.jobs()[0]?.created_datetime ?? '');
    world.pass(10 * HOUR);
    expect(await world.run()).toMatchObject({ ...nothing, jobs: 1 });
    expect((await world.watermarks.find(DEMO))?.readTo).toBe(firedAt - 1);

    world.pass(10 * HOUR);
    world.receiver.up = false;
    await world.emulator.jobs.release();
    expect(await world.run()).toMatchObject({ ...nothing, recovered: 1, failedInvocations: 1 });
    expect((await world.watermarks.find(DEMO))?.readTo).toBeGreaterThan(firedAt);
  });

  it('does not wait longer than a day for a webhook that is still being sent', async () => {
    world.emulator.jobs.hold('invoke-hook');
    await world.complete();
    const firedAt = Date.parse(world.jobs()[0]?.created_datetime ?? '');
    world.pass(20 * HOUR);
    expect(await world.run()).toMatchObject(nothing);
    world.pass(5 * HOUR);
    expect(await world.run()).toMatchObject({ ...nothing, recovered: 1 });
    expect((await world.watermarks.find(DEMO))?.readTo).toBeGreaterThan(firedAt);
  });
});
