import { createHash } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { link, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import { pipeline } from 'node:stream/promises';
import type { Dataset } from '../../lib/aws/dataset.ts';
import { writeWholeFile } from '../files/write-whole-file.ts';

/**
 * A dataset in a folder: each object is a file at its key. Files appear when they are complete. Compare-and-set holds against
 * other writers of new files; for files that exist, one writer at a time is assumed.
 */
export function folderDataset(folder: string): Dataset {
  const pathOf = (key: string) => join(folder, ...key.split('/'));

  return {
    async put(key, body, { sha256 }) {
      if (sha256 !== undefined && hashOf(body) !== sha256)
        throw new Error(`${key} does not have the SHA-256 ${sha256}.`);
      await writeWholeFile(pathOf(key), (temporary) => writeFile(temporary, body));
    },

    async read(key) {
      const text = await unlessMissing(readFile(pathOf(key), 'utf8'));
      return text === undefined ? undefined : { text, etag: hashOf(text) };
    },

    async open(key, { range, etag, signal } = {}) {
      const path = pathOf(key);
      const file = await unlessMissing(stat(path));
      if (file === undefined) return undefined;
      // A file has no stored hash, and a large one is not read twice.
      const current = `${file.size}-${file.mtimeMs}`;
      if (etag !== undefined && etag !== current) return undefined;
      const part = range && { start: range.start, end: range.end - 1 };
      const body = createReadStream(path, { ...part, ...(signal && { signal }) });
      return { body, etag: current, bytes: file.size };
    },

    async replace(key, body, { etag }) {
      const path = pathOf(key);
      const current = await unlessMissing(readFile(path, 'utf8'));
      if ((current === undefined ? undefined : hashOf(current)) !== etag) return 'changed';
      // A link, unlike a rename, fails where a file is: another writer was first.
      const publish = etag === undefined ? link : rename;
      try {
        await writeWholeFile(path, (temporary) => writeFile(temporary, body), publish);
        return 'written';
      } catch (error) {
        if (hasCode(error, 'EEXIST')) return 'changed';
        throw error;
      }
    },

    async upload(key, body, { signal }) {
      const path = pathOf(key);
      const write = (temporary: string) => pipeline(body, createWriteStream(temporary), { ...(signal && { signal }) });
      await writeWholeFile(path, write);
      return { etag: '', bytes: (await stat(path)).size };
    },

    async *list(prefix) {
      const entries = await unlessMissing(readdir(folder, { recursive: true, withFileTypes: true }));
      const files = (entries ?? [])
        .filter((entry) => entry.isFile())
        .map(({ parentPath, name }) => join(parentPath, name));
      const keys = files.map((path) => ({ path, key: relative(folder, path).split(sep).join('/') }));
      for (const { key, path } of keys.toSorted((a, b) => (a.key < b.key ? -1 : 1))) {
        if (key.startsWith(prefix)) yield { key, bytes: (await stat(path)).size };
      }
    },

    async delete(keys) {
      for (const key of keys) await rm(pathOf(key), { force: true });
    },
  };
}

function hashOf(body: Uint8Array | string): string {
  return createHash('sha256').update(body).digest('hex');
}

async function unlessMissing<T>(work: Promise<T>): Promise<T | undefined> {
  try {
    return await work;
  } catch (error) {
    if (hasCode(error, 'ENOENT')) return undefined;
    throw error;
  }
}

function hasCode(error: unknown, code: string): boolean {
  return error instanceof Error && 'code' in error && error.code === code;
}
