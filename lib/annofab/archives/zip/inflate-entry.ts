import { pipeline, Readable } from 'node:stream';
import { promisify } from 'node:util';
import { crc32, createInflateRaw, inflateRaw, inflateRawSync } from 'node:zlib';
import type { ZipEntry } from './central-directory.ts';

const inflateAsync = promisify(inflateRaw);

/** Up to this size, synchronous inflating is faster than a round trip to another thread. */
const SMALL_BYTES = 64 * 1024;

/**
 * Inflates an entry, up to the size that the central directory states.
 *
 * @throws Error when the size or the CRC-32 differs from the directory
 */
export async function inflateEntry(entry: ZipEntry, compressed: Buffer): Promise<Buffer> {
  const content = entry.deflated ? await inflate(entry, compressed) : compressed;
  if (content.length !== entry.bytes) throw new Error(SIZE_PROBLEM);
  if (crc32(content) !== entry.crc32) throw new Error(CHECKSUM_PROBLEM);
  return content;
}

async function inflate({ bytes }: ZipEntry, compressed: Buffer): Promise<Buffer> {
  const options = { maxOutputLength: Math.max(1, bytes) };
  try {
    return bytes <= SMALL_BYTES ? inflateRawSync(compressed, options) : await inflateAsync(compressed, options);
  } catch (error) {
    const tooLong = error instanceof Error && 'code' in error && error.code === 'ERR_BUFFER_TOO_LARGE';
    throw tooLong ? new Error(SIZE_PROBLEM, { cause: error }) : error;
  }
}

/** Inflates an entry as a stream, for entries that are too large for memory. @throws Error as {@link inflateEntry} */
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
