import { RandomAccessReader } from 'yauzl';
import { ArchiveError } from '../errors.ts';
import type { ByteSource, Chunk } from './byte-source.ts';

/**
 * Lets yauzl read a {@link ByteSource}. yauzl asks for 30 or 46 bytes at a time. They come from a chunk in memory if one
 * contains them, so that one request serves thousands of reads.
 */
export class BufferedReader extends RandomAccessReader {
  readonly #source: ByteSource;
  readonly #held = new Set<Chunk>();
  #window: Chunk | undefined;
  #readAhead = 0;
  /** The last error of the source during a read by yauzl, to tell it from an error of yauzl itself. */
  failure: unknown;

  constructor(source: ByteSource) {
    super();
    this.#source = source;
  }

  /** Serves reads from this chunk until the returned function is called. */
  hold(chunk: Chunk): () => void {
    this.#held.add(chunk);
    return () => this.#held.delete(chunk);
  }

  /** Makes each fetch at least this long, since the bytes behind it will be read next. 0 ends that. */
  readAhead(bytes: number): void {
    this.#readAhead = bytes;
    this.#window = undefined;
  }

  /** Reads bytes, from memory if a held chunk contains them. @throws ArchiveError */
  async bytes(start: number, length: number, signal?: AbortSignal): Promise<Buffer> {
    return this.#inMemory(start, length) ?? (await this.#fetch(start, length, signal));
  }

  override read(buffer: Buffer, offset: number, length: number, start: number, done: (error: Error | null) => void) {
    const present = this.#inMemory(start, length);
    if (present) {
      present.copy(buffer, offset);
      done(null);
      return;
    }
    this.#fetch(start, length).then(
      (bytes) => {
        bytes.copy(buffer, offset);
        done(null);
      },
      (error) => {
        this.failure = error;
        done(error);
      },
    );
  }

  #inMemory(start: number, length: number): Buffer | undefined {
    if (this.#window) {
      const found = partOf(this.#window, start, length);
      if (found) return found;
    }
    for (const chunk of this.#held) {
      const found = partOf(chunk, start, length);
      if (found) return found;
    }
    return undefined;
  }

  async #fetch(start: number, length: number, signal?: AbortSignal): Promise<Buffer> {
    const { name, size } = this.#source;
    if (!(start >= 0 && length >= 0 && start + length <= size)) {
      throw new ArchiveError(`${name}: it refers to bytes beyond its end: it is truncated or damaged.`);
    }
    if (this.#readAhead === 0) return await this.#source.read(start, length, signal);
    const bytes = await this.#source.read(start, Math.min(size - start, Math.max(length, this.#readAhead)), signal);
    this.#window = { start, bytes };
    return bytes.subarray(0, length);
  }
}

function partOf(chunk: Chunk, start: number, length: number): Buffer | undefined {
  const from = start - chunk.start;
  return from >= 0 && from + length <= chunk.bytes.length ? chunk.bytes.subarray(from, from + length) : undefined;
}
