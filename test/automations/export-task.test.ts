import { createHash } from 'node:crypto';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { RetryLaterError, type Task } from '../../lib/annofab/index.ts';
import { exportTask } from '../../lib/automations/export-task.ts';
import { Ignored, Later, Permanent } from '../../lib/automations/outcomes.ts';
import type { Dataset } from '../../lib/aws/dataset.ts';
import type { FrameAnnotation, StoredFile } from '../../local/annofab/state.ts';
import { openZip } from '../../local/annofab/zip-reader.ts';
import { type LocalAws, startLocalAws } from '../../local/aws/index.ts';
import { type Overrides, startWorld, type World } from './support/world.ts';

const project_id = 'demo-project';
/** Complete in the demo project, with every annotation type on its first frame. */
const task_id = 'task-3';
const root = `projects/${project_id}/tasks/${task_id}/`;

let aws: LocalAws;
let world: World;

beforeAll(async () => {
  aws = await startLocalAws();
});
afterAll(() => aws.stop());
beforeEach(async () => {
  world = await startWorld({ aws });
});
afterEach(() => world.stop());

describe('a completed task', () => {
  it('is exported as Annofab tells it, byte for byte, with its files beside', async () => {
    const { input_data_id_list } = taskState();
    const exported = await run();
    for (const input_data_id of input_data_id_list) {
      const { text } = await world.foreign.getAnnotation({ project_id, task_id, input_data_id }).withResponse();
      expect((await world.dataset.read(`${exported.prefix}${task_id}/${input_data_id}.json`))?.text).toBe(text);
    }
    const outer = outerFiles();
    expect(outer.length).toBeGreaterThan(1);
    for (const { input_data_id, annotation_id, file } of outer) {
      const { files } = await manifestOf(exported.prefix);
      expect(files).toContainEqual({
        path: `${task_id}/${input_data_id}/${annotation_id}`,
        bytes: file.bytes.byteLength,
        sha256: sha256(file.bytes),
        content_type: file.contentType,
      });
    }
  });

  it('is laid out as in the archive that Annofab builds itself', async () => {
    const { prefix } = await run();
    await world.foreign.postAnnotationArchiveUpdate({ project_id });
    await world.emulator.settled();
    const { url } = await world.foreign.getAnnotationArchive({ project_id });
    const { bytes } = await world.foreign.files.read(url, { maxBytes: 1e8 });
    const inArchive = (await entriesOf(bytes)).filter(({ path }) => path.startsWith(`${task_id}/`));
    const { files } = await manifestOf(prefix);
    expect(files.map(({ path, sha256 }) => ({ path, sha256 })).toSorted(byPath)).toEqual(inArchive.toSorted(byPath));
  });

  it('has a manifest with its counts, its files and what Annofab said, verbatim', async () => {
    const task = taskState();
    task.operation_updated_datetime = '2019-05-08T10:00:10.25+09:00';
    const exported = await run();
    const manifest = await manifestOf(exported.prefix);
    const frames = task.input_data_id_list.map((id) => frameState(id));
    expect(exported).toMatchObject({
      version: '20190508T010010.250Z',
      prefix: `${root}versions/20190508T010010.250Z/`,
      completedAt: '2019-05-08T10:00:10.25+09:00',
      annotationCount: frames.reduce((sum, { details }) => sum + details.length, 0),
      files: manifest.files.length,
      bytes: manifest.files.reduce((sum, { bytes }) => sum + bytes, 0),
    });
    expect(manifest).toMatchObject({
      project_id,
      task_id,
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
      const { text = '' } = (await world.dataset.read(exported.prefix + path)) ?? {};
      expect({ bytes: Buffer.byteLength(text), hash: sha256(text) }).toEqual({ bytes, hash });
    }
    expect(await world.json(`${root}latest.json`)).toEqual({
      project_id,
      task_id,
      version: exported.version,
      completed_at: exported.completedAt,
      manifest: `${exported.prefix}manifest.json`,
    });
  });

  it('is read a few frames at a time, and told in the order of the task', async () => {
    const { input_data_id_list } = taskState();
    let [running, most] = [0, 0];
    world.beforeRequest(async ({ url }) => {
      if (!url.pathname.endsWith('/annotation/simple')) return;
      running += 1;
      most = Math.max(most, running);
      // The first frame is the last one to be answered.
      if (url.pathname.includes(`/${input_data_id_list[0]}/`)) await new Promise(setImmediate);
      running -= 1;
    });
    const { prefix } = await run({ settings: { frameConcurrency: 2 } });
    expect(most).toBeLessThanOrEqual(2);
    expect((await manifestOf(prefix)).frames.map(({ input_data_id }) => input_data_id)).toEqual(input_data_id_list);
  });

  it('is not written again by a second delivery, whose bytes are the same', async () => {
    const first = await run();
    const before = await world.objects();
    const writes: string[] = [];
    world.requests.length = 0;
    expect(await run({ dataset: watchWrites(writes) })).toEqual(first);
    expect(writes).toEqual([]);
    expect(world.requests.map(({ url }) => url.pathname)).toEqual([`/api/v1/projects/${project_id}/tasks/${task_id}`]);
    expect(await world.objects()).toEqual(before);
  });

  it('gives the same bytes in another bucket', async () => {
    const { prefix } = await run();
    const manifest = await world.dataset.read(`${prefix}manifest.json`);
    await world.dataset.delete((await world.objects()).map(({ key }) => key));
    await run();
    expect(await world.dataset.read(`${prefix}manifest.json`)).toEqual(manifest);
  });

  it('becomes the latest also when the delivery before died right after its manifest', async () => {
    const { prefix } = await run();
    await world.dataset.delete([`${root}latest.json`]);
    await run();
    expect(await world.json(`${root}latest.json`)).toMatchObject({ manifest: `${prefix}manifest.json` });
  });

  it('without a date-time of completion has its content for a version', async () => {
    const task = taskState();
    delete task.operation_updated_datetime;
    const first = await run();
    expect(first.version).toMatch(/^[0-9a-f]{64}$/);
    expect(first.completedAt).toBe(task.updated_datetime);
    task.updated_datetime = '2099-01-01T00:00:00.000+09:00';
    expect(await run()).toEqual(first);

    frameState(task.input_data_id_list[1]).details.pop();
    const second = await run();
    expect(second.version).not.toBe(first.version);
    expect(await world.json(`${root}latest.json`)).toMatchObject({ version: second.version });
  });

  it('whose Annofab wants to be left alone is left alone for as long as it says', async () => {
    world.emulator.faults.add({ operation: 'getAnnotation', status: 429, retryAfter: 600 });
    const error = await run().catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(RetryLaterError);
    expect(error).toMatchObject({ seconds: 600 });
    expect(await finished()).toEqual([]);
  });

  it('is not read on when the invocation ends', async () => {
    const end = new AbortController();
    world.beforeRequest(({ url }) => {
      if (url.pathname.endsWith('/annotation/simple')) end.abort(new Error('the time is up'));
    });
    await expect(run({ signal: end.signal })).rejects.toThrow('the time is up');
    expect(await finished()).toEqual([]);
  });
});

describe('a task that is not completed', () => {
  it.each([
    [0, 10],
    [1, 60],
    [2, 300],
  ])('is looked at again: the time after %d times in %d s', async (early, seconds) => {
    const error = await run({ deferrals: { early } }, 'task-5').catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(Later);
    expect(error).toMatchObject({ seconds, counter: 'early' });
  });

  it('is ignored in the end, with the reason', async () => {
    const error = await run({ deferrals: { early: 3 } }, 'task-5').catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(Ignored);
    expect(error).toMatchObject({
      reason: expect.stringContaining('task task-5 of project demo-project is not completed'),
    });
    expect(await world.objects()).toEqual([]);
  });

  it.each(['task-2', 'task-7', 'no-such-task'])('such as %s is not exported', async (id) => {
    await expect(run({ deferrals: { early: 3 } }, id)).rejects.toThrow(Ignored);
    await expect(run({}, id)).rejects.toThrow(Later);
    expect(await world.objects()).toEqual([]);
  });

  it('is exported once it is', async () => {
    await expect(run({}, 'task-1')).rejects.toThrow(Later);
    await world.emulator.completeTask(project_id, 'task-1');
    expect(await run({ deferrals: { early: 1 } }, 'task-1')).toMatchObject({ annotationCount: expect.any(Number) });
  });
});

describe('a task that moves while it is exported', () => {
  it('leaves no version of what it was, and is exported as it is then', async () => {
    const before = taskState().operation_updated_datetime;
    onceBefore(/annotation\/simple$/, 3, () => world.emulator.completeTask(project_id, task_id));
    const exported = await run();
    expect(exported.completedAt).toBe(taskState().operation_updated_datetime);
    expect(exported.completedAt).not.toBe(before);
    expect(await finished()).toEqual([`${exported.prefix}manifest.json`]);
    expect(await world.json(`${root}latest.json`)).toMatchObject({ version: exported.version });
  });

  it('is ignored when it was re-opened: its next completion is an event of its own', async () => {
    onceBefore(/annotation\/simple$/, 3, () => {
      taskState().status = 'not_started';
    });
    await expect(run()).rejects.toThrow(Ignored);
    expect(await finished()).toEqual([]);
  });

  it('again and again is left alone for a while', async () => {
    let reads = 0;
    world.beforeRequest(({ url }) => {
      if (!url.pathname.endsWith(task_id)) return;
      reads += 1;
      taskState().operation_updated_datetime = `2019-05-08T10:00:0${reads}.000+09:00`;
    });
    const error = await run({ settings: { exportAttempts: 3 } }).catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(Later);
    expect(error).toMatchObject({ seconds: 60, counter: 'moving' });
    expect(reads).toBe(4);
    expect(await finished()).toEqual([]);
  });
});

describe('two versions of a task', () => {
  it('that finish in reverse order leave the newer one as the latest', async () => {
    const held = Promise.withResolvers<void>();
    const atPointer = Promise.withResolvers<void>();
    const slow: Dataset = {
      ...world.dataset,
      async read(key, o) {
        if (key === `${root}latest.json`) {
          atPointer.resolve();
          await held.promise;
        }
        return world.dataset.read(key, o);
      },
    };
    const older = run({ dataset: slow });
    await atPointer.promise;
    await world.emulator.completeTask(project_id, task_id);
    const newer = await run();
    held.resolve();
    expect((await older).version < newer.version).toBe(true);
    expect(await world.json(`${root}latest.json`)).toMatchObject({ version: newer.version });
    expect(await finished()).toHaveLength(2);
  });

  it('whose pointers are written at the same moment leave the newer one as the latest', async () => {
    const held = Promise.withResolvers<void>();
    const atPointer = Promise.withResolvers<void>();
    const slow: Dataset = {
      ...world.dataset,
      async replace(key, body, o) {
        if (key === `${root}latest.json`) {
          atPointer.resolve();
          await held.promise;
        }
        return world.dataset.replace(key, body, o);
      },
    };
    const older = run({ dataset: slow });
    await atPointer.promise;
    await world.emulator.completeTask(project_id, task_id);
    const newer = await run();
    held.resolve();
    await older;
    expect(await world.json(`${root}latest.json`)).toMatchObject({ version: newer.version });
  });

  it('of the same completion, delivered twice at once, are one', async () => {
    const [first, second] = await Promise.all([run(), run()]);
    expect(first).toEqual(second);
    expect(await finished()).toHaveLength(1);
  });
});

describe('a file beside the annotations', () => {
  it('is asked for again when its address has run out', async () => {
    onceBefore(/^\/annotations\//, 1, () => world.emulator.clock.advance(2 * 3_600_000));
    const { prefix } = await run();
    const { files } = await manifestOf(prefix);
    expect(files.filter(({ path }) => !path.endsWith('.json'))).toHaveLength(outerFiles().length);
    const editorReads = world.requests.filter(({ url }) => url.pathname.endsWith('/annotation'));
    expect(editorReads.length).toBeGreaterThan(new Set(editorReads.map(({ url }) => url.pathname)).size);
  });

  it('is also one where a 3D segment is, which the Simple format calls text of an unknown kind', async () => {
    const [input_data_id = ''] = taskState().input_data_id_list;
    const detail = known(frameState(input_data_id).details.find(({ body }) => body._type === 'Inner'));
    const bytes = Buffer.from('{"kind":"SEGMENT","points":[0,1],"version":"1"}');
    const file = { bytes, contentType: 'application/json', etag: `"${md5(bytes)}"`, lastModified: new Date(0) };
    world.emulator.state.files.set('annotations/segment', file);
    detail.body = { _type: 'Outer', path: 'annotations/segment' };
    const { prefix } = await run();
    expect((await world.dataset.read(`${prefix}${task_id}/${input_data_id}/${detail.annotation_id}`))?.text).toBe(
      String(bytes),
    );
  });

  it('is asked for without a credential', async () => {
    await run();
    const toFiles = world.requests.filter(({ url }) => url.origin === world.emulator.filesUrl);
    expect(toFiles.length).toBeGreaterThan(0);
    for (const { headers } of toFiles)
      expect(Object.keys(headers).map((name) => name.toLowerCase())).not.toContain('authorization');
  });

  it('that is missing fails the export by name', async () => {
    const { path, input_data_id, annotation_id } = someOuterFile();
    world.beforeRequest(({ url }) => {
      if (url.pathname === `/${path}`) world.emulator.faults.add({ operation: 'downloadFile', status: 404, times: 1 });
    });
    await expect(run({ settings: oneByOne })).rejects.toThrow(
      `project ${project_id}, task ${task_id}, input data ${input_data_id}, annotation ${annotation_id}: its file cannot be had`,
    );
    expect(await finished()).toEqual([]);
  });

  it('that arrives damaged fails the export by name', async () => {
    const { path, file, annotation_id } = someOuterFile();
    const damaged = Buffer.from(file.bytes);
    damaged[0] = (damaged[0] ?? 0) ^ 1;
    world.emulator.state.files.set(path, { ...plain(file), bytes: damaged });
    await expect(run()).rejects.toThrow(new RegExp(`annotation ${annotation_id}: its file cannot be had.*MD5`));
    expect(await finished()).toEqual([]);
  });

  it('that was replaced between the two looks is the one that is there then', async () => {
    const { path, file, annotation_id, input_data_id } = someOuterFile();
    const bytes = Buffer.concat([file.bytes, Buffer.from('more')]);
    onceBefore(/^\/annotations\//, 1, () => {
      world.emulator.state.files.set(path, { ...plain(file), bytes, etag: `"${md5(bytes)}"` });
    });
    const { prefix } = await run();
    expect((await manifestOf(prefix)).files).toContainEqual(
      expect.objectContaining({ path: `${task_id}/${input_data_id}/${annotation_id}`, sha256: sha256(bytes) }),
    );
  });

  it('that Annofab no longer has, as its specs were changed, is a dead letter, with what to do', async () => {
    const { input_data_id, annotation_id } = someOuterFile();
    onceBefore(new RegExp(`/${input_data_id}/annotation$`), 1, () => {
      detailState(input_data_id, annotation_id).body = { _type: 'InnerUnknown', data: '1,2,3,4' };
    });
    const error = await run().catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(Permanent);
    expect(error).toMatchObject({
      reason: expect.stringMatching(`task ${task_id}, input data ${input_data_id}, annotation ${annotation_id}.*specs`),
    });
    expect(await finished()).toEqual([]);
  });

  it('is not looked for where text of an unknown kind is all there is', async () => {
    const { input_data_id, annotation_id } = someOuterFile();
    detailState(input_data_id, annotation_id).body = { _type: 'InnerUnknown', data: '1,2,3,4' };
    expect(await run()).toMatchObject({ files: taskState().input_data_id_list.length + outerFiles().length });
  });

  it('that Annofab has no address for fails the export by name', async () => {
    const { path, annotation_id } = someOuterFile();
    world.emulator.state.files.delete(path);
    await expect(run()).rejects.toThrow(`annotation ${annotation_id}: Annofab gives no address for its file`);
    expect(await finished()).toEqual([]);
  });

  it('of an annotation that vanished between the two looks fails the export by name', async () => {
    const { input_data_id, annotation_id } = someOuterFile();
    onceBefore(new RegExp(`/${input_data_id}/annotation$`), 1, () => {
      const frame = frameState(input_data_id);
      frame.details = frame.details.filter((detail) => detail.annotation_id !== annotation_id);
    });
    await expect(run()).rejects.toThrow(new RegExp(`annotation ${annotation_id}: it is not among the editor's`));
  });

  it('with an id that cannot be a key is a dead letter', async () => {
    const { input_data_id, annotation_id } = someOuterFile();
    detailState(input_data_id, annotation_id).annotation_id = '../../../evil';
    await expect(run()).rejects.toThrow(Permanent);
    expect((await world.objects()).filter(({ key }) => !key.startsWith(root))).toEqual([]);
  });
});

function run(overrides: Overrides = {}, id = task_id) {
  const event = {
    event_type: 'task-completed',
    project_id,
    task_id: id,
    complete_datetime: '2019-05-08T10:00:00.000+09:00',
  } as const;
  return exportTask(world.event<'task-completed'>(event, overrides));
}

const oneByOne = { frameConcurrency: 1, fileConcurrency: 1 };

/** Lets someone act when the automation is about to send its nth request of this kind. */
function onceBefore(path: RegExp, nth: number, act: () => unknown): void {
  let seen = 0;
  world.beforeRequest(async ({ url }) => {
    if (!path.test(url.pathname)) return;
    seen += 1;
    if (seen === nth) await act();
  });
}

function projectState() {
  return known(world.emulator.state.projects.get(project_id));
}

function taskState(): Task {
  return known(projectState().tasks.get(task_id));
}

function frameState(input_data_id: string | undefined): FrameAnnotation {
  return known(projectState().annotations.get(`${task_id}/${input_data_id}`));
}

function detailState(input_data_id: string, annotation_id: string) {
  return known(frameState(input_data_id).details.find((detail) => detail.annotation_id === annotation_id));
}

interface OuterFileState {
  input_data_id: string;
  annotation_id: string;
  path: string;
  file: StoredFile;
}

function outerFiles(): OuterFileState[] {
  return taskState().input_data_id_list.flatMap((input_data_id) =>
    frameState(input_data_id).details.flatMap(({ annotation_id, body }) => {
      if (body._type !== 'Outer') return [];
      return [
        { input_data_id, annotation_id, path: body.path, file: known(world.emulator.state.files.get(body.path)) },
      ];
    }),
  );
}

function someOuterFile(): OuterFileState {
  return known(outerFiles()[0]);
}

function plain({ bytes, contentType, etag, lastModified }: StoredFile): StoredFile {
  return { bytes, contentType, etag, lastModified };
}

interface ManifestJson {
  files: { path: string; bytes: number; sha256: string; content_type: string }[];
  frames: { input_data_id: string }[];
  annotation_count_by_label: Record<string, number>;
}

async function manifestOf(prefix: string): Promise<ManifestJson> {
  const { text } = known(await world.dataset.read(`${prefix}manifest.json`));
  return JSON.parse(text);
}

async function labelsIn(prefix: string): Promise<string[]> {
  const texts = await Promise.all(
    taskState().input_data_id_list.map(
      async (id) => known(await world.dataset.read(`${prefix}${task_id}/${id}.json`)).text,
    ),
  );
  return texts.flatMap((text) => JSON.parse(text).details.map(({ label }: { label: string }) => label));
}

/** The manifests there are: what has none is no version. */
async function finished(): Promise<string[]> {
  const keys = (await world.objects(`${root}versions/`)).map(({ key }) => key);
  return keys.filter((key) => key.endsWith('/manifest.json'));
}

function watchWrites(writes: string[]): Dataset {
  const { dataset } = world;
  return {
    ...dataset,
    put: (key, ...rest) => {
      writes.push(key);
      return dataset.put(key, ...rest);
    },
    replace: (key, ...rest) => {
      writes.push(key);
      return dataset.replace(key, ...rest);
    },
  };
}

async function entriesOf(bytes: Buffer): Promise<{ path: string; sha256: string }[]> {
  const zip = await openZip(bytes);
  const entries: { path: string; sha256: string }[] = [];
  for (const path of zip.paths) entries.push({ path, sha256: sha256(await zip.read(path)) });
  zip.close();
  return entries;
}

const byPath = (a: { path: string }, b: { path: string }) => (a.path < b.path ? -1 : 1);

function sha256(data: Uint8Array | string): string {
  return createHash('sha256').update(data).digest('hex');
}

function md5(data: Uint8Array): string {
  return createHash('md5').update(data).digest('hex');
}

function known<T>(value: T | undefined): T {
  if (value === undefined) throw new Error('the demo project is not as this test expects');
  return value;
}
