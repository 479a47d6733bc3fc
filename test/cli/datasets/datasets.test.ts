import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { pullVersion } from '../../../cli/datasets/pull-version.ts';
import { createDataset, type Dataset } from '../../../lib/aws/dataset.ts';
import { localNames } from '../../../local/names.ts';
import { archiveBytes, box, type FrameSample } from '../../datasets/support/archive.ts';
import { IMAGES } from '../../datasets/support/images.ts';
import { type RecordedStack, startRecordedStack } from '../recorded-stack.ts';
import { makeDatasetVersion } from './make-dataset-version.ts';

const PROJECT = localNames.project;
const PREFIX = `projects/${PROJECT}/datasets/`;
let world: RecordedStack;
let dataset: Dataset;
let s3: S3Client;
let versions: string[];

beforeAll(async () => {
  world = await startRecordedStack();
  const { s3Url: endpoint, region } = world.stack.aws;
  const credentials = { accessKeyId: 'local', secretAccessKey: 'local' };
  s3 = new S3Client({ endpoint, region, credentials, forcePathStyle: true });
  dataset = createDataset({ bucket: world.stack.bucket, client: s3 });
  const first = await makeDatasetVersion(world.stack, dataset, PROJECT);
  await world.stack.annofab.completeTask(PROJECT, 'task-1');
  await world.stack.settled();
  versions = [first, await makeDatasetVersion(world.stack, dataset, PROJECT)];
});
afterAll(async () => {
  s3?.destroy();
  await world?.stop();
});

async function datasets(...args: string[]) {
  const ended = await world.run(['datasets', ...args, '--json']);
  return { ...ended, result: ended.out.startsWith('{') ? JSON.parse(ended.out) : undefined };
}

const ofProject = (...args: string[]) => datasets(...args, '--project', PROJECT);

describe('annofab-functions datasets', () => {
  it('lists the versions, newest first', async () => {
    const { result, err } = await ofProject('list');
    expect(result?.versions, err).toEqual([
      expect.objectContaining({ version: versions[1], tags: [], formats: [], tasks: expect.any(Number) }),
      expect.objectContaining({ version: versions[0] }),
    ]);
  });

  it('shows a version by its name, and the newest', async () => {
    const { result } = await ofProject('show', 'latest');
    expect(result).toMatchObject({ version: versions[1], summary: { frames: expect.any(Number) } });
    expect((await ofProject('show', String(versions[0]))).result.version).toBe(versions[0]);
    const unknown = await ofProject('show', 'unknown');
    expect([unknown.code, unknown.err]).toEqual([2, expect.stringContaining('no version or tag unknown')]);
  });

  it('compares two versions', async () => {
    const { result, err } = await ofProject('diff', String(versions[0]), 'latest');
    expect(result?.tasks.changed, err).toEqual([
      expect.objectContaining({ task_id: 'task-1', after: 'acceptance/complete' }),
    ]);
  });

  it('compares two archives of this machine without a bucket', async () => {
    const frame = (label: string): FrameSample => ({
      ...{ task_id: 't', input_data_id: 'i' },
      annotations: [{ label, data: box(0, 0, 9, 9) }],
    });
    const [before, after] = [join(world.folder, 'a.zip'), join(world.folder, 'b.zip')];
    await writeFile(before, archiveBytes([frame('car')]));
    await writeFile(after, archiveBytes([frame('person')]));
    const { result, err } = await datasets('diff', before, after);
    expect(result?.labels, err).toEqual([
      { label: 'car', before: 1, after: 0 },
      { label: 'person', before: 0, after: 1 },
    ]);
    const missing = await datasets('diff', before, join(world.folder, 'c.zip'));
    expect([missing.code, missing.err]).toEqual([2, expect.stringContaining('There is no archive')]);
  });

  it('gives a version a name, which keeps its version unless it may be replaced', async () => {
    expect((await ofProject('tag', 'road-v1', String(versions[0]))).result).toMatchObject({ version: versions[0] });
    const refused = await ofProject('tag', 'road-v1', 'latest');
    expect([refused.code, refused.err]).toEqual([2, expect.stringContaining(`belongs to the version ${versions[0]}`)]);
    expect((await ofProject('show', 'road-v1')).result).toMatchObject({ version: versions[0], tags: ['road-v1'] });
    expect((await ofProject('tag', 'road-v1', 'latest', '--replace')).code).toBe(0);
    expect((await ofProject('show', 'road-v1')).result.version).toBe(versions[1]);
  });

  it('converts a version into the bucket once, and into a folder', async () => {
    const inBucket = await ofProject('convert', 'latest', '--format', 'jsonl', '--all-tasks');
    expect(inBucket.result?.annotations.written, inBucket.err).toBeGreaterThan(0);
    expect((await ofProject('show', 'latest')).result.formats).toEqual(['jsonl']);
    const again = await ofProject('convert', 'latest', '--format', 'jsonl');
    expect([again.code, again.err]).toEqual([2, expect.stringContaining('has jsonl already')]);
    const out = join(world.folder, 'converted');
    const here = await ofProject('convert', 'latest', '--format', 'jsonl', '--all-tasks', '--out', out);
    expect(here.result, here.err).toEqual(inBucket.result);
    const key = `${PREFIX}${versions[1]}/jsonl/train.jsonl`;
    expect(await readFile(join(out, 'train.jsonl'), 'utf8')).toBe((await dataset.read(key))?.text);
  });

  it('converts a version with its images into a folder, those of your own storage too', async () => {
    const convertTo = async (name: string) => {
      const [out, photos] = [join(world.folder, name), join(world.folder, 'photos')];
      const options = ['--format', 'coco', '--all-tasks', '--out', out, '--images', photos, '--download'];
      const { result, code, err } = await ofProject('convert', 'latest', ...options);
      expect({ code, missing: result?.images.missing }, err).toEqual({ code: 0, missing: 0 });
      const { images } = JSON.parse(await readFile(join(out, 'annotations/instances_train.json'), 'utf8'));
      const [{ file_name, input_data_id }] = images;
      expect(result.images.written).toBe(images.length);
      return { input_data_id, content: await readFile(join(out, 'images/train', file_name)) };
    };
    const { input_data_id, content } = await convertTo('with-images');
    expect(content.length).toBeGreaterThan(0);
    const { client, aws } = world.stack;
    await aws.createBucket('photos');
    await s3.send(new PutObjectCommand({ Bucket: 'photos', Key: 'first.png', Body: IMAGES.png }));
    const before = await client.getInputData({ project_id: PROJECT, input_data_id });
    const { input_data_name, updated_datetime: last_updated_datetime } = before;
    const body = { input_data_name, input_data_path: 's3://photos/first.png', last_updated_datetime };
    await client.putInputData({ project_id: PROJECT, input_data_id, body });
    expect((await convertTo('with-own-images')).content).toEqual(IMAGES.png);
  });

  it.each(['--images', '--link', '--download'])('refuses %s for a version in the bucket', async (option) => {
    const value = option === '--images' ? ['photos'] : [];
    const { code, err } = await ofProject('convert', 'latest', '--format', 'masks', option, ...value);
    expect([code, err]).toEqual([2, expect.stringContaining(`${option} needs --out <folder>`)]);
  });

  it('fails with --strict when an image of a version is missing, and leaves no folder', async () => {
    const [out, photos] = [join(world.folder, 'strict'), join(world.folder, 'no-photos')];
    await mkdir(photos);
    const options = ['--format', 'jsonl', '--all-tasks', '--out', out, '--images', photos, '--strict'];
    const { code, err } = await ofProject('convert', 'latest', ...options);
    expect([code, err]).toEqual([1, expect.stringContaining('images missing (not found)')]);
    expect((await readdir(world.folder)).filter((name) => name.startsWith('strict'))).toEqual([]);
  });

  it('refuses to split by metadata that the version was stored without', async () => {
    const { code, err } = await ofProject('convert', 'latest', '--format', 'yolo', '--split-by', 'site');
    expect([code, err]).toEqual([2, expect.stringContaining('was stored without a list of tasks')]);
  });

  it('deletes what shards of the state machine left, when it writes a format again', async () => {
    const left = `dataset-work/${PROJECT}/${versions[1]}/pieces/jsonl/000000/report.json`;
    await dataset.put(left, '{}', { contentType: 'application/json' });
    const replaced = await ofProject('convert', 'latest', '--format', 'jsonl', '--all-tasks', '--replace');
    expect(replaced.code, replaced.err).toBe(0);
    expect(await dataset.read(left)).toBeUndefined();
  });

  it('converts a project of Annofab as well as its version in the bucket', async () => {
    const out = join(world.folder, 'from-annofab');
    const options = ['--format', 'jsonl', '--all-tasks', '--project', PROJECT];
    const { code, err } = await world.run(['convert', ...options, '--out', out]);
    expect(code, err).toBe(0);
    const key = `${PREFIX}${versions[1]}/jsonl/train.jsonl`;
    expect(await readFile(join(out, 'train.jsonl'), 'utf8')).toBe((await dataset.read(key))?.text);
    expect((await readdir(world.folder)).filter((name) => name.endsWith('.download'))).toEqual([]);
  });

  it('refuses both an archive and a project, and neither', async () => {
    const args = ['convert', '--format', 'jsonl', '--out', join(world.folder, 'never')];
    for (const more of [[], ['a.zip', '--project', PROJECT]]) {
      const { code, err } = await world.run([...args, ...more]);
      expect([code, err]).toEqual([2, expect.stringContaining('Give either an archive or --project')]);
    }
  });

  it('copies a version with its formats, and only what is missing the second time', async () => {
    const to = join(world.folder, 'pulled');
    const first = await ofProject('pull', 'latest', '--to', to);
    expect(first.result, first.err).toMatchObject({ version: versions[1], formats: ['jsonl'], files: 4, copied: 4 });
    const names = ['annotations.zip', 'inputs.json.gz', 'jsonl', 'manifest.json', 'specs.json'];
    expect((await readdir(to)).sort()).toEqual(names);
    expect((await readdir(join(to, 'jsonl'))).sort()).toEqual(['files.jsonl', 'report.json', 'train.jsonl']);
    await writeFile(join(to, 'specs.json'), 'damaged');
    await rm(join(to, 'jsonl', 'train.jsonl'));
    expect((await ofProject('pull', 'latest', '--to', to)).result).toMatchObject({ files: 4, copied: 2 });
  });

  it('does not copy a file that has another SHA-256 than the manifest says', async () => {
    const to = join(world.folder, 'damaged');
    await mkdir(to);
    const key = `${PREFIX}${versions[0]}/specs.json`;
    const before = (await dataset.read(key))?.text ?? '';
    await dataset.put(key, '{}', { contentType: 'application/json' });
    const { code, err } = await ofProject('pull', String(versions[0]), '--to', to, '--no-archive');
    await dataset.put(key, before, { contentType: 'application/json' });
    expect([code, err]).toEqual([1, expect.stringContaining('and its manifest has')]);
    expect(await readdir(to)).not.toContain('manifest.json');
  });

  it('leaves no manifest of another version in a folder that it could not complete', async () => {
    const to = join(world.folder, 'two-versions');
    expect((await ofProject('pull', 'latest', '--to', to, '--no-archive')).code).toBe(0);
    await rm(join(to, 'specs.json'));
    const key = `${PREFIX}${versions[0]}/specs.json`;
    const before = (await dataset.read(key))?.text ?? '';
    await dataset.put(key, '{}', { contentType: 'application/json' });
    const { code } = await ofProject('pull', String(versions[0]), '--to', to, '--no-archive');
    await dataset.put(key, before, { contentType: 'application/json' });
    expect(code).toBe(1);
    expect(await readdir(to)).not.toContain('manifest.json');
  });

  it('copies a version with more files than a call has arguments', async () => {
    const line = (n: number) => `{"path":"labels/train/task/${n}.txt","bytes":1,"sha256":"00"}\n`;
    const list = Array.from({ length: 200_000 }, (_, n) => line(n)).join('');
    const reader = {
      read: async (key: string) => (key.endsWith('files.jsonl') ? list : '{}'),
      folders: async () => [],
      download: async () => Promise.reject(new Error('copied')),
    };
    const archive = { key: 'archive', bytes: 1, sha256: '00', entries: 1 };
    const summary = { frames: 0, annotations: 0, unreadable: 0, tasks: { all: 0, by_state: {} } };
    const manifest = {
      ...{ project_id: PROJECT, version: 'many', archive, files: [] },
      summary: { ...summary, labels: {}, annotation_types: {} },
    };
    const options = { folder: join(world.folder, 'many'), withArchive: false, concurrency: 1, onFile: () => {} };
    const pulled = pullVersion(
      { project_id: PROJECT, reader },
      { manifest, formats: ['yolo'], tags: [] },
      { ...options, formats: ['yolo'] },
    );
    await expect(pulled).rejects.toThrow('copied');
  });

  it('names the formats that a version has when another is asked for', async () => {
    const { code, err } = await ofProject('pull', 'latest', '--to', join(world.folder, 'x'), '--format', 'coco');
    expect([code, err]).toEqual([2, expect.stringContaining('has jsonl, and not coco')]);
  });
});
