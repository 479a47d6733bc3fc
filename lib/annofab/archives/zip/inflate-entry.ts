import { pipeline, Readable } from 'node:stream';
import { promisify } from 'node:util';
import { crc32, createInflateRaw, inflateRaw, inflateRawSync } from 'node:zlib';
import type { ZipEntry } from './central-directory.ts';

const inflateAsync = promisify(inflateRaw);

/** Up to this many bytes, inflating at once is quicker than handing over to another thread and back. */
const SMALL_BYTES = 64 * 1024;

/**
 * The content of an entry from its compressed bytes, never more than the directory says.
 *
 * @throws Error when it is not what the directory says of it
 */
export async function unpack(entry: ZipEntry, compressed: Buffer): Promise<Buffer> {
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

/** The same, piece by piece, for what is too large to be held. */
export async function* unpackChunks(
  entry: ZipEntry,
  compressed: AsyncIterable<Buffer>,
): AsyncGenerator<Buffer, void, undefined> {
  // Its error reaches whoever reads the stream.
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

const SIZE_PROBLEM = 'its size is not the one that the directory says';
const CHECKSUM_PROBLEM = 'its checksum is wrong';
