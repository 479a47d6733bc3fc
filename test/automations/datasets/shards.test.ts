import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { datasetWorkKeys } from '../../../lib/automations/bucket/dataset-keys.ts';
import type { PlannedDataset } from '../../../lib/automations/build-dataset/shards/plan-dataset.ts';
import type { DatasetRequest, ShardItem } from '../../../lib/automations/build-dataset/shards/request.ts';
import type { Dataset } from '../../../lib/aws/dataset.ts';
import { type Stack, startStack } from '../../../local/stack.ts';
import { convertedHere, datasetOf, filesOf, mirror, PROJECT, requestOf } from './support/shard-samples.ts';

let stack: Stack;
let folder: string;
let archive: Buffer;
let bucket: ReturnType<typeof datasetOf>;
let dataset: Dataset;

beforeAll(async () => {
  stack = await startStack({ functions: { maxProcesses: 2, settings: { shardConcurrency: 4 } } });
  folder = await mkdtemp(join(tmpdir(), 'shards-'));
  bucket = datasetOf(stack);
  dataset = bucket.dataset;
  archive = await mirror(dataset);
});

afterAll(async () => {
  bucket.close();
  await stack.stop();
  await rm(folder, { recursive: true });
});

async function plan(request: DatasetRequest): Promise<{ planned: PlannedDataset; items: ShardItem[] }> {
  // What the state machine reads too.
  const planned = Object(await stack.host.invoke('plan-dataset', request));
  return { planned, items: JSON.parse((await dataset.read(planned.items))?.text ?? '[]') };
}

const convert = (item: ShardItem) => stack.host.invoke('convert-dataset-shard', item);
const merge = (version: string, format: string) =>
  stack.host.invoke('merge-dataset', { project_id: PROJECT, version, format });

describe('a dataset that is built in shards', () => {
  it.each(['coco', 'parquet', 'jsonl', 'webdataset'] as const)(
    'has in the format %s the files that convert writes on this machine, to the byte',
    async (format) => {
      const version = `same-${format}`;
      const { planned, items } = await plan(requestOf(version, { formats: [format] }));
      expect(planned).toMatchObject({ shards: 6, frames: 5_200, formats: [format] });
      // In any order.
      for (const item of items.toReversed()) await convert(item);
      expect(await merge(version, format)).toMatchObject({ format, frames: 5_200 });
      const [there, here] = [
        await filesOf(dataset, version, format),
        await convertedHere(stack, { archive, folder, format }),
      ];
      expect(Object.keys(there).sort()).toEqual(Object.keys(here).sort());
      for (const [path, content] of Object.entries(here)) expect(there[path]?.equals(content), path).toBe(true);
    },
  );

  it('does not convert a shard again that is complete', async () => {
    const { items } = await plan(requestOf('again', { formats: ['coco'] }));
    const [first] = items;
    if (first === undefined) throw new Error('There is no shard');
    expect(await convert(first)).toEqual({ format: 'coco', shard: 0, was_done: false });
    expect(await convert(first)).toEqual({ format: 'coco', shard: 0, was_done: true });
  });

  it('is planned once, and a repeated execution finds the plan', async () => {
    const request = requestOf('planned', { formats: ['coco'] });
    const first = await plan(request);
    const before = await dataset.read(datasetWorkKeys.plan(request));
    expect(await plan(request)).toEqual(first);
    expect(await dataset.read(datasetWorkKeys.plan(request))).toEqual(before);
  });

  it('is refused when its version was planned with another input', async () => {
    await plan(requestOf('other', { formats: ['coco'] }));
    await expect(plan(requestOf('other', { formats: ['yolo'] }))).rejects.toMatchObject({
      errorType: 'NonRetryableError',
      message: expect.stringContaining('was planned with another input: name another version'),
    });
  });

  it('is not merged before all shards are converted', async () => {
    const { items } = await plan(requestOf('partial', { formats: ['coco'] }));
    for (const item of items.slice(1)) await convert(item);
    await expect(merge('partial', 'coco')).rejects.toThrow(
      'Shard 0 of coco is not converted: start the execution again',
    );
  });

  it('fails at once when its input cannot be used, with all that is wrong', async () => {
    const request = { ...requestOf('wrong'), formats: ['cocoo'], splits: {} };
    await expect(stack.host.invoke('plan-dataset', request)).rejects.toMatchObject({
      errorType: 'NonRetryableError',
      message: expect.stringMatching(/splits is unknown: .*; formats\[0\] must be one of coco, yolo/),
    });
    await expect(plan(requestOf('missing', { archive: '2020' }))).rejects.toMatchObject({
      errorType: 'NonRetryableError',
      message: expect.stringContaining('archives/2020/annotations.zip: name a version that was mirrored'),
    });
    await expect(plan(requestOf('label', { selection: { labels: ['vehicel'] } }))).rejects.toMatchObject({
      errorType: 'NonRetryableError',
      message: expect.stringContaining('There is no label "vehicel"'),
    });
  });

  it('does not continue with another archive than the one that was planned with', async () => {
    const { items } = await plan(requestOf('replaced', { formats: ['coco'] }));
    await mirror(dataset, []);
    const [first] = items;
    await expect(stack.host.invoke('convert-dataset-shard', first)).rejects.toThrow(
      'is not the one that was planned with',
    );
    await mirror(dataset);
  });
});
