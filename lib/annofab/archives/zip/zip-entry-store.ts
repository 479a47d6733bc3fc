import { Entry, type ZipFile } from 'yauzl';
import { AnnofabError } from '../../errors.ts';
import type { ArchiveLimits, EntryStore, OnBadEntry, ReadEntry } from '../entry-store.ts';
import { ArchiveEntryError, ArchiveError } from '../errors.ts';
import { BufferedReader } from './buffered-reader.ts';
import { type ByteRange, planByteRanges } from './byte-ranges.ts';
import type { ByteSource } from './byte-source.ts';
import { badEntry, readDirectory, type ZipEntry } from './central-directory.ts';
import { inflateEntry, inflateEntryChunks } from './inflate-entry.ts';
import { readAhead } from './read-ahead.ts';
import { locateZip, ZIP_TAIL_BYTES } from './zip-end.ts';

/** The number of concurrent requests. */
const CONCURRENCY = 8;

/** The chunk size in which a large entry is streamed. */
const CHUNK_BYTES = 2 ** 20;

/**
 * Reads the central directory of a ZIP, and its entries on request. yauzl parses the directory and the local headers, but
 * does not inflate: its streams take about five times as long for entries of a few kilobytes, and do not check the CRC.
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
  const reader = new BufferedReader(source);
  const { zip, entries } = await readDirectory(source, reader, options);
  return createStore({ source, reader, zip, entries });
}

/** The ZIP within a file that has other bytes before or behind it; undefined when that is not why it cannot be read. */
async function trimSource(source: ByteSource, error: unknown): Promise<ByteSource | undefined> {
  if (!(error instanceof ArchiveError) || error instanceof ArchiveEntryError) return undefined;
  const { name, size } = source;
  const tailStart = Math.max(0, size - ZIP_TAIL_BYTES);
  const zip = locateZip(await source.read(tailStart, size - tailStart), size);
  if (!zip || zip.end - zip.start === size) return undefined;
  return {
    name,
    size: zip.end - zip.start,
    read: (start, length, signal) => source.read(zip.start + start, length, signal),
    close: () => source.close(),
  };
}

interface Parts {
  readonly source: ByteSource;
  readonly reader: BufferedReader;
  readonly zip: ZipFile;
  readonly entries: readonly ZipEntry[];
}

function createStore(parts: Parts): EntryStore<ZipEntry> {
  const { source, entries } = parts;
  return {
    name: source.name,
    entries,
    async read(entry, signal) {
      for await (const result of readAll(parts, [entry], signal)) {
        if ('error' in result) throw result.error;
        return result.content;
      }
      throw badEntry(source.name, entry.path, 'it was not read');
    },
    readAll: (wanted, signal) => readAll(parts, wanted, signal),
    chunks: (entry, signal) => readChunks(parts, entry, signal),
    close: () => source.close(),
  };
}

async function* readAll(
  parts: Parts,
  entries: readonly ZipEntry[],
  signal?: AbortSignal,
): AsyncGenerator<ReadEntry<ZipEntry>, void, undefined> {
  const fetch = async ({ start, end, entries }: ByteRange, stop: AbortSignal) => {
    return { entries, chunk: { start, bytes: await parts.reader.bytes(start, end - start, stop) } };
  };
  const ranges = planByteRanges(entries, parts.source.size);
  for await (const { entries: present, chunk } of readAhead(ranges, CONCURRENCY, fetch, signal)) {
    const release = parts.reader.hold(chunk);
    try {
      for (const entry of present) yield await readOne(parts, entry, signal);
    } finally {
      release();
    }
  }
}

async function readOne(parts: Parts, entry: ZipEntry, signal?: AbortSignal): Promise<ReadEntry<ZipEntry>> {
  const compressed = await compressedBytes(parts, entry, signal);
  if (compressed instanceof ArchiveEntryError) return { entry, error: compressed };
  try {
    return { entry, content: await inflateEntry(entry, compressed) };
  } catch (error) {
    return { entry, error: damaged(parts, entry, error) };
  }
}

async function compressedBytes(parts: Parts, entry: ZipEntry, signal?: AbortSignal) {
  const start = await locateContent(parts, entry);
  return start instanceof ArchiveEntryError ? start : await parts.reader.bytes(start, entry.compressedBytes, signal);
}

/** Only the local header tells where the content begins. */
async function locateContent(parts: Parts, entry: ZipEntry): Promise<number | ArchiveEntryError> {
  const { position, compressedBytes } = entry;
  const found = Object.assign(new Entry(), { relativeOffsetOfLocalHeader: position, compressedSize: compressedBytes });
  try {
    return (await parts.zip.readLocalFileHeaderPromise(found, { minimal: true })).fileDataStart;
  } catch (error) {
    if (error === parts.reader.failure) throw error;
    return damaged(parts, entry, error);
  }
}

async function* readChunks(
  parts: Parts,
  entry: ZipEntry,
  signal?: AbortSignal,
): AsyncGenerator<Buffer, void, undefined> {
  const start = await locateContent(parts, entry);
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
