import type { ArchiveEntryError } from './errors.ts';
import type { SharedEntries } from './shared-entries.ts';

/** A file in an archive. */
export interface StoredEntry {
  /** `{task_id}/{input_data_id}.json`, with `/`. */
  readonly path: string;
  /** Uncompressed size. 0 in an extracted archive, where it is not known before the file is read. */
  readonly bytes: number;
  /** The index in its {@link EntryStore}. */
  readonly index: number;
  /** The position in the archive. Reading entries in this order is fastest. */
  readonly position: number;
}

export type ReadEntry<Entry> =
  | { readonly entry: Entry; readonly content: Buffer }
  | { readonly entry: Entry; readonly error: ArchiveEntryError };

/** The files of an archive: a ZIP, or the folder that it was extracted to. */
export interface EntryStore<Entry extends StoredEntry> {
  /** Shown in error messages. */
  readonly name: string;
  /** The number of files. Each has an index, and becomes an object only when it is needed: there may be millions. */
  readonly count: number;
  pathAt(index: number): string;
  entryAt(index: number): Entry;
  /** {@link StoredEntry.position} */
  positionAt(index: number): number;
  /** The index of the file with this path, or -1. */
  find(path: string): number;
  /**
   * The checksum and the size of a file: of a ZIP from its directory; the file of a folder is read.
   *
   * @throws ArchiveEntryError when it cannot be read
   */
  fingerprintOf(entry: Entry, signal?: AbortSignal): string | Promise<string>;
  /** @throws ArchiveEntryError when it is damaged */
  read(entry: Entry, signal?: AbortSignal): Promise<Buffer>;
  /**
   * Reads many entries in the order given, ahead of the consumer. One request fetches those that are close together. They come
   * in groups; what is in a group is inflated when the consumer takes it, and must be taken before the next group. A content
   * is valid until the next one is taken: its memory is used again.
   *
   * @param indices those of the entries
   */
  readAll(indices: Iterable<number>, signal?: AbortSignal): AsyncGenerator<Iterable<ReadEntry<Entry>>, void, undefined>;
  /** Streams one file. The last chunk comes only after the size and the checksum of the whole file were verified. */
  chunks(entry: Entry, signal?: AbortSignal): AsyncGenerator<Buffer, void, undefined>;
  /** How other threads read the files; undefined if only this one can. */
  readonly shared?: SharedEntries | undefined;
  close(): Promise<void>;
}

/** CRC-32 and size: two contents that differ by chance have the same in one of four billion cases. */
export function fingerprint(crc32: number, bytes: number): string {
  return `${crc32.toString(16)}-${bytes.toString(16)}`;
}

/** Limits that no honest archive exceeds. */
export interface ArchiveLimits {
  /** Number of files. Default 2,000,000. */
  maxEntries: number;
  /** Uncompressed size of one file. Default 256 MiB. */
  maxEntryBytes: number;
  /** Uncompressed size of all files of a ZIP together. Default: no limit, since files are read one at a time. */
  maxTotalBytes: number;
  /** Uncompressed size divided by compressed size, for a file of 1 MiB or more. Default 200. */
  maxRatio: number;
}

export const DEFAULT_LIMITS: ArchiveLimits = {
  maxEntries: 2_000_000,
  maxEntryBytes: 256 * 2 ** 20,
  maxTotalBytes: Number.POSITIVE_INFINITY,
  maxRatio: 200,
};

/** Records an entry that cannot be read, or throws to stop. */
export type OnBadEntry = (error: ArchiveEntryError) => void;

export const throwBadEntry: OnBadEntry = (error) => {
  throw error;
};
