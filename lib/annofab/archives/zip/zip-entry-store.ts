import { readAhead } from '../../../core/async/read-ahead.ts';
import { freeMemory } from '../../../core/free-memory.ts';
import { AnnofabError } from '../../errors.ts';
import { type ArchiveLimits, type EntryStore, fingerprint, type OnBadEntry, type ReadEntry } from '../entry-store.ts';
import { ArchiveEntryError, ArchiveError } from '../errors.ts';
import type { EntryBytes, SharedEntries } from '../shared-entries.ts';
import { type ByteRange, planByteRanges } from './byte-ranges.ts';
import type { ByteSource, Chunk } from './byte-source.ts';
import { badEntry, readDirectory } from './central-directory.ts';
import { type ChunkReader, createChunkReader, type FetchedChunk, type FreeBuffers } from './chunk-reader.ts';
import { type EntryTable, openEntryTable, type ZipEntry } from './entry-table.ts';
import { inflateEntry, inflateEntryChunks, inflateSmall, isSmall } from './inflate-entry.ts';
import { createInflateGroup, type InflateGroup } from './inflate-group.ts';
import { contentStart, contentWithin, HEADER_BYTES, isWithin } from './local-header.ts';
import { shareEntries } from './share-entries.ts';
import { locateZip, ZIP_TAIL_BYTES } from './zip-end.ts';

/** The number of concurrent requests, unless the source needs fewer. */
const CONCURRENCY = 8;

/** The chunk size in which a large entry is streamed. */
const CHUNK_BYTES = 2 ** 20;

/**
 * Reads the central directory of a ZIP, and its entries on request. Small entries that lie in one chunk are inflated and
 * checked without a promise: for entries of a few kilobytes, promises and streams take longer than the work.
 *
 * @throws ArchiveError when it is not a ZIP; the source is closed then
 */
export async function openZipStore(
  source: ByteSource,
  options: { limits: ArchiveLimits; onBadEntry: OnBadEntry },
): Promise<EntryStore<ZipEntry>> {
  try {
    return await openStore(source, options);
  } catch (error) {
    try {
      const trimmed = await trimSource(source, error);
      if (trimmed) return await openStore(trimmed, options);
      throw error;
    } catch (error) {
      await source.close();
      throw error;
    }
  }
}

async function openStore(source: ByteSource, options: { limits: ArchiveLimits; onBadEntry: OnBadEntry }) {
  const table = await readDirectory(source, options);
  return createStore({ source, reader: createChunkReader(source), table });
}

/** The same entries in another thread. */
export interface SharedStore {
  readonly store: EntryStore<ZipEntry>;
  /** Reads the entries of fetched bytes, as {@link EntryStore.readAll}; the bytes are not used after them. */
  readBytes(bytes: EntryBytes): AsyncGenerator<Iterable<ReadEntry<ZipEntry>>, void, undefined>;
}

/** @param shared what the thread that opened the archive gives; `read` asks it for other bytes */
export function openSharedStore(
  shared: Pick<SharedEntries, 'size' | 'columns' | 'read'> & { name: string },
): SharedStore {
  const { name, size, columns, read } = shared;
  const source: ByteSource = { name, size, read, async close() {} };
  const parts = { source, reader: createChunkReader(source), table: openEntryTable(columns) };
  return {
    store: createStore(parts),
    readBytes({ indices, start, length, memory }) {
      const buffer = Buffer.from(memory, 0, length);
      return readChunk(parts, indices, { start, bytes: buffer, buffer });
    },
  };
}

/** The ZIP within a file that has other bytes before or behind it; undefined when that is not why it cannot be read. */
async function trimSource(source: ByteSource, error: unknown): Promise<ByteSource | undefined> {
  if (!(error instanceof ArchiveError) || error instanceof ArchiveEntryError) return undefined;
  const { name, size, readInto } = source;
  const tailStart = Math.max(0, size - ZIP_TAIL_BYTES);
  const zip = locateZip(await source.read(tailStart, size - tailStart), size);
  if (!zip || zip.end - zip.start === size) return undefined;
  return {
    name,
    size: zip.end - zip.start,
    read: (start, length, signal) => source.read(zip.start + start, length, signal),
    ...(readInto && {
      readInto: (target, start, signal) => readInto.call(source, target, zip.start + start, signal),
    }),
    close: () => source.close(),
  };
}

interface Parts {
  readonly source: ByteSource;
  readonly reader: ChunkReader;
  readonly table: EntryTable;
}

function createStore(parts: Parts): EntryStore<ZipEntry> {
  const { source, table } = parts;
  return {
    name: source.name,
    count: table.count,
    pathAt: table.pathAt,
    entryAt: table.entryAt,
    positionAt: table.positionAt,
    find: table.find,
    fingerprintOf: ({ crc32, bytes }) => fingerprint(crc32, bytes),
    async read(entry, signal) {
      for (const { indices, start, end } of planByteRanges(table, [entry.index], source.size)) {
        const chunk = { start, bytes: await parts.reader.bytes(start, end - start, signal), buffer: undefined };
        for await (const results of readChunk(parts, indices, chunk, signal)) {
          for (const result of results) {
            if ('error' in result) throw result.error;
            return result.content;
          }
        }
      }
      throw badEntry(source.name, entry.path, 'it was not read');
    },
    readAll: (indices, signal) => readAll(parts, indices, signal),
    chunks: (entry, signal) => readChunks(parts, entry, signal),
    shared: shareEntries(source, table),
    close: () => source.close(),
  };
}

async function* readAll(
  parts: Parts,
  indices: Iterable<number>,
  signal?: AbortSignal,
): AsyncGenerator<Iterable<ReadEntry<ZipEntry>>, void, undefined> {
  const free: FreeBuffers = [];
  const fetch = async ({ start, end, indices }: ByteRange, stop: AbortSignal) => {
    return { indices, chunk: await parts.reader.fetch(start, end - start, free, stop) };
  };
  const ranges = planByteRanges(parts.table, indices, parts.source.size);
  const concurrency = parts.source.concurrency ?? CONCURRENCY;
  for await (const { indices: present, chunk } of readAhead(ranges, concurrency, fetch, signal)) {
    yield* readChunk(parts, present, chunk, signal);
    if (chunk.buffer) free.push(chunk.buffer);
  }
}

async function* readChunk(
  parts: Parts,
  indices: readonly number[],
  chunk: FetchedChunk,
  signal?: AbortSignal,
): AsyncGenerator<Iterable<ReadEntry<ZipEntry>>, void, undefined> {
  const release = parts.reader.hold(chunk);
  const left: Left = { indices, next: 0 };
  try {
    while (left.next < indices.length) {
      yield inflateRun(parts, chunk, left);
      const large = indices[left.next];
      if (large === undefined) return;
      yield [await readOne(parts, parts.table.entryAt(large), signal)];
      left.next += 1;
    }
  } finally {
    release();
  }
}

/** The entries of a chunk that are still to be read. */
interface Left {
  readonly indices: readonly number[];
  next: number;
}

/**
 * Inflates entries when the consumer asks for them, a few at a time, up to the first one that cannot be inflated at once: it is large,
 * or the chunk does not have all of it.
 */
function* inflateRun(parts: Parts, chunk: Chunk, left: Left): Generator<ReadEntry<ZipEntry>> {
  while (left.next < left.indices.length) {
    const { entries, inflate } = takeGroup(parts, chunk, left);
    const contents = inflate(chunk.bytes);
    if (contents) {
      let at = 0;
      for (const { entry } of entries) {
        yield { entry, content: contents.subarray(at, at + entry.bytes) };
        at += entry.bytes;
        left.next += 1;
      }
      freeMemory(contents);
      continue;
    }
    for (let alone = Math.max(1, entries.length); alone > 0; alone -= 1) {
      const entry = parts.table.entryAt(left.indices[left.next] ?? -1);
      if (!isSmall(entry) || !isWithin(chunk, entry)) return;
      yield inflateWithin(parts, chunk, entry);
      left.next += 1;
    }
  }
}

/** The next entries that are inflated together. */
function takeGroup({ table }: Parts, chunk: Chunk, { indices, next }: Left): InflateGroup {
  const group = createInflateGroup();
  for (let at = next; at < indices.length; at += 1) {
    const entry = table.entryAt(indices[at] ?? -1);
    const start = isSmall(entry) ? contentWithin(chunk, entry) : undefined;
    if (start === undefined || !group.add({ entry, start })) break;
  }
  return group;
}

function inflateWithin(parts: Parts, { start, bytes }: Chunk, entry: ZipEntry): ReadEntry<ZipEntry> {
  try {
    const from = contentStart(bytes, entry.position - start, entry, parts.source.size) - start;
    return { entry, content: inflateSmall(entry, bytes.subarray(from, from + entry.compressedBytes)) };
  } catch (error) {
    return { entry, error: damaged(parts, entry, error) };
  }
}

async function readOne(parts: Parts, entry: ZipEntry, signal?: AbortSignal): Promise<ReadEntry<ZipEntry>> {
  const start = await locateContent(parts, entry, signal);
  if (start instanceof ArchiveEntryError) return { entry, error: start };
  const compressed = await parts.reader.bytes(start, entry.compressedBytes, signal);
  try {
    return { entry, content: await inflateEntry(entry, compressed) };
  } catch (error) {
    return { entry, error: damaged(parts, entry, error) };
  }
}

async function locateContent(parts: Parts, entry: ZipEntry, signal?: AbortSignal): Promise<number | ArchiveEntryError> {
  const header = await parts.reader.bytes(entry.position, HEADER_BYTES, signal);
  try {
    return contentStart(header, 0, entry, parts.source.size);
  } catch (error) {
    return damaged(parts, entry, error);
  }
}

async function* readChunks(
  parts: Parts,
  entry: ZipEntry,
  signal?: AbortSignal,
): AsyncGenerator<Buffer, void, undefined> {
  const start = await locateContent(parts, entry, signal);
  if (start instanceof ArchiveEntryError) throw start;
  try {
    yield* inflateEntryChunks(entry, pieces(parts, start, entry.compressedBytes, signal));
  } catch (error) {
    signal?.throwIfAborted();
    throw error instanceof AnnofabError ? error : damaged(parts, entry, error);
  }
}

async function* pieces({ reader }: Parts, start: number, length: number, signal?: AbortSignal) {
  for (let at = 0; at < length; at += CHUNK_BYTES) {
    yield await reader.bytes(start + at, Math.min(CHUNK_BYTES, length - at), signal);
  }
}

function damaged({ source }: Pick<Parts, 'source'>, { path }: ZipEntry, cause: unknown): ArchiveEntryError {
  const reason = cause instanceof Error ? cause.message : String(cause);
  return badEntry(source.name, path, `it is damaged: ${reason}`, cause);
}
