import { existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { mkdir, readdir, rename, rm, rmdir } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { UsageError } from '../frame/exit-codes.ts';

/** In the folder of the dataset: a folder beside it may be on another disk, or belong to somebody else. */
const WORKING = '.annofab-functions';
/** In the working folder: the process that it belongs to. */
const OWNER = 'pid';
const REPORT = 'report.json';

/** What a conversion writes while the dataset is not complete. */
export interface WorkingFolders {
  /** What the folder of the dataset gets. It needs a `report.json`. */
  readonly dataset: string;
  readonly work: string;
  readonly download: string;
  /** Whether `a` and `A` are two files. */
  readonly isCaseSensitive: boolean;
}

/**
 * Writes a dataset into a folder. Until it is complete, the folder has what it had before; then `report.json` comes last.
 *
 * @throws UsageError when the folder has something else, or another process writes into it
 */
export async function writeDataset<T>(
  out: string,
  { replace }: { readonly replace: boolean },
  write: (folders: WorkingFolders) => Promise<T>,
): Promise<T> {
  await assertFree(out, replace);
  const folder = resolve(out);
  const isNew = !existsSync(folder);
  await mkdir(folder, { recursive: true });
  const working = join(folder, WORKING);
  await claim(working, out);
  try {
    const inside = (name: string) => join(working, name);
    const result = await write({
      ...{ dataset: inside('dataset'), work: inside('work'), download: inside('download') },
      isCaseSensitive: !existsSync(join(folder, WORKING.toUpperCase())),
    });
    await moveInto(folder, inside('dataset'));
    return result;
  } finally {
    await rm(working, { recursive: true, force: true });
    // Only an empty one: after a failure nothing is left behind.
    if (isNew) await rmdir(folder).catch(() => undefined);
  }
}

/** A folder that a conversion wrote has a `report.json`. */
async function assertFree(out: string, mayReplace: boolean): Promise<void> {
  if (!existsSync(out)) return;
  if (!statSync(out).isDirectory()) throw new UsageError(`${out} is a file: give a folder as --out.`);
  const all = await readdir(out);
  const names = all.filter((name) => name !== WORKING);
  if (names.length === 0) return;
  if (!names.includes(REPORT)) {
    const problem = names.length < all.length ? 'a dataset that is not complete' : 'files that are not a dataset';
    throw new UsageError(`${out} has ${problem}: delete the folder, or give another --out.`);
  }
  if (!mayReplace)
    throw new UsageError(`${out} has a dataset already: replace it with --replace, or give another --out.`);
}

/** A process that was killed leaves its working folder behind, whose content belongs to another conversion. */
async function claim(working: string, out: string): Promise<void> {
  const owner = ownerOf(working);
  if (owner !== undefined && isRunning(owner)) {
    throw new UsageError(
      `Process ${owner} writes a dataset into ${out}: wait until it has ended. If it is another program, delete ${working}.`,
    );
  }
  await rm(working, { recursive: true, force: true });
  mkdirSync(working);
  writeFileSync(join(working, OWNER), String(process.pid));
}

function ownerOf(working: string): number | undefined {
  const file = join(working, OWNER);
  return existsSync(file) ? Number(readFileSync(file, 'utf8')) : undefined;
}

function isRunning(pid: number): boolean {
  if (pid === process.pid || !Number.isSafeInteger(pid) || pid < 1) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // A process of somebody else.
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}

/** While files are missing, there is no report. */
async function moveInto(folder: string, dataset: string): Promise<void> {
  await rm(join(folder, REPORT), { force: true });
  for (const name of await readdir(folder)) {
    if (name !== WORKING) await rm(join(folder, name), { recursive: true });
  }
  const names = await readdir(dataset);
  for (const name of [...names.filter((one) => one !== REPORT), REPORT]) {
    await rename(join(dataset, name), join(folder, name));
  }
}
