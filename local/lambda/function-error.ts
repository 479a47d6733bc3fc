import type { ErrorAnswer } from './protocol.ts';

/** An invocation failed: the handler threw, the process ended, or its time was up. */
export class FunctionError extends Error {
  override readonly name = 'FunctionError' as const;
  /** As Lambda names it: the thrown error's name, `Sandbox.Timedout`, `Runtime.ExitError`, `Runtime.ImportModuleError`. */
  readonly errorType: string;
  /** What Lambda answers. */
  readonly answer: ErrorAnswer;

  constructor(answer: ErrorAnswer) {
    super(answer.errorMessage);
    this.errorType = answer.errorType;
    this.answer = answer;
  }
}
