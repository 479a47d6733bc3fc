import yauzl from 'yauzl';
import type { ArchiveLimits, OnBadEntry } from '../entry-store.ts';
import { ArchiveEntryError, ArchiveError } from '../errors.ts';
import { type ByteSource, type Chunk, readInto } from './byte-source.ts';
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
  const table = createTable(directory, size, limits);
  let compressed = 0;
  let uncompressed = 0;
  const add = (record: EntryRecord): void => {
    const problem = problemOf(record, { limits, size }) ?? (isAdded(table, record) ? undefined : DUPLICATE);
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

/** As large as its bytes allow, whatever count a damaged archive states. */
function createTable(
  { count, start, end }: Directory,
  archiveBytes: number,
  { maxEntryBytes }: ArchiveLimits,
): EntryTable {
  const capacity = Math.min(count, Math.floor((end - start) / RECORD_BYTES));
  return createEntryTable({
    capacity,
    nameBytes: end - start - capacity * RECORD_BYTES,
    archiveBytes,
    maxEntryBytes,
  });
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
  for await (const piece of piecesOf(located)) {
    let at = 0;
    while (left > 0) {
      const end = recordEnd(name, piece.bytes, at);
      if (end > piece.bytes.length) break;
      add(readRecord(name, piece.bytes, at));
      at = end;
      left -= 1;
    }
    if (left === 0) return;
    piece.taken = at;
  }
  if (left > 0) {
    throw new ArchiveError(`${name}: its central directory ends before its last entry: it is truncated or damaged.`);
  }
}

interface Piece {
  readonly bytes: Buffer;
  /** How many of the bytes the consumer took. The others come again, before those of the next piece. */
  taken: number;
}

/** The directory in one buffer, piece after piece, without fetching again what the tail has of it. */
async function* piecesOf({ source, tail, directory }: Located): AsyncGenerator<Piece, void, undefined> {
  const { start, end } = directory;
  const buffer = Buffer.allocUnsafeSlow(Math.min(PIECE_BYTES, end - start) + LONGEST_RECORD_BYTES);
  let kept = 0;
  for (let at = start; at < end; ) {
    const isFetched = at >= tail.start;
    const length = Math.min(PIECE_BYTES, (isFetched ? end : Math.min(end, tail.start)) - at);
    const target = buffer.subarray(kept, kept + length);
    if (isFetched) tail.bytes.copy(target, 0, at - tail.start);
    else await readInto(source, target, at);
    const piece = { bytes: buffer.subarray(0, kept + length), taken: 0 };
    yield piece;
    kept = piece.bytes.copy(buffer, 0, piece.taken);
    at += length;
  }
}

/** Turns an error about the bytes of the directory into an ArchiveError that names the archive. */
function damageNamed<Result>(name: string, read: () => Result): Result {
  try {
    return read();
  } catch (error) {
    throw damagedDirectory(name, error instanceof Error ? error.message : String(error), error);
  }
}

function damagedDirectory(name: string, problem: string, cause?: unknown): ArchiveError {
  return new ArchiveError(`${name}: it is damaged: ${problem}.`, { cause });
}

/** What the directory says of an entry. */
interface EntryRecord {
  readonly name: Name;
  /** Whether the name needs no closer look. */
  readonly isPlain: boolean;
  readonly flags: number;
  readonly method: number;
  readonly deflated: boolean;
  readonly crc32: number;
  readonly compressedBytes: number;
  readonly bytes: number;
  readonly position: number;
}

const RECORD_BYTES = 46;
/** With the longest name, extra fields and comment. */
const LONGEST_RECORD_BYTES = RECORD_BYTES + 3 * 0xffff;
const RECORD_SIGNATURE = 0x02014b50;

/** @returns the position behind the record, which is beyond the bytes when they end before the record does */
function recordEnd(archive: string, bytes: Buffer, at: number): number {
  if (at + RECORD_BYTES > bytes.length) return at + RECORD_BYTES;
  const signature = bytes.readUInt32LE(at);
  if (signature !== RECORD_SIGNATURE) {
    throw damagedDirectory(archive, `invalid central directory file header signature: 0x${signature.toString(16)}`);
  }
  const lengths = bytes.readUInt16LE(at + 28) + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32);
  return at + RECORD_BYTES + lengths;
}

const UTF8_NAME = 0x800;

function readRecord(archive: string, bytes: Buffer, at: number): EntryRecord {
  const flags = bytes.readUInt16LE(at + 8);
  const method = bytes.readUInt16LE(at + 10);
  const start = at + RECORD_BYTES;
  const end = start + bytes.readUInt16LE(at + 28);
  const extraBytes = bytes.readUInt16LE(at + 30);
  const name = { bytes, start, end };
  const record = {
    name,
    isPlain: isPlain(name),
    flags,
    method,
    deflated: method === 8,
    crc32: bytes.readUInt32LE(at + 16),
    compressedBytes: bytes.readUInt32LE(at + 20),
    bytes: bytes.readUInt32LE(at + 24),
    position: bytes.readUInt32LE(at + 42),
  };
  if (extraBytes === 0 && ((flags & UTF8_NAME) !== 0 || record.isPlain)) return record;
  return damageNamed(archive, () => readUnusual(record, bytes.subarray(end, end + extraBytes)));
}

/** With a name in another encoding, or with extra fields. */
function readUnusual(record: EntryRecord, extraFields: Buffer): EntryRecord {
  const { flags, name } = record;
  const extra = yauzl.parseExtraFields(extraFields);
  const path = yauzl.getFileNameLowLevel(flags, name.bytes.subarray(name.start, name.end), extra, true);
  const bytes = Buffer.from(path);
  const decoded = { bytes, start: 0, end: bytes.length };
  const zip64 = zip64Fields(record, extra.find(({ id }) => id === ZIP64_FIELD)?.data);
  return { ...record, ...zip64, name: decoded, isPlain: isPlain(decoded) };
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

function problemOf(record: EntryRecord, { limits, size }: { limits: ArchiveLimits; size: number }): string | undefined {
  const { flags, method, bytes, compressedBytes, position } = record;
  if (!record.isPlain && !isCleanPath(pathOf(record))) return 'its name is not a clean relative path';
  if ((flags & ENCRYPTED) !== 0) return 'it is encrypted';
  if (method !== 0 && method !== 8) return `its compression method is unknown (${method})`;
  if (method === 0 && compressedBytes !== bytes) return 'it has two different sizes';
  if (position + HEADER_BYTES + compressedBytes > size) return 'it extends beyond the end of the archive';
  if (bytes > limits.maxEntryBytes) return `it is larger than the ${limits.maxEntryBytes} bytes allowed`;
  if (bytes >= 2 ** 20 && bytes > compressedBytes * limits.maxRatio) {
    return `it expands more than ${limits.maxRatio} times, as in a ZIP bomb`;
  }
  return undefined;
}

/** Whether a name is a clean relative path beyond doubt: parts of `A-Z a-z 0-9 _ . -` that do not begin with a dot. */
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
