import { anySignal } from '../../../core/async/any-signal.ts';
import { FileError } from '../../errors.ts';
import { ChangedFileError } from '../../files/errors.ts';
import type { Files } from '../../files/files.ts';
import type { FileStream } from '../../files/types.ts';
import { redactUrl } from '../../http/redact.ts';
import { ArchiveChangedError, ArchiveError } from '../errors.ts';
import { type ByteSource, type Chunk, closedError } from './byte-source.ts';
import type { DirectoryCache } from './directory-cache.ts';
import { locateDirectory } from './zip-end.ts';

/** Enough for the end of any ZIP and for the whole directory of one of a thousand entries. */
const TAIL_BYTES = 128 * 1024;

export interface UrlSourceOptions {
  readonly files: Pick<Files, 'stream'>;
  readonly url: string;
  /** Gives a new address of the same file when the current one has expired. */
  readonly refresh?: (() => string | PromiseLike<string>) | undefined;
  readonly signal?: AbortSignal | undefined;
  /** Where the central directory is kept for other processes. */
  readonly cache?: DirectoryCache | undefined;
}

/**
 * Opens a file behind a presigned address for reading by ranges. The first request is a GET of its last bytes: it tells
 * the size, and a HEAD would be refused, since the address is signed for GET.
 *
 * @throws ArchiveError when the server gives no ranges, FileError when it refuses
 */
export async function openUrlSource(options: UrlSourceOptions): Promise<ByteSource> {
  const name = redactUrl(options.url);
  const open = createOpener(options);
  const { known, tail } = (await openCached(name, open, options)) ?? (await openEnd(name, open, options));
  let closed = false;
  const readInto = async (target: Buffer, start: number, signal?: AbortSignal) => {
    if (closed) throw closedError(name);
    const wanted = { start, length: target.length, signal: anySignal(signal, options.signal) };
    await fill(known, target, await openRange(open, known, wanted));
  };
  return {
    name,
    size: known.size,
    tail,
    async read(start, length, signal) {
      const target = Buffer.allocUnsafe(length);
      await readInto(target, start, signal);
      return target;
    },
    readInto,
    async close() {
      closed = true;
    },
  };
}

interface Opened {
  readonly known: Known;
  readonly tail: Chunk;
}

/** Asks for one byte of the archive that the cache has the directory of. */
async function openCached(name: string, open: Open, { cache, signal }: UrlSourceOptions): Promise<Opened | undefined> {
  const cached = await cache?.read();
  if (!cached) return undefined;
  const { etag, size, tail } = cached;
  const known = { name, size, etag, lastModified: undefined };
  try {
    await collect(known, 1, await openRange(open, known, { start: size - 1, length: 1, signal }));
    return { known, tail };
  } catch (error) {
    if (error instanceof ArchiveChangedError) return undefined;
    throw error;
  }
}

async function openEnd(name: string, open: Open, { cache, signal }: UrlSourceOptions): Promise<Opened> {
  const first = await openTail(name, open, signal);
  const { start, end, total: size } = rangeOf(name, first);
  if (end !== size || end - start > TAIL_BYTES) throw discard(first, otherBytes(name));
  const known = { name, size, ...identityOf(first) };
  const tail = { start, bytes: await collect(known, size - start, first) };
  // Only a strong ETag names the bytes.
  if (!cache || known.etag === undefined || known.etag.startsWith('W/')) return { known, tail };
  const whole = await withDirectory(known, tail, async (from, length) =>
    collect(known, length, await openRange(open, known, { start: from, length, signal })),
  );
  if (whole) await cache.write({ etag: known.etag, size, tail: whole });
  return { known, tail: whole ?? tail };
}

/** The end of the archive from its central directory on; undefined when it is not found there. */
async function withDirectory(
  { size }: Known,
  tail: Chunk,
  read: (start: number, length: number) => Promise<Buffer>,
): Promise<Chunk | undefined> {
  const start = directoryStart(tail.bytes, size);
  if (start === undefined) return undefined;
  if (start >= tail.start) return { start, bytes: tail.bytes.subarray(start - tail.start) };
  return { start, bytes: Buffer.concat([await read(start, tail.start - start), tail.bytes]) };
}

/** An archive that is damaged is reported by the reader of the directory. */
function directoryStart(tail: Buffer, size: number): number | undefined {
  try {
    return locateDirectory(tail, size)?.start;
  } catch {
    return undefined;
  }
}

type Open = (headers: Record<string, string>, signal: AbortSignal | undefined) => Promise<FileStream>;

/** Opens the file at its current address; reads that find it expired at the same time share one new address. */
function createOpener({ files, url, refresh }: UrlSourceOptions): Open {
  let current = Promise.resolve(url);
  const renew = (expired: Promise<string>, refresh: () => Promise<string>) => {
    if (expired !== current) return current;
    const fresh = refresh();
    current = fresh;
    // The next read asks again for an address that could not be had.
    fresh.catch(() => {
      current = expired;
    });
    return fresh;
  };
  return async (headers, signal) => {
    let used = current;
    const renewed = async () => {
      used = refresh ? renew(used, async () => refresh()) : used;
      return used;
    };
    return await files.stream(await used, { headers, signal, refresh: refresh && renewed });
  };
}

async function openTail(name: string, open: Open, signal: AbortSignal | undefined): Promise<FileStream> {
  try {
    return await open({ range: `bytes=-${TAIL_BYTES}` }, signal);
  } catch (error) {
    if (!(error instanceof FileError && error.status === 416)) throw error;
    throw new ArchiveError(`${name}: it is empty, and no ZIP archive.`, { cause: error });
  }
}

interface Known {
  readonly name: string;
  readonly size: number;
  readonly etag: string | undefined;
  readonly lastModified: string | undefined;
}

function identityOf({ headers }: FileStream): Pick<Known, 'etag' | 'lastModified'> {
  return { etag: headers['etag'], lastModified: headers['last-modified'] };
}

interface Wanted {
  readonly start: number;
  readonly length: number;
  readonly signal: AbortSignal | undefined;
}

/** `If-Match`: the bytes of another archive are of no use. Without an ETag, size and date are compared. */
async function openRange(open: Open, known: Known, { start, length, signal }: Wanted): Promise<FileStream> {
  const { name, etag } = known;
  const headers = { range: `bytes=${start}-${start + length - 1}`, ...(etag !== undefined && { 'if-match': etag }) };
  const file = await open(headers, signal).catch((error: unknown) => {
    if (error instanceof FileError && (error.status === 412 || error.status === 416)) throw changed(name, error);
    throw error;
  });
  const identity = identityOf(file);
  const range = rangeOf(name, file);
  const same = etag === undefined ? identity.lastModified === known.lastModified : identity.etag === etag;
  if (!same || range.total !== known.size) throw discard(file, changed(name));
  if (range.start !== start) throw discard(file, otherBytes(name));
  return file;
}

async function collect(known: Known, length: number, file: FileStream): Promise<Buffer> {
  const bytes = Buffer.allocUnsafe(length);
  await fill(known, bytes, file);
  return bytes;
}

async function fill({ name }: Known, bytes: Buffer, { body }: FileStream): Promise<void> {
  let read = 0;
  try {
    for await (const chunk of body) {
      if (read + chunk.length > bytes.length) throw new ArchiveError(`${name}: more bytes came than were asked for.`);
      read += chunk.copy(bytes, read);
    }
  } catch (cause) {
    if (cause instanceof ChangedFileError) throw changed(name, cause);
    if (!(cause instanceof FileError) || cause.status !== undefined) throw cause;
    throw new ArchiveError(`${name}: the connection ended again and again within one read. Try again.`, { cause });
  }
  if (read !== bytes.length) throw otherBytes(name);
}

function changed(name: string, cause?: unknown): ArchiveChangedError {
  return new ArchiveChangedError(`${name}: the archive was rebuilt while it was read. Open it again and start over.`, {
    cause,
  });
}

function otherBytes(name: string): ArchiveError {
  return new ArchiveError(`${name}: the server gave other bytes than asked for.`);
}

/** `end` is the first byte that does not belong to it. */
function rangeOf(name: string, file: FileStream): { start: number; end: number; total: number } {
  const [, start, last, total] = /^bytes (\d+)-(\d+)\/(\d+)$/.exec(file.headers['content-range'] ?? '') ?? [];
  if (file.status === 206 && start !== undefined) {
    return { start: Number(start), end: Number(last) + 1, total: Number(total) };
  }
  const message = `${name}: the server gives no ranges. Download the archive and open it as { path }.`;
  throw discard(file, new ArchiveError(message));
}

function discard(file: FileStream, reason: ArchiveError): ArchiveError {
  file.discard();
  return reason;
}
