import { gunzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { buildDataset } from '../../../lib/automations/build-dataset/build-dataset.ts';
import type { DatasetSettings } from '../../../lib/automations/build-dataset/dataset-settings.ts';
import { mirrorAnnotationArchive } from '../../../lib/automations/mirror-annotation-archive/mirror-annotation-archive.ts';
import { NonRetryableError, RetryLater } from '../../../lib/runtime/outcomes.ts';
import { collect } from '../../annofab/archives/samples.ts';
import { sha256 } from '../support/values.ts';
import { watchWrites } from '../support/watch-writes.ts';
import { type Overrides, useWorld, type World } from '../support/world.ts';

const PROJECT_ID = 'demo-project';
const ROOT = `projects/${PROJECT_ID}/datasets/`;
const ALL = {
  phases: ['annotation', 'inspection', 'acceptance'],
  statuses: ['not_started', 'working', 'complete', 'break', 'on_hold'],
} as const;

let world: World;

useWorld(async (made) => {
  world = made;
  await world.foreign.postAnnotationArchiveUpdate({ project_id: PROJECT_ID });
  await world.emulator.settled();
});

function context(overrides?: Overrides) {
  const event = {
    event_type: 'annotation-archive-updated',
    project_id: PROJECT_ID,
    complete_datetime: '2026-01-01T00:00:00.000+09:00',
  } as const;
  return world.event<'annotation-archive-updated'>(event, overrides);
}

async function build(settings: DatasetSettings = {}, overrides?: Overrides) {
  const mirrored = await mirrorAnnotationArchive(context());
  const built = await buildDataset(context(overrides), mirrored, settings);
  return { ...built, archive: mirrored, at: (path: string) => `${ROOT}${built.version}/${path}` };
}

async function bytesAt(key: string): Promise<Buffer> {
  const object = await world.dataset.open(key);
  if (object === undefined) throw new Error(`nothing at ${key}`);
  return Buffer.concat(await collect(object.body));
}

describe('buildDataset', () => {
  it('publishes a manifest with the summary of the archive, and the specs and input data beside it', async () => {
    const { version, manifest, archive, at } = await build();
    const stored = await world.json(manifest);
    expect(stored).toMatchObject({
      project_id: PROJECT_ID,
      version: archive.version,
      archive: { key: archive.archive, sha256: archive.sha256, bytes: archive.bytes, entries: archive.entries },
      summary: {
        project_id: PROJECT_ID,
        specs: { format_version: expect.any(String) },
        tasks: { all: expect.any(Number) },
      },
    });
    const [specs, inputs] = [await bytesAt(at('specs.json')), await bytesAt(at('inputs.json.gz'))];
    expect(stored['files']).toEqual([
      { path: 'specs.json', bytes: specs.length, sha256: sha256(specs) },
      { path: 'inputs.json.gz', bytes: inputs.length, sha256: sha256(inputs) },
    ]);
    expect(JSON.parse(gunzipSync(inputs).toString())[0]).toMatchObject({ project_id: PROJECT_ID });
    expect(await world.json(`${ROOT}latest.json`)).toEqual({ format: 1, project_id: PROJECT_ID, version, manifest });
  });

  it('does not download the archive again', async () => {
    const mirrored = await mirrorAnnotationArchive(context());
    const before = world.requests.length;
    await buildDataset(context(), mirrored, {});
    const requests = world.requests.slice(before).map(({ url }) => url.pathname);
    expect(requests.filter((path) => /archive/.test(path))).toEqual([]);
  });

  it('writes nothing when the version is there with its formats', async () => {
    await build({ formats: ['coco'], selection: ALL });
    const writes: string[] = [];
    const again = await build({ formats: ['coco'], selection: ALL }, { dataset: watchWrites(world.dataset, writes) });
    expect(again).toMatchObject({ changed: false, formats: ['coco'] });
    expect(writes).toEqual([]);
  });

  it('moves latest.json last, and writes the manifest after the files that it names', async () => {
    const writes: string[] = [];
    const { at } = await build({ formats: ['jsonl'], selection: ALL }, { dataset: watchWrites(world.dataset, writes) });
    expect(writes.slice(0, 3)).toEqual([at('specs.json'), at('inputs.json.gz'), at('manifest.json')]);
    expect(writes.slice(-2)).toEqual([at('jsonl/report.json'), `${ROOT}latest.json`]);
  });

  it('writes formats with a list of all files, and leaves nothing of the work', async () => {
    const { formats, at } = await build({ formats: ['yolo', 'parquet'], split: { train: 1, val: 1 }, selection: ALL });
    expect(formats).toEqual(['yolo', 'parquet']);
    for (const format of formats) {
      const objects = await world.objects(at(`${format}/`));
      const list = (await bytesAt(at(`${format}/files.jsonl`))).toString().trim().split('\n');
      const files = list.map((line) => JSON.parse(line));
      for (const { path, bytes, sha256: expected } of files) {
        const content = await bytesAt(at(`${format}/${path}`));
        expect([content.length, sha256(content)]).toEqual([bytes, expected]);
      }
      expect(files).toHaveLength(objects.length - 2);
    }
    expect(await world.objects(at('work/'))).toEqual([]);
  });

  it('stores the list of tasks where their metadata decide the split', async () => {
    const settings = { formats: ['jsonl'], split: { train: 1, val: 1 }, splitBy: 'site', selection: ALL } as const;
    const { at, formats } = await build(settings);
    expect(formats).toEqual(['jsonl']);
    const tasks = JSON.parse(gunzipSync(await bytesAt(at('tasks.json.gz'))).toString());
    expect(tasks[0]).toMatchObject({ project_id: PROJECT_ID, task_id: expect.any(String) });
  });

  it('skips a format that does not fit into the rest of the invocation, with a warning', async () => {
    const { formats } = await build({ formats: ['yolo'] }, { now: () => 0, deadline: 60_900 + 1_000 });
    const built = await build({ formats: ['yolo'] }, { deadline: Date.now() + 60_000 });
    expect(formats).toEqual(['yolo']);
    expect(built.formats).toEqual(['yolo']);
    const other = await build({ formats: ['coco'] }, { deadline: Date.now() + 60_000 });
    expect(other.formats).toEqual([]);
    expect(world.logged).toContainEqual({
      message: 'Dataset format skipped',
      fields: expect.objectContaining({ reason: expect.stringContaining('does not fit into this invocation') }),
    });
  });

  it('defers the event when the mirror has used up the time, and gives up when a whole invocation is too short', async () => {
    const mirrored = await mirrorAnnotationArchive(context());
    const tooLate = context({ deadline: Date.now() });
    await expect(buildDataset(tooLate, mirrored, {})).rejects.toThrow(RetryLater);
    await expect(buildDataset(tooLate, { ...mirrored, changed: false }, {})).rejects.toThrow(NonRetryableError);
    expect(await world.objects(ROOT)).toEqual([]);
  });

  it('sends impossible settings to the dead-letter queue', async () => {
    await expect(build({ formats: ['coco'], selection: { labels: ['unicorn'] } })).rejects.toThrow(
      'its dataset settings are impossible: There is no label "unicorn"',
    );
  });

  it('fails with strict when a format cannot say an annotation', async () => {
    const strict = { formats: ['kitti'], selection: ALL, strict: true } as const;
    await expect(build(strict)).rejects.toThrow('which strict does not allow');
    expect(await world.objects(`${ROOT}latest.json`)).toEqual([]);
  });
});
