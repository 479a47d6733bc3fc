/**
 * What a dataset takes that the state machine builds: `node bench/datasets-scale/index.ts`, or only the memory of a plan
 * with `--plan`. The invocations are measured one by one, in
 * processor time, on this machine; larger archives are computed from them. docs/scale.md has the results.
 */
import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { openSimpleArchive } from '../../lib/annofab/archives/index.ts';
import { archiveKeys, datasetKeys } from '../../lib/automations/bucket/dataset-keys.ts';
import { describeArchive, type FormatName } from '../../lib/datasets/index.ts';
import { specs, specsJson } from '../../test/datasets/support/specs.ts';
import { PRICES } from '../cost/prices.ts';
import { archiveOf, type Content } from './archive.ts';
import type { Step } from './step.ts';

const PROJECT = 'project';
const ONE_FRAME = archiveOf(1, { name: 'boxes', annotations: 1 });
const SHARDS = 2;
/** The memory of serverless.yml, in GB: a processor for 1,769 MB. */
const GB = 1_769 / 1_024;
const CASES: readonly { readonly content: Content; readonly format: FormatName; readonly framesPerShard: number }[] = [
  { content: { name: 'boxes', annotations: 10 }, format: 'coco', framesPerShard: 20_000 },
  { content: { name: 'boxes', annotations: 10 }, format: 'parquet', framesPerShard: 20_000 },
  { content: { name: 'boxes', annotations: 10 }, format: 'webdataset', framesPerShard: 20_000 },
  { content: { name: 'boxes', annotations: 10 }, format: 'yolo', framesPerShard: 20_000 },
  { content: { name: 'masks', annotations: 4 }, format: 'coco', framesPerShard: 1_000 },
  { content: { name: 'masks', annotations: 4 }, format: 'parquet', framesPerShard: 1_000 },
];
const TOTALS = [10_000, 1_000_000, 100_000_000];
/** Frames of the archives whose plans are compared. */
const PLANNED = [50_000, 400_000] as const;
/** As many shards are converted at the same time. */
const CONCURRENCY = 100;

interface Measured {
  readonly plan: Step;
  readonly shard: Step;
  readonly merge: Step;
  readonly mergedBytes: number;
}

const folder = await mkdtemp(join(tmpdir(), 'datasets-scale-'));
try {
  for (const [at, { content, format, framesPerShard }] of (process.argv.includes('--plan') ? [] : CASES).entries()) {
    const frames = SHARDS * framesPerShard;
    const measured = await measure(`v${at}`, content, { format, framesPerShard });
    print(`${content.annotations} ${content.name} on each frame, ${format}, shards of ${framesPerShard} frames`);
    for (const name of ['plan', 'shard', 'merge'] as const) {
      const { cpuSeconds, peakMebibytes, reads, writes } = measured[name];
      print(`  ${name}: ${cpuSeconds.toFixed(1)} s, ${peakMebibytes.toFixed(0)} MiB, ${reads} reads, ${writes} writes`);
    }
    print(`  merged: ${(measured.mergedBytes / 2 ** 20).toFixed(0)} MiB of ${frames} frames`);
    for (const total of TOTALS) print(`  ${total} frames: ${computed(measured, { frames, framesPerShard, total })}`);
  }
  print(`memory of the plan: ${await planBytesPerFile()} bytes for each file of the archive`);
} finally {
  await rm(folder, { recursive: true });
}

/** Of the archive's directory: from a small and a large archive with the same content. */
async function planBytesPerFile(): Promise<number> {
  const peaks: number[] = [];
  for (const frames of PLANNED) {
    await storeVersion(`plan-${frames}`, archiveOf(frames, { name: 'boxes', annotations: 0 }));
    peaks.push(
      (await step('plan', { project_id: PROJECT, version: `plan-${frames}`, formats: ['coco'] })).peakMebibytes,
    );
  }
  const [small, large] = PLANNED;
  const [few = 0, many = 0] = peaks;
  return Math.round(((many - few) * 2 ** 20) / (large - small));
}

async function measure(
  version: string,
  content: Content,
  { format, framesPerShard }: { format: FormatName; framesPerShard: number },
): Promise<Measured> {
  const ids = { project_id: PROJECT, version };
  await storeVersion(version, archiveOf(SHARDS * framesPerShard, content));
  const plan = await step('plan', { ...ids, formats: [format], frames_per_shard: framesPerShard });
  const shards: Step[] = [];
  for (let shard = 0; shard < SHARDS; shard += 1) shards.push(await step('shard', { ...ids, format, shard }));
  const merge = await step('merge', { ...ids, format });
  const [shard] = shards;
  if (shard === undefined) throw new Error('No shard was measured');
  const merged = format === 'coco' || format === 'parquet';
  return { plan, shard, merge, mergedBytes: merged ? await bytesIn(datasetKeys.format(PROJECT, version, format)) : 0 };
}

async function step(name: string, input: object): Promise<Step> {
  const script = join(import.meta.dirname, 'step.ts');
  const args = ['--max-old-space-size=1500', script, folder, name, JSON.stringify(input)];
  const { stdout } = await promisify(execFile)(process.execPath, args, { maxBuffer: 2 ** 24 });
  return JSON.parse(stdout.trim().split('\n').at(-1) ?? '');
}

async function storeVersion(version: string, bytes: Buffer): Promise<void> {
  const archive = await openSimpleArchive({ bytes });
  const key = archiveKeys.archive(PROJECT, version);
  await put(key, bytes);
  const text = JSON.stringify(specsJson());
  await put(datasetKeys.file(PROJECT, version, 'specs.json'), text);
  const manifest = {
    ...{ manifest_version: 1, project_id: PROJECT, version },
    archive: { key, bytes: bytes.length, sha256: '0'.repeat(64), entries: archive.entries },
    files: [{ path: 'specs.json', bytes: text.length, sha256: '0'.repeat(64) }],
    // The plan does not read it: that of one frame is enough.
    summary: await describeArchive(await openSimpleArchive({ bytes: ONE_FRAME }), specs()),
  };
  await put(datasetKeys.manifest(PROJECT, version), JSON.stringify(manifest));
  await archive.close();
}

async function put(key: string, content: string | Buffer): Promise<void> {
  const path = join(folder, key);
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, content);
}

async function bytesIn(prefix: string): Promise<number> {
  const entries = await readdir(join(folder, prefix), { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile());
  const sizes = await Promise.all(files.map(async ({ parentPath, name }) => (await stat(join(parentPath, name))).size));
  return sizes.reduce((sum, size) => sum + size, 0);
}

/** Everything but the plan's and the merge's memory grows with the frames alone. */
function computed(
  { plan, shard, merge, mergedBytes }: Measured,
  { frames, framesPerShard, total }: { frames: number; framesPerShard: number; total: number },
): string {
  const shards = Math.ceil(total / framesPerShard);
  const times = total / frames;
  const planSeconds = plan.cpuSeconds * times;
  const mergeSeconds = merge.cpuSeconds * times;
  const shardSeconds = (shard.cpuSeconds * total) / framesPerShard;
  const seconds = planSeconds + mergeSeconds + shardSeconds / Math.min(shards, CONCURRENCY);
  const lambda =
    PRICES.lambdaGbSecond * GB * (planSeconds + mergeSeconds + shardSeconds) + PRICES.lambdaRequest * shards;
  const requests = (kind: 'reads' | 'writes') =>
    (plan[kind] + merge[kind]) * times + (shard[kind] * total) / framesPerShard;
  const s3 = PRICES.s3Read * requests('reads') + PRICES.s3Write * requests('writes');
  // Of each item: an execution's start, its state and its end.
  const states = PRICES.stateTransition * 3 * shards;
  return [
    `${shards} shards, ${seconds.toFixed(0)} s with ${CONCURRENCY} at the same time (plan ${planSeconds.toFixed(0)}, merge ${mergeSeconds.toFixed(0)})`,
    `${((mergedBytes * times) / 2 ** 30).toFixed(1)} GiB merged`,
    `USD ${(lambda + s3 + states).toFixed(2)} (Lambda ${lambda.toFixed(2)}, S3 ${s3.toFixed(2)}, Step Functions ${states.toFixed(2)})`,
  ].join('; ');
}

function print(line: string): void {
  console.log(line);
}
