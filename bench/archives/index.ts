/**
 * Reading an annotation archive: all frames from a file beside the least code that does so, by URL, single tasks by URL, and growth.
 * Compares with the parser of Annofab's Python client if a Python has it (ANNOFAB_PYTHON, or python3).
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Figure, figure, growth, type Run, ratio } from '../figures.ts';
import { interleave, runProgram, runScript, startScript } from '../measure.ts';
import { findPython } from '../python.ts';
import { FRAMES_PER_TASK } from './frames.ts';
import type { Measured } from './meter.ts';
import type { Taken } from './read-tasks.ts';

interface Served {
  readonly origin: string;
  readonly bytes: number;
  readonly entries: number;
}

const READ_ARCHIVE = new URL('read-archive.ts', import.meta.url);
const MEBIBYTE = 2 ** 20;

export const run: Run = async ({ quick }) => {
  const directory = await mkdtemp(join(tmpdir(), 'bench-archives-'));
  try {
    const sizes = quick ? [1_000, 10_000] : [1_000, 10_000, 100_000];
    const frames = sizes.at(-1) ?? 0;
    return [
      ...(await measureOne(directory, frames, quick)),
      ...(await measureScattered(directory, quick ? 2_000 : 100_000)),
      ...(await measureGrowth(directory, sizes)),
    ];
  } finally {
    await rm(directory, { recursive: true });
  }
};

async function measureOne(directory: string, frames: number, quick: boolean): Promise<Figure[]> {
  return await whileServed(directory, { frames, order: 'by-task' }, (served) => measureServed(served, frames, quick));
}

async function measureServed({ path, origin, bytes }: ServedFile, frames: number, quick: boolean): Promise<Figure[]> {
  const results = await interleave(
    {
      bare: () => runScript<Measured>(new URL('bare-loop.ts', import.meta.url), [path]),
      file: () => readFile(path),
      one: () => mapFrames(path, 1),
      two: () => mapFrames(path, 2),
      url: () => runScript<Measured>(READ_ARCHIVE, ['url', `${origin}/simple-annotation.zip?X-Amz-Signature=bench`]),
    },
    quick ? 3 : 5,
  );
  checkFrames([...results.bare, ...results.file, ...results.one, ...results.two, ...results.url], frames);
  const cpu = (all: readonly Measured[]) => all.map(({ cpuSeconds }) => cpuSeconds);
  const wall = (all: readonly Measured[]) => all.map(({ seconds }) => seconds);
  const peak = (all: readonly Measured[]) => all.map(({ peakBytes }) => peakBytes / MEBIBYTE);
  return [
    figure('archives: bare loop, all frames from a file, processor', cpu(results.bare), 's'),
    figure('archives: all frames from a file, processor', cpu(results.file), 's'),
    ratio('archives: all frames from a file, beside the bare loop', cpu(results.file), cpu(results.bare)),
    figure('archives: all frames by URL, processor', cpu(results.url), 's'),
    figure('archives: all frames in one thread, wall', wall(results.one), 's'),
    figure('archives: all frames in two threads, wall', wall(results.two), 's'),
    // In an archive of a second, the start of the threads takes longer than what they save.
    ...(quick ? [] : [ratio('archives: all frames in two threads, beside one', wall(results.one), wall(results.two))]),
    figure('archives: bare loop, peak memory', peak(results.bare), 'MiB'),
    figure('archives: all frames from a file, peak memory', peak(results.file), 'MiB'),
    figure('archives: all frames in two threads, peak memory', peak(results.two), 'MiB'),
    figure('archives: all frames by URL, peak memory', peak(results.url), 'MiB'),
    ...(await measurePython(path, results.file, quick)),
    ...(await measureTasks('adjacent frames', origin, bytes, frames)),
  ];
}

async function measureScattered(directory: string, frames: number): Promise<Figure[]> {
  return await whileServed(directory, { frames, order: 'scattered' }, ({ origin, bytes }) =>
    measureTasks('scattered frames', origin, bytes, frames),
  );
}

async function measureTasks(what: string, origin: string, bytes: number, frames: number): Promise<Figure[]> {
  const middle = Math.floor((frames - 1) / FRAMES_PER_TASK / 2);
  const tasks = [`task-${middle}`, `task-${middle + 2}`];
  const counts = await runScript<readonly Taken[]>(new URL('read-tasks.ts', import.meta.url), [origin, ...tasks]);
  return ['opened', 'first task', 'second task'].flatMap((step, at) => {
    const taken = counts[at] ?? { requests: Number.NaN, bytes: Number.NaN };
    const name = `archives: ${step} by URL, ${what}`;
    return [
      figure(`${name}, bytes fetched`, [(100 * taken.bytes) / bytes], '%'),
      figure(`${name}, requests`, [taken.requests], ''),
    ];
  });
}

async function measureGrowth(directory: string, sizes: readonly number[]): Promise<Figure[]> {
  const cpu: number[] = [];
  const peak: number[] = [];
  for (const frames of sizes) {
    const measured = await whileServed(directory, { frames, order: 'by-task' }, ({ path }) => readFile(path));
    checkFrames([measured], frames);
    cpu.push(measured.cpuSeconds);
    peak.push(measured.peakBytes / MEBIBYTE);
  }
  const largest = sizes.at(-1)?.toLocaleString('en');
  return [
    growth('archives: growth of the processor time with the frames, exponent', sizes, cpu),
    growth('archives: growth of the peak memory with the frames, exponent', sizes, peak),
    figure(`archives: ${largest} frames from a file, peak memory`, peak.slice(-1), 'MiB'),
  ];
}

type ServedFile = Served & { readonly path: string };

/** Makes an archive and serves it until the work is done. */
async function whileServed<Result>(
  directory: string,
  { frames, order }: { frames: number; order: 'by-task' | 'scattered' },
  work: (served: ServedFile) => Promise<Result>,
): Promise<Result> {
  const path = join(directory, `${order}-${frames}.zip`);
  const server = await startScript<Served>(new URL('archive-server.ts', import.meta.url), [
    path,
    String(frames),
    order,
  ]);
  try {
    return await work({ ...server.first, path });
  } finally {
    await server.stop();
    await rm(path);
  }
}

async function readFile(path: string): Promise<Measured> {
  return await runScript<Measured>(READ_ARCHIVE, ['path', path]);
}

async function mapFrames(path: string, threads: number): Promise<Measured> {
  return await runScript<Measured>(new URL('map-frames.ts', import.meta.url), [path, String(threads)]);
}

function checkFrames(all: readonly Measured[], frames: number): void {
  const wrong = all.find((each) => each.frames !== frames);
  if (wrong) throw new Error(`${wrong.frames} of ${frames} frames were read`);
}

/** `load_json` parses and validates nothing; `parse` makes objects, as this client does, and takes minutes for all frames. */
const PYTHON_LOOPS = [
  { how: 'load', name: 'load_json', frames: undefined, inQuick: true },
  { how: 'parse', name: 'parse', frames: 5_000, inQuick: false },
] as const;

/** The time is linear, so that of a frame is compared. */
async function measurePython(path: string, ours: readonly Measured[], quick: boolean): Promise<Figure[]> {
  const found = findPython('archives');
  if (found === undefined) return [];
  const script = join(import.meta.dirname, 'read_archive.py');
  const measured: Figure[] = [];
  const ofFrame = ({ cpuSeconds, frames }: Measured) => (1_000 * cpuSeconds) / frames;
  const cpu = ours.map(ofFrame).toSorted((a, b) => a - b)[ours.length >> 1] ?? Number.NaN;
  for (const { how, name: loop, frames } of PYTHON_LOOPS.filter(({ inQuick }) => inQuick || !quick)) {
    const limit = frames === undefined ? [] : ['--frames', String(frames)];
    const python = await runProgram<Measured>(found.program, [script, how, path, ...limit]);
    const name = `archives: ${loop} of ${found.client}`;
    measured.push(figure(`${name}, a frame from a file, processor`, [ofFrame(python)], 'ms'));
    measured.push(figure(`${name}, a frame from a file, beside this client`, [ofFrame(python) / cpu], '×'));
    measured.push(figure(`${name}, peak memory`, [python.peakBytes / MEBIBYTE], 'MiB'));
  }
  return measured;
}
