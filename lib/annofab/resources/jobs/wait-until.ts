import { type DeadlineOptions, withDeadline } from '../../../core/async/deadline.ts';
import type { Clock } from '../../../core/clock.ts';
import { ConnectionError, RetryLaterError, ServerError, TimeoutError } from '../../errors.ts';
import { refuseUnknown } from '../../one-of.ts';

/** How long to wait for a background job of Annofab. */
export interface WaitOptions {
  /** Aborts the wait, but not the job. */
  signal?: AbortSignal | undefined;
  /** The longest wait, in ms; then TimeoutError. Default six hours. */
  deadlineMs?: number | undefined;
  /** The longest pause between two polls, in ms; the first pauses are shorter. Default 60,000. */
  intervalMs?: number | undefined;
}

/** How to run a job that may not be able to start yet. */
export interface RunOptions extends WaitOptions {
  /**
   * Use a job of the same type that is already in progress, although it may have started before your last change. Default
   * false: wait for that job, then start another.
   */
  join?: boolean | undefined;
}

/** The names of {@link WaitOptions}. */
export const WAIT_OPTIONS: readonly (keyof WaitOptions)[] = ['signal', 'deadlineMs', 'intervalMs'];

const FIRST_PAUSE_MS = 1_000;

/** After this many failed polls in a row, waiting longer is unlikely to help. */
const MAX_FAILURES = 20;

/**
 * Polls until there is a result, with pauses that grow from one second. Transient failures (429, 5xx, network errors) count
 * as polls without a result.
 *
 * @param poll returns undefined to be called again; it must have no side effects
 * @param waitFor the subject of the wait, for error messages: `jobs.wait (gen-annotation j1 of project p)`
 * @throws TimeoutError when the deadline passes; the abort reason of the signal; the last error when 20 polls in a row
 * failed; every other error of `poll`
 */
export async function waitUntil<T>(
  clock: Clock,
  waitFor: string,
  poll: (signal: AbortSignal) => Promise<T | undefined>,
  options: WaitOptions = {},
): Promise<T> {
  refuseUnknown('Waiting has no option', options, WAIT_OPTIONS);
  const { intervalMs = 60_000 } = options;
  return withDeadline(deadlineOf(clock, waitFor, options), async ({ signal }) => {
    let failures = 0;
    for (let pauseMs = Math.min(FIRST_PAUSE_MS, intervalMs); ; pauseMs = Math.min(2 * pauseMs, intervalMs)) {
      const outcome = await tryPoll(poll, signal);
      if ('found' in outcome) return outcome.found;
      failures = outcome.failure === undefined ? 0 : failures + 1;
      if (failures === MAX_FAILURES) throw outcome.failure;
      await clock.sleep(Math.max(pauseMs, outcome.notBeforeMs), signal);
    }
  });
}

/** Applies the default deadline. */
export function deadlineOf(
  clock: Clock,
  operation: string,
  { signal, deadlineMs: timeoutMs = 6 * 60 * 60 * 1_000 }: WaitOptions,
): DeadlineOptions {
  const message = `${operation}: not finished after ${timeoutMs} ms. It continues in Annofab; wait for it again.`;
  return { clock, signal, timeoutMs, onTimeout: () => new TimeoutError(message, { operation, timeoutMs }) };
}

async function tryPoll<T>(
  poll: (signal: AbortSignal) => Promise<T | undefined>,
  signal: AbortSignal,
): Promise<{ found: T } | { notBeforeMs: number; failure?: Error }> {
  try {
    const found = await poll(signal);
    return found === undefined ? { notBeforeMs: 0 } : { found };
  } catch (error) {
    signal.throwIfAborted();
    if (error instanceof RetryLaterError) return { notBeforeMs: error.seconds * 1_000 };
    const isTransient =
      error instanceof ConnectionError || error instanceof ServerError || error instanceof TimeoutError;
    if (!isTransient) throw error;
    return { notBeforeMs: 0, failure: error };
  }
}
