import { performance } from 'node:perf_hooks';
import type { Invocation } from '../../runtime/context.ts';

/** Stops work while there is still time for a clean end. */
export interface TimeBudget {
  /** Aborts when the budget is spent, or when the invocation's own signal aborts. */
  readonly signal: AbortSignal;
  readonly isSpent: () => boolean;
  readonly elapsedSeconds: () => number;
  stop(): void;
}

/** Beyond this a timer fires at once. */
const MAX_TIMER_MS = 2 ** 31 - 1;

/** @param marginMs how much of the invocation to reserve, in milliseconds */
export function startTimeBudget(ctx: Pick<Invocation, 'signal' | 'deadline' | 'now'>, marginMs: number): TimeBudget {
  const started = performance.now();
  const spent = new AbortController();
  const timer = setTimeout(
    () => spent.abort(new Error('the time of the invocation ran out')),
    Math.min(MAX_TIMER_MS, Math.max(0, ctx.deadline - ctx.now() - marginMs)),
  );
  return {
    signal: AbortSignal.any([ctx.signal, spent.signal]),
    isSpent: () => spent.signal.aborted,
    elapsedSeconds: () => (performance.now() - started) / 1000,
    stop: () => clearTimeout(timer),
  };
}
