import { describe, expect, it } from 'vitest';
import type { TaskMetadata } from '../../lib/annofab/index.ts';
import { mergeTaskMetadata } from '../../lib/automations/merge-task-metadata/merge-task-metadata.ts';
import { NonRetryableError, RetryLater, Skip } from '../../lib/runtime/outcomes.ts';
import { known } from './support/values.ts';
import { type Overrides, useWorld, type World } from './support/world.ts';

const PROJECT_ID = 'demo-project';
const TASK_ID = 'task-3';
const lockKey = `projects/${PROJECT_ID}/tasks/${TASK_ID}/metadata-lock.json`;
const ours = { exported_at: '2019-05-08T10:00:00.000+09:00', annotation_count: 17 };

let world: World;

useWorld(async (made) => {
  world = made;
  await write({ site: '渋谷', priority: 5 });
});

describe('mergeTaskMetadata', () => {
  it('keeps the other values', async () => {
    expect(await merge(ours)).toEqual({
      before: { site: '渋谷', priority: 5 },
      after: { site: '渋谷', priority: 5, ...ours },
      changed: true,
    });
    expect(await read()).toEqual({ site: '渋谷', priority: 5, ...ours });
  });

  it('keeps the digits and the spelling of the other numbers', async () => {
    const path = `${world.emulator.url}/api/v1/projects/${PROJECT_ID}/tasks/metadata`;
    const numbers = '"captured_at_ns":1712345678901234567,"ratio":1.0';
    const headers = { authorization: 'Bearer demo-pat' };
    await fetch(path, { method: 'PATCH', headers, body: `{"${TASK_ID}":{${numbers}}}` });
    await merge(ours);
    const { text } = await world.foreign.getTask({ project_id: PROJECT_ID, task_id: TASK_ID }).withResponse();
    expect(text).toContain(numbers);
  });

  it('replaces values with the same name, and adds metadata to a task without any', async () => {
    await merge({ priority: 1 });
    expect(await read()).toEqual({ site: '渋谷', priority: 1 });
    await write({});
    await merge({ done: true });
    expect(await read()).toEqual({ done: true });
  });

  it('writes nothing when the values are there already', async () => {
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

  it('writes nothing when onlyIf is false by the time it has the lock', async () => {
    world.requests.length = 0;
    const onlyIf = async () => false;
    expect(await mergeTaskMetadata(context(), ours, { onlyIf })).toMatchObject({ changed: false });
    expect(world.requests.map(({ method }) => method)).toEqual(['GET']);
    expect(await read()).toEqual({ site: '渋谷', priority: 5 });
  });

  it.each([[{ 'a b': 1 }], [{ 名前: 'x' }], [{ '': 'x' }], [{ count: Number.NaN }]])(
    'refuses values that Annofab cannot store: %j',
    async (values) => {
      await expect(merge(values)).rejects.toThrow(NonRetryableError);
      expect(world.requests).toEqual([]);
    },
  );
});

describe('mergeTaskMetadata beside another program', () => {
  it('keeps a value that was written before our read', async () => {
    beforeThe(2, 'GET', () => write({ site: '銀座' }));
    await merge(ours);
    expect(await read()).toEqual({ site: '銀座', ...ours });
  });

  it('adds our values once more when the other program replaced them after our write', async () => {
    beforeThe(3, 'GET', () => write({ reviewed: true }));
    expect(await merge(ours)).toMatchObject({ changed: true, after: { reviewed: true, ...ours } });
    expect(await read()).toEqual({ reviewed: true, ...ours });
  });

  it('fails with the names of the values when they are overwritten twice', async () => {
    const replaced = () => write({ reviewed: true });
    beforeThe(3, 'GET', replaced, 4);
    await expect(merge(ours)).rejects.toThrow(
      /task task-3 of project demo-project: another program keeps overwriting its metadata \(exported_at, annotation_count\)/,
    );
  });

  /** The window that remains: Annofab's PATCH takes no lock, so what comes between a read and a write is overwritten. */
  it('overwrites only what was written between our read and our write', async () => {
    beforeThe(1, 'PATCH', () => write({ site: '渋谷', priority: 5, reviewed: true }));
    await merge(ours);
    expect(await read()).toEqual({ site: '渋谷', priority: 5, ...ours });
  });
});

describe('mergeTaskMetadata beside another invocation', () => {
  it('takes turns, so that all values are kept', async () => {
    const all = Array.from({ length: 6 }, (_, n) => ({ [`writer-${n}`]: n }));
    await Promise.all(all.map((values) => merge(values, { settings: { metadataLockWaitMs: 60_000 } })));
    expect(await read()).toEqual(Object.assign({ site: '渋谷', priority: 5 }, ...all));
  });

  it('throws RetryLater when another invocation keeps the lock', async () => {
    await world.dataset.put(lockKey, JSON.stringify({ holder: 'another', until: Date.now() + 60_000 }), json);
    const error = await merge(ours, { settings: { metadataLockWaitMs: 0 } }).catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(RetryLater);
    expect(error).toMatchObject({ counter: 'metadata-lock', reason: expect.stringContaining('task task-3') });
    expect(await read()).toEqual({ site: '渋谷', priority: 5 });
  });

  it('does not wait for an invocation that crashed', async () => {
    await world.dataset.put(lockKey, JSON.stringify({ holder: 'dead', until: Date.now() - 1 }), json);
    expect(await merge(ours)).toMatchObject({ changed: true });
  });

  it('ends its lease with its invocation', async () => {
    const deadline = Date.now() + 1_000;
    const seen: unknown[] = [];
    const onlyIf = async () => {
      const lock = await world.dataset.read(lockKey);
      seen.push(JSON.parse(lock?.text ?? '{}'));
      return true;
    };
    await mergeTaskMetadata(context({ deadline }), ours, { onlyIf });
    expect(seen).toEqual([{ format: 1, holder: expect.any(String), until: deadline + 5_000 }]);
  });

  it('releases the lock when the write fails', async () => {
    world.emulator.faults.add({ operation: 'patchTasksMetadata', status: 400, times: 1 });
    await expect(merge(ours)).rejects.toThrow(expect.objectContaining({ name: 'BadRequestError' }));
    expect(await merge(ours, { settings: { metadataLockWaitMs: 0 } })).toMatchObject({ changed: true });
  });

  it('succeeds when only the release of the lock fails', async () => {
    world.aws.faults.clear();
    beforeThe(3, 'GET', () =>
      world.aws.faults.add({ service: 's3', operation: 'GetObject', status: 403, code: 'AccessDenied' }),
    );
    expect(await merge(ours)).toMatchObject({ changed: true });
    expect(world.logged.map(({ message }) => message)).toContain(
      'Releasing the metadata lock failed; it expires by itself',
    );
    world.aws.faults.clear();
  });
});

describe('mergeTaskMetadata of metadata that cannot be written', () => {
  it('skips a suspended project', async () => {
    const { project } = known(world.emulator.state.projects.get(PROJECT_ID));
    project.project_status = 'suspended';
    const error = await merge(ours).catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(Skip);
    expect(error).toMatchObject({ reason: 'patchTasksMetadata: project demo-project is suspended' });
  });

  it('skips a task that was deleted', async () => {
    known(world.emulator.state.projects.get(PROJECT_ID)).tasks.delete(TASK_ID);
    await expect(merge(ours)).rejects.toThrow(Skip);
  });

  it('throws a ConflictError that nothing explains', async () => {
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
