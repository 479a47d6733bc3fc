import type { Dispatcher } from 'undici';
import { raceSignal } from '../../core/async/race-signal.ts';
import { isCloudFront } from '../auth/signed-cookie.ts';
import { FileError } from '../errors.ts';
import { redact, redactUrl } from '../http/redact.ts';
import { retryAfterOf } from '../http/retry-after.ts';
import type { Attempt, RetryRules } from '../http/retry-loop.ts';
import { errorCode, failureKind, flatten, type ResponseHeaders } from '../http/transport.ts';
import type { FilesCore, OpenFile } from './types.ts';

/** How much of a refusal is read; S3 explains itself in a few hundred bytes. */
const MAX_REFUSAL_BYTES = 16_384;

export interface FileRequest<T> extends Pick<Dispatcher.RequestOptions, 'method' | 'body'> {
  readonly url: URL;
  readonly headers: Readonly<Record<string, string>>;
  readonly signal: AbortSignal;
  readonly bodyTimeout: number;
  /** For the error: `the file server gave no answer`. */
  readonly failure: string;
  /** The result of a success; undefined for a response that is none. */
  accept(
    response: Omit<OpenFile, 'status'> & { status: number; body: Dispatcher.ResponseData['body'] },
  ): Promise<T> | T;
}

/** Sends one request to a file server. @throws the reason of the signal; what `accept` throws */
export async function sendOnce<T>(core: FilesCore, request: FileRequest<T | undefined>): Promise<Attempt<T>> {
  const { url, method, headers, body, signal, bodyTimeout, failure, accept } = request;
  const name = redactUrl(url.href);
  const options = {
    origin: url.origin,
    path: url.pathname + url.search,
    method,
    headers: { 'user-agent': 'annofab-functions', ...headers },
    body: body ?? null,
    signal,
    headersTimeout: 0,
    bodyTimeout,
  };
  const dispatcher = core.dispatcher();
  try {
    // Undici observes the signal only once it has a connection.
    const response = await raceSignal(signal, () => dispatcher.request(options));
    const answer = { status: response.statusCode, headers: flatten(response.headers), body: response.body };
    const value = await accept(answer);
    if (value !== undefined) return { value };
    const { status } = answer;
    const error = await refusal(name, answer);
    const retryAfterMs = retryAfterOf(answer.headers, core.clock.now());
    return { outcome: { kind: 'status', status, retryAfterMs }, toError: () => error };
  } catch (cause) {
    signal.throwIfAborted();
    const message = `${name}: ${failure} (${errorCode(cause)}).`;
    return { outcome: { kind: failureKind(cause) }, toError: () => new FileError(message, { cause }) };
  }
}

/** How often a file server is asked: reading is safe to repeat, and so is writing the same bytes to the same place. */
export function retryRules({ clock, maxWaitMs }: FilesCore, signal: AbortSignal): RetryRules {
  // S3 says "slow down" by a 503 without a time: soon again, as after any failure that passes.
  const soon = { rateLimitedSeconds: 1, maintenanceSeconds: 1 };
  return { clock, signal, safety: 'safe', budget: { maxWaitMs, waitedMs: 0 }, ...soon };
}

/**
 * The error of a response that is no success, with S3's explanation.
 *
 * @param name the address without its query
 */
async function refusal(
  name: string,
  { status, headers, body }: { status: number; headers: ResponseHeaders; body: AsyncIterable<Buffer> },
): Promise<FileError> {
  const text = await readStart(body);
  const said = [/<Code>([^<]*)<\/Code>/, /<Message>([^<]*)<\/Message>/]
    .map((tag) => tag.exec(text)?.[1])
    .filter(Boolean);
  const needsCookie = status === 403 && isCloudFront(headers);
  const expired = !needsCookie && (status === 403 || (status === 400 && /expired/i.test(text)));
  const advice = [
    needsCookie ? ' It needs the signed cookies of its project: name it by project_id.' : '',
    expired ? ' Ask Annofab for a new address.' : '',
  ].join('');
  const message = redact(`${name}: ${[status, ...said].join(' ').replace(/\.$/, '')}.${advice}`);
  return new FileError(message, { status, expired, needsCookie });
}

async function readStart(body: AsyncIterable<Buffer>): Promise<string> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of body) {
    chunks.push(chunk);
    size += chunk.length;
    if (size >= MAX_REFUSAL_BYTES) break;
  }
  return Buffer.concat(chunks).toString();
}
