import { describe, expect, it } from 'vitest';
import { openZip } from '../../../lib/annofab/archives/zip/index.ts';
import { RetryLaterError } from '../../../lib/annofab/index.ts';
import { RetryLater, Skip } from '../../../lib/runtime/outcomes.ts';
import { PROJECT_ID, root, TASK_ID, useDemoTask } from '../support/demo-task.ts';
import { known, sha256 } from '../support/values.ts';
import { watchWrites } from '../support/watch-writes.ts';

const demo = useDemoTask();

describe('exportTask of a completed task', () => {
  it('exports the annotations byte for byte, and every outer file', async () => {
    const { input_data_id_list } = demo.task();
    const exported = await demo.run();
    for (const input_data_id of input_data_id_list) {
      const { text } = await demo.world.foreign
        .getAnnotation({ project_id: PROJECT_ID, task_id: TASK_ID, input_data_id })
        .withResponse();
      expect((await demo.world.dataset.read(`${exported.prefix}${TASK_ID}/${input_data_id}.json`))?.text).toBe(text);
    }
    const outer = demo.outerFiles();
    expect(outer.length).toBeGreaterThan(1);
    for (const { input_data_id, annotation_id, file } of outer) {
      const { files } = await demo.manifest(exported.prefix);
      expect(files).toContainEqual({
        path: `${TASK_ID}/${input_data_id}/${annotation_id}`,
        bytes: file.bytes.byteLength,
        sha256: sha256(file.bytes),
        content_type: file.contentType,
      });
    }
  });

  it('uses the layout of the archive that Annofab builds', async () => {
    const { prefix } = await demo.run();
    await demo.world.foreign.postAnnotationArchiveUpdate({ project_id: PROJECT_ID });
    await demo.world.emulator.settled();
    const { url } = await demo.world.foreign.getAnnotationArchive({ project_id: PROJECT_ID });
    const { bytes } = await demo.world.foreign.files.read(url, { maxBytes: 1e8 });
    const inArchive = (await entriesOf(bytes)).filter(({ path }) => path.startsWith(`${TASK_ID}/`));
    const { files } = await demo.manifest(prefix);
    expect(files.map(({ path, sha256 }) => ({ path, sha256 })).toSorted(byPath)).toEqual(inArchive.toSorted(byPath));
  });

  it('writes a manifest with the counts, the files and the verbatim values of Annofab', async () => {
    const task = demo.task();
    task.operation_updated_datetime = '2019-05-08T10:00:10.25+09:00';
    const exported = await demo.run();
    const manifest = await demo.manifest(exported.prefix);
    const frames = task.input_data_id_list.map((id) => demo.frame(id));
    expect(exported).toMatchObject({
      version: '20190508T010010.250Z',
      prefix: `${root}versions/20190508T010010.250Z/`,
      completedAt: '2019-05-08T10:00:10.25+09:00',
      annotationCount: frames.reduce((sum, { details }) => sum + details.length, 0),
      files: manifest.files.length,
      bytes: manifest.files.reduce((sum, { bytes }) => sum + bytes, 0),
    });
    expect(manifest).toMatchObject({
      project_id: PROJECT_ID,
      task_id: TASK_ID,
      version: exported.version,
      phase: 'acceptance',
      status: 'complete',
      completed_at: '2019-05-08T10:00:10.25+09:00',
      annotation_count: exported.annotationCount,
      frames: task.input_data_id_list.map((input_data_id, index) => ({
        input_data_id,
        updated_datetime: frames[index]?.updated_datetime,
        annotation_count: frames[index]?.details.length,
      })),
    });
    const labels = await labelsIn(exported.prefix);
    expect(manifest.annotation_count_by_label).toEqual(
      Object.fromEntries(labels.map((label) => [label, labels.filter((other) => other === label).length])),
    );
    for (const { path, bytes, sha256: hash } of manifest.files.filter(({ path }) => path.endsWith('.json'))) {
      const { text = '' } = (await demo.world.dataset.read(exported.prefix + path)) ?? {};
      expect({ bytes: Buffer.byteLength(text), hash: sha256(text) }).toEqual({ bytes, hash });
    }
    expect(await demo.world.json(`${root}latest.json`)).toEqual({
      format: 1,
      project_id: PROJECT_ID,
      task_id: TASK_ID,
      version: exported.version,
      completed_at: exported.completedAt,
      manifest: `${exported.prefix}manifest.json`,
    });
  });

  it('reads a few frames at a time, and lists them in the order of the task', async () => {
    const { input_data_id_list } = demo.task();
    let [running, most] = [0, 0];
    demo.world.beforeRequest(async ({ url }) => {
      if (!url.pathname.endsWith('/annotation/simple')) return;
      running += 1;
      most = Math.max(most, running);
      // The first frame is the last one to be answered.
      if (url.pathname.includes(`/${input_data_id_list[0]}/`)) await new Promise(setImmediate);
      running -= 1;
    });
    const { prefix } = await demo.run({ settings: { frameConcurrency: 2 } });
    expect(most).toBeLessThanOrEqual(2);
    expect((await demo.manifest(prefix)).frames.map(({ input_data_id }) => input_data_id)).toEqual(input_data_id_list);
  });

  it('writes nothing when the same completion is delivered again', async () => {
    const first = await demo.run();
    const before = await demo.world.objects();
    const writes: string[] = [];
    demo.world.requests.length = 0;
    expect(await demo.run({ dataset: watchWrites(demo.world.dataset, writes) })).toEqual(first);
    expect(writes).toEqual([]);
    expect(demo.world.requests.map(({ url }) => url.pathname)).toEqual([
      `/api/v1/projects/${PROJECT_ID}/tasks/${TASK_ID}`,
    ]);
    expect(await demo.world.objects()).toEqual(before);
  });

  it('writes the same bytes into another bucket', async () => {
    const { prefix } = await demo.run();
    const manifest = await demo.world.dataset.read(`${prefix}manifest.json`);
    await demo.world.dataset.delete((await demo.world.objects()).map(({ key }) => key));
    await demo.run();
    expect(await demo.world.dataset.read(`${prefix}manifest.json`)).toEqual(manifest);
  });

  it('moves the pointer when the previous delivery crashed right after writing the manifest', async () => {
    const { prefix } = await demo.run();
    await demo.world.dataset.delete([`${root}latest.json`]);
    await demo.run();
    expect(await demo.world.json(`${root}latest.json`)).toMatchObject({ manifest: `${prefix}manifest.json` });
  });

  it('names the version by the content when the task has no date-time of completion', async () => {
    const task = demo.task();
    delete task.operation_updated_datetime;
    const first = await demo.run();
    expect(first.version).toMatch(/^[0-9a-f]{64}$/);
    expect(first.completedAt).toBe(task.updated_datetime);
    task.updated_datetime = '2099-01-01T00:00:00.000+09:00';
    expect(await demo.run()).toEqual(first);

    demo.frame(task.input_data_id_list[1]).details.pop();
    const second = await demo.run();
    expect(second.version).not.toBe(first.version);
    expect(await demo.world.json(`${root}latest.json`)).toMatchObject({ version: second.version });
  });

  it('points to the earlier version again when the content of a task without a date-time reappears', async () => {
    const task = demo.task();
    delete task.operation_updated_datetime;
    const first = await demo.run();
    const { details } = demo.frame(task.input_data_id_list[1]);
    const removed = known(details.pop());
    task.updated_datetime = '2098-01-01T00:00:00.000+09:00';
    const second = await demo.run();
    details.push(removed);
    task.updated_datetime = '2099-01-01T00:00:00.000+09:00';
    expect(await demo.run()).toEqual(first);
    expect(second.version).not.toBe(first.version);
    expect(await demo.world.json(`${root}latest.json`)).toMatchObject({ version: first.version });
  });

  it('fails with the wait that Annofab asks for when the rate is limited', async () => {
    demo.world.emulator.faults.add({ operation: 'getAnnotation', status: 429, retryAfter: 600 });
    const error = await demo.run().catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(RetryLaterError);
    expect(error).toMatchObject({ seconds: 600 });
    expect(await demo.finished()).toEqual([]);
  });

  it.each(['getAnnotation', 'getEditorAnnotation'] as const)(
    'fails with the name of the frame when %s answers 404',
    async (operation) => {
      demo.world.emulator.faults.add({ operation, status: 404, times: 1 });
      await expect(demo.run()).rejects.toThrow(
        /^project demo-project, task task-3, input data task-3-frame-\d: Annofab has no annotation to read/,
      );
      expect(await demo.finished()).toEqual([]);
    },
  );

  it('stops reading when the invocation ends', async () => {
    const end = new AbortController();
    demo.world.beforeRequest(({ url }) => {
      if (url.pathname.endsWith('/annotation/simple')) end.abort(new Error('the time is up'));
    });
    await expect(demo.run({ signal: end.signal })).rejects.toThrow('the time is up');
    expect(await demo.finished()).toEqual([]);
  });
});

describe('exportTask of a task that is not completed', () => {
  it.each([
    [0, 10],
    [1, 60],
    [2, 300],
  ])('throws RetryLater after %d early reads, for %d s', async (early, seconds) => {
    const error = await demo.run({ deferrals: { early } }, 'task-5').catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(RetryLater);
    expect(error).toMatchObject({ seconds, counter: 'early' });
  });

  it('skips the event after the last read, with the reason', async () => {
    const error = await demo.run({ deferrals: { early: 3 } }, 'task-5').catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(Skip);
    expect(error).toMatchObject({
      reason: expect.stringContaining('task task-5 of project demo-project is not completed'),
    });
    expect(await demo.world.objects()).toEqual([]);
  });

  it.each(['task-2', 'task-7', 'no-such-task'])('does not export %s', async (id) => {
    await expect(demo.run({ deferrals: { early: 3 } }, id)).rejects.toThrow(Skip);
    await expect(demo.run({}, id)).rejects.toThrow(RetryLater);
    expect(await demo.world.objects()).toEqual([]);
  });

  it('exports the task after it was completed', async () => {
    await expect(demo.run({}, 'task-1')).rejects.toThrow(RetryLater);
    await demo.world.emulator.completeTask(PROJECT_ID, 'task-1');
    expect(await demo.run({ deferrals: { early: 1 } }, 'task-1')).toMatchObject({
      annotationCount: expect.any(Number),
    });
  });
});

async function labelsIn(prefix: string): Promise<string[]> {
  const texts = await Promise.all(
    demo
      .task()
      .input_data_id_list.map(
        async (id) => known(await demo.world.dataset.read(`${prefix}${TASK_ID}/${id}.json`)).text,
      ),
  );
  return texts.flatMap((text) => JSON.parse(text).details.map(({ label }: { label: string }) => label));
}

async function entriesOf(bytes: Buffer): Promise<{ path: string; sha256: string }[]> {
  const zip = await openZip(bytes);
  const entries: { path: string; sha256: string }[] = [];
  for (const path of zip.paths) entries.push({ path, sha256: sha256(await zip.read(path)) });
  zip.close();
  return entries;
}

const byPath = (a: { path: string }, b: { path: string }) => (a.path < b.path ? -1 : 1);
