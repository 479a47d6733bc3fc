import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DescribeExecutionCommand, SFNClient } from '@aws-sdk/client-sfn';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { archiveKeys, datasetWorkKeys } from '../../../lib/automations/bucket/dataset-keys.ts';
import type { PlannedShards } from '../../../lib/automations/build-dataset/shards/plan-shards.ts';
import type { DatasetRequest, ShardItem } from '../../../lib/automations/build-dataset/shards/request.ts';
import type { Dataset } from '../../../lib/aws/dataset.ts';
import { createStateMachine } from '../../../lib/aws/state-machine.ts';
import { type Stack, startStack } from '../../../local/stack.ts';
import { convertedHere, datasetOf, filesOf, PROJECT, requestOf, storeVersion } from './support/shard-samples.ts';

const LOCAL_KEYS = { accessKeyId: 'local', secretAccessKey: 'local' };

let stack: Stack;
let folder: string;
let bucket: ReturnType<typeof datasetOf>;
let dataset: Dataset;

beforeAll(async () => {
  stack = await startStack({ functions: { maxProcesses: 2, settings: { shardConcurrency: 4 } } });
  folder = await mkdtemp(join(tmpdir(), 'shards-'));
  bucket = datasetOf(stack);
  dataset = bucket.dataset;
});

afterAll(async () => {
  bucket.close();
  await stack.stop();
  await rm(folder, { recursive: true });
});

async function plan(request: DatasetRequest): Promise<{ planned: PlannedShards; items: ShardItem[] }> {
  // What the state machine reads too.
  const planned = Object(await stack.host.invoke('plan-dataset', request));
  return { planned, items: JSON.parse((await dataset.read(planned.items))?.text ?? '[]') };
}

const convert = (item: ShardItem | undefined) => stack.host.invoke('convert-dataset-shard', item);
const merge = (version: string, format: string) =>
  stack.host.invoke('merge-dataset', { project_id: PROJECT, version, format });

describe('a dataset that is converted in shards', () => {
  it.each(['coco', 'parquet', 'webdataset'] as const)(
    'has in the format %s the files that convert writes on this machine, to the byte',
    async (format) => {
      const version = `same-${format}`;
      await storeVersion(dataset, version);
      const { planned, items } = await plan(requestOf(version, { formats: [format] }));
      expect(planned).toMatchObject({ shards: 6, frames: 5_200, formats: [format] });
      // In any order.
      for (const item of items.toReversed()) await convert(item);
      expect(await merge(version, format)).toMatchObject({ format, frames: 5_200 });
      const [{ files, listed }, here] = [await filesOf(dataset, version, format), await convertedHere(folder, format)];
      expect(Object.keys(files).sort()).toEqual(Object.keys(here).sort());
      for (const [path, content] of Object.entries(here)) expect(files[path]?.equals(content), path).toBe(true);
      expect([...listed, 'report.json'].sort()).toEqual(Object.keys(here).sort());
    },
  );

  it('does not convert a shard again that is complete, and a format that is complete', async () => {
    await storeVersion(dataset, 'again');
    const request = requestOf('again', { formats: ['jsonl'] });
    const { items } = await plan(request);
    for (const item of items) expect(await convert(item)).toMatchObject({ shard: item.shard, was_done: false });
    expect(await convert(items[0])).toEqual({ format: 'jsonl', shard: 0, was_done: true });
    await merge('again', 'jsonl');
    expect(await plan(request)).toMatchObject({ planned: { formats: [] }, items: [] });
    expect(await plan({ ...request, formats: ['jsonl', 'coco'] })).toMatchObject({ planned: { formats: ['coco'] } });
  });

  it('is planned once, and a repeated execution finds the plan', async () => {
    await storeVersion(dataset, 'planned');
    const request = requestOf('planned');
    const first = await plan(request);
    const before = await dataset.read(datasetWorkKeys.plan(request));
    expect(await plan(request)).toEqual(first);
    expect(await dataset.read(datasetWorkKeys.plan(request))).toEqual(before);
  });

  it('is refused when it was planned with other settings', async () => {
    await storeVersion(dataset, 'other');
    await plan(requestOf('other'));
    await expect(plan(requestOf('other', { settings: { split: { train: 1 } } }))).rejects.toMatchObject({
      errorType: 'NonRetryableError',
      message: expect.stringContaining('version other: it was planned with other settings'),
    });
  });

  it('is not merged before all shards are converted', async () => {
    await storeVersion(dataset, 'partial');
    const { items } = await plan(requestOf('partial', { formats: ['coco'] }));
    for (const item of items.slice(1)) await convert(item);
    await expect(merge('partial', 'coco')).rejects.toThrow(
      'Shard 0 of coco is not converted: start the execution again',
    );
  });

  it('is not published when strict does not allow what a format cannot say', async () => {
    await storeVersion(dataset, 'strict');
    const { items } = await plan(requestOf('strict', { formats: ['coco'], settings: { strict: true } }));
    for (const item of items) await convert(item);
    await expect(merge('strict', 'coco')).rejects.toMatchObject({
      errorType: 'NonRetryableError',
      message: expect.stringMatching(/coco would leave out \d+ annotations, which strict does not allow/),
    });
  });

  it('fails at once when its input cannot be used, with all that is wrong', async () => {
    const wrong = { ...requestOf('wrong'), formats: ['cocoo'], splits: {} };
    await expect(stack.host.invoke('plan-dataset', wrong)).rejects.toMatchObject({
      errorType: 'NonRetryableError',
      message: expect.stringMatching(/splits is unknown: .*; formats\[0\] must be one of coco, yolo/),
    });
    await expect(plan(requestOf('missing'))).rejects.toMatchObject({
      errorType: 'NonRetryableError',
      message: expect.stringContaining('There is no version missing of the dataset of project demo-project'),
    });
    await storeVersion(dataset, 'label');
    await expect(plan(requestOf('label', { settings: { selection: { labels: ['caar'] } } }))).rejects.toMatchObject({
      errorType: 'NonRetryableError',
      message: expect.stringContaining('There is no label "caar"'),
    });
  });

  it('does not continue with another archive than the one that was planned with', async () => {
    await storeVersion(dataset, 'replaced');
    const { items } = await plan(requestOf('replaced', { formats: ['coco'] }));
    await dataset.put(archiveKeys.archive(PROJECT, 'replaced'), 'other', { contentType: 'application/zip' });
    await expect(convert(items[0])).rejects.toThrow('was replaced while it was read');
  });

  it('is built on the local stack by an execution that a function starts', async () => {
    await storeVersion(dataset, 'executed');
    const arn = `arn:aws:states:${stack.aws.region}:000000000000:stateMachine:annofab-functions-local-build-dataset`;
    const client = new SFNClient({ endpoint: stack.aws.sqsUrl, region: stack.aws.region, credentials: LOCAL_KEYS });
    const request = requestOf('executed', { formats: ['jsonl'] });
    expect(await createStateMachine({ arn, client }).start('executed', request)).toBe('started');
    await stack.settled();
    const { status, output } = await client.send(
      new DescribeExecutionCommand({ executionArn: stack.aws.stepFunctions.executions.at(-1)?.arn ?? '' }),
    );
    expect({ status, output: JSON.parse(output ?? '') }).toMatchObject({
      status: 'SUCCEEDED',
      output: [{ format: 'jsonl', frames: 5_200 }],
    });
    expect((await filesOf(dataset, 'executed', 'jsonl')).files).toHaveProperty(['report.json']);
    await createStateMachine({ arn, client }).start('impossible', requestOf('missing'));
    await stack.settled();
    expect(stack.aws.stepFunctions.executions.at(-1)).toMatchObject({ name: 'impossible', status: 'FAILED' });
    client.destroy();
  });
});
