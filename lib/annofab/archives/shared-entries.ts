import type { SharedNumbers } from './shared-memory.ts';

/** Bytes that belong to one thread at a time, and the entries in them. */
export interface EntryBytes {
  readonly indices: readonly number[];
  /** The position of the first byte in the archive. */
  readonly start: number;
  /** How many bytes of the memory count. */
  readonly length: number;
  readonly memory: ArrayBuffer;
}

/** The entries of a ZIP for threads that read them: this one fetches their bytes. */
export interface SharedEntries {
  readonly size: number;
  /** For {@link openSharedStore} in another thread. */
  readonly columns: TableColumns;
  /**
   * Fetches the entries in the order given, and starts work on up to `limit` ranges of them ahead of the consumer.
   *
   * @param work gives its result, and the memory back
   */
  workAhead<Result>(
    indices: Iterable<number>,
    limit: number,
    work: (bytes: EntryBytes) => Promise<{ readonly result: Result; readonly memory: ArrayBuffer }>,
    signal?: AbortSignal,
  ): AsyncGenerator<Result, void, undefined>;
  /** Reads other bytes of the archive, such as those of an outer file. */
  read(start: number, length: number): Promise<Buffer>;
}

/** The memory of a table: any thread can read it without a copy. */
export interface TableColumns {
  count: number;
  names: Uint8Array<SharedArrayBuffer>;
  readonly nameEnd: Uint32Array<SharedArrayBuffer>;
  readonly position: SharedNumbers;
  readonly bytes: SharedNumbers;
  readonly compressedBytes: SharedNumbers;
  readonly crc32: Uint32Array<SharedArrayBuffer>;
  readonly deflated: Uint8Array<SharedArrayBuffer>;
  /** The index of an entry by the hash of its name, or -1; at most half of them are in use, so that a search ends soon. */
  readonly slots: Int32Array<SharedArrayBuffer>;
  readonly seed: number;
}
