import { createHash } from 'node:crypto';
import { FileError } from '../errors.ts';
import { redactUrl } from '../http/redact.ts';
import { type Attempt, retrying } from '../http/retry-loop.ts';
import { errorCode, failureKind } from '../http/transport.ts';
import { ChangedFileError, DamagedFileError } from './errors.ts';
import { md5Of } from './etag.ts';
import { openFile } from './open-file.ts';
import { retryRules } from './send-once.ts';
import type { FileOptions, FileStream, FilesCore, OpenFile, StreamOptions } from './types.ts';

/**
 * Opens a file whose body outlives its connection: after a cut the rest is requested by Range, as long as the file is the
 * same. There is no wait while something new arrives; after a few attempts in a row that brought nothing it fails.
 *
 * @throws FileError, what `refresh` throws, or the reason of the signal; the body throws DamagedFileError too
 */
export async function streamFile(core: FilesCore, url: string, options: StreamOptions): Promise<FileStream> {
  const discarded = new AbortController();
  const signal = options.signal ? AbortSignal.any([options.signal, discarded.signal]) : discarded.signal;
  const open = refreshing(core, url, { ...options, signal });
  const file = await open(options.headers);
  return {
    status: file.status,
    headers: file.headers,
    body: file.status === 304 ? nothing() : bodyOf(core, file, { ...options, signal, name: redactUrl(url), open }),
    discard() {
      // A reader that still waits would take the end for a cut, and request the rest.
      discarded.abort(new Error('the file is no longer wanted'));
    },
  };
}

type Open = (headers: FileOptions['headers']) => Promise<OpenFile>;

/** Opens the file at the current address, and once more at a new one where that has expired. */
function refreshing(core: FilesCore, first: string, { refresh, project_id, signal }: StreamOptions): Open {
  let url = first;
  return async (headers) => {
    const open = async () => {
      const file = await openFile(core, url, { headers, project_id, signal });
      // An error that nobody reads must not end the process; readers get it all the same.
      file.body.on('error', () => {});
      return file;
    };
    try {
      return await open();
    } catch (error) {
      if (!(error instanceof FileError && error.expired && refresh)) throw error;
      url = await refresh();
      return open();
    }
  };
}

interface Source extends StreamOptions {
  readonly name: string;
  readonly signal: AbortSignal;
  readonly open: Open;
}

async function* bodyOf(core: FilesCore, first: OpenFile, source: Source): AsyncGenerator<Buffer, void, undefined> {
  const { name, signal, onResume } = source;
  const { start, end } = extentOf(first);
  const totalBytes = end === undefined ? undefined : end - start;
  // Only for an ETag that is an MD5: that of a large file is none, and the hash would cost most of the processor time here.
  const md5 = first.status === 200 ? md5Of(first.headers) : undefined;
  const hash = md5 === undefined ? undefined : createHash('md5');
  let bytes = 0;
  let chunks: AsyncGenerator<Buffer, void, undefined> | undefined = withoutStart(first.body, 0);
  let moved = false;

  /** The next new bytes, or undefined at the end. */
  const read = async (): Promise<Attempt<Buffer | undefined>> => {
    chunks ??= await reconnect();
    let cause: unknown;
    try {
      const { value } = await chunks.next();
      if (value) moved = true;
      if (value || totalBytes === undefined || bytes >= totalBytes) return { value: value ?? undefined };
    } catch (error) {
      signal.throwIfAborted();
      cause = error;
      if (failureKind(error) !== 'cut') throw damaged(name, `the connection failed (${errorCode(error)}).`, cause);
    }
    chunks = undefined;
    onResume?.({ bytes, totalBytes });
    // Only attempts that brought nothing are counted, and wait.
    if (moved) return read();
    const of = totalBytes === undefined ? '' : ` of ${totalBytes}`;
    const message = `${name}: the connection ended after ${bytes}${of} bytes.`;
    return { outcome: { kind: 'cut' }, toError: () => new FileError(message, { cause }) };
  };

  const reconnect = async () => {
    moved = false;
    const headers = bytes === 0 ? source.headers : headersOfRest(first, start + bytes, source);
    const file = await source.open(headers).catch((cause: unknown) => {
      const isGone = cause instanceof FileError && (cause.status === 412 || cause.status === 416);
      throw isGone ? changed(name, cause) : cause;
    });
    const overlap = overlapOf(first, file, bytes);
    if (overlap !== undefined) return withoutStart(file.body, overlap);
    file.body.destroy();
    throw changed(name);
  };

  try {
    for (;;) {
      const chunk = await retrying(retryRules(core, signal), read);
      if (chunk === undefined) break;
      hash?.update(chunk);
      bytes += chunk.length;
      yield chunk;
    }
  } finally {
    await chunks?.return();
  }
  if (totalBytes !== undefined && bytes !== totalBytes)
    throw damaged(name, `${bytes} bytes arrived instead of ${totalBytes}.`);
  if (hash !== undefined && hash.digest('hex') !== md5)
    throw damaged(name, 'it arrived damaged, its MD5 is not its ETag.');
}

async function* nothing(): AsyncGenerator<Buffer, void, undefined> {}

async function* withoutStart(body: OpenFile['body'], overlap: number): AsyncGenerator<Buffer, void, undefined> {
  let skip = overlap;
  for await (const chunk of body) {
    const fresh: Buffer = chunk.subarray(Math.min(skip, chunk.length));
    skip -= chunk.length - fresh.length;
    if (fresh.length > 0) yield fresh;
  }
}

/** Which bytes of which whole a response holds; `end` is the first byte after them. */
function extentOf({ status, headers }: OpenFile): {
  start: number;
  end: number | undefined;
  total: number | undefined;
} {
  if (status === 206) {
    const [, start, last, total] = /^bytes (\d+)-(\d+)\/(\d+|\*)$/.exec(headers['content-range'] ?? '') ?? [];
    return { start: Number(start), end: last === undefined ? undefined : Number(last) + 1, total: numberOf(total) };
  }
  const length = numberOf(headers['content-length']);
  return { start: 0, end: length, total: length };
}

function numberOf(text: string | undefined): number | undefined {
  return text === undefined || text === '*' ? undefined : Number(text);
}

/** `If-Range` makes the server send the whole file where it is no longer the same. */
function headersOfRest(first: OpenFile, position: number, { name, headers = {} }: Source): Record<string, string> {
  const { etag, 'last-modified': lastModified } = first.headers;
  const validator = etag !== undefined && !etag.startsWith('W/') ? etag : lastModified;
  if (validator === undefined) throw damaged(name, 'the connection broke, and without an ETag it cannot be resumed.');
  const { end } = extentOf(first);
  const last = first.status === 206 && end !== undefined ? end - 1 : '';
  const kept = Object.entries(headers).filter(([header]) => !/^(range|if-none-match|if-modified-since)$/i.test(header));
  return { ...Object.fromEntries(kept), range: `bytes=${position}-${last}`, 'if-range': validator };
}

/**
 * How many bytes of a response are here already, where it continues the first one: a server without ranges sends the same
 * file from its start. Undefined where it does not continue it.
 */
function overlapOf(first: OpenFile, file: OpenFile, bytes: number): number | undefined {
  const [before, now] = [extentOf(first), extentOf(file)];
  const isOther = (a: unknown, b: unknown) => a !== undefined && b !== undefined && a !== b;
  const validator = first.headers['etag'] === undefined ? 'last-modified' : 'etag';
  if (isOther(first.headers[validator], file.headers[validator]) || isOther(before.total, now.total)) return undefined;
  if (now.start === before.start + bytes) return 0;
  const isWhole = first.status === 200 && file.status === 200;
  return isWhole && file.headers['etag'] !== undefined && file.headers['etag'] === first.headers['etag']
    ? bytes
    : undefined;
}

function changed(name: string, cause?: unknown): ChangedFileError {
  return new ChangedFileError(`${name}: the file changed while it was read.`, { cause });
}

function damaged(name: string, what: string, cause?: unknown): DamagedFileError {
  return new DamagedFileError(`${name}: ${what}`, { cause });
}
