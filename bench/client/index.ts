/**
 * Measures how many `getTask` per second the client makes against a server that answers at once, compared to plain undici with
 * the same agent settings, and to Annofab's Python client if `ANNOFAB_PYTHON` names a Python that has it.
 *
 *     node bench/client/index.ts [requests a round, 4000 by default]
 */
import { execFile, spawn } from 'node:child_process';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { promisify } from 'node:util';
import { request } from 'undici';
import { createAgent } from '../../lib/annofab/http/agent.ts';
import { AnnofabClient } from '../../lib/annofab/index.ts';

const ROUNDS = 5;
/** The number of requests per turn; a round consists of turns. */
const TURN = 200;
const count = Number(process.argv[2] ?? 4_000);
if (!Number.isInteger(count) || count < 1) throw new Error('the number of requests must be a whole number');

const server = spawn(process.execPath, [join(import.meta.dirname, 'task-server.ts')], {
  stdio: ['ignore', 'pipe', 'inherit'],
});
try {
  const url = await new Promise<string>((resolve) => createInterface({ input: server.stdout }).once('line', resolve));
  for (const concurrency of [1, 32]) await compare(url, concurrency);
} finally {
  server.kill();
}

/** Interleaves short turns within each round, so that the load of the machine affects both. */
async function compare(url: string, concurrency: number): Promise<void> {
  const agent = createAgent(32);
  const annofab = new AnnofabClient({ credentials: { pat: 'bench' }, baseUrl: url, dispatcher: agent });
  const headers = { authorization: 'Bearer bench', accept: 'application/json' };
  const raw = async () => {
    const { body } = await request(`${url}/api/v1/projects/project/tasks/task`, { dispatcher: agent, headers });
    await body.json();
  };
  const client = () => annofab.getTask({ project_id: 'project', task_id: 'task' });
  const rates = { raw: [] as number[], client: [] as number[] };
  await Promise.all([time(raw, 500, concurrency), time(client, 500, concurrency)]); // Warm both up.
  for (let round = 0; round < ROUNDS; round += 1) {
    const seconds = { raw: 0, client: 0 };
    for (let left = count; left > 0; left -= TURN) {
      seconds.raw += await time(raw, Math.min(TURN, left), concurrency);
      seconds.client += await time(client, Math.min(TURN, left), concurrency);
    }
    rates.raw.push(count / seconds.raw);
    rates.client.push(count / seconds.client);
  }
  await annofab.close();
  await agent.close();
  console.log(`\n${concurrency} at a time, ${ROUNDS} rounds of ${count} requests`);
  console.log(line('undici alone', rates.raw));
  console.log(line('this client', rates.client));
  const shares = rates.client.map((rate, round) => rate / (rates.raw[round] ?? rate));
  const [low, high] = [Math.min(...shares), Math.max(...shares)];
  console.log(`  of undici     ${median(shares).toFixed(2)}   (${low.toFixed(2)} to ${high.toFixed(2)})`);
  if (concurrency === 1) await python(url);
}

/** @returns the duration in seconds */
async function time(work: () => PromiseLike<unknown>, requests: number, concurrency: number): Promise<number> {
  let left = requests;
  const start = performance.now();
  const worker = async (): Promise<void> => {
    while (left > 0) {
      left -= 1;
      await work();
    }
  };
  await Promise.all(Array.from({ length: concurrency }, worker));
  return (performance.now() - start) / 1000;
}

async function python(url: string): Promise<void> {
  const interpreter = process.env['ANNOFAB_PYTHON'] ?? 'python3';
  try {
    const script = join(import.meta.dirname, 'get_tasks.py');
    const { stdout } = await promisify(execFile)(interpreter, [script, url, String(Math.ceil(count / 4))]);
    console.log(line('Python client', [Number(stdout)]));
  } catch {
    console.log(
      `  Python client not measured: ${interpreter} has no annofabapi (set ANNOFAB_PYTHON to one that has it)`,
    );
  }
}

function median(numbers: readonly number[]): number {
  return numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? 0;
}

function line(name: string, rates: readonly number[]): string {
  const [low, high] = [Math.min(...rates), Math.max(...rates)];
  const spread = rates.length > 1 ? `   (${low.toFixed(0)} to ${high.toFixed(0)})` : '';
  return `  ${name.padEnd(14)}${median(rates).toFixed(0).padStart(7)} requests/s${spread}`;
}
