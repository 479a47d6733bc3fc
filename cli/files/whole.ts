import { randomUUID } from 'node:crypto';
import { mkdir, rename, rm } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';

/**
 * Writes a file under another name first, so that nobody sees half of it. The name is random, since another process may write
 * the same file at the same time.
 *
 * @param publish gives the file its name: `link`, unlike `rename`, fails where a file is
 */
export async function writeWholeFile(
  path: string,
  write: (temporary: string) => Promise<unknown>,
  publish: (from: string, to: string) => Promise<void> = rename,
): Promise<void> {
  const temporary = `${path}.${randomUUID()}.part`;
  await mkdir(dirname(path), { recursive: true });
  try {
    await write(temporary);
    await publish(temporary, path);
  } finally {
    await rm(temporary, { force: true });
  }
}

/** Folders beside the one that appears at the end. */
export interface TemporaryFolders {
  /** What gets the name at the end. */
  readonly partial: string;
  /** For what is needed only meanwhile. */
  readonly work: string;
}

/** Runs work with temporary folders that no other process has, and removes them at its end. */
export async function withTemporaryFolders<T>(
  folder: string,
  run: (folders: TemporaryFolders) => Promise<T>,
): Promise<T> {
  const name = `${resolve(folder)}.${randomUUID()}`;
  const folders = { partial: `${name}.partial`, work: `${name}.work` };
  try {
    return await run(folders);
  } finally {
    await Promise.all(Object.values(folders).map((path) => rm(path, { recursive: true, force: true })));
  }
}
