import { createHash, type Hash } from 'node:crypto';
import { FileError } from '../errors.ts';
import { redactUrl } from '../http/redact.ts';
import { failureKind, type ResponseHeaders } from '../http/transport.ts';
import { DamagedFileError } from './damaged-file.ts';
import type { DownloadOptions } from './download-file.ts';
import { md5Of } from './etag.ts';
import { pauseBefore } from './file-refusal.ts';
import type { OpenFile } from './files.ts';
import { type FilesCore, openFile } from './open-file.ts';

/** How far a download has come. */
export interface Transfer {
  /** Shared by those that begin anew, since it may be replaced. */
  readonly address: { url: string };
  bytes: number;
  /** Of the first answer. */
  headers?: ResponseHeaders;
}

/**
 * The bytes of a file, across broken connections: each continues by Range where the last one ended, as long as the file
 * is the same.
 *
 * @throws DamagedFileError when the file has changed amid reading, cannot be resumed, or is not what its ETag says
 * @throws FileError, or the reason of the signal
 */
export async function* resumedChunks(
  core: FilesCore,
  transfer: Transfer,
  options: DownloadOptions,
): AsyncGenerator<Buffer, void, undefined> {
  const hash = createHash('md5');
  let fruitless = 0;
  for (let waitLeftMs = core.maxWaitMs; ; ) {
    const before = transfer.bytes;
    try {
      yield* chunksOf(await openNext(core, transfer, options), transfer, hash, options);
      return check(transfer, hash);
    } catch (error) {
      options.signal?.throwIfAborted();
      if (error instanceof FileError || failureKind(error) !== 'cut') throw error;
      // Only who gets nowhere has to wait.
      fruitless = transfer.bytes > before ? 0 : fruitless + 1;
      const waitMs = fruitless === 0 ? 0 : pauseAfterCut(core, fruitless, waitLeftMs);
      if (waitMs === undefined) throw cutOff(transfer, error);
      await core.clock.sleep(waitMs, options.signal ?? new AbortController().signal);
      waitLeftMs -= waitMs;
    }
  }
}

async function openNext(core: FilesCore, transfer: Transfer, options: DownloadOptions): Promise<OpenFile> {
  const { refresh, project_id, signal } = options;
  const open = () => openFile(core, transfer.address.url, { headers: rangeHeaders(transfer), project_id, signal });
  try {
    return await open();
  } catch (error) {
    if (error instanceof FileError && error.status === 416) throw changed(transfer);
    if (!(error instanceof FileError && error.expired && refresh)) throw error;
    transfer.address.url = await refresh();
    return open();
  }
}

/** `If-Range` makes the server send all of it where the file is no longer the same. */
function rangeHeaders(transfer: Transfer): Record<string, string> {
  if (transfer.bytes === 0) return {};
  const { etag, 'last-modified': lastModified } = transfer.headers ?? {};
  const validator = etag !== undefined && !etag.startsWith('W/') ? etag : lastModified;
  if (validator === undefined) {
    throw new DamagedFileError(`${nameOf(transfer)}: the connection broke, and without an ETag it cannot be resumed.`);
  }
  return { range: `bytes=${transfer.bytes}-`, 'if-range': validator };
}

async function* chunksOf(
  file: OpenFile,
  transfer: Transfer,
  hash: Hash,
  { onProgress }: DownloadOptions,
): AsyncGenerator<Buffer, void, undefined> {
  let skip = accept(file, transfer);
  const totalBytes = sizeOf(transfer.headers);
  for await (const chunk of file.body) {
    const fresh: Buffer = chunk.subarray(Math.min(skip, chunk.length));
    skip -= chunk.length - fresh.length;
    if (fresh.length === 0) continue;
    hash.update(fresh);
    yield fresh;
    transfer.bytes += fresh.length;
    onProgress?.({ bytes: transfer.bytes, totalBytes });
  }
}

/**
 * Whether an answer continues what has arrived.
 *
 * @returns how many of its bytes are here already: a server without ranges sends the same file from its start
 */
function accept(file: OpenFile, transfer: Transfer): number {
  const { bytes, headers } = transfer;
  if (!headers || bytes === 0) {
    transfer.headers = file.headers;
    return 0;
  }
  if (file.status === 206) {
    const expected = new RegExp(`^bytes ${bytes}-\\d+/(${sizeOf(headers) ?? '\\d+'}|\\*)$`);
    if (expected.test(file.headers['content-range'] ?? '')) return 0;
  }
  if (file.status === 200 && headers['etag'] !== undefined && headers['etag'] === file.headers['etag']) return bytes;
  file.body.on('error', () => {}).destroy();
  throw changed(transfer);
}

function check(transfer: Transfer, hash: Hash): void {
  const [size, md5] = [sizeOf(transfer.headers), md5Of(transfer.headers ?? {})];
  if (size !== undefined && size !== transfer.bytes) {
    throw new DamagedFileError(`${nameOf(transfer)}: ${transfer.bytes} bytes arrived instead of ${size}.`);
  }
  if (md5 !== undefined && hash.digest('hex') !== md5) {
    throw new DamagedFileError(`${nameOf(transfer)}: it arrived damaged, its MD5 is not its ETag.`);
  }
}

function pauseAfterCut(core: FilesCore, attempt: number, waitLeftMs: number): number | undefined {
  const timeLeftMs = Number.POSITIVE_INFINITY;
  return pauseBefore(core, { attempt, outcome: { kind: 'cut' }, waitLeftMs, timeLeftMs });
}

function cutOff(transfer: Transfer, cause: unknown): FileError {
  const size = sizeOf(transfer.headers);
  const of = size === undefined ? '' : ` of ${size}`;
  return new FileError(`${nameOf(transfer)}: the connection ended after ${transfer.bytes}${of} bytes.`, { cause });
}

function changed(transfer: Transfer): DamagedFileError {
  return new DamagedFileError(`${nameOf(transfer)}: the file changed while it was read.`);
}

function sizeOf(headers: ResponseHeaders | undefined): number | undefined {
  const length = headers?.['content-length'];
  return length === undefined ? undefined : Number(length);
}

function nameOf({ address }: Transfer): string {
  return redactUrl(address.url);
}
