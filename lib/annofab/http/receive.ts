import type { Dispatcher } from 'undici';

/** A whole answer, as undici gives it. */
export interface Received {
  readonly statusCode: number;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly bytes: Buffer;
}

/**
 * Sends one request and collects the whole answer.
 *
 * Undici's own `request` notices the signal only once the request has a connection: behind busy ones a deadline would
 * pass unheard. Here it counts from the start; and no stream is made of what is read whole anyway.
 *
 * @param handling.onSend is called when there is a connection, before anything is sent
 * @throws the signal's reason as soon as it aborts
 */
export function receive(
  dispatcher: Dispatcher,
  options: Dispatcher.DispatchOptions,
  handling: { signal: AbortSignal; onSend: () => void },
): Promise<Received> {
  const { signal, onSend } = handling;
  return new Promise((resolve, reject) => {
    signal.throwIfAborted();
    const chunks: Buffer[] = [];
    let answer: Pick<Received, 'statusCode' | 'headers'> = { statusCode: 0, headers: {} };
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
      onResponseStart(_controller, statusCode, headers) {
        answer = { statusCode, headers };
      },
      onResponseData(_controller, chunk) {
        chunks.push(chunk);
      },
      onResponseEnd() {
        letGo();
        resolve({ ...answer, bytes: Buffer.concat(chunks) });
      },
      onResponseError(_controller, error) {
        letGo();
        reject(error);
      },
    });
  });
}
