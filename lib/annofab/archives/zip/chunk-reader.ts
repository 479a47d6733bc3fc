import { ArchiveError } from '../errors.ts';
import { MAX_RANGE_BYTES } from './byte-ranges.ts';
import type { ByteSource, Chunk } from './byte-source.ts';

/** Buffers that wait for the next chunk. */
export type FreeBuffers = Buffer[];

/** A chunk in a buffer that is used again after it. */
export interface FetchedChunk extends Chunk {
  /** Undefined if the buffer belongs to the source. */
  readonly buffer: Buffer | undefined;
}

/** Reads bytes from the chunks that are in memory, and otherwise from the source. */
export interface ChunkReader {
  /** Serves reads from this chunk until the returned function is called. */
  hold(chunk: FetchedChunk): () => void;
  /** @throws ArchiveError when the bytes are not in the archive, or cannot be read */
  bytes(start: number, length: number, signal?: AbortSignal): Promise<Buffer>;
  /**
   * Reads a chunk into a free buffer if there is one. Push the chunk's buffer to the free ones when it is not held any more.
   *
   * @throws as `bytes`
   */
  fetch(start: number, length: number, free: FreeBuffers, signal?: AbortSignal): Promise<FetchedChunk>;
}

export function createChunkReader(source: ByteSource): ChunkReader {
  const held = new Set<FetchedChunk>();
  const find = (start: number, length: number) => {
    for (const chunk of held) {
      const found = partOf(chunk, start, length);
      // A buffer that is used again may be so before the bytes are.
      if (found) return chunk.buffer ? Buffer.from(found) : found;
    }
    if (start + length <= source.size) return undefined;
    throw new ArchiveError(`${source.name}: it refers to bytes beyond its end: it is truncated or damaged.`);
  };
  const bytes = async (start: number, length: number, signal?: AbortSignal) =>
    find(start, length) ?? (await source.read(start, length, signal));
  return {
    hold(chunk) {
      held.add(chunk);
      return () => held.delete(chunk);
    },
    bytes,
    async fetch(start, length, free, signal) {
      const found = find(start, length);
      if (found) return { start, bytes: found, buffer: undefined };
      if (!source.readInto || length > MAX_RANGE_BYTES) {
        return { start, bytes: await source.read(start, length, signal), buffer: undefined };
      }
      const buffer = free.pop() ?? Buffer.allocUnsafeSlow(MAX_RANGE_BYTES);
      const target = buffer.subarray(0, length);
      await source.readInto(target, start, signal);
      return { start, bytes: target, buffer };
    },
  };
}

/** @returns undefined when the chunk does not contain all of them */
function partOf(chunk: Chunk, start: number, length: number): Buffer | undefined {
  const from = start - chunk.start;
  return from >= 0 && from + length <= chunk.bytes.length ? chunk.bytes.subarray(from, from + length) : undefined;
}
