import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { estimateBackfill, planBackfill, sendBackfill } from '../../../lib/deliveries/backfill/backfill.ts';
import { type SelectedTasks, selectTasks, type TaskSelection } from '../../../lib/deliveries/backfill/select-tasks.ts';
import { deliveryKey } from '../../../lib/webhooks/delivery-key.ts';
import { known } from '../../automations/support/values.ts';
import { startTestAws, type TestAws } from '../../lambda/support.ts';
import { DEMO, MINUTE, type ReconcileWorld, startSettledWorld } from '../reconcile/reconcile-world.ts';

/** The tasks that the tests complete, by hours before now. */
const COMPLETED = { old: 5, middle: 3, young: 1 };
const HOUR_MS = 3_600_000;

let aws: TestAws;
let world: ReconcileWorld;
let now: number;

beforeAll(async () => {
  aws = await startTestAws();
});
afterAll(() => aws.stop());
beforeEach(async () => {
  world = await startSettledWorld(aws);
  now = world.emulator.clock.now().getTime();
  const { tasks } = project();
  const [template] = tasks.values();
  tasks.clear();
  for (const [task_id, hours] of Object.entries(COMPLETED)) {
    const at = new Date(now - hours * HOUR_MS).toISOString();
    const metadata = { priority: hours, kind: 'day' };
    const times = { updated_datetime: at, operation_updated_datetime: at };
    tasks.set(task_id, { ...known(template), task_id, phase: 'acceptance', status: 'complete', metadata, ...times });
  }
  tasks.set('open', { ...known(template), task_id: 'open', phase: 'annotation', status: 'working' });
});
afterEach(() => world.stop());

const project = () => known(world.emulator.state.projects.get(DEMO));
const { signal } = new AbortController();
const select = (selection: Partial<TaskSelection> = {}) =>
  selectTasks(world.annofab, { project_id: DEMO, ...selection }, signal);
const idsOf = ({ tasks }: Pick<SelectedTasks, 'tasks'>) => tasks.map(({ event }) => event.task_id);
const plan = async (selection: Partial<TaskSelection> = {}) =>
  planBackfill(world, { project_id: DEMO, tasks: (await select(selection)).tasks, now });
const pacing = { rate: 1_000, maxBacklog: 1_000, depth: async () => 0, signal };

describe('selectTasks', () => {
  it('selects the completed tasks, those that were completed first first', async () => {
    const selected = await select();
    expect(idsOf(selected)).toEqual(['old', 'middle', 'young']);
    expect(selected.tasks[0]?.event.complete_datetime).toBe(new Date(now - 5 * HOUR_MS).toISOString());
  });

  it('selects by the time of completion, by metadata and by id', async () => {
    expect(idsOf(await select({ completedFrom: now - 3 * HOUR_MS }))).toEqual(['middle', 'young']);
    expect(idsOf(await select({ completedTo: now - 3 * HOUR_MS }))).toEqual(['old', 'middle']);
    expect(idsOf(await select({ metadata: { priority: '3', kind: 'day' } }))).toEqual(['middle']);
    expect(idsOf(await select({ metadata: { kind: 'night' } }))).toEqual([]);
    expect(await select({ task_ids: ['young', 'open', 'no-such-task', 'old', 'old'] })).toMatchObject({
      tasks: [{ event: { task_id: 'old' } }, { event: { task_id: 'young' } }],
      notCompleted: ['open', 'no-such-task'],
    });
  });

  it('takes the time from the histories where the task has none', async () => {
    const ended = new Date(now - 2 * HOUR_MS).toISOString();
    known(project().tasks.get('old')).operation_updated_datetime = null;
    const { tasks } = await select({ task_ids: ['old'] });
    expect(tasks.every(({ event }) => event.complete_datetime <= ended)).toBe(true);
  });

  it('reads the list file of a project with more completed tasks than Annofab lists', async () => {
    const { tasks } = project();
    const template = known(tasks.get('old'));
    for (let number = 0; number < 10_000; number += 1)
      tasks.set(`n-${number}`, { ...template, task_id: `n-${number}` });
    expect((await select()).tasks).toHaveLength(10_003);
    expect(project().jobs.filter(({ job_type }) => job_type === 'gen-tasks-list')).toHaveLength(1);
  }, 60_000);
});

describe('a backfill', () => {
  it('sends what the ledger lacks through ledger and queue, marked as a backfill, in a message group of its own', async () => {
    const sent = await sendBackfill(world, await plan(), pacing);
    expect(sent).toEqual({ sent: 3, duplicates: 0 });
    const entries = await world.entries();
    expect(entries.map(({ state, source }) => [state, source])).toEqual(
      Array.from({ length: 3 }, () => ['queued', 'backfill']),
    );
    const messages = await world.queuedMessages();
    expect(messages.map(({ group }) => group)).toEqual(Array.from({ length: 3 }, () => 'annofab-functions:backfill'));
  });

  it('sends nothing twice when it is repeated', async () => {
    await sendBackfill(world, await plan({ task_ids: ['old'] }), pacing);
    const again = await plan();
    expect(again).toMatchObject({ known: 1 });
    expect(idsOf(again)).toEqual(['middle', 'young']);
    await sendBackfill(world, again, pacing);
    expect(await plan()).toMatchObject({ tasks: [], known: 3 });
    expect(await world.queued()).toHaveLength(3);
  });

  it('leaves out a task whose webhook came, though its date-time differs a little, and one that was completed again', async () => {
    const at = (task_id: string, complete_datetime: string) => {
      const event = { event_type: 'task-completed', project_id: DEMO, task_id, complete_datetime } as const;
      const receivedAt = new Date(now).toISOString();
      return world.ledger.claim(
        { ...deliveryKey(event), event, source: 'webhook', receivedAt, requestId: 'r' },
        { id: 'l', until: now },
      );
    };
    await at('old', new Date(now - 5 * HOUR_MS + 400).toISOString());
    await at('middle', new Date(now - 2 * HOUR_MS).toISOString());
    await at('young', new Date(now - 9 * HOUR_MS).toISOString());
    expect(idsOf(await plan())).toEqual(['young']);
  });

  it('sends a delivery again that a killed run had only received, in the same group', async () => {
    const { tasks } = await plan();
    const event = known(tasks[0]).event;
    const receivedAt = new Date(now).toISOString();
    const delivery = { ...deliveryKey(event), event, source: 'backfill', receivedAt, requestId: 'r' } as const;
    await world.ledger.receive(delivery);
    expect(idsOf(await plan())).toContain('old');
    world.pass(3 * MINUTE);
    expect(await world.run()).toMatchObject({ resent: 1 });
    const messages = await world.queuedMessages();
    expect(messages.filter(({ body }) => body.includes('"old"'))).toMatchObject([
      { group: 'annofab-functions:backfill' },
    ]);
  });

  it('ends with the failure of the queue, and the next run sends the rest', async () => {
    const broken = { ...world.queues, 'task-completed': { send: () => Promise.reject(new Error('down')) } };
    await expect(sendBackfill({ ...world, queues: broken }, await plan(), pacing)).rejects.toThrow('down');
    expect(await sendBackfill(world, await plan(), pacing)).toMatchObject({ sent: 3 });
  });

  it('reports its progress after each task', async () => {
    const reported: number[] = [];
    await sendBackfill(world, await plan(), { ...pacing, onProgress: ({ sent }) => reported.push(sent) });
    expect(reported).toEqual([1, 2, 3]);
  });

  it('is estimated by tasks, frames and rate', async () => {
    const { tasks } = await plan();
    const frames = tasks.reduce((sum, task) => sum + task.frames, 0);
    expect(estimateBackfill({ tasks, known: 0 }, 2)).toEqual({ frames, requests: 18 + frames, seconds: 2 });
  });
});
