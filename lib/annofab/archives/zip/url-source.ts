import { FileError } from '../../errors.ts';
import type { Files, OpenFile } from '../../files/files.ts';
import { redactUrl } from '../../http/redact.ts';
import { ArchiveChangedError, ArchiveError } from '../errors.ts';
import { type ByteSource, closedError } from './byte-source.ts';

/** Enough for the end of any ZIP and for the whole directory of one of a thousand entries. */
const TAIL_BYTES = 128 * 1024;

/** How often one read may break off before it fails. */
const MAX_BREAKS = 4;

export interface UrlSourceOptions {
  readonly files: Pick<Files, 'open'>;
  readonly url: string;
  /** Gives a new address of the same file once the one at hand has expired. */
  readonly refresh?: (() => Promise<string>) | undefined;
  readonly signal?: AbortSignal | undefined;
}

/**
 * Opens a file behind a presigned address for reading by ranges. The first request is a GET of its last bytes: it tells
 * the size, and a HEAD would be refused, since the address is signed for GET.
 *
 * @throws ArchiveError when the server gives no ranges, FileError when it refuses
 */
export async function openUrlSource(options: UrlSourceOptions): Promise<ByteSource> {
  const name = redactUrl(options.url);
  const address = createAddress(options);
  const first = await openTail(name, address, options.signal);
  const { start, end, total: size } = rangeOf(name, first);
  if (end !== size || end - start > TAIL_BYTES) throw discard(first, otherBytes(name));
  const known = { name, size, ...identityOf(first) };
  const bytes = await readRange(address, known, { start, length: size - start, signal: options.signal, opened: first });
  let closed = false;
  return {
    name,
    size,
    tail: { start, bytes },
    async read(from, length, signal) {
      if (closed) throw closedError(name);
      return await readRange(address, known, { start: from, length, signal: anySignal(signal, options.signal) });
    },
    async close() {
      closed = true;
    },
  };
}

/** Opens the file under the address of the moment, and once more under a new one when that has expired. */
type Address = (headers: Record<string, string>, signal: AbortSignal | undefined) => Promise<OpenFile>;

function createAddress({ files, url, refresh }: UrlSourceOptions): Address {
  let current = Promise.resolve(url);
  return async (headers, signal) => {
    const used = current;
    try {
      return await files.open(await used, { headers, signal });
    } catch (error) {
      if (!(error instanceof FileError && error.expired && refresh)) throw error;
      // Reads that find it expired at the same time share one new address.
      if (used === current) current = keepOnFailure(refresh(), used);
      return await files.open(await current, { headers, signal });
    }
    // An address that could not be had is asked for again by the next read.
    function keepOnFailure(fresh: Promise<string>, old: Promise<string>): Promise<string> {
      fresh.catch(() => {
        current = old;
      });
      return fresh;
    }
  };
}

async function openTail(name: string, address: Address, signal: AbortSignal | undefined): Promise<OpenFile> {
  try {
    return await address({ range: `bytes=-${TAIL_BYTES}` }, signal);
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

function identityOf({ headers }: OpenFile): Pick<Known, 'etag' | 'lastModified'> {
  return { etag: headers['etag'], lastModified: headers['last-modified'] };
}

interface Wanted {
  readonly start: number;
  readonly length: number;
  readonly signal: AbortSignal | undefined;
  /** The answer that is there already. */
  readonly opened?: OpenFile;
}

/** Reads a range; of a broken connection it fetches the rest. */
async function readRange(address: Address, known: Known, { start, length, signal, opened }: Wanted): Promise<Buffer> {
  const bytes = Buffer.allocUnsafe(length);
  let read = 0;
  let file = opened;
  for (let breaks = 0; read < length; file = undefined) {
    file ??= await openRange(address, known, { start: start + read, length: length - read, signal });
    try {
      for await (const chunk of file.body) {
        if (read + chunk.length > length) throw new ArchiveError(`${known.name}: more bytes came than were asked for.`);
        read += chunk.copy(bytes, read);
      }
    } catch (error) {
      signal?.throwIfAborted();
      if (error instanceof ArchiveError) throw error;
      breaks += 1;
      if (breaks >= MAX_BREAKS) throw brokenOff(known, error);
      continue;
    }
    if (read < length && ++breaks >= MAX_BREAKS) throw brokenOff(known, undefined);
  }
  return bytes;
}

function brokenOff({ name }: Known, cause: unknown): ArchiveError {
  return new ArchiveError(`${name}: the connection broke off ${MAX_BREAKS} times within one read. Try again.`, {
    cause,
  });
}

/** `If-Match`: the bytes of another archive are of no use. Where there is no ETag, what else it says of itself is compared. */
async function openRange(address: Address, known: Known, { start, length, signal }: Wanted): Promise<OpenFile> {
  const { name, etag } = known;
  const headers = { range: `bytes=${start}-${start + length - 1}`, ...(etag !== undefined && { 'if-match': etag }) };
  const file = await address(headers, signal).catch((error: unknown) => {
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

function changed(name: string, cause?: unknown): ArchiveChangedError {
  return new ArchiveChangedError(`${name}: the archive was rebuilt while it was read. Open it again and start over.`, {
    cause,
  });
}

function otherBytes(name: string): ArchiveError {
  return new ArchiveError(`${name}: the server gave other bytes than asked for.`);
}

/** `end` is the first byte that does not belong to it. */
function rangeOf(name: string, file: OpenFile): { start: number; end: number; total: number } {
  const [, start, last, total] = /^bytes (\d+)-(\d+)\/(\d+)$/.exec(file.headers['content-range'] ?? '') ?? [];
  if (file.status === 206 && start !== undefined) {
    return { start: Number(start), end: Number(last) + 1, total: Number(total) };
  }
  const message = `${name}: the server gives no ranges. Download the archive and open it as { path }.`;
  throw discard(file, new ArchiveError(message));
}

function discard({ body }: OpenFile, reason: ArchiveError): ArchiveError {
  body.on('error', () => {}).destroy(); // Its error is ours, and expected.
  return reason;
}

function anySignal(...signals: (AbortSignal | undefined)[]): AbortSignal | undefined {
  const given = signals.filter((signal) => signal !== undefined);
  return given.length > 1 ? AbortSignal.any(given) : given[0];
}
