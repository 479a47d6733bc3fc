import type { Dispatcher } from 'undici';
import type { Clock } from './clock.ts';
import { startDeadline } from './deadline.ts';
import { FileError } from './errors.ts';
import type { FileOptions, OpenFile } from './files.ts';
import { redact, redactUrl } from './redact.ts';
import { decideRetry, type Outcome } from './retry.ts';
import { parseRetryAfter } from './retry-after.ts';
import { errorCode, failureKind, flatten } from './transport.ts';

export interface FilesCore {
  readonly dispatcher: () => Dispatcher;
  readonly clock: Clock;
  /** Until the headers are there, all attempts together. */
  readonly timeoutMs: number;
  readonly maxWaitMs: number;
}

/** A body in which nothing comes for this long has died. */
const idleMs = 30_000;

/** How much of a refusal is read; S3 explains itself in a few hundred bytes. */
const maxRefusalBytes = 16_384;

/** @throws FileError when it is no address of a file; it is not repeated, since it may be a secret */
export function parseFileUrl(url: string): URL {
  const parsed = URL.canParse(url) ? new URL(url) : undefined;
  if (parsed?.protocol === 'https:' || parsed?.protocol === 'http:') return parsed;
  throw new FileError('The address of a file must be an http or https URL.');
}

/**
 * Opens a presigned address; until the headers are there, with retries for what passes.
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
    for (let attempt = 1, waitLeftMs = core.maxWaitMs; ; attempt += 1) {
      const result = await ask(core, url, headers, deadline.signal);
      if ('file' in result) {
        deadline.stopTimer();
        result.file.body.once('close', deadline.end);
        return result.file;
      }
      const waitMs = pauseBefore(core, { attempt, outcome: result.outcome, waitLeftMs, timeLeftMs: deadline.leftMs() });
      if (waitMs === undefined) throw result.error;
      await core.clock.sleep(waitMs, deadline.signal);
      waitLeftMs -= waitMs;
    }
  } catch (error) {
    deadline.end();
    throw error;
  }
}

type Opened = { file: OpenFile } | { outcome: Outcome; error: FileError };

async function ask(core: FilesCore, url: URL, headers: Record<string, string>, signal: AbortSignal): Promise<Opened> {
  const name = redactUrl(url.href);
  try {
    const { statusCode, body, ...response } = await core.dispatcher().request({
      origin: url.origin,
      path: url.pathname + url.search,
      method: 'GET',
      headers: { 'user-agent': 'annofab-functions', ...headers },
      signal,
      headersTimeout: 0,
      bodyTimeout: idleMs,
    });
    const flat = flatten(response.headers);
    if (statusCode === 200 || statusCode === 206 || statusCode === 304) {
      // Nothing is to come, and a body that nobody reads would never close.
      if (statusCode === 304) body.resume();
      return { file: { status: statusCode, headers: flat, body } };
    }
    const error = refusal(name, statusCode, await readStart(body));
    const retryAfterMs = parseRetryAfter(flat['retry-after'], core.clock.now());
    return { outcome: { kind: 'status', status: statusCode, retryAfterMs }, error };
  } catch (error) {
    signal.throwIfAborted();
    const message = `${name}: the file server gave no answer (${errorCode(error)}).`;
    return { outcome: { kind: failureKind(error) }, error: new FileError(message, { cause: error }) };
  }
}

function refusal(name: string, status: number, text: string): FileError {
  const said = [/<Code>([^<]*)<\/Code>/, /<Message>([^<]*)<\/Message>/]
    .map((tag) => tag.exec(text)?.[1])
    .filter(Boolean);
  const expired = status === 403 || (status === 400 && /expired/i.test(text));
  const advice = expired ? ' Ask Annofab for a new address.' : '';
  return new FileError(redact(`${name}: ${[status, ...said].join(' ')}.${advice}`), { status, expired });
}

async function readStart(body: AsyncIterable<Buffer>): Promise<string> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of body) {
    chunks.push(chunk);
    size += chunk.length;
    if (size >= maxRefusalBytes) break;
  }
  return Buffer.concat(chunks).toString();
}

function pauseBefore(
  core: FilesCore,
  question: { attempt: number; outcome: Outcome; waitLeftMs: number; timeLeftMs: number },
): number | undefined {
  const decision = decideRetry({
    ...question,
    safety: 'safe',
    // S3 says "slow down" by a 503 without a time: soon again, as after any failure that passes.
    rateLimitedSeconds: 1,
    maintenanceSeconds: 1,
    random: core.clock.random(),
  });
  return decision.action === 'retry' ? decision.waitMs : undefined;
}

/** @throws FileError when a credential would go to a file server */
function checkHeaders(headers: Readonly<Record<string, string>>): Record<string, string> {
  const forbidden = Object.keys(headers).find((name) => /^(proxy-)?authorization$|^cookie$/i.test(name));
  if (forbidden === undefined) return { ...headers };
  throw new FileError(`${forbidden} is never sent to a file server: a signed address needs none.`);
}
