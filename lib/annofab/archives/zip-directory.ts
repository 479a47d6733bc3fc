import yauzl, { type Entry, type ZipFile } from 'yauzl';
import type { ByteSource } from './byte-source.ts';
import type { ArchiveLimits, OnBadEntry, StoredEntry } from './entry-store.ts';
import { ArchiveEntryError, ArchiveError } from './errors.ts';
import type { SourceReader } from './source-reader.ts';

export interface ZipEntry extends StoredEntry {
  readonly compressedBytes: number;
  readonly deflated: boolean;
  readonly crc32: number;
  /** Where it ends at the latest: the next entry begins there. */
  limit: number;
}

/** How much of a long directory is fetched at once. */
const directoryWindow = 8 * 2 ** 20;

/** Of a local header, without its name. */
const headerBytes = 30;

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
  reader.readAhead(directoryWindow);
  try {
    const zip = await openZip(source, reader);
    return { zip, entries: await readEntries(source, zip, options) };
  } catch (error) {
    if (!(error instanceof Error) || isOurs(error)) throw error;
    throw new ArchiveError(`${source.name}: ${explain(error)}.`, { cause: error });
  } finally {
    reader.readAhead(0);
    letGo?.();
  }
}

function openZip(source: ByteSource, reader: SourceReader): Promise<ZipFile> {
  // Names and sizes are checked here, entry by entry: yauzl would give up the whole archive for one bad name.
  const options = { autoClose: false, decodeStrings: false, validateEntrySizes: false };
  return yauzl.fromRandomAccessReaderPromise(reader, source.size, options);
}

/** What yauzl says of a damaged archive becomes ours; what the source or the caller said stays. */
function isOurs(error: Error): boolean {
  const fromYauzl = error.constructor === Error || error instanceof RangeError;
  return !fromYauzl;
}

function explain({ message }: Error): string {
  return /end of central directory/i.test(message)
    ? 'it is no ZIP archive, or it is cut short'
    : `it is damaged: ${message}`;
}

async function readEntries(
  source: ByteSource,
  zip: ZipFile,
  { limits, onBadEntry }: { limits: ArchiveLimits; onBadEntry: OnBadEntry },
): Promise<ZipEntry[]> {
  const { name } = source;
  if (zip.entryCount > limits.maxEntries) {
    throw new ArchiveError(`${name}: it has more than the ${limits.maxEntries} entries allowed.`);
  }
  const entries = new Map<string, ZipEntry>();
  for await (const entry of zip.eachEntry()) {
    const path = yauzl.getFileNameLowLevel(entry.generalPurposeBitFlag, entry.fileNameRaw, entry.extraFields, true);
    const problem =
      problemOf(path, entry, limits) ?? (entries.has(path) ? 'there is another of the same name' : undefined);
    if (problem !== undefined) onBadEntry(badEntry(name, path, problem));
    else if (!path.endsWith('/')) entries.set(path, toZipEntry(path, entry));
  }
  return withLimits(source, [...entries.values()], onBadEntry);
}

function toZipEntry(path: string, entry: Entry): ZipEntry {
  return {
    path,
    bytes: entry.uncompressedSize,
    compressedBytes: entry.compressedSize,
    deflated: entry.compressionMethod === 8,
    crc32: entry.crc32,
    position: entry.relativeOffsetOfLocalHeader,
    limit: 0,
  };
}

function problemOf(path: string, entry: Entry, limits: ArchiveLimits): string | undefined {
  const { uncompressedSize, compressedSize, compressionMethod } = entry;
  if (!isCleanPath(path)) return 'its name is no clean relative path';
  if (entry.isEncrypted()) return 'it is encrypted';
  if (compressionMethod !== 0 && compressionMethod !== 8)
    return `it is compressed in an unknown way (${compressionMethod})`;
  if (compressionMethod === 0 && compressedSize !== uncompressedSize) return 'it has two different sizes';
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

/** In the order of the file. Entries that share their bytes are how a small file can hold petabytes. */
function withLimits(source: ByteSource, entries: ZipEntry[], onBadEntry: OnBadEntry): ZipEntry[] {
  entries.sort((a, b) => a.position - b.position);
  entries.forEach((entry, index) => {
    entry.limit = entries[index + 1]?.position ?? source.size;
  });
  return entries.filter((entry) => {
    const { path, position, compressedBytes, limit } = entry;
    if (position + headerBytes + compressedBytes <= limit) return true;
    onBadEntry(
      badEntry(source.name, path, 'it reaches into what follows it, as in a ZIP bomb, or the archive is damaged'),
    );
    return false;
  });
}

export function badEntry(archive: string, entry: string, problem: string, cause?: unknown): ArchiveEntryError {
  return new ArchiveEntryError(`${archive}: entry ${printable(entry)}: ${problem}.`, { entry, cause });
}

/** A name of hostile making could forge a line of a log. */
function printable(entry: string): string {
  return /^[\x20-\x7e\u00a0-\u{10ffff}]{1,300}$/u.test(entry) ? entry : JSON.stringify(entry.slice(0, 300));
}
