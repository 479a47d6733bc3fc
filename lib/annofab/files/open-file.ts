import type { Dispatcher } from 'undici';
import { type FileCookies, withFileCookie } from '../auth/file-cookies.ts';
import { FileError } from '../errors.ts';
import type { Clock } from '../http/clock.ts';
import { type Deadline, raceSignal, startDeadline } from '../http/deadline.ts';
import { redactUrl } from '../http/redact.ts';
import { parseRetryAfter } from '../http/retry-after.ts';
import { errorCode, failureKind, flatten } from '../http/transport.ts';
import { type Asked, pauseBefore, refusal } from './file-refusal.ts';
import type { FileOptions, OpenFile } from './files.ts';

export interface FilesCore {
  readonly dispatcher: () => Dispatcher;
  readonly clock: Clock;
  /** Until the headers are there, all attempts together. */
  readonly timeoutMs: number;
  readonly maxWaitMs: number;
  readonly cookies: FileCookies;
  /** Where an upload may go. */
  createTempPath(
    params: { project_id: string },
    options: { signal?: AbortSignal | undefined },
  ): PromiseLike<{ url: string; path: string }>;
}

/** A body in which nothing comes for this long has died. */
const IDLE_MS = 30_000;

/** @throws FileError when it is no address of a file; it is not repeated, since it may be a secret */
export function parseFileUrl(url: string): URL {
  const parsed = URL.canParse(url) ? new URL(url) : undefined;
  if (parsed?.protocol === 'https:' || parsed?.protocol === 'http:') return parsed;
  throw new FileError('The address of a file must be an http or https URL.');
}

/**
 * Opens a presigned address, or one of Annofab's own with its signed cookies; until the headers are there, with retries
 * for what passes.
 *
 * @throws FileError, or the reason of the caller's signal
 */
export async function openFile(core: FilesCore, address: string, options: FileOptions): Promise<OpenFile> {
  const url = parseFileUrl(address);
  const headers = checkHeaders(options.headers ?? {});
  const deadline = startDeadline({
    clock: core.clock,
    timeoutMs: core.timeoutMs,
    signal: options.signal,
    onTimeout: () => new FileError(`${redactUrl(url.href)}: no answer within ${core.timeoutMs} ms.`),
  });
  try {
    const { signal } = deadline;
    const file = await withFileCookie(core.cookies, { url, project_id: options.project_id, signal }, (cookie) =>
      openPatiently(core, url, { ...headers, ...(cookie !== undefined && { cookie }) }, deadline),
    );
    deadline.stopTimer();
    file.body.once('close', deadline.end);
    return file;
  } catch (error) {
    deadline.end();
    throw error;
  }
}

async function openPatiently(
  core: FilesCore,
  url: URL,
  headers: Record<string, string>,
  deadline: Deadline,
): Promise<OpenFile> {
  for (let attempt = 1, waitLeftMs = core.maxWaitMs; ; attempt += 1) {
    const result = await ask(core, url, headers, deadline.signal);
    if ('answer' in result) return result.answer;
    const waitMs = pauseBefore(core, { attempt, outcome: result.outcome, waitLeftMs, timeLeftMs: deadline.leftMs() });
    if (waitMs === undefined) throw result.error;
    await core.clock.sleep(waitMs, deadline.signal);
    waitLeftMs -= waitMs;
  }
}

async function ask(
  core: FilesCore,
  url: URL,
  headers: Record<string, string>,
  signal: AbortSignal,
): Promise<Asked<OpenFile>> {
  const name = redactUrl(url.href);
  const dispatcher = core.dispatcher();
  try {
    const asked = dispatcher.request({
      origin: url.origin,
      path: url.pathname + url.search,
      method: 'GET',
      headers: { 'user-agent': 'annofab-functions', ...headers },
      signal,
      headersTimeout: 0,
      bodyTimeout: IDLE_MS,
    });
    // Undici hears the signal only once it has a connection.
    const { statusCode, body, ...response } = await raceSignal(asked, signal);
    const flat = flatten(response.headers);
    if (statusCode === 200 || statusCode === 206 || statusCode === 304) {
      // Nothing is to come, and a body that nobody reads would never close.
      if (statusCode === 304) body.resume();
      return { answer: { status: statusCode, headers: flat, body } };
    }
    const error = await refusal(name, { status: statusCode, headers: flat, body });
    const retryAfterMs = parseRetryAfter(flat['retry-after'], core.clock.now());
    return { outcome: { kind: 'status', status: statusCode, retryAfterMs }, error };
  } catch (error) {
    signal.throwIfAborted();
    const message = `${name}: the file server gave no answer (${errorCode(error)}).`;
    return { outcome: { kind: failureKind(error) }, error: new FileError(message, { cause: error }) };
  }
}

/** @throws FileError when a credential would go to a file server */
function checkHeaders(headers: Readonly<Record<string, string>>): Record<string, string> {
  const forbidden = Object.keys(headers).find((name) => /^(proxy-)?authorization$|^cookie$/i.test(name));
  if (forbidden === undefined) return { ...headers };
  throw new FileError(`${forbidden} is never sent to a file server: a signed address needs none.`);
}
