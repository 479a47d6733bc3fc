import { ArchiveError } from '../errors.ts';
import type { ByteSource, Chunk } from './byte-source.ts';

/** Reads bytes from the chunks that are in memory, and otherwise from the source. */
export interface ChunkReader {
  /** Serves reads from this chunk until the returned function is called. */
  hold(chunk: Chunk): () => void;
  /** @throws ArchiveError when the bytes are not in the archive, or cannot be read */
  bytes(start: number, length: number, signal?: AbortSignal): Promise<Buffer>;
}

export function createChunkReader(source: ByteSource): ChunkReader {
  const held = new Set<Chunk>();
  return {
    hold(chunk) {
      held.add(chunk);
      return () => held.delete(chunk);
    },
    async bytes(start, length, signal) {
      for (const chunk of held) {
        const found = partOf(chunk, start, length);
        if (found) return found;
      }
      if (start + length <= source.size) return await source.read(start, length, signal);
      throw new ArchiveError(`${source.name}: it refers to bytes beyond its end: it is truncated or damaged.`);
    },
  };
}

/** @returns undefined when the chunk does not contain all of them */
function partOf(chunk: Chunk, start: number, length: number): Buffer | undefined {
  const from = start - chunk.start;
  return from >= 0 && from + length <= chunk.bytes.length ? chunk.bytes.subarray(from, from + length) : undefined;
}
