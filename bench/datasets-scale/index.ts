/**
 * What a dataset takes that the state machine builds. The invocations are measured one by one, in processor time and without a network; larger
 * archives are computed from them. docs/scale.md has the results.
 */
import { execFile } from 'node:child_process';
import { mkdtemp, readdir, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { datasetKeys } from '../../lib/automations/bucket/dataset-keys.ts';
import type { FormatName } from '../../lib/datasets/index.ts';
import { type Figure, figure, type Run } from '../figures.ts';
import type { Content } from './archive.ts';
import { CONCURRENCY, computed, type Measured, type Steps } from './computed.ts';
import type { Step } from './step.ts';
import { PROJECT, storeVersion } from './version.ts';

/** Archives that are alike, converted to some formats. */
interface Case {
  readonly content: Content;
  readonly formats: readonly FormatName[];
  readonly framesPerShard: number;
  readonly shards: number;
  /** Default: all that the shards hold. */
  readonly frames?: number;
}

const BOXES: Content = { shape: 'box', annotations: 10 };
const MASK_FORMATS: readonly FormatName[] = ['coco', 'parquet', 'masks'];

const CASES: readonly Case[] = [
  { content: BOXES, formats: ['coco', 'parquet', 'webdataset', 'yolo'], framesPerShard: 20_000, shards: 2 },
  { content: { shape: 'mask', annotations: 1 }, formats: MASK_FORMATS, framesPerShard: 1_000, shards: 1 },
  { content: { shape: 'mask', annotations: 4 }, formats: MASK_FORMATS, framesPerShard: 1_000, shards: 1 },
];
/** What does not grow with the frames. */
const ONE_FRAME: Case = {
  ...{ content: BOXES, framesPerShard: 1_000, shards: 1, frames: 1 },
  formats: ['coco', 'parquet', 'webdataset', 'yolo', 'masks'],
};
const QUICK_CASES: readonly Case[] = [{ content: BOXES, formats: ['coco'], framesPerShard: 1_000, shards: 2 }];

const TOTALS = [10_000, 1_000_000, 100_000_000];

/** Frames of the archives whose plans are compared. */
const PLANNED = [200_000, 800_000] as const;

export const run: Run = async ({ quick }) => {
  const folder = await mkdtemp(join(tmpdir(), 'bench-datasets-scale-'));
  try {
    if (quick) return (await measureCases(folder, QUICK_CASES)).flatMap(({ figures }) => figures);
    const one = await measureCase(folder, 'one-frame', ONE_FRAME);
    const cases = await measureCases(folder, CASES);
    return [
      ...cases.flatMap(({ figures }) => figures),
      ...cases.flatMap((each) => computedFigures(each, one, cases[0])),
      ...maskShares(cases),
      await memoryPerFrame(folder),
    ];
  } finally {
    await rm(folder, { recursive: true });
  }
};

interface MeasuredCase extends Case {
  readonly figures: readonly Figure[];
  readonly measured: ReadonlyMap<FormatName, Measured>;
}

async function measureCases(folder: string, cases: readonly Case[]): Promise<MeasuredCase[]> {
  const all: MeasuredCase[] = [];
  for (const [at, one] of cases.entries()) all.push(await measureCase(folder, `v${at}`, one));
  return all;
}

async function measureCase(folder: string, version: string, one: Case): Promise<MeasuredCase> {
  const { content, formats, framesPerShard, shards, frames = shards * framesPerShard } = one;
  const ids = { project_id: PROJECT, version };
  await storeVersion(folder, { version, frames, content });
  const plan = await invoke(folder, 'plan', { ...ids, formats, frames_per_shard: framesPerShard });
  const figures: Figure[] = stepFigures(`${nameOf(content)}, plan of ${shown(frames)} frames`, [plan]);
  const measured = new Map<FormatName, Measured>();
  for (const format of formats) {
    const converted: Step[] = [];
    for (let shard = 0; shard < shards; shard += 1)
      converted.push(await invoke(folder, 'shard', { ...ids, format, shard }));
    const merge = await invoke(folder, 'merge', { ...ids, format });
    const name = `${nameOf(content)}, ${format}`;
    const [shard] = converted;
    if (shard === undefined) throw new Error(`${name}: no shard was measured`);
    const bytes = await bytesIn(join(folder, datasetKeys.format(PROJECT, version, format)));
    const all: Measured = { plan, shard, merge, frames, framesPerShard };
    measured.set(format, all);
    figures.push(
      ...stepFigures(`${name}, shard of ${shown(framesPerShard)} frames`, converted),
      figure(`${name}, shard of ${shown(framesPerShard)} frames, writes`, [shard.writes], ''),
      ...stepFigures(`${name}, merge of ${shown(frames)} frames`, [merge]),
      figure(`${name}, files of ${shown(frames)} frames`, [bytes / 2 ** 20], 'MiB'),
    );
  }
  return { ...one, figures, measured };
}

function nameOf({ shape, annotations }: Content): string {
  const shapes = shape === 'box' ? 'boxes' : 'masks';
  return `datasets-scale: ${annotations === 1 ? `1 ${shape}` : `${annotations} ${shapes}`} on each frame`;
}

function shown(frames: number): string {
  return frames.toLocaleString('en');
}

function stepFigures(name: string, steps: readonly Step[]): Figure[] {
  return [
    figure(
      `${name}, processor`,
      steps.map(({ cpuSeconds }) => cpuSeconds),
      's',
    ),
    figure(
      `${name}, peak memory`,
      steps.map(({ peakMebibytes }) => peakMebibytes),
      'MiB',
    ),
  ];
}

function computedFigures(
  { content, measured }: MeasuredCase,
  { measured: ofOne }: MeasuredCase,
  largest: MeasuredCase | undefined,
): Figure[] {
  const boxes = largest?.measured.get('coco');
  return [...measured].flatMap(([format, all]) => {
    const name = `${nameOf(content)}, ${format}`;
    const one = ofOne.get(format);
    if (one === undefined || boxes === undefined) throw new Error(`${format}: a single frame was not measured`);
    const plan = planOf(all, one, { boxes, files: content.shape === 'box' ? 1 : 1 + content.annotations });
    return TOTALS.flatMap((total) => {
      const { seconds, dollars } = computed({ ...all, plan }, one, total);
      return [
        figure(`${name}, ${shown(total)} frames, ${CONCURRENCY} shards at a time, computed`, [seconds], 's'),
        figure(`${name}, ${shown(total)} frames, computed price`, [dollars], 'USD'),
      ];
    });
  });
}

/** A plan takes as long for each file of the archive, as in the largest that was measured: in a small one, most of it is the start. */
function planOf({ plan, frames }: Measured, one: Steps, of: { boxes: Measured; files: number }): Step {
  const grown = of.boxes.plan.cpuSeconds - one.plan.cpuSeconds;
  return { ...plan, cpuSeconds: one.plan.cpuSeconds + (grown * of.files * frames) / of.boxes.frames };
}

/** How much longer a mask takes than a frame of boxes: the plan's number of frames in a shard rests on it. */
function maskShares(cases: readonly MeasuredCase[]): Figure[] {
  const [boxes, one, four] = cases;
  return (['coco', 'parquet'] as const).map((format) => {
    const ofFrame = (each: MeasuredCase | undefined) =>
      (each?.measured.get(format)?.shard.cpuSeconds ?? Number.NaN) / (each?.framesPerShard ?? Number.NaN);
    const ofMask = (ofFrame(four) - ofFrame(one)) / 3;
    return figure(`datasets-scale: ${format}, a mask beside a frame with 10 boxes`, [ofMask / ofFrame(boxes)], '×');
  });
}

/** Of the archive's directory, and the sizes of the images: from a small and a large archive with the same content. */
async function memoryPerFrame(folder: string): Promise<Figure> {
  const peaks: number[] = [];
  for (const frames of PLANNED) {
    const version = `plan-${frames}`;
    await storeVersion(folder, { version, frames, content: { shape: 'box', annotations: 0 } });
    const { peakMebibytes } = await invoke(folder, 'plan', { project_id: PROJECT, version, formats: ['coco'] });
    peaks.push(peakMebibytes);
  }
  const [small, large] = PLANNED;
  const [few = Number.NaN, many = Number.NaN] = peaks;
  const bytes = ((many - few) * 2 ** 20) / (large - small);
  return figure('datasets-scale: plan, memory for each frame of the archive', [bytes], 'B');
}

async function invoke(folder: string, name: 'plan' | 'shard' | 'merge', input: object): Promise<Step> {
  const script = join(import.meta.dirname, 'step.ts');
  const args = ['--max-old-space-size=1500', script, folder, name, JSON.stringify(input)];
  const { stdout } = await promisify(execFile)(process.execPath, args, { maxBuffer: 2 ** 24 });
  return JSON.parse(stdout.trim().split('\n').at(-1) ?? '');
}

async function bytesIn(folder: string): Promise<number> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile());
  const sizes = await Promise.all(files.map(async ({ parentPath, name }) => (await stat(join(parentPath, name))).size));
  return sizes.reduce((sum, size) => sum + size, 0);
}
