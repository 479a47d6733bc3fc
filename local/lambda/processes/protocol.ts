/** The messages between the host and a function's process. */

export interface Invoke {
  readonly requestId: string;
  readonly event: unknown;
  /** The time at which the invocation is killed, in milliseconds since 1970. */
  readonly deadline: number;
}

/** An error in the form of Lambda's response. */
export interface ErrorAnswer {
  readonly errorType: string;
  readonly errorMessage: string;
  readonly trace?: readonly string[];
}

export type Reply =
  /** The function's module is loaded. */
  | { readonly type: 'ready' }
  | { readonly type: 'result'; readonly value: unknown }
  | { readonly type: 'error'; readonly error: ErrorAnswer };

/** The argument with which a process writes its errors whole. */
export const WHOLE_ERRORS = 'whole-errors';

/** An error with its message, causes and stacks in one line of the log. */
export function wholeErrorLine(text: string): string {
  return JSON.stringify({ level: 'ERROR', timestamp: new Date().toISOString(), message: 'Error', error: text });
}

/** Marks the end of an invocation's log lines on both streams, since pipes and messages are not synchronized. */
export function endOfLog(requestId: string): string {
  return `\u0000END ${requestId}`;
}
