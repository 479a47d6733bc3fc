import type { Clock } from './clock.ts';

/** One limit over everything that a request does: attempts, waits, signing in, and the body. */
export interface Deadline {
  /** Aborts when the time is up or the caller gives up; its reason is the error to throw. */
  readonly signal: AbortSignal;
  leftMs(): number;
  /** From here on only the caller's signal counts, for a body that is handed over and read at leisure. */
  stopTimer(): void;
  /** Ends the timer and lets go of the caller's signal. */
  end(): void;
}

export interface DeadlineOptions {
  readonly clock: Clock;
  readonly timeoutMs: number;
  readonly signal?: AbortSignal | undefined;
  /** Makes the error that the signal then carries. */
  readonly onTimeout: () => Error;
}

/** @throws the caller's own reason when its signal has aborted already */
export function startDeadline(options: DeadlineOptions): Deadline {
  const { clock, timeoutMs, signal, onTimeout } = options;
  signal?.throwIfAborted();
  const controller = new AbortController();
  const end = clock.now() + timeoutMs;
  const stopTimer = clock.after(timeoutMs, () => controller.abort(onTimeout()));
  const followCaller = () => controller.abort(signal?.reason);
  signal?.addEventListener('abort', followCaller, { once: true });
  return {
    signal: controller.signal,
    leftMs: () => end - clock.now(),
    stopTimer,
    end() {
      stopTimer();
      signal?.removeEventListener('abort', followCaller);
    },
  };
}

/** Does the work within a limit, which ends with it. */
export async function withDeadline<T>(options: DeadlineOptions, work: (deadline: Deadline) => Promise<T>): Promise<T> {
  const deadline = startDeadline(options);
  try {
    return await work(deadline);
  } finally {
    deadline.end();
  }
}

/** Waits for a promise, but no longer than the signal allows. What it waited for goes on. */
export async function raceSignal<T>(promise: Promise<T>, signal: AbortSignal): Promise<T> {
  signal.throwIfAborted();
  let stop = () => {};
  const aborted = new Promise<never>((_resolve, reject) => {
    stop = () => reject(signal.reason);
    signal.addEventListener('abort', stop, { once: true });
  });
  try {
    return await Promise.race([promise, aborted]);
  } finally {
    signal.removeEventListener('abort', stop);
  }
}
