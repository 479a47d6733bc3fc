import type { Context } from 'aws-lambda';

/** When an invocation has to end. */
export interface Deadline {
  /** Aborts some time before Lambda ends the invocation. */
  readonly signal: AbortSignal;
  /** When Lambda ends the invocation, in milliseconds since 1970. */
  readonly deadline: number;
}

/**
 * Does the work of an invocation with a deadline. Middy's early response would be the same for each invocation; after this
 * signal the handler itself finishes what it has begun, and answers.
 *
 * @param reserveMs how long before the end the signal aborts
 */
export async function withDeadline<T>(
  context: Context,
  reserveMs: number,
  work: (deadline: Deadline) => Promise<T>,
): Promise<T> {
  const remainingMs = context.getRemainingTimeInMillis();
  const controller = new AbortController();
  const timer = setTimeout(() => controller.abort(), Math.max(0, remainingMs - reserveMs));
  try {
    return await work({ signal: controller.signal, deadline: Date.now() + remainingMs });
  } finally {
    clearTimeout(timer);
  }
}
