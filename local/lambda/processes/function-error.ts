import type { ErrorAnswer } from './protocol.ts';

/** An invocation failed: the handler threw, the process ended, or the timeout elapsed. */
export class FunctionError extends Error {
  override readonly name = 'FunctionError' as const;
  /** Lambda's name for the failure: the thrown error's name, `Sandbox.Timedout`, `Runtime.ExitError`, `Runtime.ImportModuleError`. */
  readonly errorType: string;
  /** The response of Lambda. */
  readonly answer: ErrorAnswer;

  constructor(answer: ErrorAnswer) {
    super(answer.errorMessage);
    this.errorType = answer.errorType;
    this.answer = answer;
  }
}
