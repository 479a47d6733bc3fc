import { S3Client } from '@aws-sdk/client-s3';
import { openSimpleArchive } from '../../lib/annofab/archives/index.ts';
import { datasetKeys } from '../../lib/automations/bucket/dataset-keys.ts';
import { openBucketSource } from '../../lib/automations/build-dataset/archive-source.ts';
import { buildDataset } from '../../lib/automations/build-dataset/build-dataset.ts';
import { parseDatasetManifest } from '../../lib/automations/build-dataset/dataset-manifest.ts';
import { readSource } from '../../lib/automations/build-dataset/source-files.ts';
import { createDataset, type Dataset } from '../../lib/aws/dataset.ts';
import { readDatasetFrames } from '../../lib/datasets/frames.ts';
import { type DatasetFrame, planDataset } from '../../lib/datasets/index.ts';
import { createReport } from '../../lib/datasets/tally.ts';
import type { Stack } from '../stack.ts';
import { drawAnnotations } from './draw-annotations.ts';
import type { DatasetReport } from './report.ts';

const FORMATS = ['coco', 'parquet'] as const;
const SPLIT = { train: 3, val: 1 } as const;

/** The time that an invocation would have. */
const INVOCATION_MS = 900_000;

/** Makes the mirrored archive a version of a dataset, in two formats, as the function does where a project sets `dataset`. */
export async function makeDatasets(stack: Stack, project_id: string, version: string): Promise<DatasetReport> {
  return await withDataset(stack, async (dataset) => {
    const context = {
      ...{ annofab: stack.client, dataset, event: { project_id } },
      ...{ log: { info: () => {}, warn: () => {} }, signal: new AbortController().signal },
      ...{ deadline: Date.now() + INVOCATION_MS, now: Date.now },
    };
    const built = await buildDataset(context, { version, changed: true }, { formats: FORMATS, split: SPLIT });
    const report = await dataset.read(`${datasetKeys.format(project_id, version, FORMATS[0])}report.json`);
    if (report === undefined) throw new Error(`${built.manifest}: the version has no ${FORMATS[0]}`);
    const { counts } = JSON.parse(report.text);
    return { prefix: datasetKeys.version(project_id, version), formats: built.formats, counts };
  });
}

/** @returns the image of the frame with the most annotations, with these drawn over it; undefined when it has no PNG */
export async function drawExample(stack: Stack, project_id: string, version: string): Promise<Buffer | undefined> {
  return await withDataset(stack, async (dataset) => {
    const frame = await busiestFrame(dataset, project_id, version);
    if (frame === undefined) return undefined;
    const { input_data_id } = frame;
    const { url } = await stack.client.getInputData({ project_id, input_data_id });
    if (!url) return undefined;
    const { bytes } = await stack.client.files.read(url, { maxBytes: 50e6 });
    const isPng = bytes.subarray(1, 4).toString('latin1') === 'PNG';
    return isPng ? drawAnnotations(bytes, frame) : undefined;
  });
}

async function busiestFrame(dataset: Dataset, project_id: string, version: string): Promise<DatasetFrame | undefined> {
  const key = datasetKeys.manifest(project_id, version);
  const stored = await dataset.read(key);
  if (stored === undefined) return undefined;
  const manifest = parseDatasetManifest(stored.text, key);
  const { specs, imageSizes } = await readSource(dataset, manifest);
  const archive = await openSimpleArchive({ source: await openBucketSource(dataset, manifest.archive.key) });
  try {
    const plan = await planDataset(archive, { specs });
    const range = { start: 0, end: archive.frameCount };
    let busiest: DatasetFrame | undefined;
    for await (const frame of readDatasetFrames({ archive, imageSizes }, plan, createReport(), range)) {
      if (frame.extension === '.png' && frame.annotations.length > (busiest?.annotations.length ?? 0)) busiest = frame;
    }
    return busiest;
  } finally {
    await archive.close();
  }
}

async function withDataset<T>({ aws, bucket }: Stack, work: (dataset: Dataset) => Promise<T>): Promise<T> {
  const credentials = { accessKeyId: 'local', secretAccessKey: 'local' };
  const client = new S3Client({ endpoint: aws.s3Url, region: aws.region, credentials, forcePathStyle: true });
  try {
    return await work(createDataset({ bucket, client }));
  } finally {
    client.destroy();
  }
}
