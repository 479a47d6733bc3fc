import { ArchiveError } from '../errors.ts';

/** Covers everything behind the central directory: the end record (22 bytes), a comment (up to 64 KiB), and Zip64's 76 bytes. */
export const ZIP_TAIL_BYTES = 128 * 1024;

const END = 0x06054b50;
const END_BYTES = 22;
const ZIP64_LOCATOR = 0x07064b50;
const ZIP64_LOCATOR_BYTES = 20;
const ZIP64_END = 0x06064b50;
const ZIP64_END_BYTES = 56;

/** Whether the first four bytes can be those of a ZIP: an entry, or the end record of an archive without entries. */
export function startsLikeZip(start: Buffer): boolean {
  return start.length >= 4 && [0x04034b50, END].includes(start.readUInt32LE(0));
}

/**
 * Reads the number of entries from the end record of a ZIP, with or without Zip64. It also checks that the central
 * directory ends where that record begins, which fails when bytes are missing in the middle of the file.
 *
 * @param tail the last bytes of the file: {@link ZIP_TAIL_BYTES}, or the whole file if it is shorter
 * @param fileBytes the size of the whole file, in bytes
 * @throws ArchiveError when the file does not end like a ZIP, or is incomplete
 * @example
 * readEntryCount(file.subarray(-ZIP_TAIL_BYTES), file.length) // 3
 */
export function readEntryCount(tail: Buffer, fileBytes: number): number {
  const directory = locateDirectory(tail, fileBytes);
  if (directory === undefined) throw new ArchiveError(describeEnd(tail, fileBytes));
  return directory.count;
}

/** The central directory: its number of entries, its first byte, and the first byte behind it. */
export interface Directory {
  readonly count: number;
  readonly start: number;
  readonly end: number;
}

/**
 * Finds the central directory by the end record of a ZIP, with or without Zip64.
 *
 * @param tail as for {@link readEntryCount}
 * @returns undefined when the file does not end like a ZIP
 * @throws ArchiveError when the end record contradicts the file
 */
export function locateDirectory(tail: Buffer, fileBytes: number): Directory | undefined {
  const end = findEnd(tail);
  if (end === undefined) return undefined;
  const tailStart = fileBytes - tail.length;
  const zip64 = findZip64End(tail, end, tailStart);
  const disk = zip64 === undefined ? tail.readUInt16LE(end + 4) : tail.readUInt32LE(zip64 + 16);
  if (disk !== 0) throw new ArchiveError('it is one of several parts of an archive');
  const directory =
    zip64 === undefined
      ? { count: tail.readUInt16LE(end + 10), bytes: tail.readUInt32LE(end + 12), start: tail.readUInt32LE(end + 16) }
      : { count: uint64(tail, zip64 + 32), bytes: uint64(tail, zip64 + 40), start: uint64(tail, zip64 + 48) };
  const behind = tailStart + (zip64 ?? end);
  if (directory.start + directory.bytes > behind) {
    throw new ArchiveError('its central directory is not where its end record says: a part of it is missing');
  }
  return { count: directory.count, start: directory.start, end: behind };
}

function describeEnd(tail: Buffer, fileBytes: number): string {
  const zip = locateZip(tail, fileBytes);
  if (!zip) return 'it does not end like a ZIP: it is truncated or not a ZIP';
  return `it does not end like a ZIP: there are ${fileBytes - zip.end} other bytes behind the ZIP`;
}

/**
 * Finds a ZIP that has other bytes before or behind it, as when another tool joined files or saved a whole response. Only
 * the end record is looked at: whether the directory is where it says shows when it is read.
 *
 * @param tail the last bytes of the file, as for {@link readEntryCount}
 * @returns the positions of the first byte of the ZIP and of the first byte behind it; undefined when there is none
 */
export function locateZip(tail: Buffer, fileBytes: number): { start: number; end: number } | undefined {
  const tailStart = fileBytes - tail.length;
  for (let at = tail.length - END_BYTES; at >= 0; at -= 1) {
    if (tail.readUInt32LE(at) !== END) continue;
    const end = at + END_BYTES + tail.readUInt16LE(at + 20);
    // Offsets in the ZIP do not count the bytes before it, so the Zip64 record is where it ends, not where it is said to be.
    const zip64 = at - ZIP64_LOCATOR_BYTES - ZIP64_END_BYTES;
    const isZip64 = zip64 >= 0 && tail.readUInt32LE(zip64) === ZIP64_END;
    const [bytes, offset] = isZip64
      ? [uint64(tail, zip64 + 40), uint64(tail, zip64 + 48)]
      : [tail.readUInt32LE(at + 12), tail.readUInt32LE(at + 16)];
    const start = tailStart + (isZip64 ? zip64 : at) - bytes - offset;
    if (end <= tail.length && start >= 0) return { start, end: tailStart + end };
  }
  return undefined;
}

/** The comment behind the record can contain any bytes, so a record counts only if its comment ends with the file. */
function findEnd(tail: Buffer): number | undefined {
  for (let at = tail.length - END_BYTES; at >= 0; at -= 1) {
    if (tail.readUInt32LE(at) === END && at + END_BYTES + tail.readUInt16LE(at + 20) === tail.length) return at;
  }
  return undefined;
}

function findZip64End(tail: Buffer, end: number, tailStart: number): number | undefined {
  const locator = end - ZIP64_LOCATOR_BYTES;
  if (locator < 0 || tail.readUInt32LE(locator) !== ZIP64_LOCATOR) return undefined;
  const at = uint64(tail, locator + 8) - tailStart;
  if (at < 0 || at + ZIP64_END_BYTES > locator || tail.readUInt32LE(at) !== ZIP64_END) {
    throw new ArchiveError('its Zip64 end record is not where its locator says: a part of it is missing');
  }
  return at;
}

function uint64(buffer: Buffer, at: number): number {
  return Number(buffer.readBigUInt64LE(at));
}
