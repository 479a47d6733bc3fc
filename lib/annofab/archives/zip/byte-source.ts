import { type FileHandle, open } from 'node:fs/promises';
import { ArchiveError } from '../errors.ts';

/** Bytes that can be read at any position: of a file, in memory, or behind a URL. */
export interface ByteSource {
  /** Shown in error messages; contains no secret. */
  readonly name: string;
  /** In bytes. */
  readonly size: number;
  /** How many reads may be under way at the same time. Default 8. */
  readonly concurrency?: number;
  /** The last bytes, if opening the source fetched them. */
  readonly tail?: Chunk;
  /** @throws ArchiveError when the bytes cannot be read; the abort reason of the signal */
  read(start: number, length: number, signal?: AbortSignal): Promise<Buffer>;
  /**
   * Fills the target with the bytes from `start` on. Without it, the reader of many entries gets a new buffer for each range;
   * with it, a few buffers are enough.
   *
   * @throws as `read`
   */
  readInto?(target: Buffer, start: number, signal?: AbortSignal): Promise<void>;
  close(): Promise<void>;
}

/** Bytes and their position. */
export interface Chunk {
  readonly start: number;
  readonly bytes: Buffer;
}

/** Fills the target with the bytes of any source from `start` on. @throws as the `read` of the source */
export async function readInto(source: ByteSource, target: Buffer, start: number, signal?: AbortSignal): Promise<void> {
  if (source.readInto) return await source.readInto(target, start, signal);
  const bytes = await source.read(start, target.length, signal);
  if (bytes.copy(target) < target.length)
    throw new ArchiveError(`${source.name}: fewer bytes came than were asked for.`);
}

/** A source of bytes in memory. Reads return views, not copies. */
export function bytesSource(bytes: Uint8Array): ByteSource {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let closed = false;
  return {
    name: 'the given bytes',
    size: buffer.length,
    async read(start, length) {
      if (closed) throw closedError('the given bytes');
      return buffer.subarray(start, start + length);
    },
    async close() {
      closed = true;
    },
  };
}

/** The next read while one is processed: a disk is faster than the inflating, and each holds memory. */
const FILE_READS = 2;

/** A source that reads a file of this machine. @throws ArchiveError when the file cannot be opened */
export async function openFileSource(path: string): Promise<ByteSource> {
  const file = await openForReading(path);
  let closed = false;
  const readInto = async (target: Buffer, start: number, signal?: AbortSignal) => {
    if (closed) throw closedError(path);
    signal?.throwIfAborted();
    await readFully(file, { path, start, target });
  };
  return {
    name: path,
    size: (await file.stat()).size,
    concurrency: FILE_READS,
    async read(start, length, signal) {
      const target = Buffer.allocUnsafe(length);
      await readInto(target, start, signal);
      return target;
    },
    readInto,
    async close() {
      closed = true;
      await file.close();
    },
  };
}

async function openForReading(path: string): Promise<FileHandle> {
  let file: FileHandle;
  try {
    file = await open(path);
  } catch (error) {
    throw new ArchiveError(`${path}: the archive cannot be opened (${codeOf(error)}).`, { cause: error });
  }
  if ((await file.stat()).isFile()) return file;
  await file.close();
  throw new ArchiveError(`${path}: it is not a file. If it is an extracted archive, open it as { directory }.`);
}

async function readFully(
  file: FileHandle,
  { path, start, target }: { path: string; start: number; target: Buffer },
): Promise<void> {
  for (let read = 0; read < target.length; ) {
    const { bytesRead } = await file.read(target, read, target.length - read, start + read).catch((error: unknown) => {
      throw new ArchiveError(`${path}: the archive cannot be read (${codeOf(error)}).`, { cause: error });
    });
    if (bytesRead === 0) throw new ArchiveError(`${path}: the file was truncated while it was read.`);
    read += bytesRead;
  }
}

export function closedError(name: string): ArchiveError {
  return new ArchiveError(`${name}: the archive is closed.`);
}

export function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : String(error);
}
