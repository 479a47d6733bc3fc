import { existsSync, statSync } from 'node:fs';
import { basename, resolve } from 'node:path';
import { openSimpleArchive, type SimpleArchive } from '../../lib/annofab/archives/index.ts';
import { UsageError } from '../frame/exit-codes.ts';

/**
 * Opens a ZIP, or the folder that it was extracted to.
 *
 * @param hint for people: what else they may want, when there is no archive
 * @throws UsageError when there is neither
 */
export async function openLocalArchive(path: string, hint = ''): Promise<SimpleArchive> {
  if (!existsSync(path)) throw new UsageError(`There is no archive ${path}.${hint}`);
  if (!statSync(path).isDirectory()) return await openSimpleArchive({ path });
  const archive = await openSimpleArchive({ directory: path });
  if (archive.frameCount > 0) return archive;
  await archive.close();
  throw new UsageError(`${path} is a folder without the files of an archive: <task id>/<input data id>.json.`);
}

/** What a dataset of an archive is called. */
export function titleOf(path: string): string {
  return basename(resolve(path), '.zip');
}
