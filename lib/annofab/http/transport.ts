import type { Dispatcher } from 'undici';

/** Names in lower case; a header that came more than once is joined by `, `, `set-cookie` by line ends. */
export type ResponseHeaders = Readonly<Record<string, string>>;

/** A whole response. */
export interface Answer {
  readonly status: number;
  readonly headers: ResponseHeaders;
  /** The body as it arrived, byte for byte as UTF-8 text: to be stored without a change. */
  readonly text: string;
}

/**
 * Sends one request and reads the whole response. Redirects are not followed.
 *
 * Undici's own `request` observes the signal only once the request has a connection: while it waits behind busy ones, a
 * deadline would pass unnoticed. Here it counts from the start, and a body that is read whole needs no stream.
 *
 * @param handling.onSend is called when there is a connection, before anything is sent
 * @throws the signal's reason as soon as it aborts; the error of undici
 */
export function dispatch(
  dispatcher: Dispatcher,
  request: Omit<Dispatcher.DispatchOptions, 'headersTimeout' | 'bodyTimeout'>,
  handling: { signal: AbortSignal; onSend: () => void },
): Promise<Answer> {
  const { signal, onSend } = handling;
  // The signal carries the one deadline; undici's own time limits would end the request before it.
  const options = { ...request, headersTimeout: 0, bodyTimeout: 0 };
  return new Promise((resolve, reject) => {
    signal.throwIfAborted();
    const chunks: Buffer[] = [];
    let start: Omit<Answer, 'text'> = { status: 0, headers: {} };
    let abort = () => {};
    const giveUp = () => {
      reject(signal.reason);
      abort();
    };
    signal.addEventListener('abort', giveUp, { once: true });
    const letGo = () => signal.removeEventListener('abort', giveUp);
    dispatcher.dispatch(options, {
      onRequestStart(controller) {
        abort = () => controller.abort(signal.reason);
        if (signal.aborted) abort();
        else onSend();
      },
      onResponseStart(_controller, status, headers) {
        start = { status, headers: flatten(headers) };
      },
      onResponseData(_controller, chunk) {
        chunks.push(chunk);
      },
      onResponseEnd() {
        letGo();
        resolve({ ...start, text: textOf(chunks) });
      },
      onResponseError(_controller, error) {
        letGo();
        reject(error);
      },
    });
  });
}

function textOf(chunks: readonly Buffer[]): string {
  const [first] = chunks;
  return first !== undefined && chunks.length === 1 ? first.toString() : Buffer.concat(chunks).toString();
}

export function flatten(headers: Readonly<Record<string, string | string[] | undefined>>): ResponseHeaders {
  const flat: Record<string, string> = {};
  for (const name of Object.keys(headers)) {
    const value = headers[name];
    if (value !== undefined)
      flat[name] = Array.isArray(value) ? value.join(name === 'set-cookie' ? '\n' : ', ') : value;
  }
  return flat;
}

/** Connection errors after which it is certain that nothing was sent. */
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
  const refusal = error instanceof Error ? /^Proxy response \((\d+)\)/.exec(error.message)?.[1] : undefined;
  if (refusal !== undefined) return `the proxy answered with ${refusal}`;
  if ('code' in error && typeof error.code === 'string') return error.code;
  return 'name' in error && typeof error.name === 'string' ? error.name : 'unknown';
}
