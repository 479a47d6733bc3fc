import yauzl, { type Entry, type ZipFile } from 'yauzl';
import type { ArchiveLimits, OnBadEntry, StoredEntry } from '../entry-store.ts';
import { ArchiveEntryError, ArchiveError } from '../errors.ts';
import type { SourceReader } from './buffered-reader.ts';
import type { ByteSource } from './byte-source.ts';

export interface ZipEntry extends StoredEntry {
  readonly compressedBytes: number;
  readonly deflated: boolean;
  readonly crc32: number;
}

/** How much of a long directory is fetched at once. */
const DIRECTORY_WINDOW = 8 * 2 ** 20;

/** Of a local header, without its name. */
const HEADER_BYTES = 30;

/**
 * Reads the central directory, and never the local headers in its stead: those may lack the sizes.
 *
 * @throws ArchiveError when it is no ZIP or cut short
 */
export async function readDirectory(
  source: ByteSource,
  reader: SourceReader,
  options: { limits: ArchiveLimits; onBadEntry: OnBadEntry },
): Promise<{ zip: ZipFile; entries: ZipEntry[] }> {
  const letGo = source.tail && reader.hold(source.tail);
  reader.readAhead(DIRECTORY_WINDOW);
  try {
    const zip = await openZip(source, reader);
    return { zip, entries: await readEntries({ source, reader, zip }, options) };
  } finally {
    reader.readAhead(0);
    letGo?.();
  }
}

async function openZip(source: ByteSource, reader: SourceReader): Promise<ZipFile> {
  // Names and sizes are checked here, entry by entry: yauzl would give up the whole archive for one bad name.
  const options = { autoClose: false, decodeStrings: false, validateEntrySizes: false };
  try {
    return await yauzl.fromRandomAccessReaderPromise(reader, source.size, options);
  } catch (error) {
    throw explain(error, source, reader);
  }
}

interface Opened {
  readonly source: ByteSource;
  readonly reader: SourceReader;
  readonly zip: ZipFile;
}

async function* recordsOf({ source, reader, zip }: Opened): AsyncGenerator<Entry, void, undefined> {
  try {
    yield* zip.eachEntry();
  } catch (error) {
    throw explain(error, source, reader);
  }
}

/** What yauzl says of a damaged archive becomes ours; what the source failed with stays. */
function explain(error: unknown, { name }: ByteSource, reader: SourceReader): unknown {
  if (error === reader.failure) return error;
  const said = error instanceof Error ? error.message : String(error);
  const isZip = !/end of central directory/i.test(said);
  const problem = isZip ? `it is damaged: ${said}` : 'it is no ZIP archive, or it is cut short';
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
  for await (const entry of recordsOf(opened)) {
    const { generalPurposeBitFlag, fileNameRaw, extraFields } = entry;
    const path = yauzl.getFileNameLowLevel(generalPurposeBitFlag, fileNameRaw, extraFields, true);
    const problem = problemOf(path, entry, { ...limits, size }) ?? (entries.has(path) ? TWICE : undefined);
    if (problem !== undefined) onBadEntry(badEntry(name, path, problem));
    else if (!path.endsWith('/')) entries.set(path, toZipEntry(path, entry));
    compressed += problem === undefined ? entry.compressedSize : 0;
    // Entries that share their bytes are how a small file can hold petabytes.
    if (compressed > size) throw new ArchiveError(`${name}: its entries overlap, as in a ZIP bomb.`);
  }
  return [...entries.values()];
}

const TWICE = 'there is another of the same name';

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
  if (!isCleanPath(path)) return 'its name is no clean relative path';
  if (entry.isEncrypted()) return 'it is encrypted';
  if (compressionMethod !== 0 && compressionMethod !== 8)
    return `it is compressed in an unknown way (${compressionMethod})`;
  if (compressionMethod === 0 && compressedSize !== uncompressedSize) return 'it has two different sizes';
  if (relativeOffsetOfLocalHeader + HEADER_BYTES + compressedSize > limits.size) return 'it reaches beyond the archive';
  if (uncompressedSize > limits.maxEntryBytes) return `it is larger than the ${limits.maxEntryBytes} bytes allowed`;
  if (uncompressedSize >= 2 ** 20 && uncompressedSize > compressedSize * limits.maxRatio) {
    return `it grows more than ${limits.maxRatio} fold, as in a ZIP bomb`;
  }
  return undefined;
}

/** No name is ever used as a path of this machine; but whoever takes names from here might. */
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

/** A name of hostile making could forge a line of a log. */
function printable(entry: string): string {
  return /^[\x20-\x7e\u00a0-\u{10ffff}]{1,300}$/u.test(entry) ? entry : JSON.stringify(entry.slice(0, 300));
}
