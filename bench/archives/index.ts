/**
 * How long it takes, and how much memory, to read an annotation archive: all of it from a file and by URL, and one task
 * by URL; beside the parser of Annofab's Python client, where there is a Python that has it (ANNOFAB_PYTHON, or python3).
 * What serves and what reads are processes of their own.
 *
 *     node bench/archives/index.ts [frames, 100000 by default] [--json]
 */
import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { parseArgs, promisify } from 'node:util';
import { framesPerTask } from './frames.ts';

type Order = 'by-task' | 'scattered';

interface Measured {
  order: Order;
  what: string;
  seconds: number;
  peakBytes: number;
  requests?: number;
  fetchedBytes?: number;
}

const run = promisify(execFile);
const { values, positionals } = parseArgs({ allowPositionals: true, options: { json: { type: 'boolean' } } });
const frames = Number(positionals[0] ?? 100_000);
if (!Number.isInteger(frames) || frames < 1) throw new Error('the number of frames is a whole number');
/** In the middle. */
const task_id = `task-${Math.floor((frames - 1) / framesPerTask / 2)}`;
const note = values.json ? () => {} : console.log;

const python = await findPython();
const directory = await mkdtemp(join(tmpdir(), 'bench-archives-'));
try {
  const results = [...(await measureOrder('by-task')), ...(await measureOrder('scattered'))];
  if (values.json) console.log(JSON.stringify({ frames, node: process.version, results }));
  if (python === undefined) note('\nNo Python with annofabapi: set ANNOFAB_PYTHON to compare with its parser.');
} finally {
  await rm(directory, { recursive: true });
}

async function measureOrder(order: Order): Promise<Measured[]> {
  const path = join(directory, `${order}.zip`);
  const server = spawn(
    process.execPath,
    [join(import.meta.dirname, 'archive-server.ts'), path, String(frames), order],
    {
      stdio: ['ignore', 'pipe', 'inherit'],
    },
  );
  try {
    const [ready] = await once(createInterface({ input: server.stdout }), 'line');
    const { origin, bytes, entries } = JSON.parse(ready);
    note(`\n${frames} frames ${order}: ${entries} entries, ${mib(bytes)}\n`);
    note(line('', 'time', 'peak memory', 'requests', 'fetched'));
    const results: Measured[] = [];
    for (const [what, measure] of plan(order, path, origin)) {
      const result = { order, what, ...(await measure()) };
      results.push(result);
      note(shown(result));
    }
    return results;
  } finally {
    server.kill();
  }
}

type Measure = () => Promise<Omit<Measured, 'order' | 'what'>>;

function plan(order: Order, path: string, origin: string): [string, Measure][] {
  const fromFile = (...task: string[]) => read(process.execPath, ['read-archive.ts', 'path', path, ...task]);
  const byUrl = async (...task: string[]) => {
    await take(origin);
    const url = `${origin}/simple-annotation.zip?X-Amz-Signature=bench`;
    const measured = await read(process.execPath, ['read-archive.ts', 'url', url, ...task]);
    return { ...measured, ...(await take(origin)) };
  };
  const ours: [string, Measure][] = [
    ['all, from a file', () => fromFile()],
    ['all, by URL', () => byUrl()],
    ['one task, from a file', () => fromFile(task_id)],
    ['one task, by URL', () => byUrl(task_id)],
  ];
  // To it the order makes no difference.
  return python === undefined || order === 'scattered' ? ours : [...ours, ...withPython(python, path)];
}

function withPython(program: string, path: string): [string, Measure][] {
  const script =
    (how: string, ...task: string[]) =>
    () =>
      read(program, ['read_archive.py', how, path, ...task]);
  return [
    ['all, Python, load_json()', script('load')],
    ['all, Python, parse()', script('parse')],
    ['one task, Python, downloaded', script('parse', task_id)],
  ];
}

async function read(program: string, [script = '', ...args]: string[]) {
  const { stdout } = await run(program, [join(import.meta.dirname, script), ...args]);
  const { seconds, peakBytes, frames: seen } = JSON.parse(stdout);
  if (seen === 0 || (args.length === 2 && seen !== frames)) throw new Error(`${script} read ${seen} frames`);
  return { seconds: Number(seconds), peakBytes: Number(peakBytes) };
}

async function take(origin: string): Promise<{ requests: number; fetchedBytes: number }> {
  const response = await fetch(`${origin}/taken`);
  const { requests, bytes }: { requests: number; bytes: number } = JSON.parse(await response.text());
  return { requests, fetchedBytes: bytes };
}

async function findPython(): Promise<string | undefined> {
  const candidate = process.env['ANNOFAB_PYTHON'] ?? 'python3';
  try {
    await run(candidate, ['-c', 'import annofabapi.parser']);
    return candidate;
  } catch {
    return undefined;
  }
}

function shown({ what, seconds, peakBytes, requests, fetchedBytes }: Measured): string {
  const time = seconds < 2 ? `${(seconds * 1000).toFixed(0)} ms` : `${seconds.toFixed(1)} s`;
  return line(what, time, mib(peakBytes), String(requests ?? ''), fetchedBytes === undefined ? '' : mib(fetchedBytes));
}

function mib(bytes: number): string {
  return `${(bytes / 2 ** 20).toFixed(bytes < 10 * 2 ** 20 ? 1 : 0)} MiB`;
}

function line(name: string, ...columns: string[]): string {
  return name.padEnd(30) + columns.map((column) => column.padStart(13)).join('');
}
