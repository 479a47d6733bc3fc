import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import type { WebhookFault } from '../../../local/annofab/index.ts';
import { createRandom } from '../../../local/random.ts';
import { startTestAws, type TestAws } from '../../lambda/support.ts';
import { HOUR, MINUTE, type ReconcileWorld, startSettledWorld } from './reconcile-world.ts';

let aws: TestAws;

beforeAll(async () => {
  aws = await startTestAws();
});
afterAll(() => aws.stop());

const PROJECTS = ['one', 'two'];
const TASKS = ['task-1', 'task-2', 'task-3', 'task-4'];
const settings = { reconcileProjectIds: PROJECTS };

/** What may become of a webhook; the others arrive, if the receiver is up. */
const fates: readonly WebhookFault[] = [
  { operation: 'webhook', drop: 'delivery', times: 1 },
  { operation: 'webhook', drop: 'event', times: 1 },
  { operation: 'webhook', duplicates: 2, times: 1 },
];

describe('reconcileDeliveries after days with random faults', () => {
  it.each([1, 2, 14, 20])(
    'queues the last completion of each task, and recovers none twice (seed %i)',
    async (seed) => {
      const world = await startSettledWorld(aws, ...PROJECTS);
      onTestFinished(() => world.stop());
      const completed = await liveThrough(world, createRandom(seed));
      await world.emulator.jobs.release();
      await world.emulator.settled();
      world.pass(HOUR);
      await world.run({ settings });

      const queued = await world.queued();
      const labels = queued.map(({ event }) => Object.values(event).join('/'));
      for (const label of completed) expect(labels).toContain(label);
      // Webhooks of one event that come at once may each be queued: the second cannot know what becomes of the first.
      const keys = (cameByWebhook: boolean) =>
        queued.filter(({ request_id }) => (request_id === 'request-1') === cameByWebhook).map(({ key }) => key);
      const found = keys(false);
      expect(found).toHaveLength(new Set(found).size);
      expect(found.filter((key) => keys(true).includes(key))).toEqual([]);

      world.pass(15 * MINUTE);
      expect(await world.run({ settings })).toMatchObject({ recovered: 0, inferred: 0, resent: 0, unfinished: [] });
      expect(await world.queued()).toEqual([]);
    },
  );
});

/** @returns the labels of the tasks' last completions */
async function liveThrough(world: ReconcileWorld, random: () => number): Promise<Iterable<string>> {
  const { emulator, receiver } = world;
  const completed = new Map<string, string>();

  async function complete(): Promise<void> {
    const [project_id, task_id] = [pick(random, PROJECTS), pick(random, TASKS)];
    if (random() < 0.6) emulator.faults.add(pick(random, fates));
    const complete_datetime = await world.complete(task_id, project_id);
    completed.set(project_id + task_id, ['task-completed', project_id, task_id, complete_datetime].join('/'));
    world.pass(10_000);
  }

  async function runIntoMaintenance(): Promise<void> {
    const fault = emulator.faults.add({ operation: 'getTasks', status: 503, retryAfter: 3_600 });
    await world.run({ settings });
    emulator.faults.remove(fault);
  }

  async function runIntoFailure(): Promise<void> {
    aws.faults.add({ service: 'sqs', operation: 'SendMessage', status: 500, code: 'InternalError', times: 1 });
    await world.run({ settings }).catch(() => undefined);
    aws.faults.clear();
  }

  const happenings: readonly (() => unknown)[] = [
    () => Object.assign(receiver, { up: !receiver.up }),
    () => Object.assign(emulator.settings, { hookJobBodies: !emulator.settings.hookJobBodies }),
    () => emulator.jobs.hold('invoke-hook'),
    () => emulator.jobs.release(),
    () => world.pass(Math.floor(random() * 5 * HOUR)),
    () => world.run({ settings }),
    runIntoMaintenance,
    runIntoFailure,
    () => world.run({ settings: { ...settings, reconcileMarginMs: MINUTE }, remainingMs: MINUTE + 30 }),
  ];
  for (let step = 0; step < 60; step += 1) await (random() < 0.4 ? complete() : pick(random, happenings)());
  return completed.values();
}

function pick<T>(random: () => number, items: readonly T[]): T {
  const item = items[Math.floor(random() * items.length)];
  if (item === undefined) throw new Error('there is nothing to pick from');
  return item;
}
