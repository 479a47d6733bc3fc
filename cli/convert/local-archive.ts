import { existsSync, statSync } from 'node:fs';
import { basename, resolve } from 'node:path';
import { openSimpleArchive, type SimpleArchive } from '../../lib/annofab/archives/index.ts';
import { UsageError } from '../frame/exit-codes.ts';

/**
 * Opens a ZIP, or the folder that it was extracted to.
 *
 * @throws UsageError when there is neither
 */
export async function openLocalArchive(path: string): Promise<SimpleArchive> {
  if (!existsSync(path)) throw new UsageError(`There is no archive ${path}.`);
  return await openSimpleArchive(statSync(path).isDirectory() ? { directory: path } : { path });
}

/** What a dataset of an archive is called. */
export function titleOf(path: string): string {
  return basename(resolve(path), '.zip');
}
