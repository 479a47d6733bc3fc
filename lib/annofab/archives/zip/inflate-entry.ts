import { pipeline, Readable } from 'node:stream';
import { promisify } from 'node:util';
import { crc32, createInflateRaw, inflateRaw, inflateRawSync } from 'node:zlib';
import type { ZipEntry } from './entry-table.ts';

/** Up to this size, synchronous inflating is faster than a round trip to another thread. */
const SMALL_BYTES = 64 * 1024;

/** Whether to inflate an entry by {@link inflateSmall}. */
export function isSmall({ bytes, deflated }: ZipEntry): boolean {
  return bytes <= SMALL_BYTES || !deflated;
}

/**
 * Inflates a small entry at once, up to the size that the central directory states.
 *
 * @throws Error when the size or the CRC-32 differs from the directory
 */
export function inflateSmall(entry: ZipEntry, compressed: Buffer): Buffer {
  if (!entry.deflated) return checked(entry, compressed);
  try {
    return checked(entry, inflateRawSync(compressed, inflateOptions(entry)));
  } catch (error) {
    throw explained(error);
  }
}

/** Inflates an entry of any size. @throws Error as {@link inflateSmall} */
export async function inflateEntry(entry: ZipEntry, compressed: Buffer): Promise<Buffer> {
  if (isSmall(entry)) return inflateSmall(entry, compressed);
  try {
    return checked(entry, await promisify(inflateRaw)(compressed, inflateOptions(entry)));
  } catch (error) {
    throw explained(error);
  }
}

/** zlib accepts no smaller buffer. */
const MIN_CHUNK_BYTES = 64;

/** One buffer that is a byte longer than the content: zlib sees the end without a second one, and no 16 KiB are allocated. */
function inflateOptions({ bytes }: ZipEntry) {
  const chunkSize = Math.max(MIN_CHUNK_BYTES, Math.min(bytes, SMALL_BYTES) + 1);
  return { maxOutputLength: Math.max(1, bytes), chunkSize };
}

function checked(entry: ZipEntry, content: Buffer): Buffer {
  if (content.length !== entry.bytes) throw new Error(SIZE_PROBLEM);
  if (crc32(content) !== entry.crc32) throw new Error(CHECKSUM_PROBLEM);
  return content;
}

function explained(error: unknown): unknown {
  const isTooLong = error instanceof Error && 'code' in error && error.code === 'ERR_BUFFER_TOO_LARGE';
  return isTooLong ? new Error(SIZE_PROBLEM, { cause: error }) : error;
}

/** Inflates an entry as a stream, for entries that are too large for memory. @throws Error as {@link inflateSmall} */
export async function* inflateEntryChunks(
  entry: ZipEntry,
  compressed: AsyncIterable<Buffer>,
): AsyncGenerator<Buffer, void, undefined> {
  // The reader of the stream gets its error.
  const content = entry.deflated ? pipeline(Readable.from(compressed), createInflateRaw(), () => {}) : compressed;
  let size = 0;
  let sum = 0;
  for await (const chunk of content) {
    size += chunk.length;
    if (size > entry.bytes) throw new Error(SIZE_PROBLEM);
    sum = crc32(chunk, sum);
    yield chunk;
  }
  if (size !== entry.bytes) throw new Error(SIZE_PROBLEM);
  if (sum !== entry.crc32) throw new Error(CHECKSUM_PROBLEM);
}

const SIZE_PROBLEM = 'its size differs from the central directory';
const CHECKSUM_PROBLEM = 'its checksum is wrong';
