import { execFile } from 'node:child_process';
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { gzipSync } from 'node:zlib';
import { S3Client } from '@aws-sdk/client-s3';
import { openSimpleArchive } from '../../../../lib/annofab/archives/index.ts';
import { archiveKeys, datasetKeys } from '../../../../lib/automations/bucket/dataset-keys.ts';
import { toJson } from '../../../../lib/automations/bucket/stored-json.ts';
import type { DatasetManifest } from '../../../../lib/automations/build-dataset/dataset-manifest.ts';
import type { DatasetRequest } from '../../../../lib/automations/build-dataset/shards/request.ts';
import { createDataset, type Dataset } from '../../../../lib/aws/dataset.ts';
import { describeArchive, FILE_LIST } from '../../../../lib/datasets/index.ts';
import type { Stack } from '../../../../local/stack.ts';
import { collect } from '../../../annofab/archives/samples.ts';
import { archiveBytes, box, type FrameSample, maskAnnotation, maskOf } from '../../../datasets/support/archive.ts';
import { specs, specsJson } from '../../../datasets/support/specs.ts';
import { sha256 } from '../../support/values.ts';

export const PROJECT = 'demo-project';

/** What makes more than five blocks of 1,000. */
const FRAMES = 5_200;

/** Frames with boxes that partly lie outside of their images; every hundredth with a mask. */
function manyFrames(): FrameSample[] {
  return Array.from({ length: FRAMES }, (_, at): FrameSample => {
    const car = { label: 'car', data: box(at % 7, 2, at % 90, 60), attributes: { occluded: at % 3 === 0 } };
    const person = maskAnnotation('person', maskOf('.##', '.#.', '..#'));
    return {
      task_id: `task-${Math.floor(at / 50)}`,
      input_data_id: `input-${at}`,
      annotations: hasMask(at) ? [car, person] : [car],
    };
  });
}

const hasMask = (at: number) => at % 100 === 0;

/** The size of an image with a mask is that of the mask. */
function inputList(): string {
  const resolution = { width: 64, height: 48 };
  const inputs = Array.from({ length: FRAMES }, (_, at) => ({
    input_data_id: `input-${at}`,
    system_metadata: { _type: 'Image', original_resolution: hasMask(at) ? undefined : resolution },
  }));
  return JSON.stringify(inputs);
}

function taskList(): string {
  const tasks = Array.from({ length: FRAMES / 50 }, (_, at) => ({
    task_id: `task-${at}`,
    metadata: at % 4 === 0 ? {} : { scene: `scene-${at % 5}`, other: 1 },
  }));
  return JSON.stringify(tasks);
}

const sources = { archive: archiveBytes(manyFrames()), specs: JSON.stringify(specsJson()) };

export function datasetOf({ aws, bucket }: Stack): { dataset: Dataset; close(): void } {
  const credentials = { accessKeyId: 'local', secretAccessKey: 'local' };
  const client = new S3Client({ endpoint: aws.s3Url, region: aws.region, credentials, forcePathStyle: true });
  return { dataset: createDataset({ bucket, client }), close: () => client.destroy() };
}

/** Stores a version as the automation on a mirrored archive does. */
export async function storeVersion(dataset: Dataset, version: string): Promise<void> {
  const archive = await openSimpleArchive({ bytes: sources.archive });
  const key = archiveKeys.archive(PROJECT, version);
  await dataset.put(key, sources.archive, { contentType: 'application/zip' });
  const files = Object.entries({
    'specs.json': Buffer.from(sources.specs),
    'inputs.json.gz': gzipSync(inputList()),
    'tasks.json.gz': gzipSync(taskList()),
  });
  for (const [path, content] of files)
    await dataset.put(datasetKeys.file(PROJECT, version, path), content, { contentType: 'application/octet-stream' });
  const manifest: DatasetManifest = {
    ...{ project_id: PROJECT, version },
    archive: { key, bytes: sources.archive.length, sha256: sha256(sources.archive), entries: archive.entries },
    files: files.map(([path, content]) => ({ path, bytes: content.length, sha256: sha256(content) })),
    summary: await describeArchive(archive, specs()),
  };
  await dataset.put(datasetKeys.manifest(PROJECT, version), toJson('datasetManifest', manifest), {
    contentType: 'application/json',
  });
  await archive.close();
}

/** The input of an execution that makes six shards. */
export function requestOf(version: string, overrides: Partial<DatasetRequest> = {}): DatasetRequest {
  return {
    ...{ project_id: PROJECT, version, formats: ['coco', 'parquet'], frames_per_shard: 1_000 },
    settings: { split: { train: 8, val: 2 }, splitBy: 'scene' },
    ...overrides,
  };
}

/** The files that `annofab-functions convert` makes of the same archive on this machine, by their paths. */
export async function convertedHere(parent: string, format: string): Promise<Record<string, Buffer>> {
  const folder = join(parent, `here-${format}`);
  await mkdir(folder, { recursive: true });
  const files = { zip: `${PROJECT}.zip`, specs: 'specs.json', inputs: 'inputs.json', tasks: 'tasks.json', out: format };
  const at = (name: keyof typeof files) => join(folder, files[name]);
  await writeFile(at('zip'), sources.archive);
  await writeFile(at('specs'), sources.specs);
  await writeFile(at('inputs'), inputList());
  await writeFile(at('tasks'), taskList());
  const options = [
    '--format',
    format,
    '--out',
    at('out'),
    '--replace',
    '--split',
    'train=8,val=2',
    '--split-by',
    'scene',
  ];
  const inputs = ['--specs', at('specs'), '--inputs', at('inputs'), '--tasks', at('tasks')];
  const command = join(import.meta.dirname, '../../../../cli/annofab-functions.js');
  await promisify(execFile)(process.execPath, [command, 'convert', at('zip'), ...options, ...inputs]);
  return await filesIn(at('out'));
}

async function filesIn(folder: string): Promise<Record<string, Buffer>> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile()).map(({ parentPath, name }) => join(parentPath, name));
  return Object.fromEntries(
    await Promise.all(files.map(async (file) => [file.slice(folder.length + 1), await readFile(file)] as const)),
  );
}

/** The files of a version in the bucket, by their paths, and those that its list of files names. */
export async function filesOf(
  dataset: Dataset,
  version: string,
  format: string,
): Promise<{ files: Record<string, Buffer>; listed: string[] }> {
  const prefix = datasetKeys.format(PROJECT, version, format);
  const objects = await collect(dataset.list(prefix));
  const contents = await Promise.all(
    objects.map(async ({ key }) => {
      const object = await dataset.open(key);
      if (object === undefined) throw new Error(`${key} is missing`);
      return [key.slice(prefix.length), Buffer.concat(await collect(object.body))] as const;
    }),
  );
  const { [FILE_LIST]: list = Buffer.alloc(0), ...files } = Object.fromEntries(contents);
  const lines = list.toString().split('\n').filter(Boolean);
  return { files, listed: lines.map((line) => String(Object(JSON.parse(line)).path)) };
}
