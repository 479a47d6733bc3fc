import { gunzipSync } from 'node:zlib';
import type { ZipEntry } from './entry-table.ts';

/** An entry, and where its compressed content begins in the bytes of a chunk. */
export interface PackedEntry {
  readonly entry: ZipEntry;
  readonly start: number;
}

/** Small entries that are inflated by one call. */
export interface InflateGroup {
  readonly entries: readonly PackedEntry[];
  /** @returns false when the entry does not fit in, and is not added */
  add(packed: PackedEntry): boolean;
  /**
   * Inflates the entries as the members of one gzip file: `inflateRawSync` would make a stream object for each entry, which takes as long
   * as the inflating. zlib compares size and CRC-32 of each member with what the central directory states.
   *
   * @param chunk the bytes that the entries are in
   * @returns the contents, one behind the other; undefined when the group has less than two entries, or one that is damaged: then
   * inflate them one by one
   */
  inflate(chunk: Buffer): Contents | undefined;
}

/** Contents in memory of their own. */
export type Contents = Buffer<ArrayBuffer>;

/** More entries save nothing more. */
const MAX_ENTRIES = 16;

/** The limit for the compressed contents, and for the contents: longer entries gain little. */
const MAX_BYTES = 2 ** 16;

/** Of a gzip member without a name and a date. */
const HEADER = Buffer.from([0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 0xff]);
const TRAILER_BYTES = 8;

/** The gzip file of the group that is inflated now. */
const MEMBERS = Buffer.allocUnsafeSlow(MAX_BYTES + MAX_ENTRIES * (HEADER.length + TRAILER_BYTES));

export function createInflateGroup(): InflateGroup {
  const entries: PackedEntry[] = [];
  let [size, compressedSize] = [0, 0];
  return {
    entries,
    add(packed) {
      const { bytes, compressedBytes, deflated } = packed.entry;
      if (!deflated || entries.length === MAX_ENTRIES) return false;
      if (size + bytes > MAX_BYTES || compressedSize + compressedBytes > MAX_BYTES) return false;
      entries.push(packed);
      size += bytes;
      compressedSize += compressedBytes;
      return true;
    },
    inflate(chunk) {
      if (entries.length < 2) return undefined;
      let end = 0;
      for (const packed of entries) end = writeMember(packed, chunk, end);
      try {
        const contents = gunzipSync(MEMBERS.subarray(0, end), optionsFor(size));
        return contents.length === size ? contents : undefined;
      } catch {
        return undefined;
      }
    },
  };
}

/** One buffer that is a byte longer than the contents: zlib sees the end without a second one. Shorter ones would be shared. */
function optionsFor(size: number) {
  return { chunkSize: Math.max(Buffer.poolSize, size + 1), maxOutputLength: Math.max(1, size) };
}

/** @returns the end of the member */
function writeMember({ entry, start }: PackedEntry, chunk: Buffer, at: number): number {
  const content = at + HEADER.copy(MEMBERS, at);
  const trailer = content + chunk.copy(MEMBERS, content, start, start + entry.compressedBytes);
  MEMBERS.writeUInt32LE(entry.crc32, trailer);
  return MEMBERS.writeUInt32LE(entry.bytes, trailer + 4);
}
