import { LoggableError } from '../loggable-error.ts';
import { raceSignal } from './race-signal.ts';

/** The invocation ran out of time before the work was done. */
export class OutOfTimeError extends LoggableError {
  override readonly name = 'OutOfTimeError' as const;

  constructor() {
    super('The time of the invocation ran out');
  }
}

/**
 * The result of the work, unless the signal of the invocation aborts first: work that does not observe the signal must not
 * cost the whole invocation its response.
 *
 * @throws OutOfTimeError when the signal aborts first
 */
export function untilAborted<T>(signal: AbortSignal, work: () => Promise<T>): Promise<T> {
  return raceSignal(signal, work, () => new OutOfTimeError());
}
