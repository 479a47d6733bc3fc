import { LoggableError } from '../../core/loggable-error.ts';
/** Enough for everything that stands after the central directory: 22 bytes, a comment of up to 64 KiB, and Zip64's 76. */
export const ZIP_TAIL_BYTES = 128 * 1024;

const END = 0x06054b50;
const END_BYTES = 22;
const ZIP64_LOCATOR = 0x07064b50;
const ZIP64_LOCATOR_BYTES = 20;
const ZIP64_END = 0x06064b50;
const ZIP64_END_BYTES = 56;

/** Whether a file may be a ZIP by its first four bytes: an entry, or the end of an archive without entries. */
export function beginsLikeZip(start: Buffer): boolean {
  return start.length >= 4 && [0x04034b50, END].includes(start.readUInt32LE(0));
}

/**
 * How many entries a ZIP has, by the record at its very end; Zip64 too. That the central directory ends before that record
 * shows that nothing is missing in between.
 *
 * @param tail the last bytes of the file, {@link ZIP_TAIL_BYTES} or all of them
 * @param fileBytes how long the whole file is
 * @throws Error when the file does not end like a ZIP
 */
export function entryCountOf(tail: Buffer, fileBytes: number): number {
  const end = findEnd(tail);
  if (end === undefined) throw new LoggableError('it does not end like a ZIP: it is cut off, or something else');
  const tailStart = fileBytes - tail.length;
  const zip64 = findZip64End(tail, end, tailStart);
  const directory =
    zip64 === undefined
      ? { count: tail.readUInt16LE(end + 10), bytes: tail.readUInt32LE(end + 12), offset: tail.readUInt32LE(end + 16) }
      : { count: uint64(tail, zip64 + 32), bytes: uint64(tail, zip64 + 40), offset: uint64(tail, zip64 + 48) };
  if (directory.offset + directory.bytes > tailStart + (zip64 ?? end)) {
    throw new LoggableError('its central directory is not where its end says: a part of it is missing');
  }
  return directory.count;
}

/** The comment behind the record may be of any bytes, so a record counts only if its comment ends with the file. */
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
    throw new LoggableError('its Zip64 end is not where it should be');
  }
  return at;
}

function uint64(buffer: Buffer, at: number): number {
  return Number(buffer.readBigUInt64LE(at));
}
