import { writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { openPromise } from 'yauzl';

/**
<<<<<<< HEAD
 * Extracts the only file of a function's ZIP.
 *
 * @returns its path in the folder
=======
 * Takes the bundle and its source map out of a function's ZIP.
 *
 * @returns where the bundle is in the folder
>>>>>>> f5
 */
export async function unpackBundle(zipFile: string, folder: string): Promise<string> {
  const zip = await openPromise(zipFile);
  const files: string[] = [];
  for await (const entry of zip.eachEntry()) {
    const path = join(folder, basename(entry.fileName));
    await writeFile(path, await zip.openReadStreamPromise(entry));
    files.push(path);
  }
  const [bundle, map, ...others] = files.sort();
  if (bundle === undefined || map !== `${bundle}.map` || others.length > 0) {
    throw new Error(`${zipFile} holds ${files.map((path) => basename(path)).join(', ')}`);
  }
  return bundle;
}
