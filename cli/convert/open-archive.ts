import { existsSync, statSync } from 'node:fs';
import { openSimpleArchive, type SimpleArchive } from '../../lib/annofab/archives/index.ts';
import { UsageError } from '../frame/exit-codes.ts';

/** Opens a ZIP file of this machine, or the folder that it was extracted to. @throws UsageError when there is neither */
export async function openArchive(path: string, hint = ''): Promise<SimpleArchive> {
  if (!existsSync(path)) throw new UsageError(`There is no archive ${path}.${hint}`);
  if (!statSync(path).isDirectory()) return await openSimpleArchive({ path });
  const archive = await openSimpleArchive({ directory: path });
  if (archive.frameCount > 0) return archive;
  await archive.close();
  throw new UsageError(`${path} is a folder without the files of an archive: <task id>/<input data id>.json.`);
}
