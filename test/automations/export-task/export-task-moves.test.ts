import { describe, expect, it } from 'vitest';
import type { Dataset } from '../../../lib/aws/dataset.ts';
import { RetryLater, Skip } from '../../../lib/runtime/outcomes.ts';
import { PROJECT_ID, root, TASK_ID, useDemoTask } from '../support/demo-task.ts';

const demo = useDemoTask();

describe('exportTask of a task that changes during the export', () => {
  it('exports the current state and no version of the earlier one', async () => {
    const before = demo.task().operation_updated_datetime;
    demo.onceBefore(/annotation\/simple$/, 3, () => demo.world.emulator.completeTask(PROJECT_ID, TASK_ID));
    const exported = await demo.run();
    expect(exported.completedAt).toBe(demo.task().operation_updated_datetime);
    expect(exported.completedAt).not.toBe(before);
    expect(await demo.finished()).toEqual([`${exported.prefix}manifest.json`]);
    expect(await demo.world.json(`${root}latest.json`)).toMatchObject({ version: exported.version });
  });

  it('skips a task that was re-opened, since its next completion has its own event', async () => {
    demo.onceBefore(/annotation\/simple$/, 3, () => {
      demo.task().status = 'not_started';
    });
    await expect(demo.run()).rejects.toThrow(Skip);
    expect(await demo.finished()).toEqual([]);
  });

  it('throws RetryLater when the task changes during each attempt', async () => {
    let reads = 0;
    demo.world.beforeRequest(({ url }) => {
      if (!url.pathname.endsWith(TASK_ID)) return;
      reads += 1;
      demo.task().operation_updated_datetime = `2019-05-08T10:00:0${reads}.000+09:00`;
    });
    const error = await demo.run({ settings: { exportAttempts: 3 } }).catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(RetryLater);
    expect(error).toMatchObject({ seconds: 60, counter: 'moving' });
    expect(reads).toBe(4);
    expect(await demo.finished()).toEqual([]);
  });
});

describe('exportTask of two versions of a task', () => {
  it('keeps the newer version as the latest when the older export finishes last', async () => {
    const held = Promise.withResolvers<void>();
    const complete = Promise.withResolvers<void>();
    const slow: Dataset = {
      ...demo.world.dataset,
      async replace(key, body, o) {
        const outcome = await demo.world.dataset.replace(key, body, o);
        if (key.endsWith('/manifest.json')) {
          complete.resolve();
          await held.promise;
        }
        return outcome;
      },
    };
    const older = demo.run({ dataset: slow });
    await complete.promise;
    await demo.world.emulator.completeTask(PROJECT_ID, TASK_ID);
    const newer = await demo.run();
    held.resolve();
    const late = await older;
    expect(late.version < newer.version).toBe(true);
    expect([await demo.isLatest(late), await demo.isLatest(newer)]).toEqual([false, true]);
    expect(await demo.world.json(`${root}latest.json`)).toMatchObject({ version: newer.version });
    expect(await demo.finished()).toHaveLength(2);
  });

  it('keeps the newer version as the latest when both write the pointer at the same time', async () => {
    const held = Promise.withResolvers<void>();
    const atPointer = Promise.withResolvers<void>();
    const slow: Dataset = {
      ...demo.world.dataset,
      async replace(key, body, o) {
        if (key === `${root}latest.json`) {
          atPointer.resolve();
          await held.promise;
        }
        return demo.world.dataset.replace(key, body, o);
      },
    };
    const older = demo.run({ dataset: slow });
    await atPointer.promise;
    await demo.world.emulator.completeTask(PROJECT_ID, TASK_ID);
    const newer = await demo.run();
    held.resolve();
    await older;
    expect(await demo.world.json(`${root}latest.json`)).toMatchObject({ version: newer.version });
  });

  it('creates one version when the same completion is delivered twice at the same time', async () => {
    const [first, second] = await Promise.all([demo.run(), demo.run()]);
    expect(first).toEqual(second);
    expect(await demo.finished()).toHaveLength(1);
  });
});
