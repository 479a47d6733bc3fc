import type { Clock } from '../../core/clock.ts';
import { decideRetry, type Outcome, type RetryDecision, type RetryQuestion } from './retry.ts';

/** What one request may spend on waiting, signing in included. */
export interface Budget {
  readonly maxWaitMs: number;
  waitedMs: number;
}

/** The limits of one caller: when to give up, and how long it may wait. */
export interface Wait {
  readonly signal: AbortSignal;
  readonly budget: Budget;
}

/** The result of sending once. */
export type Attempt<T> =
  | { readonly value: T }
  /** `toError` makes the error to throw if it is not sent again. */
  | { readonly outcome: Outcome; readonly toError: (decision: RetryDecision) => unknown };

export interface RetryRules extends Wait, Pick<RetryQuestion, 'safety' | 'rateLimitedSeconds' | 'maintenanceSeconds'> {
  readonly clock: Clock;
  /** Until the deadline, ms. Left out: there is none. */
  readonly leftMs?: (() => number) | undefined;
}

/**
 * Sends as often as {@link decideRetry} allows. Every retry of this client goes through here.
 *
 * @throws the error of the last attempt; what `sendOnce` throws; the reason of the signal
 */
export async function retrying<T>(rules: RetryRules, sendOnce: () => Promise<Attempt<T>>): Promise<T> {
  const { clock, signal, budget, safety, rateLimitedSeconds, maintenanceSeconds } = rules;
  for (let attempt = 1; ; attempt += 1) {
    const result = await sendOnce();
    if ('value' in result) return result.value;
    const decision = decideRetry({
      outcome: result.outcome,
      safety,
      attempt,
      waitLeftMs: budget.maxWaitMs - budget.waitedMs,
      timeLeftMs: rules.leftMs?.() ?? Number.POSITIVE_INFINITY,
      rateLimitedSeconds,
      maintenanceSeconds,
      random: clock.random(),
    });
    if (decision.action !== 'retry') throw result.toError(decision);
    await clock.sleep(decision.waitMs, signal);
    budget.waitedMs += decision.waitMs;
  }
}
