import type { Clock } from '../clock.ts';

/** One time limit over everything that a request does: attempts, waits, signing in, and the body. */
export interface Deadline {
  /** Aborts when the time is up or the caller gives up; its reason is the error to throw. */
  readonly signal: AbortSignal;
  leftMs(): number;
  /** Begins the time again: as a watchdog, which limits how long nothing moves. */
  restart(): void;
  /** Only the caller's signal counts from here on, until a restart: for a body that is handed over, or during a wait. */
  stopTimer(): void;
  /** Ends the timer and releases the caller's signal. */
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
  let end = 0;
  let cancel = () => {};
  const stopTimer = () => cancel();
  const restart = () => {
    cancel();
    end = clock.now() + timeoutMs;
    cancel = clock.after(timeoutMs, () => controller.abort(onTimeout()));
  };
  restart();
  const followCaller = () => controller.abort(signal?.reason);
  signal?.addEventListener('abort', followCaller, { once: true });
  return {
    signal: controller.signal,
    leftMs: () => end - clock.now(),
    restart,
    stopTimer,
    end() {
      stopTimer();
      signal?.removeEventListener('abort', followCaller);
    },
  };
}

/** Does the work within a time limit, which ends with it. */
export async function withDeadline<T>(options: DeadlineOptions, work: (deadline: Deadline) => Promise<T>): Promise<T> {
  const deadline = startDeadline(options);
  try {
    return await work(deadline);
  } finally {
    deadline.end();
  }
}
