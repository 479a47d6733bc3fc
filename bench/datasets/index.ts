/**
 * Converting an archive to each format: frames a second, processor time, peak memory, and growth. COCO is compared with the
 * straightforward loop of annofabapi's parser, Pillow and pycocotools over the same frames, if a Python has them (ANNOFAB_PYTHON, or python3).
 */
import { existsSync } from 'node:fs';
import { mkdtemp, rm, statfs } from 'node:fs/promises';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { mapInOrder } from '../../lib/core/async/map-in-order.ts';
import { FORMATS } from '../../lib/datasets/index.ts';
import type { Measured } from '../archives/meter.ts';
import { writeZip } from '../archives/zip-writer.ts';
import { type Figure, figure, growth, type Run, ratio } from '../figures.ts';
import { interleave, runProgram, runScript } from '../measure.ts';
import { findPython } from '../python.ts';
import { benchFiles } from './source.ts';

const MEBIBYTE = 2 ** 20;
const SIZES = [10_000, 100_000, 1_000_000];
const SMALLEST = 10_000;
/** These write a file for each frame: a million of them would measure the file system for half an hour. */
const FILE_FORMATS = ['masks', 'yolo', 'kitti'];
const MOST_FILES = 100_000;
const QUICK_FORMATS = ['coco', 'parquet'];

/** Two conversions at a time, of one thread each. */
const CONCURRENCY = Math.min(2, availableParallelism());

/** Of an archive of a million frames, and of two formats with their pieces. */
const NEEDED_BYTES = 20 * 2 ** 30;

/** A million frames take ten minutes, and are measured only where they are asked for: `--frames 1000000`. */
export const run: Run = async ({ quick, frames = 100_000 }) => {
  const folder = await mkdtemp(join(tmpdir(), 'bench-datasets-'));
  try {
    const sizes = quick ? [SMALLEST] : SIZES.filter((size) => size <= frames);
    if (sizes.includes(1_000_000)) await assertSpace(folder);
    const results: Result[] = [];
    for (const size of sizes) results.push(...(await convertAll(folder, size, formatsOf(size, quick))));
    return [
      ...results.flatMap(figuresOf),
      ...(sizes.length > 1 ? Object.keys(FORMATS).flatMap((format) => growths(format, results)) : []),
      ...(await comparePython(folder, quick)),
    ];
  } finally {
    await rm(folder, { recursive: true });
  }
};

/** Those that take longest first, so that two at a time end together. */
function formatsOf(size: number, quick: boolean): readonly string[] {
  if (quick) return QUICK_FORMATS;
  const others = Object.keys(FORMATS).filter((format) => !FILE_FORMATS.includes(format));
  return size > MOST_FILES ? others : [...FILE_FORMATS, ...others];
}

async function assertSpace(folder: string): Promise<void> {
  const { bavail, bsize } = await statfs(folder);
  if (bavail * bsize >= NEEDED_BYTES) return;
  throw new Error(
    `${tmpdir()} has less than 20 GiB: set TMPDIR to another folder, or measure less with --frames 100000`,
  );
}

/** A conversion that was measured. */
interface Result extends Measured {
  readonly format: string;
}

async function convertAll(folder: string, size: number, formats: readonly string[]): Promise<Result[]> {
  const path = await archiveOf(folder, size);
  return await mapInOrder(formats, CONCURRENCY, async (format) => {
    const measured = await convert(path, format, join(folder, format));
    if (measured.frames !== size) throw new Error(`${format}: ${measured.frames} of ${size} frames were converted`);
    return { ...measured, format };
  });
}

/** Written once. */
async function archiveOf(folder: string, size: number): Promise<string> {
  const path = join(folder, `${size}.zip`);
  if (!existsSync(path)) await writeZip(path, benchFiles(size));
  return path;
}

async function convert(path: string, format: string, out: string): Promise<Measured> {
  try {
    return await runScript<Measured>(new URL('convert.ts', import.meta.url), [path, format, out]);
  } finally {
    for (const folder of [out, `${out}.work`]) await rm(folder, { recursive: true, force: true });
  }
}

function figuresOf({ format, frames, cpuSeconds, peakBytes }: Result): Figure[] {
  const name = `datasets: ${format}, ${shown(frames)} frames`;
  return [
    figure(`${name}, processor`, [cpuSeconds], 's'),
    figure(`${name}, a second of processor time`, [frames / cpuSeconds], 'frames'),
    figure(`${name}, peak memory`, [peakBytes / MEBIBYTE], 'MiB'),
  ];
}

/**
 * The memory grows by the directory of the archive and the sizes of the images alone: some bytes for each frame, which only a large archive
 * shows.
 */
function growths(format: string, results: readonly Result[]): Figure[] {
  const measured = results.filter((result) => result.format === format);
  const [before, last] = measured.slice(-2);
  if (before === undefined || last === undefined) return [];
  const name = `datasets: ${format}, to ${shown(last.frames)} frames, growth`;
  const sizes = measured.map(({ frames }) => frames);
  const cpu = measured.map(({ cpuSeconds }) => cpuSeconds);
  const bytes = (last.peakBytes - before.peakBytes) / (last.frames - before.frames);
  return [
    growth(`${name} of the processor time, exponent`, sizes, cpu),
    growth(
      `${name} of the peak memory, exponent`,
      sizes,
      measured.map(({ peakBytes }) => peakBytes),
    ),
    ...(last.frames > MOST_FILES
      ? [figure(`${name} of the peak memory from ${shown(before.frames)} frames, for each frame`, [bytes], 'B')]
      : []),
  ];
}

function shown(frames: number): string {
  return frames.toLocaleString('en');
}

/**
 * The loops: `load` reads the JSON of a frame as it is; `parse` makes objects, as the documentation of annofabapi does. Their time is
 * linear, so that of a frame is compared: the frames of `parse` are fewer, since it takes ten times as long.
 */
const LOOPS = {
  load: { name: "annofabapi's load_json and pycocotools", frames: 10_000, quickFrames: 2_000 },
  parse: { name: "annofabapi's parse and pycocotools", frames: 2_000, quickFrames: 500 },
} as const;

async function comparePython(folder: string, quick: boolean): Promise<Figure[]> {
  const python = findPython('datasets');
  if (python === undefined) return [];
  const [script, out] = [join(import.meta.dirname, 'convert.py'), join(folder, 'python')];
  const loop = async (how: keyof typeof LOOPS) => {
    const path = await archiveOf(folder, quick ? LOOPS[how].quickFrames : LOOPS[how].frames);
    return async () => {
      await rm(out, { recursive: true, force: true });
      return await runProgram<Measured>(python.program, [script, how, path, out]);
    };
  };
  const path = await archiveOf(folder, SMALLEST);
  const results = await interleave(
    {
      ours: () => convert(path, 'coco', join(folder, 'out')),
      load: await loop('load'),
      parse: await loop('parse'),
    },
    quick ? 1 : 3,
  );
  const ofFrame = (all: readonly Measured[]) => all.map(({ cpuSeconds, frames }) => (1_000 * cpuSeconds) / frames);
  return (['load', 'parse'] as const).flatMap((how) => {
    const name = `datasets: COCO by ${LOOPS[how].name}, a frame`;
    return [
      figure(`${name}, processor`, ofFrame(results[how]), 'ms'),
      ratio(`${name}, beside this converter`, ofFrame(results[how]), ofFrame(results.ours)),
    ];
  });
}
