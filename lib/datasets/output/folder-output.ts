import { closeSync, createReadStream, mkdirSync, openSync, renameSync, writeFileSync, writeSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { OutputFile, WorkFolder } from './output.ts';

/** Writes into a folder of this machine, which is created when it is not there. */
export function folderOutput(folder: string): WorkFolder {
  const made = new Set<string>();
  const prepare = (path: string): string => {
    const file = join(folder, path);
    const parent = dirname(file);
    if (!made.has(parent)) mkdirSync(parent, { recursive: true });
    made.add(parent);
    return file;
  };
  return {
    // Small files are written at once: a promise for each takes three times as long.
    writeFile: (path, content) => writeFileSync(prepare(path), content),
    createFile: (path) => createFile(prepare(path)),
    readFile: (path) => readIfThere(join(folder, path)),
  };
}

/** The file appears under its name when it is complete. */
function createFile(path: string): OutputFile {
  const partial = `${path}.partial`;
  const file = openSync(partial, 'w');
  return {
    write(content) {
      const bytes = typeof content === 'string' ? Buffer.from(content) : content;
      for (let at = 0; at < bytes.length; ) at += writeSync(file, bytes, at);
    },
    async end() {
      closeSync(file);
      renameSync(partial, path);
    },
  };
}

async function* readIfThere(path: string): AsyncGenerator<Uint8Array, void, undefined> {
  try {
    yield* createReadStream(path, { highWaterMark: 2 ** 20 });
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ENOENT')) throw error;
  }
}
