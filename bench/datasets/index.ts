/**
 * Converting an archive to each format: frames a second, processor time, peak memory, and growth. COCO is compared with the
 * straightforward loop of annofabapi's parser, Pillow and pycocotools over the same archive, if a Python has them (ANNOFAB_PYTHON, or python3).
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { FORMATS } from '../../lib/datasets/index.ts';
import type { Measured } from '../archives/meter.ts';
import { writeZip } from '../archives/zip-writer.ts';
import { type Figure, figure, growth, type Run, ratio } from '../figures.ts';
import { interleave, runProgram, runScript } from '../measure.ts';
import { findPython } from '../python.ts';
import { benchFiles } from './source.ts';

const MEBIBYTE = 2 ** 20;
const SMALLEST = 10_000;
const QUICK_FORMATS = ['coco', 'parquet'];

export const run: Run = async ({ quick, frames = 100_000 }) => {
  const folder = await mkdtemp(join(tmpdir(), 'bench-datasets-'));
  try {
    const sizes = quick ? [SMALLEST] : [SMALLEST, ...[100_000, 1_000_000].filter((size) => size <= frames)];
    const formats = quick ? QUICK_FORMATS : Object.keys(FORMATS);
    const measured = new Map<string, Measured[]>(formats.map((format) => [format, []]));
    const figures: Figure[] = [];
    for (const size of sizes) {
      const path = join(folder, `${size}.zip`);
      await writeZip(path, benchFiles(size));
      for (const [format, all] of measured) {
        const found = await convert(path, format, join(folder, 'out'));
        all.push(found);
        figures.push(...figuresOf(`datasets: ${format}, ${size.toLocaleString('en')} frames`, found, size));
      }
      if (size === SMALLEST) figures.push(...(await comparePython(path, folder, quick)));
      await rm(path);
    }
    if (sizes.length > 1) figures.push(...[...measured].flatMap(([format, all]) => growths(format, sizes, all)));
    return figures;
  } finally {
    await rm(folder, { recursive: true });
  }
};

async function convert(path: string, format: string, out: string): Promise<Measured> {
  try {
    return await runScript<Measured>(new URL('convert.ts', import.meta.url), [path, format, out]);
  } finally {
    for (const folder of [out, `${out}.work`]) await rm(folder, { recursive: true, force: true });
  }
}

function figuresOf(name: string, { frames, cpuSeconds, peakBytes }: Measured, wanted: number): Figure[] {
  if (frames !== wanted) throw new Error(`${name}: ${frames} of ${wanted} frames were converted`);
  return [
    figure(`${name}, processor`, [cpuSeconds], 's'),
    figure(`${name}, a second of processor time`, [frames / cpuSeconds], 'frames'),
    figure(`${name}, peak memory`, [peakBytes / MEBIBYTE], 'MiB'),
  ];
}

function growths(format: string, sizes: readonly number[], measured: readonly Measured[]): Figure[] {
  return [
    growth(
      `datasets: ${format}, growth of the processor time, exponent`,
      sizes,
      measured.map(({ cpuSeconds }) => cpuSeconds),
    ),
    growth(
      `datasets: ${format}, growth of the peak memory, exponent`,
      sizes,
      measured.map(({ peakBytes }) => peakBytes),
    ),
  ];
}

/** `load` reads the JSON of a frame as it is; `parse` makes objects, as the documentation of annofabapi does. */
const LOOPS = { load: "annofabapi's load_json and pycocotools", parse: "annofabapi's parse and pycocotools" } as const;

async function comparePython(path: string, folder: string, quick: boolean): Promise<Figure[]> {
  const python = findPython('datasets');
  if (python === undefined) return [];
  const script = join(import.meta.dirname, 'convert.py');
  const out = join(folder, 'python');
  const loop = (how: keyof typeof LOOPS) => async () => {
    await rm(out, { recursive: true, force: true });
    return await runProgram<Measured>(python.program, [script, how, path, out]);
  };
  const measurements = {
    ours: () => convert(path, 'coco', join(folder, 'out')),
    load: loop('load'),
    parse: loop('parse'),
  };
  const results = await interleave(measurements, quick ? 1 : 5);
  const cpu = (all: readonly Measured[]) => all.map(({ cpuSeconds }) => cpuSeconds);
  return (['load', 'parse'] as const).flatMap((how) => {
    const name = `datasets: COCO by ${LOOPS[how]}, ${SMALLEST.toLocaleString('en')} frames`;
    return [
      figure(`${name}, processor`, cpu(results[how]), 's'),
      ratio(`${name}, beside this converter`, cpu(results[how]), cpu(results.ours)),
    ];
  });
}
