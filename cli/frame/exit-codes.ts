import { constants } from 'node:os';

/** The exit codes of every command. Another signal than Ctrl-C ends it with 128 and the signal's number. */
export const EXIT_CODES = { done: 0, failed: 1, wrongUse: 2, interrupted: 130 } as const;

/** For the help of the command line. */
export const EXIT_CODE_HELP = 'Exit codes: 0 done, 1 failed, 2 wrong use, 130 interrupted by Ctrl-C.';

/** The command line is wrong: the same command can never succeed. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}

/** A signal interrupted the command. The message says how to go on. */
export class InterruptedError extends Error {
  override readonly name = 'InterruptedError';
  readonly signal: NodeJS.Signals;

  constructor(signal: NodeJS.Signals, message = 'Interrupted.') {
    super(message);
    this.signal = signal;
  }
}

export function exitCodeOf(error: unknown): number {
  if (error instanceof InterruptedError) return exitCodeOfSignal(error.signal);
  return error instanceof UsageError ? EXIT_CODES.wrongUse : EXIT_CODES.failed;
}

export function exitCodeOfSignal(signal: NodeJS.Signals): number {
  return 128 + constants.signals[signal];
}
