import { type FileHandle, open } from 'node:fs/promises';
import { ArchiveError } from '../errors.ts';

/** Where the bytes of an archive come from: each read by its position. */
export interface ByteSource {
  /** To be shown in errors; holds no secret. */
  readonly name: string;
  readonly size: number;
  /** The end of it, where opening it brought that along. */
  readonly tail?: Chunk;
  /** @throws ArchiveError when the bytes cannot be had, or the reason of the signal */
  read(start: number, length: number, signal?: AbortSignal): Promise<Buffer>;
  close(): Promise<void>;
}

/** Bytes and where they stand. */
export interface Chunk {
  readonly start: number;
  readonly bytes: Buffer;
}

/** Of bytes in memory. What it gives are views, not copies. */
export function bytesSource(bytes: Uint8Array): ByteSource {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let closed = false;
  return {
    name: 'the bytes given',
    size: buffer.length,
    async read(start, length) {
      if (closed) throw closedError('the bytes given');
      return buffer.subarray(start, start + length);
    },
    async close() {
      closed = true;
    },
  };
}

/** @throws ArchiveError when there is no such file, or it cannot be opened */
export async function openFileSource(path: string): Promise<ByteSource> {
  const file = await openForReading(path);
  let closed = false;
  return {
    name: path,
    size: (await file.stat()).size,
    async read(start, length, signal) {
      if (closed) throw closedError(path);
      signal?.throwIfAborted();
      return await readFully(file, { path, start, length });
    },
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
  throw new ArchiveError(`${path}: it is no file. An extracted archive is opened as { directory }.`);
}

async function readFully(file: FileHandle, { path, start, length }: { path: string; start: number; length: number }) {
  const buffer = Buffer.allocUnsafe(length);
  for (let read = 0; read < length; ) {
    const { bytesRead } = await file.read(buffer, read, length - read, start + read).catch((error: unknown) => {
      throw new ArchiveError(`${path}: the archive cannot be read (${codeOf(error)}).`, { cause: error });
    });
    if (bytesRead === 0) throw new ArchiveError(`${path}: the file was made shorter while it was read.`);
    read += bytesRead;
  }
  return buffer;
}

export function closedError(name: string): ArchiveError {
  return new ArchiveError(`${name}: the archive is closed.`);
}

export function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : String(error);
}
