import { constants } from 'node:fs';
import { open, opendir } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import { crc32 } from 'node:zlib';
import { lazy } from '../../core/async/lazy.ts';
import { readAhead } from '../../core/async/read-ahead.ts';
import { type ArchiveLimits, type EntryStore, fingerprint, type ReadEntry, type StoredEntry } from './entry-store.ts';
import { ArchiveEntryError, ArchiveError } from './errors.ts';
import { codeOf } from './zip/byte-source.ts';
import { badEntry } from './zip/central-directory.ts';

/** The number of concurrent reads. */
const CONCURRENCY = 16;

/**
 * Opens the folder that an archive was extracted to. Symbolic links are ignored: they could lead anywhere.
 *
 * @throws ArchiveError when the folder cannot be read
 */
export async function openExtractedFolder(directory: string, limits: ArchiveLimits): Promise<EntryStore<StoredEntry>> {
  const entries = await listFiles(directory, limits);
  const read = (entry: StoredEntry) => readWhole(directory, entry, limits);
  const byPath = lazy(() => new Map(entries.map(({ path }, index) => [path, index])));
  const entryAt = (index: number) => {
    const entry = entries[index];
    if (!entry) throw new RangeError(`${directory} has no file ${index}`);
    return entry;
  };
  async function* chunks({ path }: StoredEntry, signal?: AbortSignal): AsyncGenerator<Buffer, void, undefined> {
    try {
      const file = await open(join(directory, path), NO_FOLLOW);
      yield* file.createReadStream({ ...(signal && { signal }) });
    } catch (error) {
      signal?.throwIfAborted();
      throw badEntry(directory, path, `it cannot be read (${codeOf(error)})`, error);
    }
  }
  return {
    name: directory,
    count: entries.length,
    pathAt: (index) => entryAt(index).path,
    entryAt,
    positionAt: (index) => index,
    find: (path) => byPath().get(path) ?? -1,
    read,
    readAll: (indices, signal) =>
      readAhead(indices, CONCURRENCY, async (index) => [await resultOf(entryAt(index), read)], signal),
    chunks,
    async fingerprintOf(entry, signal) {
      let [crc, bytes] = [0, 0];
      for await (const chunk of chunks(entry, signal)) {
        crc = crc32(chunk, crc);
        bytes += chunk.length;
      }
      return fingerprint(crc, bytes);
    },
    async close() {},
  };
}

const NO_FOLLOW = constants.O_RDONLY | constants.O_NOFOLLOW;

async function listFiles(directory: string, { maxEntries }: ArchiveLimits): Promise<StoredEntry[]> {
  const paths: string[] = [];
  try {
    for await (const item of await opendir(directory, { recursive: true })) {
      if (item.isFile()) paths.push(relative(directory, join(item.parentPath, item.name)).replaceAll(sep, '/'));
      if (paths.length > maxEntries)
        throw new ArchiveError(`${directory}: it has more than the ${maxEntries} files allowed.`);
    }
  } catch (error) {
    if (error instanceof ArchiveError) throw error;
    throw new ArchiveError(`${directory}: the directory cannot be read (${codeOf(error)}).`, { cause: error });
  }
  return paths.sort().map((path, index) => ({ path, index, position: index, bytes: 0 }));
}

async function readWhole(directory: string, { path }: StoredEntry, { maxEntryBytes }: ArchiveLimits): Promise<Buffer> {
  try {
    const file = await open(join(directory, path), NO_FOLLOW);
    try {
      const { size } = await file.stat();
      if (size > maxEntryBytes) throw badEntry(directory, path, `it is larger than the ${maxEntryBytes} bytes allowed`);
      return await file.readFile();
    } finally {
      await file.close();
    }
  } catch (error) {
    if (error instanceof ArchiveEntryError) throw error;
    throw badEntry(directory, path, `it cannot be read (${codeOf(error)})`, error);
  }
}

async function resultOf(
  entry: StoredEntry,
  read: (entry: StoredEntry) => Promise<Buffer>,
): Promise<ReadEntry<StoredEntry>> {
  try {
    return { entry, content: await read(entry) };
  } catch (error) {
    if (error instanceof ArchiveEntryError) return { entry, error };
    throw error;
  }
}
