import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { DeadDelivery } from '../../../cli/deliveries/dead-deliveries.ts';
import { dismiss, resend } from '../../../cli/deliveries/replay.ts';
import { select } from '../../../cli/deliveries/select.ts';
import { createEnvelope } from '../../../lib/webhooks/envelope.ts';
import { sampleEvents } from '../../webhooks/events.ts';
import { type DeadWorld, startDeadWorld } from './dead-world.ts';

let world: DeadWorld;

beforeAll(async () => {
  world = await startDeadWorld();
});
beforeEach(() => world.clear());
afterAll(() => world.stop());

const entryOf = (task: string) => world.deployment.ledger.find(world.delivery(task).key);
const taskOf = ({ delivery }: DeadDelivery) => delivery?.label.split('/')[2] ?? '';

/** Replays all that is dead, and tells what became of each. */
async function replayAll(replay: (dead: DeadDelivery) => Promise<{ outcome: string }>) {
  const outcomes: Record<string, string> = {};
  for (const dead of await world.dead()) outcomes[taskOf(dead)] = (await replay(dead)).outcome;
  await world.releaseAll();
  return outcomes;
}
const resendAll = () => replayAll((dead) => resend(dead, world.deployment));
const dismissAll = () => replayAll((dead) => dismiss(dead, 'the project is\u0000gone', world.deployment.ledger));

describe('resend and dismiss', () => {
  it('send a delivery again as it was received, without its deferrals', async () => {
    await world.end('waited', 'dead');
    const envelope = { ...JSON.parse(world.message('waited')), deferrals: { early: 3 } };
    await world.deadLetter(JSON.stringify({ ...envelope, not_before: '2099-01-01T00:00:00.000Z' }));
    expect(await resendAll()).toEqual({ waited: 'resent' });
    expect(await world.sent()).toEqual([world.message('waited')]);
    expect(await entryOf('waited')).toMatchObject({ state: 'queued', source: 'replay', tries: 0 });
  });

  it('send a delivery again that has no message, or no ledger item', async () => {
    await world.end('no-message', 'dead');
    await world.deadLetter(world.message('no-item'));
    expect(await resendAll()).toEqual({ 'no-message': 'resent', 'no-item': 'resent' });
    expect((await world.sent()).sort()).toEqual([world.message('no-message'), world.message('no-item')].sort());
    expect(await entryOf('no-item')).toMatchObject({ state: 'queued', source: 'replay' });
  });

  it('send a delivery once that has several messages', async () => {
    await world.end('thrice', 'dead');
    for (let i = 0; i < 3; i += 1) await world.deadLetter(world.message('thrice'));
    expect(await resendAll()).toEqual({ thrice: 'resent' });
    expect(await world.sent()).toHaveLength(1);
    expect(await world.deadLettered()).toBe(0);
  });

  it('send a delivery again whose worker crashed during its last receive', async () => {
    await world.claim('crashed', Date.now() - 1);
    await world.deadLetter(world.message('crashed'));
    expect(await resendAll()).toEqual({ crashed: 'resent' });
  });

  it('refuse a delivery that a worker is processing, and keep its message', async () => {
    await world.claim('busy');
    await world.deadLetter(world.message('busy'));
    expect(await resendAll()).toEqual({ busy: 'refused' });
    expect(await dismissAll()).toEqual({ busy: 'refused' });
    expect(await world.sent()).toEqual([]);
    expect(await world.deadLettered()).toBe(1);
    expect(await entryOf('busy')).toMatchObject({ state: 'processing' });
  });

  it('only delete the message of a delivery that is done by now', async () => {
    await world.end('done', 'done');
    await world.deadLetter(world.message('done'));
    expect(await resendAll()).toEqual({ done: 'finished' });
    await world.deadLetter(world.message('done'));
    expect(await dismissAll()).toEqual({ done: 'finished' });
    expect(await world.sent()).toEqual([]);
    expect(await world.deadLettered()).toBe(0);
    expect(await entryOf('done')).toMatchObject({ state: 'done' });
  });

  it('dismiss a delivery with a reason that the ledger keeps, known to the ledger or not', async () => {
    await world.end('dismissed', 'dead');
    await world.deadLetter(world.message('dismissed'));
    await world.deadLetter(world.message('entered'));
    expect(await dismissAll()).toEqual({ dismissed: 'dismissed', entered: 'dismissed' });
    for (const task of ['dismissed', 'entered']) {
      expect(await entryOf(task)).toMatchObject({ state: 'skipped', reason: 'the project is gone' });
    }
    expect(await world.deadLettered()).toBe(0);
    expect(await world.dead()).toEqual([]);
  });

  it('dismiss an unreadable message, and refuse to send it', async () => {
    await world.deadLetter('not ours');
    expect(await resendAll()).toEqual({ '': 'refused' });
    expect(await world.deadLettered()).toBe(1);
    expect(await dismissAll()).toEqual({ '': 'dismissed' });
    expect(await world.deadLettered()).toBe(0);
  });

  it('send a delivery to the queue of its event type, from any dead-letter queue', async () => {
    const copied = createEnvelope(sampleEvents[3], { receivedAt: '2026-01-05T01:00:00.000Z', requestId: 'r' });
    await world.deadLetter(JSON.stringify(copied));
    await resendAll();
    expect(await world.sent()).toEqual([]);
    expect(await world.sent('ProjectCopyCompletedQueue')).toEqual([JSON.stringify(copied)]);
  });

  it('treat a message as unreadable whose key does not match its event', async () => {
    await world.deadLetter(world.message('x').replace('"task_id":"x"', '"task_id":"y"'));
    const [dead] = await world.dead();
    expect(dead).not.toHaveProperty('delivery');
    await world.releaseAll();
  });
});

describe('resend after an interruption', () => {
  /** Lets the n-th request of an operation fail, and all that come after it. */
  const failFrom = (operation: string, n: number, drop: true | 'unanswered') => {
    let seen = 0;
    world.aws.faults.decideBy((request) => {
      if (request.operation !== operation) return undefined;
      seen += 1;
      return seen >= n ? { drop } : undefined;
    });
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
  const tasks = Object.keys(points);

  it('sends each delivery at least once, at whichever point it was interrupted', async () => {
    for (const task of tasks) {
      await world.end(task, 'dead');
      await world.deadLetter(world.message(task));
    }
    for (const dead of await world.dead()) {
      const point = points[taskOf(dead)];
      if (point !== undefined) failFrom(...point);
      await expect(resend(dead, world.deployment), taskOf(dead)).rejects.toThrow();
    }
    world.aws.faults.clear();
    await world.releaseAll();

    expect(new Set(Object.values(await resendAll()))).toEqual(new Set(['resent']));
    expect(new Set(await world.sent())).toEqual(new Set(tasks.map(world.message)));
    expect(await world.deadLettered()).toBe(0);
    for (const task of tasks) expect(await entryOf(task), task).toMatchObject({ state: 'queued', source: 'replay' });
  });

  it('finds a delivery by the ledger when it has no message', async () => {
    await world.end('hidden', 'dead');
    failFrom('SendMessage', 1, true);
    await expect(resendAll()).rejects.toThrow('could not be sent');
    world.aws.faults.clear();
    expect(await entryOf('hidden')).toMatchObject({ state: 'received' });
    expect(await resendAll()).toEqual({ hidden: 'resent' });
    expect(await world.sent()).toEqual([world.message('hidden')]);
  });
});

describe('select', () => {
  it('finds a delivery by its key or the start of its key, its label, or the id of its message', async () => {
    await world.deadLetter(world.message('named'));
    const all = await world.dead();
    const [dead] = all;
    const { key, label } = world.delivery('named');
    const names = [key, key.slice(0, 12), label, dead?.messages[0]?.message.id ?? ''];
    for (const name of names) expect(await select(name, all, world.deployment)).toBe(dead);
    await world.releaseAll();
  });

  it('finds a delivery that is not dead by its key, the start of its key, or its label', async () => {
    await world.end('alive', 'done');
    const { key, label } = world.delivery('alive');
    for (const name of [key, key.slice(0, 12), key.slice(0, 20), label]) {
      expect(await select(name, [], world.deployment)).toMatchObject({ entry: { state: 'done' }, messages: [] });
    }
  });

  it.each([
    'f'.repeat(64),
    'task-completed/demo-project/nobody/2026-01-05T10:00:00.000+09:00',
    'task-completed/demo-project',
    'task-completed/../x/2026-01-05T10:00:00.000+09:00',
    'nonsense',
  ])('refuses the unknown name %s', async (name) => {
    await expect(select(name, [], world.deployment)).rejects.toThrow('No delivery matches');
  });

  it('refuses an empty name, as of an unset shell variable', async () => {
    await world.deadLetter(world.message('only'));
    const all = await world.dead();
    await world.releaseAll();
    await expect(select('', all, world.deployment)).rejects.toThrow('No delivery matches ""');
  });

  it('refuses the start of several keys, dead or not, and lists them', async () => {
    // Of 17 keys two begin with the same digit.
    const tasks = Array.from({ length: 17 }, (_, i) => `alike-${i}`);
    for (const task of tasks) {
      if (task === 'alike-0') await world.deadLetter(world.message(task));
      else await world.end(task, 'done');
    }
    const all = await world.dead();
    await world.releaseAll();
    const keys = tasks.map((task) => world.delivery(task).key);
    const shared = keys.map(([digit = '']) => digit).find((digit, i, digits) => digits.indexOf(digit) !== i) ?? '';
    const refusal = await select(shared, all, world.deployment).catch((error: unknown) => String(error));
    expect(refusal).toMatch(/\d+ keys start with/);
    for (const key of keys.filter((one) => one.startsWith(shared))) expect(refusal).toContain(key);
  });
});
