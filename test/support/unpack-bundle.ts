import { writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { openPromise } from 'yauzl';

/**
 * Extracts the bundle and its source map from a function's ZIP.
 *
 * @returns the path of the bundle in the folder
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
