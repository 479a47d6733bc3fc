import type { Dispatcher } from 'undici';
import { receive } from './receive.ts';

/** Names in lower case; a header that came more than once is joined by `, `, `set-cookie` by line ends. */
export type ResponseHeaders = Readonly<Record<string, string>>;

export interface Answer {
  readonly status: number;
  readonly headers: ResponseHeaders;
  /** The body as it came. */
  readonly text: string;
}

export interface WireRequest {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  readonly origin: string;
  /** With its query, and sent as it is. */
  readonly path: string;
  readonly headers: Record<string, string>;
  readonly body?: string | undefined;
}

export type Exchange = { kind: 'answer'; answer: Answer } | FailedExchange;

/** No answer came, or not all of it. */
export interface FailedExchange {
  /**
   * - `not-sent`: there was no connection yet.
   * - `cut`: the connection went before the answer was complete.
   * - `failed`: sending again would not help. A certificate that is refused, an agent that is closed.
   */
  kind: 'not-sent' | 'cut' | 'failed';
  error: unknown;
  /** Whether anything was sent, so that it may have been carried out. */
  sent: boolean;
}

/**
 * Sends one request and reads its whole answer. Redirects are not followed.
 *
 * @throws the signal's reason when it aborts, also while the body is read
 */
export async function exchange(dispatcher: Dispatcher, request: WireRequest, signal: AbortSignal): Promise<Exchange> {
  let sent = false;
  const onSend = () => {
    sent = true;
  };
  try {
    const { statusCode, headers, bytes } = await receive(
      dispatcher,
      {
        origin: request.origin,
        path: request.path,
        method: request.method,
        headers: request.headers,
        body: request.body ?? null,
        // The signal carries the one deadline there is; limits of undici's own would cut in before it.
        headersTimeout: 0,
        bodyTimeout: 0,
      },
      { signal, onSend },
    );
    return { kind: 'answer', answer: { status: statusCode, headers: flatten(headers), text: bytes.toString() } };
  } catch (error) {
    signal.throwIfAborted();
    const kind = failureKind(error);
    return { kind: kind === 'cut' && !sent ? 'not-sent' : kind, error, sent };
  }
}

export function flatten(headers: Readonly<Record<string, string | string[] | undefined>>): ResponseHeaders {
  const flat: Record<string, string> = {};
  for (const [name, value] of Object.entries(headers)) {
    if (value !== undefined)
      flat[name] = Array.isArray(value) ? value.join(name === 'set-cookie' ? '\n' : ', ') : value;
  }
  return flat;
}

/** Errors of connecting, after which it is certain that nothing was sent. */
const NOT_SENT = new Set([
  'ECONNREFUSED',
  'EAI_AGAIN',
  'ENOTFOUND',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'UND_ERR_CONNECT_TIMEOUT',
]);

const CUT = new Set([
  'ECONNRESET',
  'ECONNABORTED',
  'EPIPE',
  'ETIMEDOUT',
  'UND_ERR_SOCKET',
  'UND_ERR_RES_CONTENT_LENGTH_MISMATCH',
  'UND_ERR_HEADERS_TIMEOUT',
  'UND_ERR_BODY_TIMEOUT',
]);

export function failureKind(error: unknown): 'not-sent' | 'cut' | 'failed' {
  const code = errorCode(error);
  if (NOT_SENT.has(code)) return 'not-sent';
  return CUT.has(code) ? 'cut' : 'failed';
}

/** The error's code, or its name where it has none. */
export function errorCode(error: unknown): string {
  if (typeof error !== 'object' || error === null) return String(error);
  if ('code' in error && typeof error.code === 'string') return error.code;
  return 'name' in error && typeof error.name === 'string' ? error.name : 'unknown';
}
