/**
 * Measures time and memory of reading an annotation archive: all of it from a file and by URL, and one task by URL. Compares
 * with the parser of Annofab's Python client if a Python has it (ANNOFAB_PYTHON, or python3).
 * Server and reader are separate processes. Rounds are interleaved: times are the median and the range of all rounds.
 * Processor times depend least on the load of the machine.
 *
 *     node bench/archives/index.ts [frames, 100000 by default] [--rounds 3] [--json]
 */
import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { parseArgs, promisify } from 'node:util';
import { FRAMES_PER_TASK } from './frames.ts';

type Order = 'by-task' | 'scattered';

interface Once {
  seconds: number;
  cpuSeconds: number;
  peakBytes: number;
  requests?: number;
  fetchedBytes?: number;
}

interface Measured extends Once {
  order: Order;
  what: string;
  rounds: number;
  minSeconds: number;
  maxSeconds: number;
}

const run = promisify(execFile);
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { json: { type: 'boolean' }, rounds: { type: 'string', default: '3' } },
});
const frames = Number(positionals[0] ?? 100_000);
if (!Number.isInteger(frames) || frames < 1) throw new Error('the number of frames must be a whole number');
const rounds = Number(values.rounds);
if (!Number.isInteger(rounds) || rounds < 1) throw new Error('the number of rounds must be a whole number');
/** A task in the middle of the archive. */
const task_id = `task-${Math.floor((frames - 1) / FRAMES_PER_TASK / 2)}`;
const note = values.json ? () => {} : console.log;

const python = await findPython();
const directory = await mkdtemp(join(tmpdir(), 'bench-archives-'));
try {
  const results = [...(await measureOrder('by-task')), ...(await measureOrder('scattered'))];
  if (values.json) console.log(JSON.stringify({ frames, node: process.version, results }));
  if (python === undefined) note('\nNo Python with annofabapi found: set ANNOFAB_PYTHON to compare with its parser.');
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
    note(line('', 'time', 'range', 'processor', 'peak memory', 'requests', 'fetched'));
    const results = (await measureRounds(plan(order, path, origin))).map((result) => ({ order, ...result }));
    for (const result of results) note(shown(result));
    return results;
  } finally {
    server.kill();
  }
}

async function measureRounds(plan: readonly Planned[]): Promise<Omit<Measured, 'order'>[]> {
  const seen = plan.map(({ what }) => ({ what, all: [] as Once[] }));
  for (let round = 0; round < rounds; round += 1) {
    for (const [index, { measure, slow }] of plan.entries()) {
      if (!slow || round === 0) seen[index]?.all.push(await measure());
    }
  }
  return seen.map(({ what, all }) => ({ what, ...summaryOf(all) }));
}

function summaryOf(all: readonly Once[]): Omit<Measured, 'order' | 'what'> {
  const sorted = all.toSorted((a, b) => a.seconds - b.seconds);
  const median = sorted[sorted.length >> 1];
  const cpu = all.map(({ cpuSeconds }) => cpuSeconds).sort((a, b) => a - b)[all.length >> 1];
  if (median === undefined || cpu === undefined) throw new Error('nothing was measured');
  return {
    ...median,
    cpuSeconds: cpu,
    peakBytes: Math.max(...all.map(({ peakBytes }) => peakBytes)),
    rounds: all.length,
    minSeconds: sorted[0]?.seconds ?? 0,
    maxSeconds: sorted.at(-1)?.seconds ?? 0,
  };
}

interface Planned {
  readonly what: string;
  readonly measure: () => Promise<Once>;
  /** It takes minutes, so it is measured in one round only. */
  readonly slow?: boolean;
}

function plan(order: Order, path: string, origin: string): Planned[] {
  const fromFile = (...task: string[]) => read(process.execPath, ['read-archive.ts', 'path', path, ...task]);
  const byUrl = async (...task: string[]) => {
    await take(origin);
    const url = `${origin}/simple-annotation.zip?X-Amz-Signature=bench`;
    const measured = await read(process.execPath, ['read-archive.ts', 'url', url, ...task]);
    return { ...measured, ...(await take(origin)) };
  };
  const ours: Planned[] = [
    { what: 'all, from a file', measure: () => fromFile() },
    { what: 'all, by URL', measure: () => byUrl() },
    { what: 'one task, from a file', measure: () => fromFile(task_id) },
    { what: 'one task, by URL', measure: () => byUrl(task_id) },
  ];
  // The order does not affect the Python client.
  return python === undefined || order === 'scattered' ? ours : [...ours, ...withPython(python, path)];
}

function withPython(program: string, path: string): Planned[] {
  const script =
    (how: string, ...task: string[]) =>
    () =>
      read(program, ['read_archive.py', how, path, ...task]);
  return [
    { what: 'all, Python, load_json()', measure: script('load') },
    { what: 'all, Python, parse()', measure: script('parse'), slow: true },
    { what: 'one task, Python, downloaded', measure: script('parse', task_id) },
  ];
}

async function read(program: string, [script = '', ...args]: string[]) {
  const { stdout } = await run(program, [join(import.meta.dirname, script), ...args]);
  const { seconds, cpuSeconds, peakBytes, frames: seen } = JSON.parse(stdout);
  if (seen === 0 || (args.length === 2 && seen !== frames)) throw new Error(`${script} read ${seen} frames`);
  return { seconds: Number(seconds), cpuSeconds: Number(cpuSeconds), peakBytes: Number(peakBytes) };
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

function shown(result: Measured): string {
  const { what, seconds, minSeconds, maxSeconds, cpuSeconds, peakBytes, requests, fetchedBytes } = result;
  const range = result.rounds === 1 ? 'once' : `${minSeconds.toFixed(2)}-${maxSeconds.toFixed(2)}`;
  const times = [`${seconds.toFixed(2)} s`, range, `${cpuSeconds.toFixed(2)} s`];
  const fetched = fetchedBytes === undefined ? '' : mib(fetchedBytes);
  return line(what, ...times, mib(peakBytes), String(requests ?? ''), fetched);
}

function mib(bytes: number): string {
  return `${(bytes / 2 ** 20).toFixed(bytes < 10 * 2 ** 20 ? 1 : 0)} MiB`;
}

function line(name: string, ...columns: string[]): string {
  return name.padEnd(30) + columns.map((column) => column.padStart(13)).join('');
}
