import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import { type Deadline, startDeadline } from '../../core/async/deadline.ts';
import { FileError } from '../errors.ts';
import { redactUrl } from '../http/redact.ts';
import { retrying } from '../http/retry-loop.ts';
import { DamagedFileError, fromTheStart } from './errors.ts';
import { md5Of } from './etag.ts';
import { parseFileUrl } from './file-address.ts';
import { retryRules, sendOnce } from './send-once.ts';
import type { FileProgress, FilesCore } from './types.ts';
import { openUpload, type UploadBody, type UploadSource } from './upload-source.ts';

interface UploadTarget {
  url: string;
  path: string;
}

/** For one upload. */
export interface UploadOptions {
  /**
   * Gives the address, instead of createTempPath: called again when it has expired.
   *
   * @example
   * { to: () => annofab.getInstructionImageUrlForPut({ project_id, image_id }) }
   */
  to?: (() => UploadTarget | PromiseLike<UploadTarget>) | undefined;
  /** Ends the upload; what was sent is not registered. */
  signal?: AbortSignal | undefined;
  /** Called after each piece is sent; what it throws ends the upload. Counts from 0 again where the file is sent again. */
  onProgress?: ((progress: FileProgress) => void) | undefined;
}

/** See {@link Files.upload}. */
export async function uploadFile(core: FilesCore, source: UploadSource, options: UploadOptions): Promise<string> {
  const { project_id } = source;
  const { signal, to = () => core.createTempPath({ project_id }, { signal }) } = options;
  const body = await openUpload(source, signal);
  const upload = async () => {
    const { url, path } = await to();
    await putFile(core, url, body, options);
    return path;
  };
  const mayHelp = (error: unknown) =>
    error instanceof DamagedFileError || (error instanceof FileError && error.expired);
  return fromTheStart(2, upload, mayHelp).finally(body.close);
}

/** Sends it to a presigned address, again where that may help: the same bytes at the same place do no harm. */
async function putFile(core: FilesCore, address: string, body: UploadBody, options: UploadOptions): Promise<void> {
  const url = parseFileUrl(address, core.cookies.origin);
  const name = redactUrl(address);
  const watchdog = startDeadline({
    clock: core.clock,
    timeoutMs: core.timeoutMs,
    signal: options.signal,
    onTimeout: () => new FileError(`${name}: nothing of the upload moved for ${core.timeoutMs} ms.`),
  });
  const { signal } = watchdog;
  try {
    await retrying(retryRules(core, signal), async () => {
      const sending = startSending(body, options, watchdog);
      const sent = await sendOnce(core, {
        method: 'PUT',
        url,
        headers: { 'content-type': body.contentType, 'content-length': String(body.size) },
        body: sending.stream,
        signal,
        bodyTimeout: 0,
        failure: `${body.name} could not be sent`,
        async accept({ status, headers, body }) {
          if (status < 200 || status >= 300) return undefined;
          await body.dump();
          return md5Of(headers) ?? sending.md5();
        },
      });
      sending.throwIfFailed();
      watchdog.stopTimer();
      if ('value' in sent && sent.value !== sending.md5())
        throw new DamagedFileError(`${name}: the upload arrived damaged, its ETag is not the MD5 of what was sent.`);
      return sent;
    });
  } finally {
    watchdog.end();
  }
}

/** Reads the source once, counted and hashed while it is sent. */
function startSending(body: UploadBody, { onProgress }: UploadOptions, watchdog: Deadline) {
  const hash = createHash('md5');
  let md5: string | undefined;
  let failure: { reason: unknown } | undefined;
  async function* chunks() {
    let bytes = 0;
    try {
      for await (const chunk of body.chunks()) {
        watchdog.restart();
        hash.update(chunk);
        yield chunk;
        bytes += chunk.length;
        onProgress?.({ bytes, totalBytes: body.size });
      }
    } catch (reason) {
      failure = { reason };
      throw reason;
    }
  }
  watchdog.restart();
  return {
    stream: body.size === 0 ? '' : Readable.from(chunks(), { highWaterMark: 1 }),
    md5() {
      md5 ??= hash.digest('hex');
      return md5;
    },
    /** The error of the source; undici would report that the connection failed. */
    throwIfFailed() {
      if (failure) throw failure.reason;
    },
  };
}
