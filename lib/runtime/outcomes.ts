import { LoggableError } from '../core/loggable-error.ts';

/**
 * How an automation ends when it neither succeeds nor fails: it throws one of these. Any other error is a failure: the message
 * is received again, and after its last receive it goes to the dead-letter queue.
 */
abstract class Outcome extends LoggableError {
  /** For operators: what happened, to which project and task, and what to do about it. */
  readonly reason: string;

  constructor(reason: string, options?: ErrorOptions) {
    super(reason, options);
    this.reason = reason;
  }
}

/** Defers the event: a copy of its message is delivered later. Waiting does not use up the receives meant for failures. */
export class RetryLater extends Outcome {
  override readonly name = 'RetryLater' as const;
  /** How long to wait, in seconds. */
  readonly seconds: number;
  /** Which of the event's counters this deferral adds one to: the next attempt finds it in `delivery.deferrals`. */
  readonly counter: string;

  /**
   * @example
   * throw new RetryLater('the archive of project p1 is being rebuilt', { seconds: 120, counter: 'job-running' });
   */
  constructor(reason: string, o: { seconds: number; counter?: string; cause?: unknown }) {
    super(reason, o.cause === undefined ? undefined : { cause: o.cause });
    this.seconds = o.seconds;
    this.counter = o.counter ?? 'later';
  }
}

/** This event needs no work: the task is not completed, there is no archive, the project is suspended. The delivery ends as skipped. */
export class Skip extends Outcome {
  override readonly name = 'Skip' as const;
}

/** The work failed and would fail again: the delivery goes to the dead-letter queue at once, with the reason. */
export class NonRetryableError extends Outcome {
  override readonly name = 'NonRetryableError' as const;
}

export type AnyOutcome = RetryLater | Skip | NonRetryableError;

/** Whether a thrown value is one of the outcomes. */
export function isOutcome(error: unknown): error is AnyOutcome {
  return error instanceof Outcome;
}
