import { ConnectionError, RetryLaterError, ServerError, TimeoutError } from '../../errors.ts';
import type { Clock } from '../../http/clock.ts';
import { type DeadlineOptions, withDeadline } from '../../http/deadline.ts';

/** How long to wait for something that Annofab does in the background. */
export interface WaitOptions {
  /** Ends the wait; what it waits for goes on. */
  signal?: AbortSignal | undefined;
  /** The longest wait, ms. Default six hours. Beyond: TimeoutError. */
  deadlineMs?: number | undefined;
  /** The longest pause between two looks, ms; the first ones are shorter. Default 60,000. */
  intervalMs?: number | undefined;
}

/** How to get a job done that may not be able to start yet. */
export interface RunOptions extends WaitOptions {
  /**
   * A job of the same type that is in progress already will do, though it may have begun before the last change. Left
   * out: that one is waited for, and then another is started.
   */
  join?: boolean | undefined;
}

const FIRST_PAUSE_MS = 1_000;

/** A server that fails at so many looks in a row will not come round by itself. */
const MAX_FAILURES = 20;

/**
 * Looks until there is something to return: soon at first, then ever more rarely. A look that Annofab refuses for now,
 * or that the network loses, is only a look that saw nothing.
 *
 * @param look returns undefined when it is to look again; it must change nothing
 * @param waitFor names what it waits for, for the error: `jobs.wait (gen-annotation j1 of project p)`
 * @throws TimeoutError when the deadline passes; the reason of the caller's signal; what 20 looks in a row failed with;
 * whatever else `look` throws
 */
export async function waitUntil<T>(
  clock: Clock,
  waitFor: string,
  look: (signal: AbortSignal) => Promise<T | undefined>,
  options: WaitOptions = {},
): Promise<T> {
  const { intervalMs = 60_000 } = options;
  return withDeadline(deadlineOf(clock, waitFor, options), async ({ signal }) => {
    let failures = 0;
    for (let pauseMs = Math.min(FIRST_PAUSE_MS, intervalMs); ; pauseMs = Math.min(2 * pauseMs, intervalMs)) {
      const seen = await tryToLook(look, signal);
      if ('found' in seen) return seen.found;
      failures = seen.failure === undefined ? 0 : failures + 1;
      if (failures === MAX_FAILURES) throw seen.failure;
      await clock.sleep(Math.max(pauseMs, seen.notBeforeMs), signal);
    }
  });
}

/** The limit that is given, or six hours. */
export function deadlineOf(
  clock: Clock,
  operation: string,
  { signal, deadlineMs: timeoutMs = 6 * 60 * 60 * 1_000 }: WaitOptions,
): DeadlineOptions {
  const message = `${operation}: not over after ${timeoutMs} ms. It goes on; wait for it again.`;
  return { clock, signal, timeoutMs, onTimeout: () => new TimeoutError(message, { operation, timeoutMs }) };
}

async function tryToLook<T>(
  look: (signal: AbortSignal) => Promise<T | undefined>,
  signal: AbortSignal,
): Promise<{ found: T } | { notBeforeMs: number; failure?: Error }> {
  try {
    const found = await look(signal);
    return found === undefined ? { notBeforeMs: 0 } : { found };
  } catch (error) {
    signal.throwIfAborted();
    if (error instanceof RetryLaterError) return { notBeforeMs: error.seconds * 1_000 };
    const passes = error instanceof ConnectionError || error instanceof ServerError || error instanceof TimeoutError;
    if (!passes) throw error;
    return { notBeforeMs: 0, failure: error };
  }
}
