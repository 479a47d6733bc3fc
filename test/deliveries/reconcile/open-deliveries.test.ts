import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createQueue } from '../../../lib/aws/queue.ts';
import type { NewDelivery, OpenState } from '../../../lib/deliveries/ledger/entry.ts';
import { deliveryKey } from '../../../lib/webhooks/delivery-key.ts';
import type { WebhookEvent } from '../../../lib/webhooks/events.ts';
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

function delivery(task_id: string): NewDelivery {
  const complete_datetime = '2019-05-08T10:00:00.000+09:00';
  const event: WebhookEvent = { event_type: 'task-completed', project_id: DEMO, task_id, complete_datetime };
  const receivedAt = world.emulator.clock.now().toISOString();
  return { ...deliveryKey(event), event, source: 'webhook', receivedAt, requestId: 'request-1' };
}

const keyOf = (task_id: string) => delivery(task_id).key;

describe('reconcileDeliveries with a delivery that was received but not queued', () => {
  it('sends it again unchanged after two minutes', async () => {
    const lost = delivery('task-1');
    await world.ledger.receive(lost);
    world.pass(3 * MINUTE);
    expect(await world.run()).toMatchObject({ resent: 1, recovered: 0 });
    const { key, event, receivedAt: received_at, requestId: request_id } = lost;
    expect(await world.queued()).toEqual([{ v: 1, event_type: 'task-completed', key, event, received_at, request_id }]);
    expect(await world.ledger.find(key)).toMatchObject({ state: 'queued', source: 'webhook' });
    expect(world.metrics()).toEqual(['resent', 'reconciled']);
    world.pass(15 * MINUTE);
    expect(await world.run()).toMatchObject({ resent: 0 });
  });

  it('leaves a delivery that was just received to the receiver', async () => {
    await world.ledger.receive(delivery('task-1'));
    world.pass(MINUTE);
    expect(await world.run()).toMatchObject({ resent: 0 });
    expect(await world.queued()).toEqual([]);
  });

  it('sends it again while Annofab is down, and fails', async () => {
    await world.ledger.receive(delivery('task-1'));
    world.pass(3 * MINUTE);
    await world.emulator.stop();
    await expect(world.run()).rejects.toThrow(/^parts of the reconciliation failed: demo-project \(/);
    expect(await world.queued()).toMatchObject([{ event: { task_id: 'task-1' } }]);
    expect(world.metrics()).toEqual(['resent']);
  });

  it('sends it again before the first request when Annofab is under maintenance', async () => {
    await world.ledger.receive(delivery('task-1'));
    world.pass(3 * MINUTE);
    world.emulator.faults.add({ operation: '*', status: 503, retryAfter: 3_600 });
    expect(await world.run()).toMatchObject({ resent: 1, deferred: true });
    expect(world.metrics()).toEqual(['resent', 'reconciliation_deferred']);
  });

  it('keeps it and fails at the end when its queue fails', async () => {
    await world.ledger.receive(delivery('task-1'));
    world.receiver.up = false;
    await world.register('annotation-archive-updated');
    await world.foreign.postAnnotationArchiveUpdate({ project_id: DEMO });
    await world.emulator.settled();
    world.pass(10 * MINUTE);
    const queueUrl = `${aws.sqsUrl}/000000000000/no-such-queue`;
    const queues = { ...world.queues, 'task-completed': createQueue({ queueUrl, client: world.sqs }) };
    await expect(world.run({ queues })).rejects.toThrow(
      'parts of the reconciliation failed: resend (AggregateError: deliveries that could not be sent again: 1)',
    );
    expect(await world.ledger.find(keyOf('task-1'))).toMatchObject({ state: 'received' });
    expect(await world.queued()).toMatchObject([{ event_type: 'annotation-archive-updated' }]);
  });

  it('does not send a delivery that is queued at the same moment', async () => {
    await world.ledger.receive(delivery('task-1'));
    world.pass(3 * MINUTE);
    const find = world.ledger.find;
    const ledger = {
      ...world.ledger,
      find: async (key: string) => {
        await world.ledger.queued(key);
        return find(key);
      },
    };
    expect(await world.run({ ledger })).toMatchObject({ resent: 0 });
    expect(await world.queued()).toEqual([]);
  });

  it('leaves the rest to the next run when its share of the time is over, and compares the projects', async () => {
    for (let index = 0; index < 3; index += 1) await world.ledger.receive(delivery(`task-${index}`));
    world.pass(3 * MINUTE);
    const lost = await world.ledger.find(keyOf('task-0'));
    if (lost === undefined) throw new Error('the delivery is missing');
    let read = 0;
    const slow = async function* () {
      for (;;) {
        read += 1;
        if (read % 200 === 0) world.pass(3 * MINUTE);
        yield lost;
      }
    };
    const open = (state: OpenState) => (state === 'received' ? slow() : world.ledger.open(state));
    const find = async () => undefined;
    expect(await world.run({ ledger: { ...world.ledger, open, find } })).toMatchObject({ compared: [DEMO], resent: 0 });
    expect(read).toBe(400);
  });

  it('finds one among many', async () => {
    for (let index = 0; index < 210; index += 1) await world.ledger.receive(delivery(`task-${index}`));
    world.pass(3 * MINUTE);
    expect(await world.run()).toMatchObject({ resent: 210 });
  });
});

describe('reconcileDeliveries with a stuck delivery', () => {
  it('reports in each run a delivery that is unchanged for longer than it can be deferred', async () => {
    for (const task_id of ['queued', 'processing', 'done', 'recent']) await world.ledger.receive(delivery(task_id));
    await world.ledger.queued(keyOf('queued'));
    const lease = { id: 'lease', until: world.emulator.clock.now().getTime() + MINUTE };
    for (const task_id of ['processing', 'done']) await world.ledger.claim(delivery(task_id), lease);
    await world.ledger.record(keyOf('done'), 'lease', { state: 'done' });
    world.pass(27 * HOUR);
    await world.ledger.queued(keyOf('recent'));
    expect(await world.run()).toMatchObject({ stuck: 2 });
    expect(world.counted).toContainEqual({ name: 'stuck', event_type: 'task-completed', value: 2 });
    expect(world.logged).toContainEqual({
      message: 'Deliveries are stuck',
      fields: { event_type: 'task-completed', entries: 2, seconds: expect.any(Number) },
    });
    expect(await world.ledger.find(keyOf('queued'))).toMatchObject({ state: 'queued' });
    world.pass(15 * MINUTE);
    expect(await world.run()).toMatchObject({ stuck: 2 });
  });

  it('counts as newly stuck what the run before did not find, also when another one gets free meanwhile', async () => {
    for (const task_id of ['first', 'second']) {
      await world.ledger.receive(delivery(task_id));
      await world.ledger.queued(keyOf(task_id));
      world.pass(HOUR);
    }
    world.pass(24 * HOUR + 30 * MINUTE);
    expect(await world.run()).toMatchObject({ stuck: 1, newlyStuck: 1 });
    world.pass(15 * MINUTE);
    expect(await world.run()).toMatchObject({ stuck: 1, newlyStuck: 0 });
    await world.ledger.claim(delivery('first'), { id: 'lease', until: world.emulator.clock.now().getTime() + MINUTE });
    await world.ledger.record(keyOf('first'), 'lease', { state: 'done' });
    world.pass(HOUR);
    expect(await world.run()).toMatchObject({ stuck: 1, newlyStuck: 1 });
    expect(world.counted.filter(({ name }) => name === 'newly_stuck')).toEqual([
      { name: 'newly_stuck', event_type: 'task-completed' },
      { name: 'newly_stuck', event_type: 'task-completed' },
    ]);
  });

  it('counts a flood of them up to a bound, and compares the projects nevertheless', async () => {
    await world.ledger.receive(delivery('task-1'));
    await world.ledger.queued(keyOf('task-1'));
    const entry = await world.ledger.find(keyOf('task-1'));
    if (entry === undefined) throw new Error('the delivery is missing');
    world.pass(27 * HOUR);
    const flood = async function* () {
      for (;;) yield entry;
    };
    const open = (state: OpenState) => (state === 'received' ? world.ledger.open(state) : flood());
    const ledger = { ...world.ledger, open };
    expect(await world.run({ ledger })).toMatchObject({ stuck: 10_000, compared: [DEMO], unfinished: [] });
  });

  it('compares the projects although the counting is slow', async () => {
    await world.ledger.receive(delivery('task-1'));
    await world.ledger.queued(keyOf('task-1'));
    const entry = await world.ledger.find(keyOf('task-1'));
    if (entry === undefined) throw new Error('the delivery is missing');
    world.pass(27 * HOUR);
    const slow = async function* () {
      for (;;) {
        world.pass(MINUTE);
        yield entry;
      }
    };
    const open = (state: OpenState) => (state === 'received' ? world.ledger.open(state) : slow());
    const result = await world.run({ ledger: { ...world.ledger, open } });
    expect(result).toMatchObject({ compared: [DEMO], unfinished: [] });
    expect(result.stuck).toBeLessThan(5);
  });

  it('does not report a delivery that may still be deferred or waiting', async () => {
    await world.ledger.receive(delivery('task-1'));
    await world.ledger.queued(keyOf('task-1'));
    world.pass(DAY);
    expect(await world.run()).toMatchObject({ stuck: 0 });
  });
});
