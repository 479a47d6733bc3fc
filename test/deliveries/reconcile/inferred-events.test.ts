import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { EventType } from '../../../lib/webhooks/events.ts';
import { drawMask } from '../../../local/annofab/seed/draw.ts';
import { startTestAws, type TestAws } from '../../lambda/support.ts';
import { makeZip } from '../../local/annofab/import/make-archive.ts';
import { DEMO, MINUTE, type ReconcileWorld, startSettledWorld } from './reconcile-world.ts';

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

/** After ten minutes, and once more after another fifteen. */
async function runTwice(settings = {}) {
  world.pass(10 * MINUTE);
  const first = await world.run({ settings });
  world.pass(15 * MINUTE);
  return { first, second: await world.run({ settings }) };
}

async function webhook(eventType: EventType, changes: object): Promise<void> {
  await world.register(eventType, changes);
  world.pass(MINUTE);
}

const told = { recovered: 0, inferred: 1, unfired: 0 };
const known = { recovered: 0, inferred: 0, unfired: 0 };

describe('reconcileDeliveries with a completed task that has no readable invocation', () => {
  const bodies = [
    ['is no JSON', '{"event_type":"task-completed","task_id":"{{TASK_ID}}",'],
    ['is broken by a title', '{"event_type":"task-completed","title":"{{PROJECT_TITLE}}"x}'],
    ['has placeholders that were not filled in', '{"event_type":"task-completed","project_id":"{{PROJECT}}"}'],
    ['has no fields', '{}'],
    ['is empty', ''],
  ];

  it.each(bodies)('queues the inferred event once when the body %s', async (_, body) => {
    await webhook('task-completed', { body });
    const complete_datetime = await world.complete();
    const { first, second } = await runTwice();
    expect(first).toMatchObject({ ...told, noBody: 1, failedInvocations: 1 });
    expect(second).toMatchObject({ ...known, noBody: 0, failedInvocations: 0 });
    const event = { event_type: 'task-completed', project_id: DEMO, task_id: 'task-1', complete_datetime };
    expect(await world.queued()).toEqual([expect.objectContaining({ event })]);
    expect(await world.entries()).toMatchObject([{ event, inferred: true, source: 'reconciliation', state: 'queued' }]);
    expect(world.metrics()).toEqual(['failed_firing', 'no_body', 'inferred', 'reconciled', 'reconciled']);
  });

  it('queues the inferred event when Annofab does not show the body', async () => {
    world.emulator.settings.hookJobBodies = false;
    world.receiver.up = false;
    await world.complete();
    expect((await runTwice()).first).toMatchObject({ ...told, noBody: 1 });
  });

  it('queues nothing when the event arrived', async () => {
    world.emulator.settings.hookJobBodies = false;
    await world.complete();
    await world.queued();
    expect((await runTwice()).first).toMatchObject({ ...known, noBody: 1 });
    expect(await world.queued()).toEqual([]);
  });

  it('queues the inferred event when an active webhook has no job', async () => {
    world.emulator.faults.add({ operation: 'webhook', drop: 'event', times: 1 });
    await world.complete();
    const { first, second } = await runTwice();
    expect(first).toMatchObject({ ...told, jobs: 0 });
    expect(second).toMatchObject(known);
  });

  it('queues the inferred event of an invocation without a body after the webhook was repaired', async () => {
    await webhook('task-completed', { body: '{}' });
    await world.complete();
    await webhook('task-completed', {});
    expect((await runTwice()).first).toMatchObject(told);
  });

  it('queues the inferred event although a forged one has a date-time of the future', async () => {
    const event = {
      event_type: 'task-completed',
      project_id: DEMO,
      task_id: 'task-1',
      complete_datetime: '2099-01-01T00:00:00Z',
    };
    await fetch(`${world.webhookUrl}/webhooks/annofab/task-completed`, { method: 'POST', body: JSON.stringify(event) });
    world.emulator.faults.add({ operation: 'webhook', drop: 'event', times: 1 });
    await world.complete();
    expect((await runTwice()).first).toMatchObject(told);
  });

  it('queues nothing while the webhook is still being sent', async () => {
    world.emulator.jobs.hold('invoke-hook');
    await world.complete();
    expect((await runTwice()).first).toMatchObject(known);
  });

  it('queues the event of the last completion', async () => {
    await world.complete();
    await world.queued();
    world.pass(MINUTE);
    world.emulator.faults.add({ operation: 'webhook', drop: 'event', times: 1 });
    const complete_datetime = await world.complete();
    expect((await runTwice()).first).toMatchObject(told);
    expect(await world.queued()).toMatchObject([{ event: { task_id: 'task-1', complete_datetime } }]);
  });

  it('takes the date-time from the histories when the task has none', async () => {
    world.emulator.faults.add({ operation: 'webhook', drop: 'event', times: 1 });
    await world.complete();
    const task = world.emulator.state.projects.get(DEMO)?.tasks.get('task-1');
    if (task === undefined) throw new Error('there is no task-1');
    delete task.operation_updated_datetime;
    const { first, second } = await runTwice();
    expect(first).toMatchObject(told);
    expect(second).toMatchObject(known);
    expect(await world.queued()).toMatchObject([{ event: { complete_datetime: expect.stringMatching(/\+09:00$/) } }]);
  });

  it('queues nothing for a task that was re-opened', async () => {
    world.emulator.faults.add({ operation: 'webhook', drop: 'event', times: 1 });
    await world.complete();
    const { updated_datetime: last_updated_datetime } = await world.foreign.getTask({
      project_id: DEMO,
      task_id: 'task-1',
    });
    const body = { status: 'not_started', last_updated_datetime } as const;
    await world.foreign.operateTask({ project_id: DEMO, task_id: 'task-1', body });
    expect((await runTwice()).first).toMatchObject(known);
  });
});

describe('reconcileDeliveries with a job that has no readable invocation', () => {
  it('queues the event of the last archive only', async () => {
    await webhook('annotation-archive-updated', { body: '{}' });
    await updateArchive();
    world.pass(MINUTE);
    await updateArchive();
    const { first, second } = await runTwice();
    expect(first).toMatchObject({ ...told, noBody: 2 });
    expect(second).toMatchObject(known);
    const complete_datetime = world.jobs().findLast(({ job_type }) => job_type === 'gen-annotation')?.updated_datetime;
    const event = { event_type: 'annotation-archive-updated', project_id: DEMO, complete_datetime };
    expect(await world.queued()).toMatchObject([{ event }]);
    expect(await world.entries()).toMatchObject([{ event, inferred: true }]);
  });

  it('queues nothing when the event of the archive arrived', async () => {
    await webhook('annotation-archive-updated', {});
    await updateArchive();
    await world.queued();
    expect((await runTwice()).first).toMatchObject(known);
    expect(await world.queued()).toEqual([]);
  });

  it('queues nothing for a job that failed', async () => {
    await webhook('annotation-archive-updated', { body: '{}' });
    await updateArchive();
    for (const job of world.jobs()) if (job.job_type === 'gen-annotation') job.job_status = 'failed';
    expect((await runTwice()).first).toMatchObject(known);
  });

  it('queues an event for each ZIP file of input data', async () => {
    await webhook('input-data-zip-registered', {});
    await registerZip();
    world.pass(MINUTE);
    await webhook('input-data-zip-registered', { body: '{}' });
    await registerZip();
    expect((await runTwice()).first).toMatchObject({ ...told, noBody: 1 });
    expect((await world.queued()).map(({ event_type }) => event_type)).toEqual(
      Array.from({ length: 2 }, () => 'input-data-zip-registered'),
    );
  });

  it('queues the event of a project copy with its destination', async () => {
    await webhook('project-copy-completed', { body: '{}' });
    const copy = { dest_project_id: 'the-copy', dest_title: 'The copy' };
    await world.foreign.initiateProjectCopy({ project_id: DEMO, body: copy });
    await world.emulator.settled();
    const { first, second } = await runTwice();
    expect(first).toMatchObject(told);
    expect(second).toMatchObject(known);
    expect(await world.queued()).toMatchObject([
      { event: { event_type: 'project-copy-completed', project_id: DEMO, dest_project_id: 'the-copy' } },
    ]);
  });

  async function registerZip(): Promise<void> {
    const data = await makeZip([['image.png', drawMask(2, 2, [])]]);
    const input_data_path = await world.foreign.files.upload({
      project_id: DEMO,
      data,
      contentType: 'application/zip',
    });
    const body = { input_data_name: 'new.zip', input_data_path };
    await world.foreign.putInputData({ project_id: DEMO, input_data_id: 'ignored', body });
    await world.emulator.settled();
  }

  async function updateArchive(): Promise<void> {
    await world.foreign.postAnnotationArchiveUpdate({ project_id: DEMO });
    await world.emulator.settled();
  }
});

describe('reconcileDeliveries without a webhook of ours', () => {
  it.each([
    ['it is off', { webhook_status: 'inactive' }],
    ['it has another address', { url: 'http://127.0.0.1:9/elsewhere' }],
    ['it is of another type', { event_type: 'project-copy-completed' }],
  ])('reports the event once per run and queues nothing when %s', async (_, changes) => {
    await webhook('task-completed', changes);
    await world.complete('task-1');
    await world.complete('task-2');
    const { first } = await runTwice();
    expect(first).toMatchObject({ recovered: 0, inferred: 0, unfired: 2 });
    expect(await world.queued()).toEqual([]);
    expect(world.counted).toContainEqual({ name: 'unfired', event_type: 'task-completed', value: 2 });
    expect(world.logged).toContainEqual({
      message: 'Events found for which no webhook of ours was invoked',
      fields: { event_type: 'task-completed', project_id: DEMO, unfired: 2 },
    });
  });

  it('reports an event from before the webhook was registered', async () => {
    await world.foreign.deleteWebhook({ project_id: DEMO, webhook_id: 'annofab-functions-task-completed' });
    await world.complete();
    await webhook('task-completed', {});
    expect((await runTwice()).first).toMatchObject({ inferred: 0, unfired: 1 });
  });

  it('queues the event once when that is configured', async () => {
    await webhook('task-completed', { webhook_status: 'inactive' });
    await world.complete();
    const { first, second } = await runTwice({ queueUnfired: true });
    expect(first).toMatchObject({ inferred: 1, unfired: 1 });
    expect(second).toMatchObject({ inferred: 0, unfired: 0 });
    expect(await world.queued()).toMatchObject([{ event: { task_id: 'task-1' } }]);
    expect(await world.entries()).toMatchObject([{ inferred: true }]);
  });
});
