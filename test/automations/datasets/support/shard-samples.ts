import { execFile } from 'node:child_process';
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { S3Client } from '@aws-sdk/client-s3';
import { archiveKeys, datasetKeys } from '../../../../lib/automations/bucket/dataset-keys.ts';
import type { DatasetRequest } from '../../../../lib/automations/build-dataset/shards/request.ts';
import { createDataset, type Dataset } from '../../../../lib/aws/dataset.ts';
import type { Stack } from '../../../../local/stack.ts';
import { collect } from '../../../annofab/archives/samples.ts';
import { archiveBytes, box, type FrameSample, maskAnnotation, maskOf } from '../../../datasets/support/archive.ts';

/** The project of the local stack, whose annotation specs have these labels. */
export const PROJECT = 'demo-project';
const ARCHIVE = '20260508T010000.000Z';

/** Frames with boxes, every hundredth with a mask; more than five blocks of 1,000. */
export function manyFrames(count = 5_200): FrameSample[] {
  return Array.from({ length: count }, (_, at): FrameSample => {
    const side = 1 + (at % 90);
    const car = { label: 'vehicle', data: box(at % 7, 2, (at % 7) + side, 60), attributes: { occluded: at % 3 === 0 } };
    const pedestrian = maskAnnotation('pedestrian', maskOf('.##', '.#.', '..#'));
    return {
      task_id: `task-${Math.floor(at / 50)}`,
      input_data_id: `input-${at}`,
      annotations: at % 100 === 0 ? [car, pedestrian] : [car],
    };
  });
}

export function datasetOf(stack: Stack): { dataset: Dataset; close(): void } {
  const credentials = { accessKeyId: 'local', secretAccessKey: 'local' };
  const client = new S3Client({
    ...{ endpoint: stack.aws.s3Url, region: stack.aws.region, credentials },
    forcePathStyle: true,
  });
  return { dataset: createDataset({ bucket: stack.bucket, client }), close: () => client.destroy() };
}

/** Puts an archive where a mirror would have put it. @returns its bytes */
export async function mirror(dataset: Dataset, frames = manyFrames()): Promise<Buffer> {
  const bytes = archiveBytes(frames);
  await dataset.put(archiveKeys.archive(PROJECT, ARCHIVE), bytes, { contentType: 'application/zip' });
  return bytes;
}

/** The input of an execution that makes six shards of {@link manyFrames}. */
export function requestOf(version: string, overrides: Partial<DatasetRequest> = {}): DatasetRequest {
  return {
    ...{ project_id: PROJECT, archive: ARCHIVE, version, formats: ['coco', 'parquet'], title: 'archive' },
    split: { train: 8, val: 2 },
    frames_per_shard: 1_000,
    image_sizes: false,
    ...overrides,
  };
}

/** The files that `annofab-functions convert` makes of the archive on this machine, by their paths. */
export async function convertedHere(
  stack: Stack,
  { archive, folder, format, options = [] }: { archive: Buffer; folder: string; format: string; options?: string[] },
): Promise<Record<string, Buffer>> {
  await mkdir(folder, { recursive: true });
  const [zip, specs, out] = ['archive.zip', 'specs.json', format].map((name) => join(folder, name));
  if (!zip || !specs || !out) throw new Error('There is no folder');
  await writeFile(zip, archive);
  await writeFile(
    specs,
    JSON.stringify(await stack.client.getAnnotationSpecs({ project_id: PROJECT, query: { v: 3 } })),
  );
  const command = join(import.meta.dirname, '../../../../cli/annofab-functions.js');
  const args = [zip, '--format', format, '--out', out, '--specs', specs, '--split', 'train=8,val=2', ...options];
  await promisify(execFile)(process.execPath, [command, 'convert', ...args]);
  return await filesIn(out);
}

async function filesIn(folder: string): Promise<Record<string, Buffer>> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile()).map(({ parentPath, name }) => join(parentPath, name));
  return Object.fromEntries(
    await Promise.all(files.map(async (file) => [file.slice(folder.length + 1), await readFile(file)] as const)),
  );
}

/** The files of a dataset in the bucket, by their paths. */
export async function filesOf(dataset: Dataset, version: string, format: string): Promise<Record<string, Buffer>> {
  const prefix = datasetKeys.format(PROJECT, version, format);
  const objects = await collect(dataset.list(prefix));
  return Object.fromEntries(
    await Promise.all(
      objects.map(async ({ key }) => {
        const object = await dataset.open(key);
        if (object === undefined) throw new Error(`${key} is missing`);
        return [key.slice(prefix.length), Buffer.concat(await collect(object.body))] as const;
      }),
    ),
  );
}
