import { createReadStream, createWriteStream } from 'node:fs';
import { mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, extname, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { FileError } from '../errors.ts';
import { errorCode } from '../http/transport.ts';
import { assertOneOf, type OneOf } from '../one-of.ts';

/** What to upload, into which project. */
export type UploadSource = { project_id: string } & UploadContent;

/** What to upload: bytes, a file or a stream. */
export type UploadContent = {
  /** By default it follows from the extension of the path, else `application/octet-stream`. */
  contentType?: string | undefined;
} & OneOf<
  | {
      /** Text is sent as UTF-8. */
      data: Uint8Array | string;
    }
  | { path: string }
  | { stream: AsyncIterable<Uint8Array> }
>;

/** Bytes of a known size that can be read more than once. */
export interface UploadBody {
  /** How errors name it. */
  readonly name: string;
  readonly size: number;
  readonly contentType: string;
  chunks(): AsyncIterable<Uint8Array> | Iterable<Uint8Array>;
  close(): Promise<void>;
}

const contentTypes = new Map([
  ['.bmp', 'image/bmp'],
  ['.csv', 'text/csv'],
  ['.gif', 'image/gif'],
  ['.jpeg', 'image/jpeg'],
  ['.jpg', 'image/jpeg'],
  ['.json', 'application/json'],
  ['.mov', 'video/quicktime'],
  ['.mp4', 'video/mp4'],
  ['.png', 'image/png'],
  ['.svg', 'image/svg+xml'],
  ['.tif', 'image/tiff'],
  ['.tiff', 'image/tiff'],
  ['.txt', 'text/plain'],
  ['.webm', 'video/webm'],
  ['.webp', 'image/webp'],
  ['.zip', 'application/zip'],
]);

const CHUNK_BYTES = 256 * 1024;

/** The content type that is given, or follows from the extension. */
export function contentTypeOf(source: UploadContent): string | undefined {
  if (source.contentType !== undefined || source.path === undefined) return source.contentType;
  return contentTypes.get(extname(source.path).toLowerCase());
}

/** The name of the file, without its folders; only a path has one. */
export function fileNameOf(source: UploadContent): string | undefined {
  return source.path === undefined ? undefined : basename(source.path);
}

/**
 * Makes the source readable more than once; a stream is written to a temporary file for that.
 *
 * @throws InvalidParameterError when there is more than one source; FileError when there is none, or a path cannot be read; the error of the stream
 */
export async function openUpload(source: UploadSource, signal: AbortSignal | undefined): Promise<UploadBody> {
  const { contentType } = source;
  assertOneOf(source, ['data', 'path', 'stream']);
  if (source.data !== undefined) return fromBytes(toBytes(source.data), contentType);
  if (source.path !== undefined) return fromPath(source.path, contentTypeOf(source));
  if (source.stream !== undefined) return fromStream(source.stream, contentType, signal);
  throw new FileError('There is nothing to upload: give a path, data or a stream.');
}

/** A view instead of a copy, where it is bytes already. */
function toBytes(data: Uint8Array | string): Buffer {
  return typeof data === 'string' ? Buffer.from(data) : Buffer.from(data.buffer, data.byteOffset, data.byteLength);
}

function fromBytes(bytes: Buffer, contentType = 'application/octet-stream'): UploadBody {
  return {
    name: 'the data',
    size: bytes.length,
    contentType,
    *chunks() {
      for (let at = 0; at < bytes.length; at += CHUNK_BYTES) yield bytes.subarray(at, at + CHUNK_BYTES);
    },
    async close() {},
  };
}

async function fromPath(path: string, contentType = 'application/octet-stream'): Promise<UploadBody> {
  const file = await stat(path).catch((error: unknown) => {
    throw unreadable(path, error);
  });
  if (!file.isFile()) throw new FileError(`${path}: it is not a file.`);
  return {
    name: path,
    size: file.size,
    contentType,
    chunks: () => chunksOf(path),
    async close() {},
  };
}

async function* chunksOf(path: string): AsyncGenerator<Uint8Array> {
  try {
    yield* createReadStream(path, { highWaterMark: CHUNK_BYTES });
  } catch (error) {
    throw unreadable(path, error);
  }
}

function unreadable(path: string, cause: unknown): FileError {
  return new FileError(`${path}: it cannot be read (${errorCode(cause)}).`, { cause });
}

async function fromStream(
  stream: AsyncIterable<Uint8Array>,
  contentType: string | undefined,
  signal: AbortSignal | undefined,
): Promise<UploadBody> {
  const folder = await mkdtemp(join(tmpdir(), 'annofab-upload-'));
  const close = () => rm(folder, { recursive: true, force: true });
  try {
    const path = join(folder, 'stream');
    await pipeline(stream, createWriteStream(path), { signal });
    return { ...(await fromPath(path, contentType)), name: 'the stream', close };
  } catch (error) {
    await close();
    signal?.throwIfAborted();
    throw error;
  }
}
