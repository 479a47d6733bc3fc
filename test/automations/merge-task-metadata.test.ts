import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { TaskMetadata } from '../../lib/annofab/index.ts';
import { mergeTaskMetadata } from '../../lib/automations/merge-task-metadata/merge-task-metadata.ts';
import { NonRetryableError, RetryLater, Skip } from '../../lib/runtime/outcomes.ts';
import { type LocalAws, startLocalAws } from '../../local/aws/index.ts';
import { known } from './support/values.ts';
import { type Overrides, startWorld, type World } from './support/world.ts';

const PROJECT_ID = 'demo-project';
const TASK_ID = 'task-3';
const lockKey = `projects/${PROJECT_ID}/tasks/${TASK_ID}/metadata-lock.json`;
const ours = { exported_at: '2019-05-08T10:00:00.000+09:00', annotation_count: 17 };

let aws: LocalAws;
let world: World;

beforeAll(async () => {
  aws = await startLocalAws();
});
afterAll(() => aws.stop());
beforeEach(async () => {
  world = await startWorld({ aws });
  await write({ site: '渋谷', priority: 5 });
});
afterEach(() => world.stop());

describe('metadata that are merged', () => {
  it('leave the others alone', async () => {
    expect(await merge(ours)).toEqual({
      before: { site: '渋谷', priority: 5 },
      after: { site: '渋谷', priority: 5, ...ours },
      changed: true,
    });
    expect(await read()).toEqual({ site: '渋谷', priority: 5, ...ours });
  });

  it('replace what has the same name, and go where none were', async () => {
    await merge({ priority: 1 });
    expect(await read()).toEqual({ site: '渋谷', priority: 1 });
    await write({});
    await merge({ done: true });
    expect(await read()).toEqual({ done: true });
  });

  it('are not written when they are there already', async () => {
    await merge(ours);
    const { updated_datetime } = await world.foreign.getTask({ project_id: PROJECT_ID, task_id: TASK_ID });
    const before = await world.objects();
    world.requests.length = 0;
    expect(await merge(ours)).toMatchObject({ changed: false, after: ours });
    expect(world.requests.map(({ method }) => method)).toEqual(['GET']);
    expect(await world.objects()).toEqual(before);
    expect((await world.foreign.getTask({ project_id: PROJECT_ID, task_id: TASK_ID })).updated_datetime).toBe(
      updated_datetime,
    );
  });

  it('are not written when they are out of date by the time it is their turn', async () => {
    world.requests.length = 0;
    const onlyIf = async () => false;
    expect(await mergeTaskMetadata(context(), ours, { onlyIf })).toMatchObject({ changed: false });
    expect(world.requests.map(({ method }) => method)).toEqual(['GET']);
    expect(await read()).toEqual({ site: '渋谷', priority: 5 });
  });

  it.each([[{ 'a b': 1 }], [{ 名前: 'x' }], [{ '': 'x' }], [{ count: Number.NaN }]])(
    'are refused where Annofab could not take them: %j',
    async (values) => {
      await expect(merge(values)).rejects.toThrow(NonRetryableError);
      expect(world.requests).toEqual([]);
    },
  );
});

describe('somebody else who writes the same task', () => {
  it('before our write was read, keeps theirs', async () => {
    beforeThe(2, 'GET', () => write({ site: '銀座' }));
    await merge(ours);
    expect(await read()).toEqual({ site: '銀座', ...ours });
  });

  it('after our write, replaces ours, which are then added once more', async () => {
    beforeThe(3, 'GET', () => write({ reviewed: true }));
    expect(await merge(ours)).toMatchObject({ changed: true, after: { reviewed: true, ...ours } });
    expect(await read()).toEqual({ reviewed: true, ...ours });
  });

  it('twice, makes it fail by name', async () => {
    const replaced = () => write({ reviewed: true });
    beforeThe(3, 'GET', replaced, 4);
    await expect(merge(ours)).rejects.toThrow(
      /task task-3 of project demo-project: another program keeps overwriting its metadata \(exported_at, annotation_count\)/,
    );
  });

  /** The window that remains: Annofab's PATCH takes no lock, so what comes between a read and a write is overwritten. */
  it('between our read and our write, loses theirs and nothing else', async () => {
    beforeThe(1, 'PATCH', () => write({ site: '渋谷', priority: 5, reviewed: true }));
    await merge(ours);
    expect(await read()).toEqual({ site: '渋谷', priority: 5, ...ours });
  });
});

describe('our own writers', () => {
  it('go one after the other, so that all of theirs are kept', async () => {
    const all = Array.from({ length: 6 }, (_, n) => ({ [`writer-${n}`]: n }));
    await Promise.all(all.map((values) => merge(values, { settings: { metadataLockWaitMs: 60_000 } })));
    expect(await read()).toEqual(Object.assign({ site: '渋谷', priority: 5 }, ...all));
  });

  it('that find another at work come back later', async () => {
    await world.dataset.put(lockKey, JSON.stringify({ holder: 'another', until: Date.now() + 60_000 }), json);
    const error = await merge(ours, { settings: { metadataLockWaitMs: 0 } }).catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(RetryLater);
    expect(error).toMatchObject({ counter: 'metadata-lock', reason: expect.stringContaining('task task-3') });
    expect(await read()).toEqual({ site: '渋谷', priority: 5 });
  });

  it('do not wait for one that died', async () => {
    await world.dataset.put(lockKey, JSON.stringify({ holder: 'dead', until: Date.now() - 1 }), json);
    expect(await merge(ours)).toMatchObject({ changed: true });
  });

  it('are waited for no longer than their invocation can last, should they die', async () => {
    const deadline = Date.now() + 1_000;
    const seen: unknown[] = [];
    const onlyIf = async () => {
      const lock = await world.dataset.read(lockKey);
      seen.push(JSON.parse(lock?.text ?? '{}'));
      return true;
    };
    await mergeTaskMetadata(context({ deadline }), ours, { onlyIf });
    expect(seen).toEqual([{ holder: expect.any(String), until: deadline + 5_000 }]);
  });

  it('free the task also when they fail', async () => {
    world.emulator.faults.add({ operation: 'patchTasksMetadata', status: 400, times: 1 });
    await expect(merge(ours)).rejects.toThrow(expect.objectContaining({ name: 'BadRequestError' }));
    expect(await merge(ours, { settings: { metadataLockWaitMs: 0 } })).toMatchObject({ changed: true });
  });

  it('do not fail when only the freeing fails', async () => {
    aws.faults.clear();
    beforeThe(3, 'GET', () =>
      aws.faults.add({ service: 's3', operation: 'GetObject', status: 403, code: 'AccessDenied' }),
    );
    expect(await merge(ours)).toMatchObject({ changed: true });
    expect(world.logged.map(({ message }) => message)).toContain(
      'Releasing the metadata lock failed; it expires by itself',
    );
    aws.faults.clear();
  });
});

describe('metadata that cannot be written', () => {
  it('of a suspended project are skipped', async () => {
    const { project } = known(world.emulator.state.projects.get(PROJECT_ID));
    project.project_status = 'suspended';
    const error = await merge(ours).catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(Skip);
    expect(error).toMatchObject({ reason: 'patchTasksMetadata: project demo-project is suspended' });
  });

  it('of a task that is gone are ignored', async () => {
    known(world.emulator.state.projects.get(PROJECT_ID)).tasks.delete(TASK_ID);
    await expect(merge(ours)).rejects.toThrow(Skip);
  });

  it('for another reason that Annofab gives, fail', async () => {
    world.emulator.faults.add({ operation: 'patchTasksMetadata', status: 409, times: 1 });
    await expect(merge(ours)).rejects.toThrow(expect.objectContaining({ name: 'ConflictError' }));
  });
});

const json = { contentType: 'application/json' };

function merge(values: TaskMetadata, overrides: Overrides = {}) {
  return mergeTaskMetadata(context(overrides), values);
}

function context(overrides: Overrides = {}) {
  const event = {
    event_type: 'task-completed',
    project_id: PROJECT_ID,
    task_id: TASK_ID,
    complete_datetime: '2019-05-08T10:00:00Z',
  } as const;
  return world.event<'task-completed'>(event, overrides);
}

/** As anybody may: it replaces all metadata of the task. */
function write(metadata: TaskMetadata): Promise<unknown> {
  return world.foreign.patchTasksMetadata({ project_id: PROJECT_ID, body: { [TASK_ID]: metadata } });
}

async function read(): Promise<TaskMetadata | undefined> {
  return (await world.foreign.getTask({ project_id: PROJECT_ID, task_id: TASK_ID })).metadata ?? undefined;
}

/** Lets someone act when we are about to send our nth request of this kind, and those after it up to `last`. */
function beforeThe(nth: number, method: string, act: () => unknown, last = nth): void {
  let seen = 0;
  world.beforeRequest(async (request) => {
    if (request.method !== method) return;
    seen += 1;
    if (seen >= nth && seen <= last) await act();
  });
}
