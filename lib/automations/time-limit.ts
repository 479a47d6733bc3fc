import { performance } from 'node:perf_hooks';
import type { Invocation } from '../runtime/context.ts';

/** Stops work while there is still time for a clean end. */
export interface TimeLimit {
  /** Aborts when the time is up, or when the invocation's own signal does. */
  readonly signal: AbortSignal;
  /** Whether it was the time that ended it. */
  readonly isUp: () => boolean;
  readonly elapsedSeconds: () => number;
  clear(): void;
}

/** Beyond this a timer fires at once. */
const LONGEST_TIMER_MS = 2 ** 31 - 1;

/** @param marginMs how much of the invocation is to be left, in milliseconds */
export function limitTime(ctx: Pick<Invocation, 'signal' | 'deadline' | 'now'>, marginMs: number): TimeLimit {
  const started = performance.now();
  const up = new AbortController();
  const timer = setTimeout(
    () => up.abort(new Error('the time of the invocation is up')),
    Math.min(LONGEST_TIMER_MS, Math.max(0, ctx.deadline - ctx.now() - marginMs)),
  );
  return {
    signal: AbortSignal.any([ctx.signal, up.signal]),
    isUp: () => up.signal.aborted,
    elapsedSeconds: () => (performance.now() - started) / 1000,
    clear: () => clearTimeout(timer),
  };
}
