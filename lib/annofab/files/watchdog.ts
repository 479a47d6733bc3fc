import type { Clock } from '../http/clock.ts';

/** A limit on standing still, for work that may take long as long as it moves. */
export interface Watchdog {
  /** Aborts when nothing moved for too long, or the caller gives up; its reason is the error to throw. */
  readonly signal: AbortSignal;
  /** Something moved. */
  touch(): void;
  /** Standing still is meant, until the next touch. */
  pause(): void;
  end(): void;
}

/** @throws the caller's own reason when its signal has aborted already */
export function startWatchdog(options: {
  clock: Clock;
  idleMs: number;
  signal: AbortSignal | undefined;
  onIdle: () => Error;
}): Watchdog {
  const { clock, idleMs, signal, onIdle } = options;
  signal?.throwIfAborted();
  const controller = new AbortController();
  const followCaller = () => controller.abort(signal?.reason);
  signal?.addEventListener('abort', followCaller, { once: true });
  let pause = () => {};
  return {
    signal: controller.signal,
    touch() {
      pause();
      pause = clock.after(idleMs, () => controller.abort(onIdle()));
    },
    pause: () => pause(),
    end() {
      pause();
      signal?.removeEventListener('abort', followCaller);
    },
  };
}
