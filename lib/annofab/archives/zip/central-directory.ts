import yauzl from 'yauzl';
import type { ArchiveLimits, OnBadEntry } from '../entry-store.ts';
import { ArchiveEntryError, ArchiveError } from '../errors.ts';
import type { ByteSource, Chunk } from './byte-source.ts';
import { createEntryTable, type EntryTable, type Name } from './entry-table.ts';
import { HEADER_BYTES } from './local-header.ts';
import { type Directory, locateDirectory, ZIP_TAIL_BYTES } from './zip-end.ts';

/** The size of the pieces in which a long directory is fetched. */
const PIECE_BYTES = 8 * 2 ** 20;

interface Options {
  readonly limits: ArchiveLimits;
  readonly onBadEntry: OnBadEntry;
}

/**
 * Reads the central directory. The local headers are no substitute: they may lack the sizes. Its records are read here, since
 * yauzl returns to the event loop for each: it takes ten times as long. Unusual names and extra fields are left to yauzl.
 *
 * @throws ArchiveError when it is not a ZIP, or is truncated
 */
export async function readDirectory(source: ByteSource, { limits, onBadEntry }: Options): Promise<EntryTable> {
  const { name, size } = source;
  const tail = source.tail ?? (await readTail(source));
  const directory = directoryOf(source, tail);
  if (directory.count > limits.maxEntries) {
    throw new ArchiveError(`${name}: it has more than the ${limits.maxEntries} entries allowed.`);
  }
  const table = createEntryTable(Math.min(directory.count, (directory.end - directory.start) / RECORD_BYTES));
  let compressed = 0;
  let uncompressed = 0;
  const add = (record: EntryRecord): void => {
    const problem = problemOf(record, { ...limits, size }) ?? (isAdded(table, record) ? undefined : DUPLICATE);
    if (problem !== undefined) {
      onBadEntry(badEntry(name, pathOf(record), problem));
      return;
    }
    compressed += record.compressedBytes;
    uncompressed += record.bytes;
    if (uncompressed > limits.maxTotalBytes) {
      throw new ArchiveError(
        `${name}: its entries are larger than the ${limits.maxTotalBytes} bytes allowed in total.`,
      );
    }
    // A small file can claim petabytes if its entries share their bytes.
    if (compressed > size) throw new ArchiveError(`${name}: its entries overlap, as in a ZIP bomb.`);
  };
  await readRecords({ source, tail, directory }, add);
  return table;
}

/** @returns false when another entry has the same path. Folders are not entries. */
function isAdded(table: EntryTable, record: EntryRecord): boolean {
  const { bytes, end } = record.name;
  if (bytes[end - 1] === SLASH) return table.find(pathOf(record)) === -1;
  return table.add(record, record.name);
}

const SLASH = 0x2f;

function pathOf({ name: { bytes, start, end } }: EntryRecord): string {
  return bytes.toString('utf8', start, end);
}

async function readTail(source: ByteSource): Promise<Chunk> {
  const start = Math.max(0, source.size - ZIP_TAIL_BYTES);
  return { start, bytes: await source.read(start, source.size - start) };
}

function directoryOf({ name, size }: ByteSource, tail: Chunk): Directory {
  const found = damageNamed(name, () => locateDirectory(tail.bytes, size));
  if (found) return found;
  throw new ArchiveError(`${name}: it is not a ZIP archive, or it is truncated.`);
}

interface Located {
  readonly source: ByteSource;
  readonly tail: Chunk;
  readonly directory: Directory;
}

async function readRecords(located: Located, add: (record: EntryRecord) => void): Promise<void> {
  const { name } = located.source;
  let left = located.directory.count;
  let rest: Buffer | undefined;
  for await (const piece of piecesOf(located)) {
    if (left === 0) return;
    const bytes = rest && rest.length > 0 ? Buffer.concat([rest, piece]) : piece;
    let at = 0;
    while (left > 0) {
      const length = damageNamed(name, () => recordLength(bytes, at));
      if (length === undefined) break;
      add(damageNamed(name, () => readRecord(bytes, at)));
      at += length;
      left -= 1;
    }
    rest = bytes.subarray(at);
  }
  if (left > 0) {
    throw new ArchiveError(`${name}: its central directory ends before its last entry: it is truncated or damaged.`);
  }
}

/** The directory, without fetching again what the tail has of it. */
async function* piecesOf({ source, tail, directory }: Located): AsyncGenerator<Buffer, void, undefined> {
  const { start, end } = directory;
  const fetched = Math.min(end, tail.start);
  for (let at = start; at < fetched; at += PIECE_BYTES) {
    yield await source.read(at, Math.min(PIECE_BYTES, fetched - at));
  }
  yield tail.bytes.subarray(Math.max(0, start - tail.start), Math.max(0, end - tail.start));
}

/** Turns an error about the bytes of the directory into an ArchiveError that names the archive. */
function damageNamed<Result>(name: string, read: () => Result): Result {
  try {
    return read();
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    throw new ArchiveError(`${name}: it is damaged: ${message}.`, { cause: error });
  }
}

/** What the directory says of an entry. */
interface EntryRecord {
  readonly name: Name;
  readonly flags: number;
  readonly method: number;
  readonly deflated: boolean;
  readonly crc32: number;
  readonly compressedBytes: number;
  readonly bytes: number;
  readonly position: number;
}

const RECORD_BYTES = 46;
const RECORD_SIGNATURE = 0x02014b50;

/** @returns undefined when the bytes end before the record does */
function recordLength(bytes: Buffer, at: number): number | undefined {
  if (at + RECORD_BYTES > bytes.length) return undefined;
  const signature = bytes.readUInt32LE(at);
  if (signature !== RECORD_SIGNATURE) {
    throw new Error(`invalid central directory file header signature: 0x${signature.toString(16)}`);
  }
  const length = RECORD_BYTES + bytes.readUInt16LE(at + 28) + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32);
  return at + length <= bytes.length ? length : undefined;
}

const UTF8_NAME = 0x800;

function readRecord(bytes: Buffer, at: number): EntryRecord {
  const flags = bytes.readUInt16LE(at + 8);
  const method = bytes.readUInt16LE(at + 10);
  const start = at + RECORD_BYTES;
  const end = start + bytes.readUInt16LE(at + 28);
  const extraBytes = bytes.readUInt16LE(at + 30);
  const record = {
    name: { bytes, start, end },
    flags,
    method,
    deflated: method === 8,
    crc32: bytes.readUInt32LE(at + 16),
    compressedBytes: bytes.readUInt32LE(at + 20),
    bytes: bytes.readUInt32LE(at + 24),
    position: bytes.readUInt32LE(at + 42),
  };
  if (extraBytes === 0 && ((flags & UTF8_NAME) !== 0 || isPlain(record.name))) return record;
  const extra = yauzl.parseExtraFields(bytes.subarray(end, end + extraBytes));
  const name = Buffer.from(yauzl.getFileNameLowLevel(flags, bytes.subarray(start, end), extra, true));
  const zip64 = zip64Fields(record, extra.find(({ id }) => id === ZIP64_FIELD)?.data);
  return { ...record, ...zip64, name: { bytes: name, start: 0, end: name.length } };
}

const ZIP64_FIELD = 1;
const IN_ZIP64_FIELD = 0xffffffff;

/** The sizes and the position that need more than 32 bits, in this order; the field has only those. */
function zip64Fields(
  { bytes, compressedBytes, position }: Pick<EntryRecord, 'bytes' | 'compressedBytes' | 'position'>,
  field: Buffer | undefined,
): Pick<EntryRecord, 'bytes' | 'compressedBytes' | 'position'> {
  let at = 0;
  const wide = (value: number): number => {
    if (field === undefined || value !== IN_ZIP64_FIELD) return value;
    if (at + 8 > field.length) throw new Error('its Zip64 extra field is too short');
    at += 8;
    return Number(field.readBigUInt64LE(at - 8));
  };
  return { bytes: wide(bytes), compressedBytes: wide(compressedBytes), position: wide(position) };
}

const DUPLICATE = 'another entry has the same name';

/** Encrypted, or strongly encrypted. */
const ENCRYPTED = 0x41;

function problemOf(record: EntryRecord, limits: ArchiveLimits & { size: number }): string | undefined {
  const { flags, method, bytes, compressedBytes, position } = record;
  if (!isPlain(record.name) && !isCleanPath(pathOf(record))) return 'its name is not a clean relative path';
  if ((flags & ENCRYPTED) !== 0) return 'it is encrypted';
  if (method !== 0 && method !== 8) return `its compression method is unknown (${method})`;
  if (method === 0 && compressedBytes !== bytes) return 'it has two different sizes';
  if (position + HEADER_BYTES + compressedBytes > limits.size) return 'it extends beyond the end of the archive';
  if (bytes > limits.maxEntryBytes) return `it is larger than the ${limits.maxEntryBytes} bytes allowed`;
  if (bytes >= 2 ** 20 && bytes > compressedBytes * limits.maxRatio) {
    return `it expands more than ${limits.maxRatio} times, as in a ZIP bomb`;
  }
  return undefined;
}

/** Whether a name needs no closer look: parts of `A-Z a-z 0-9 _ . -` that do not begin with a dot. */
function isPlain({ bytes, start, end }: Name): boolean {
  let isFirst = true;
  for (let at = start; at < end; at += 1) {
    const byte = bytes[at] ?? 0;
    if (byte === SLASH ? isFirst : !(PLAIN_BYTES[byte] === 1 && !(isFirst && byte === DOT))) return false;
    isFirst = byte === SLASH;
  }
  return start < end;
}

const DOT = 0x2e;

const PLAIN_BYTES = Uint8Array.from({ length: 256 }, (_, byte) => (/[\w.-]/.test(String.fromCharCode(byte)) ? 1 : 0));

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
