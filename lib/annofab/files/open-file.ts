import { startDeadline } from '../../core/async/deadline.ts';
import { withFileCookie } from '../auth/file-cookies.ts';
import { FileError } from '../errors.ts';
import { redactUrl } from '../http/redact.ts';
import { retrying } from '../http/retry-loop.ts';
import { parseFileUrl } from './file-address.ts';
import { retryRules, sendOnce } from './send-once.ts';
import type { FileOptions, FilesCore, OpenFile } from './types.ts';

/** A body in which nothing arrives for this long is taken for dead. */
const IDLE_MS = 30_000;

/**
 * Opens a presigned address, or one of Annofab's own with its signed cookies; until the headers are there, with retries
 * for failures that pass.
 *
 * @throws FileError, or the reason of the caller's signal
 */
export async function openFile(core: FilesCore, address: string, options: FileOptions): Promise<OpenFile> {
  const url = parseFileUrl(address, core.cookies.origin);
  const headers = checkHeaders(options.headers ?? {});
  const deadline = startDeadline({
    clock: core.clock,
    timeoutMs: core.timeoutMs,
    signal: options.signal,
    onTimeout: () => new FileError(`${redactUrl(url.href)}: no answer within ${core.timeoutMs} ms.`),
  });
  const { signal, leftMs } = deadline;
  const send = (cookie: string | undefined) =>
    retrying({ ...retryRules(core, signal), leftMs }, () =>
      sendOnce(core, {
        method: 'GET',
        url,
        headers: { ...headers, ...(cookie !== undefined && { cookie }) },
        signal,
        bodyTimeout: IDLE_MS,
        failure: 'the file server gave no answer',
        accept: ({ status, ...rest }): OpenFile | undefined =>
          status === 200 || status === 206 || status === 304 ? { status, ...rest } : undefined,
      }),
    );
  try {
    const file = await withFileCookie(core.cookies, { url, project_id: options.project_id, signal }, send);
    deadline.stopTimer();
    file.body.once('close', deadline.end);
    // Nothing follows, and a body that nobody reads would never close.
    if (file.status === 304) file.body.resume();
    return file;
  } catch (error) {
    deadline.end();
    throw error;
  }
}

/** @throws FileError when a credential would go to a file server */
function checkHeaders(headers: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  const forbidden = Object.keys(headers).find((name) => /^(proxy-)?authorization$|^cookie$/i.test(name));
  if (forbidden === undefined) return headers;
  throw new FileError(`${forbidden} is never sent to a file server: a signed address needs none.`);
}
