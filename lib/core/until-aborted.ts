import { LoggableError } from './loggable-error.ts';
/** The time of the invocation ran out before the work was done. */
export class OutOfTimeError extends LoggableError {
  override readonly name = 'OutOfTimeError' as const;

  constructor() {
    super('The time of the invocation ran out');
  }
}

/**
 * What the work gives, but not after the signal aborts: work that does not listen to the signal must not take the answer
 * of the whole invocation down with it.
 *
 * @throws OutOfTimeError when the signal aborts first
 */
export async function untilAborted<T>(signal: AbortSignal, work: () => Promise<T>): Promise<T> {
  if (signal.aborted) throw new OutOfTimeError();
  const { promise: aborted, reject } = Promise.withResolvers<never>();
  const abort = () => reject(new OutOfTimeError());
  signal.addEventListener('abort', abort, { once: true });
  try {
    return await Promise.race([work(), aborted]);
  } finally {
    signal.removeEventListener('abort', abort);
  }
}
