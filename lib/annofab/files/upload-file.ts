import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import { FileError } from '../errors.ts';
import { raceSignal } from '../http/deadline.ts';
import { redactUrl } from '../http/redact.ts';
import { parseRetryAfter } from '../http/retry-after.ts';
import { errorCode, failureKind, flatten, type ResponseHeaders } from '../http/transport.ts';
import { DamagedFileError } from './damaged-file.ts';
import { md5Of } from './etag.ts';
import { type Asked, pauseBefore, refusal } from './file-refusal.ts';
import type { FileProgress } from './files.ts';
import { type FilesCore, parseFileUrl } from './open-file.ts';
import { openUpload, type UploadBody, type UploadSource } from './upload-source.ts';
import { startWatchdog, type Watchdog } from './watchdog.ts';

/** For one upload. */
export interface UploadOptions {
  /**
   * Where to, instead of a path for createTempPath's purposes: asked again when the address has expired.
   *
   * @example
   * { to: () => annofab.getInstructionImageUrlForPut({ project_id, image_id }) }
   */
  to?: (() => PromiseLike<{ url: string; path: string }>) | undefined;
  /** Ends the upload; what was sent is never registered. */
  signal?: AbortSignal | undefined;
  /** Called after each piece is sent; what it throws ends the upload. Counts from 0 again where it is sent again. */
  onProgress?: ((progress: FileProgress) => void) | undefined;
}

/** See {@link Files.upload}. */
export async function uploadFile(core: FilesCore, source: UploadSource, options: UploadOptions): Promise<string> {
  const { project_id } = source;
  const { signal, to = () => core.createTempPath({ project_id }, { signal }) } = options;
  const body = await openUpload(source, signal);
  try {
    for (let attempt = 1; ; attempt += 1) {
      const { url, path } = await to();
      try {
        await putFile(core, url, body, options);
        return path;
      } catch (error) {
        const mayPass = error instanceof DamagedFileError || (error instanceof FileError && error.expired);
        if (!mayPass || attempt > 1) throw error;
      }
    }
  } finally {
    await body.close();
  }
}

/** Sends it to a presigned address, again where that may help: the same bytes at the same place do no harm. */
async function putFile(core: FilesCore, address: string, body: UploadBody, options: UploadOptions): Promise<void> {
  const url = parseFileUrl(address);
  const watchdog = startWatchdog({
    clock: core.clock,
    idleMs: core.timeoutMs,
    signal: options.signal,
    onIdle: () => new FileError(`${redactUrl(address)}: nothing of the upload moved for ${core.timeoutMs} ms.`),
  });
  try {
    for (let attempt = 1, waitLeftMs = core.maxWaitMs; ; attempt += 1) {
      const result = await put(core, url, body, { watchdog, onProgress: options.onProgress });
      if ('answer' in result) return;
      const question = { attempt, outcome: result.outcome, waitLeftMs, timeLeftMs: Number.POSITIVE_INFINITY };
      const waitMs = pauseBefore(core, question);
      if (waitMs === undefined) throw result.error;
      watchdog.pause();
      await core.clock.sleep(waitMs, watchdog.signal);
      waitLeftMs -= waitMs;
    }
  } finally {
    watchdog.end();
  }
}

interface PutOptions extends Pick<UploadOptions, 'onProgress'> {
  readonly watchdog: Watchdog;
}

/** @throws DamagedFileError when what arrived is not what was sent; what reading the source fails with */
async function put(core: FilesCore, url: URL, body: UploadBody, options: PutOptions): Promise<Asked<ResponseHeaders>> {
  const name = redactUrl(url.href);
  const { signal } = options.watchdog;
  const dispatcher = core.dispatcher();
  const sending = startSending(body, options);
  try {
    const asked = dispatcher.request({
      origin: url.origin,
      path: url.pathname + url.search,
      method: 'PUT',
      headers: {
        'user-agent': 'annofab-functions',
        'content-type': body.contentType,
        'content-length': String(body.size),
      },
      body: sending.stream,
      signal,
      headersTimeout: 0,
      bodyTimeout: 0,
    });
    // Undici hears the signal only once it has a connection.
    const response = await raceSignal(asked, signal);
    const [status, headers] = [response.statusCode, flatten(response.headers)];
    if (status >= 200 && status < 300) {
      await response.body.dump();
      return { answer: checkArrived(name, headers, sending.md5()) };
    }
    const error = await refusal(name, { status, headers, body: response.body });
    const retryAfterMs = parseRetryAfter(headers['retry-after'], core.clock.now());
    return { outcome: { kind: 'status', status, retryAfterMs }, error };
  } catch (error) {
    signal.throwIfAborted();
    if (error instanceof FileError) throw error;
    sending.throwIfFailed();
    const message = `${name}: ${body.name} could not be sent (${errorCode(error)}).`;
    return { outcome: { kind: failureKind(error) }, error: new FileError(message, { cause: error }) };
  }
}

/** The source once through: counted and hashed while it is sent. */
function startSending(body: UploadBody, { watchdog, onProgress }: PutOptions) {
  const hash = createHash('md5');
  let failure: { reason: unknown } | undefined;
  async function* chunks() {
    let bytes = 0;
    try {
      for await (const chunk of body.chunks()) {
        watchdog.touch();
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
  watchdog.touch();
  return {
    stream: body.size === 0 ? '' : Readable.from(chunks(), { highWaterMark: 1 }),
    md5: () => hash.digest('hex'),
    /** Undici would say that the connection failed. */
    throwIfFailed() {
      if (failure) throw failure.reason;
    },
  };
}

function checkArrived(name: string, headers: ResponseHeaders, sentMd5: string): ResponseHeaders {
  const md5 = md5Of(headers);
  if (md5 === undefined || md5 === sentMd5) return headers;
  throw new DamagedFileError(`${name}: the upload arrived damaged, its ETag is not the MD5 of what was sent.`);
}
