import { writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { openPromise } from 'yauzl';

/**
 * Extracts the only file of a function's ZIP.
 *
 * @returns its path in the folder
 */
export async function unpackBundle(zipFile: string, folder: string): Promise<string> {
  const zip = await openPromise(zipFile);
  const files: string[] = [];
  for await (const entry of zip.eachEntry()) {
    const path = join(folder, basename(entry.fileName));
    await writeFile(path, await zip.openReadStreamPromise(entry));
    files.push(path);
  }
  const [only, ...others] = files;
  if (only === undefined || others.length > 0) throw new Error(`${zipFile} holds ${files.length} files`);
  return only;
}
