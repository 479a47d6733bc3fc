/**
 * Measures memory and time of mirroring an archive, compared to a plain stream copy through the same SDK.
 * File server, bucket and copy run in separate processes.
 *
 *     node bench/mirror/index.ts [MiB, 1024 by default]
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

const MIB = 1024 * 1024;
const LIMIT_MIB = 150;

const size = Number(process.argv[2] ?? 1024);
if (!Number.isInteger(size) || size < 1) throw new Error('the size must be a number of MiB');

const directory = await mkdtemp(join(tmpdir(), 'bench-mirror-'));
const children = new Set<ChildProcess>();
try {
  console.log(`Making an archive of ${size} MiB…`);
  const archive = await start('archive-server.ts', [String(size), directory]);
  const plain = await measure('plain', archive);
  const mirror = await measure('mirror', archive);
  console.log(line('', 'extra memory', 'speed'));
  console.log(line('plain stream copy', ...plain.shown));
  console.log(line('mirror', ...mirror.shown));
  const passed = mirror.extraMib < LIMIT_MIB;
  console.log(`\nmirror: ${passed ? 'ok' : 'too much'}: the limit is ${LIMIT_MIB} MiB of extra memory`);
  process.exitCode = passed ? 0 : 1;
} finally {
  for (const child of children) child.kill();
  await rm(directory, { recursive: true });
}

/** Each copy gets its own bucket, so that neither finds the other's archive in memory. */
async function measure(kind: string, archive: Readonly<Record<string, unknown>>) {
  const { env, bucket } = await start('bucket-server.ts', []);
  const BENCH = JSON.stringify({ ...archive, bucket });
  const result = await start('copy-archive.ts', [kind], { ...Object(env), BENCH });
  const [bytes, seconds, extraBytes] = [
    Number(result['bytes']),
    Number(result['seconds']),
    Number(result['extraBytes']),
  ];
  if (bytes !== archive['bytes']) throw new Error(`${kind} copied ${bytes} of ${archive['bytes']} bytes`);
  const extraMib = extraBytes / MIB;
  return { extraMib, shown: [`${extraMib.toFixed(0)} MiB`, `${(bytes / 1e6 / seconds).toFixed(0)} MB/s`] as const };
}

/** Starts a script of this directory and waits for the JSON line that it prints. */
function start(script: string, args: string[], env: Record<string, string> = {}): Promise<Record<string, unknown>> {
  const child = spawn(process.execPath, [join(import.meta.dirname, script), ...args], {
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  children.add(child);
  return new Promise((resolve, reject) => {
    createInterface({ input: child.stdout }).once('line', (text) => resolve(JSON.parse(text)));
    child.once('error', reject);
    child.once('exit', (code) => reject(new Error(`${script} ended with ${code}`)));
  });
}

function line(name: string, memory: string, speed: string): string {
  return `${name.padEnd(20)}${memory.padStart(14)}${speed.padStart(12)}`;
}
