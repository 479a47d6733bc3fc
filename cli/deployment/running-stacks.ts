import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ANY_LOCAL } from '../options.ts';

/** What `npm start --json` prints, as far as the commands need it. */
export interface RunningStack {
  readonly annofab: { readonly url: string };
  readonly http: { readonly url: string };
  readonly aws: { readonly sqs_url: string; readonly bucket: string };
}

/** One file for each process of `npm start`, named after its id. ANNOFAB_FUNCTIONS_STACKS names another folder. */
function folder(): string {
  const beside = new URL('../../node_modules/.cache/stacks', import.meta.url);
  return process.env['ANNOFAB_FUNCTIONS_STACKS'] ?? fileURLToPath(beside);
}

/** Lets `--local` find a stack. @returns a function that takes the record away */
export async function recordStack(stack: RunningStack, into = folder()): Promise<() => Promise<void>> {
  const file = join(into, `${process.pid}.json`);
  await mkdir(into, { recursive: true });
  await writeFile(file, JSON.stringify(stack), { mode: 0o600 });
  return () => rm(file, { force: true });
}

/**
 * Finds the stack that `--local` means.
 *
 * @param local the address of its AWS, or {@link ANY_LOCAL}
 * @returns `undefined` for an address that no `npm start` of this checkout printed
 * @throws Error when none runs, or there are several
 */
export async function findStack(local: string): Promise<RunningStack | undefined> {
  const stacks = await runningStacks();
  if (local !== ANY_LOCAL) return stacks.find(({ aws }) => sameOrigin(aws.sqs_url, local));
  const [one, another] = stacks;
  if (one === undefined) throw new Error('No local stack is running. Start one with npm start.');
  if (another === undefined) return one;
  const addresses = stacks.map(({ aws }) => `  --local ${aws.sqs_url}`);
  throw new Error(['Several local stacks are running. Choose one:', ...addresses].join('\n'));
}

async function runningStacks(): Promise<RunningStack[]> {
  const files = await readdir(folder()).catch(() => []);
  const alive = files.filter((file) => /^\d+\.json$/.test(file) && isAlive(Number.parseInt(file, 10)));
  return Promise.all(alive.map(async (file) => JSON.parse(await readFile(join(folder(), file), 'utf8'))));
}

/** A process that was killed leaves its record. */
function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}

function sameOrigin(one: string, other: string): boolean {
  return URL.parse(one)?.origin === URL.parse(other)?.origin;
}
