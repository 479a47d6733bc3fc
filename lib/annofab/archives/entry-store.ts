import type { ArchiveEntryError } from './errors.ts';

/** A file in an archive. */
export interface StoredEntry {
  /** `{task_id}/{input_data_id}.json`, with `/`. */
  readonly path: string;
  /** Not compressed. */
  readonly bytes: number;
  /** Where it stands among the others: entries in this order are quickest to read. */
  readonly position: number;
}

export type ReadEntry<Entry> =
  | { readonly entry: Entry; readonly content: Buffer }
  | { readonly entry: Entry; readonly error: ArchiveEntryError };

/** The files of an archive, whatever holds them. */
export interface EntryStore<Entry extends StoredEntry> {
  /** To be shown in errors. */
  readonly name: string;
  readonly entries: readonly Entry[];
  /** @throws ArchiveEntryError when it is damaged */
  read(entry: Entry, signal?: AbortSignal): Promise<Buffer>;
  /** Reads many, in the order given, ahead of whoever takes them, fetching at once what stands close together. */
  readAll(entries: readonly Entry[], signal?: AbortSignal): AsyncGenerator<ReadEntry<Entry>, void, undefined>;
  /** One file piece by piece; the last piece comes only when the whole was found undamaged. */
  chunks(entry: Entry, signal?: AbortSignal): AsyncGenerator<Buffer, void, undefined>;
  close(): Promise<void>;
}

/** What no honest archive exceeds. */
export interface ArchiveLimits {
  /** Default 2,000,000. */
  maxEntries: number;
  /** Of one file, not compressed. Default 256 MiB. */
  maxEntryBytes: number;
  /** Not compressed to compressed, of a file of a mebibyte or more. Default 200. */
  maxRatio: number;
}

export const defaultLimits: ArchiveLimits = { maxEntries: 2_000_000, maxEntryBytes: 256 * 2 ** 20, maxRatio: 200 };

/** Takes note of an entry that cannot be read, or throws it. */
export type OnBadEntry = (error: ArchiveEntryError) => void;
