import yauzl, { type Entry, type ZipFile } from 'yauzl';
import type { ArchiveLimits, OnBadEntry, StoredEntry } from '../entry-store.ts';
import { ArchiveEntryError, ArchiveError } from '../errors.ts';
import type { BufferedReader } from './buffered-reader.ts';
import type { ByteSource } from './byte-source.ts';

export interface ZipEntry extends StoredEntry {
  readonly compressedBytes: number;
  readonly deflated: boolean;
  readonly crc32: number;
}

/** The size of the pieces in which a long directory is fetched. */
const DIRECTORY_WINDOW = 8 * 2 ** 20;

/** The size of a local header without its name. */
const HEADER_BYTES = 30;

/**
 * Reads the central directory. The local headers are no substitute: they may lack the sizes.
 *
 * @throws ArchiveError when it is not a ZIP, or is truncated
 */
export async function readDirectory(
  source: ByteSource,
  reader: BufferedReader,
  options: { limits: ArchiveLimits; onBadEntry: OnBadEntry },
): Promise<{ zip: ZipFile; entries: ZipEntry[] }> {
  const release = source.tail && reader.hold(source.tail);
  reader.readAhead(DIRECTORY_WINDOW);
  try {
    const zip = await openZip(source, reader);
    return { zip, entries: await readEntries({ source, reader, zip }, options) };
  } finally {
    reader.readAhead(0);
    release?.();
  }
}

async function openZip(source: ByteSource, reader: BufferedReader): Promise<ZipFile> {
  // Names and sizes are checked below, per entry: yauzl would refuse the whole archive because of one bad name.
  const options = { autoClose: false, decodeStrings: false, validateEntrySizes: false };
  try {
    return await yauzl.fromRandomAccessReaderPromise(reader, source.size, options);
  } catch (error) {
    throw toArchiveError(error, source, reader);
  }
}

interface Opened {
  readonly source: ByteSource;
  readonly reader: BufferedReader;
  readonly zip: ZipFile;
}

async function* recordsOf({ source, reader, zip }: Opened): AsyncGenerator<Entry, void, undefined> {
  try {
    yield* zip.eachEntry();
  } catch (error) {
    throw toArchiveError(error, source, reader);
  }
}

/** Turns an error of yauzl into an ArchiveError. An error of the source stays what it is. */
function toArchiveError(error: unknown, { name }: ByteSource, reader: BufferedReader): unknown {
  if (error === reader.failure) return error;
  const message = error instanceof Error ? error.message : String(error);
  const isZip = !/end of central directory/i.test(message);
  const problem = isZip ? `it is damaged: ${message}` : 'it is not a ZIP archive, or it is truncated';
  return new ArchiveError(`${name}: ${problem}.`, { cause: error });
}

async function readEntries(
  opened: Opened,
  { limits, onBadEntry }: { limits: ArchiveLimits; onBadEntry: OnBadEntry },
): Promise<ZipEntry[]> {
  const { name, size } = opened.source;
  if (opened.zip.entryCount > limits.maxEntries) {
    throw new ArchiveError(`${name}: it has more than the ${limits.maxEntries} entries allowed.`);
  }
  const entries = new Map<string, ZipEntry>();
  let compressed = 0;
  let uncompressed = 0;
  for await (const entry of recordsOf(opened)) {
    const { generalPurposeBitFlag, fileNameRaw, extraFields } = entry;
    const path = yauzl.getFileNameLowLevel(generalPurposeBitFlag, fileNameRaw, extraFields, true);
    const problem = problemOf(path, entry, { ...limits, size }) ?? (entries.has(path) ? DUPLICATE : undefined);
    if (problem !== undefined) {
      onBadEntry(badEntry(name, path, problem));
      continue;
    }
    if (!path.endsWith('/')) entries.set(path, toZipEntry(path, entry));
    compressed += entry.compressedSize;
    uncompressed += entry.uncompressedSize;
    if (uncompressed > limits.maxTotalBytes) {
      throw new ArchiveError(
        `${name}: its entries are larger than the ${limits.maxTotalBytes} bytes allowed in total.`,
      );
    }
    // A small file can claim petabytes if its entries share their bytes.
    if (compressed > size) throw new ArchiveError(`${name}: its entries overlap, as in a ZIP bomb.`);
  }
  return [...entries.values()];
}

const DUPLICATE = 'another entry has the same name';

function toZipEntry(path: string, entry: Entry): ZipEntry {
  return {
    path,
    bytes: entry.uncompressedSize,
    compressedBytes: entry.compressedSize,
    deflated: entry.compressionMethod === 8,
    crc32: entry.crc32,
    position: entry.relativeOffsetOfLocalHeader,
  };
}

function problemOf(path: string, entry: Entry, limits: ArchiveLimits & { size: number }): string | undefined {
  const { uncompressedSize, compressedSize, compressionMethod, relativeOffsetOfLocalHeader } = entry;
  if (!isCleanPath(path)) return 'its name is not a clean relative path';
  if (entry.isEncrypted()) return 'it is encrypted';
  if (compressionMethod !== 0 && compressionMethod !== 8)
    return `its compression method is unknown (${compressionMethod})`;
  if (compressionMethod === 0 && compressedSize !== uncompressedSize) return 'it has two different sizes';
  if (relativeOffsetOfLocalHeader + HEADER_BYTES + compressedSize > limits.size)
    return 'it extends beyond the end of the archive';
  if (uncompressedSize > limits.maxEntryBytes) return `it is larger than the ${limits.maxEntryBytes} bytes allowed`;
  if (uncompressedSize >= 2 ** 20 && uncompressedSize > compressedSize * limits.maxRatio) {
    return `it expands more than ${limits.maxRatio} times, as in a ZIP bomb`;
  }
  return undefined;
}

/** This client never uses a name as a path of this machine, but its callers might. */
function isCleanPath(path: string): boolean {
  const parts = (path.endsWith('/') ? path.slice(0, -1) : path).split('/');
  return (
    yauzl.validateFileName(path) === null &&
    !path.includes('\0') &&
    parts.every((part) => part !== '' && part !== '.' && part !== '..')
  );
}

export function badEntry(archive: string, entry: string, problem: string, cause?: unknown): ArchiveEntryError {
  return new ArchiveEntryError(`${archive}: entry ${printable(entry)}: ${problem}.`, { entry, cause });
}

/** Escapes a hostile name, which could otherwise forge a log line. */
function printable(entry: string): string {
  return /^[\x20-\x7e\u00a0-\u{10ffff}]{1,300}$/u.test(entry) ? entry : JSON.stringify(entry.slice(0, 300));
}
