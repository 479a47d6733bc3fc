import { OwnError } from '../core/loggable-error.ts';

/**
 * How an automation ends when it neither succeeds nor fails. It throws one of these; the queue handler understands them.
 * Any other error is a failure: the message is handed back, and after its last receive becomes a dead letter.
 */
abstract class Outcome extends OwnError {
  /** For people: what happened, to which project and task, and what to do about it. */
  readonly reason: string;

  constructor(reason: string, options?: ErrorOptions) {
    super(reason, options);
    this.reason = reason;
  }
}

/** Not now: the same event is delivered again later. Waiting does not use up the receives that are meant for failures. */
export class Later extends Outcome {
  override readonly name = 'Later' as const;
  /** How long to wait, in seconds. */
  readonly seconds: number;
  /** Which of the event's counters this deferral adds one to: the next attempt finds it in `delivery.deferrals`. */
  readonly counter: string;

  /**
   * @example
   * throw new Later('the archive of project p1 is being rebuilt', { seconds: 120, counter: 'job-running' });
   */
  constructor(reason: string, o: { seconds: number; counter?: string; cause?: unknown }) {
    super(reason, o.cause === undefined ? undefined : { cause: o.cause });
    this.seconds = o.seconds;
    this.counter = o.counter ?? 'later';
  }
}

/** The event turned out to be about nothing: a task that is not completed, an archive that does not exist. Done, with a reason. */
export class Ignored extends Outcome {
  override readonly name = 'Ignored' as const;
}

/** There is something to do, and it must not be done now or ever by us: a suspended project. Done, with a reason. */
export class Skipped extends Outcome {
  override readonly name = 'Skipped' as const;
}

/** It failed and would fail again: to the dead letters at once, with the reason. */
export class Permanent extends Outcome {
  override readonly name = 'Permanent' as const;
}

export type AnyOutcome = Later | Ignored | Skipped | Permanent;

/** Whether a thrown value is one of the outcomes. */
export function isOutcome(error: unknown): error is AnyOutcome {
  return error instanceof Outcome;
}
