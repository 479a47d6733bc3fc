import { type ArchiveLimits, DEFAULT_LIMITS, throwBadEntry } from '../entry-store.ts';
import { type ByteSource, bytesSource, openFileSource } from './byte-source.ts';
import { badEntry } from './central-directory.ts';
import { openZipStore } from './zip-entry-store.ts';

/** An open ZIP. Only its central directory is in memory: each entry is read on request. */
export interface Zip extends AsyncDisposable {
  /** Paths of the files, without directories, in the order of the central directory. They may be hostile: never use one as a path. */
  readonly paths: readonly string[];
  has(path: string): boolean;
  /**
   * Reads one file, and checks its size and CRC-32.
   *
   * @throws ArchiveEntryError when there is no such file, or it is damaged
   */
  read(path: string, options?: { signal?: AbortSignal | undefined }): Promise<Buffer>;
  close(): Promise<void>;
}

/**
 * Opens any ZIP by its central directory. Nothing is written to disk.
 *
 * @param from the path of a file, the bytes, or a source that reads byte ranges
 * @throws ArchiveError when it is not a ZIP or is truncated; ArchiveEntryError for an entry that no honest ZIP contains: a
 * path that leads out of the archive, a duplicate path, encryption, or a size beyond the limits (a ZIP bomb)
 * @example
 * const zip = await openZip('annotations.zip');
 * for (const path of zip.paths) console.log(path, (await zip.read(path)).length);
 * await zip.close();
 */
export async function openZip(
  from: string | Uint8Array | ByteSource,
  limits: Partial<ArchiveLimits> = {},
): Promise<Zip> {
  const source = await toSource(from);
  const store = await openZipStore(source, { limits: { ...DEFAULT_LIMITS, ...limits }, onBadEntry: throwBadEntry });
  return {
    paths: Array.from({ length: store.count }, (_, index) => store.pathAt(index)),
    has: (path) => store.find(path) !== -1,
    async read(path, { signal } = {}) {
      const index = store.find(path);
      if (index === -1) throw badEntry(store.name, path, 'the archive has no such entry');
      return await store.read(store.entryAt(index), signal);
    },
    close: store.close,
    [Symbol.asyncDispose]: store.close,
  };
}

async function toSource(from: string | Uint8Array | ByteSource): Promise<ByteSource> {
  if (typeof from === 'string') return await openFileSource(from);
  return from instanceof Uint8Array ? bytesSource(from) : from;
}
