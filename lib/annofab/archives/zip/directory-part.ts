import { ArchiveError } from '../errors.ts';
import type { ByteSource } from './byte-source.ts';
import type { ZipEntry } from './entry-table.ts';

/**
 * Writes a central directory of some entries of an archive, with its end record, as if it followed the archive's last byte. It is
 * written in Zip64 whatever the sizes are, so that there is one form.
 *
 * @param archiveBytes the size of the archive
 */
export function directoryPart(entries: Iterable<ZipEntry>, archiveBytes: number): Buffer {
  const records = Array.from(entries, recordOf);
  const bytes = records.reduce((sum, { length }) => sum + length, 0);
  return Buffer.concat([...records, endOf({ count: records.length, start: archiveBytes, bytes })]);
}

/**
 * An archive with another directory: it has only the entries of that, and reads them from the ranges of the archive where they
 * are. The archive's own directory is not read.
 */
export function withDirectory(source: ByteSource, directory: Buffer): ByteSource {
  const { name, size, concurrency } = source;
  return {
    name,
    size: size + directory.length,
    ...(concurrency !== undefined && { concurrency }),
    tail: { start: size, bytes: directory },
    async read(start, length, signal) {
      const end = start + length;
      if (start >= size) return directory.subarray(start - size, end - size);
      if (end <= size) return await source.read(start, length, signal);
      const before = await source.read(start, size - start, signal);
      return Buffer.concat([before, directory.subarray(0, end - size)]);
    },
    close: () => source.close(),
  };
}

const RECORD = { signature: 0x02014b50, bytes: 46 };
const ZIP64_EXTRA = { id: 1, dataBytes: 24 };
const ZIP64_END = { signature: 0x06064b50, bytes: 56 };
const ZIP64_LOCATOR = { signature: 0x07064b50, bytes: 20 };
const END = { signature: 0x06054b50, bytes: 22 };
/** Of ZIP that has Zip64. */
const VERSION = 45;
const UTF8_NAME = 0x800;
const DEFLATED = 8;
const IN_ZIP64_FIELD = 0xffffffff;

function recordOf({ path, crc32, bytes, compressedBytes, position, deflated }: ZipEntry): Buffer {
  const name = Buffer.from(path);
  if (name.length > 0xffff)
    throw new ArchiveError(`The name of an entry has ${name.length} bytes: a ZIP has no such names.`);
  const isWide = Math.max(bytes, compressedBytes, position) >= IN_ZIP64_FIELD;
  const record = Buffer.alloc(RECORD.bytes + name.length + (isWide ? 4 + ZIP64_EXTRA.dataBytes : 0));
  record.writeUInt32LE(RECORD.signature, 0);
  record.writeUInt16LE(VERSION, 4);
  record.writeUInt16LE(VERSION, 6);
  record.writeUInt16LE(UTF8_NAME, 8);
  record.writeUInt16LE(deflated ? DEFLATED : 0, 10);
  record.writeUInt32LE(crc32, 16);
  record.writeUInt32LE(isWide ? IN_ZIP64_FIELD : compressedBytes, 20);
  record.writeUInt32LE(isWide ? IN_ZIP64_FIELD : bytes, 24);
  record.writeUInt16LE(name.length, 28);
  record.writeUInt16LE(isWide ? 4 + ZIP64_EXTRA.dataBytes : 0, 30);
  record.writeUInt32LE(isWide ? IN_ZIP64_FIELD : position, 42);
  name.copy(record, RECORD.bytes);
  if (isWide) writeZip64Extra(record.subarray(RECORD.bytes + name.length), [bytes, compressedBytes, position]);
  return record;
}

function writeZip64Extra(extra: Buffer, values: readonly number[]): void {
  extra.writeUInt16LE(ZIP64_EXTRA.id, 0);
  extra.writeUInt16LE(ZIP64_EXTRA.dataBytes, 2);
  for (const [at, value] of values.entries()) extra.writeBigUInt64LE(BigInt(value), 4 + at * 8);
}

function endOf({ count, start, bytes }: { count: number; start: number; bytes: number }): Buffer {
  const zip64 = Buffer.alloc(ZIP64_END.bytes);
  zip64.writeUInt32LE(ZIP64_END.signature, 0);
  zip64.writeBigUInt64LE(BigInt(ZIP64_END.bytes - 12), 4);
  zip64.writeUInt16LE(VERSION, 12);
  zip64.writeUInt16LE(VERSION, 14);
  zip64.writeBigUInt64LE(BigInt(count), 24);
  zip64.writeBigUInt64LE(BigInt(count), 32);
  zip64.writeBigUInt64LE(BigInt(bytes), 40);
  zip64.writeBigUInt64LE(BigInt(start), 48);
  const locator = Buffer.alloc(ZIP64_LOCATOR.bytes);
  locator.writeUInt32LE(ZIP64_LOCATOR.signature, 0);
  locator.writeBigUInt64LE(BigInt(start + bytes), 8);
  locator.writeUInt32LE(1, 16);
  const end = Buffer.alloc(END.bytes);
  end.writeUInt32LE(END.signature, 0);
  end.writeUInt16LE(0xffff, 8);
  end.writeUInt16LE(0xffff, 10);
  end.writeUInt32LE(IN_ZIP64_FIELD, 12);
  end.writeUInt32LE(IN_ZIP64_FIELD, 16);
  return Buffer.concat([zip64, locator, end]);
}
