/**
 * How long it takes, and how much memory, to read an annotation archive: all of it from a file and by URL, and one task
 * by URL; beside the parser of Annofab's Python client, where there is a Python that has it (ANNOFAB_PYTHON, or python3).
 *
 *     node bench/archives/index.ts [frames, 100000 by default] [--json]
 */
import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs, promisify } from 'node:util';
import { type CountingServer, serveFile } from './file-server.ts';
import { archiveFiles, framesPerTask } from './frames.ts';
import { writeZip } from './zip-writer.ts';

interface Measured {
  order: string;
  what: string;
  seconds: number;
  peakBytes: number;
  frames: number;
  requests?: number;
  fetchedBytes?: number;
}

const run = promisify(execFile);
const { values, positionals } = parseArgs({ allowPositionals: true, options: { json: { type: 'boolean' } } });
const frames = Number(positionals[0] ?? 100_000);
if (!Number.isInteger(frames) || frames < 1) throw new Error('the number of frames is a whole number');
const task_id = `task-${Math.floor((frames - 1) / framesPerTask / 2)}`;
const note = values.json ? () => {} : console.log;

const python = await findPython();
const directory = await mkdtemp(join(tmpdir(), 'bench-archives-'));
try {
  const results = [...(await measureOrder('by-task')), ...(await measureOrder('scattered'))];
  if (values.json)
    console.log(JSON.stringify({ frames, node: process.version, python: python !== undefined, results }));
  else if (python === undefined) note('\nNo Python with annofabapi: set ANNOFAB_PYTHON to compare with its parser.');
} finally {
  await rm(directory, { recursive: true });
}

async function measureOrder(order: 'by-task' | 'scattered'): Promise<Measured[]> {
  const path = join(directory, `${order}.zip`);
  const { bytes, entries } = await writeZip(path, archiveFiles(frames, order));
  note(`\n${frames} frames ${order}: ${entries} entries, ${mib(bytes)}\n`);
  note(line('', 'time', 'peak memory', 'requests', 'fetched'));
  const server = await serveFile(path);
  try {
    const results: Measured[] = [];
    for (const measure of plan(order, path, server)) {
      const result = await measure();
      results.push(result);
      note(shown(result));
    }
    return results;
  } finally {
    server.stop();
  }
}

function plan(order: string, path: string, server: CountingServer): (() => Promise<Measured>)[] {
  const ours = (what: string, args: string[]) => async () => {
    server.take();
    const measured = await read(process.execPath, ['read-archive.ts', ...args]);
    const { requests, bytes } = server.take();
    return { order, what, ...measured, ...(args[0] === 'url' && { requests, fetchedBytes: bytes }) };
  };
  const theirs = (what: string, args: string[]) =>
    python === undefined ? [] : [async () => ({ order, what, ...(await read(python, ['read_archive.py', ...args])) })];
  return [
    ours('all, from a file', ['path', path]),
    ours('all, by URL', ['url', server.url]),
    ...theirs('all, Python: parse()', ['parse', path]),
    ...theirs('all, Python: load_json()', ['load', path]),
    ours('one task, by URL', ['url', server.url, task_id]),
    ours('one task, from a file', ['path', path, task_id]),
    ...theirs('one task, Python (downloaded)', ['parse', path, task_id]),
  ];
}

async function read(program: string, [script = '', ...args]: string[]) {
  const { stdout } = await run(program, [join(import.meta.dirname, script), ...args]);
  const result: Record<string, unknown> = JSON.parse(stdout);
  const expected = args.length > 2 ? Math.min(framesPerTask, frames) : frames;
  if (expected !== result['frames'] && args.length <= 2) throw new Error(`${script} read ${result['frames']} frames`);
  return {
    seconds: Number(result['seconds']),
    peakBytes: Number(result['peakBytes']),
    frames: Number(result['frames']),
  };
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
  return name.padEnd(32) + columns.map((column) => column.padStart(14)).join('');
}
