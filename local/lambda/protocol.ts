/** What the host and a function's process say to each other. */

export interface Invoke {
  readonly requestId: string;
  readonly event: unknown;
  /** When the invocation is killed, in milliseconds since 1970. */
  readonly deadline: number;
}

/** An error in the form in which Lambda answers it. */
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

/** Ends the log lines of an invocation, on both streams: pipes and messages do not wait for each other. */
export function endOfLog(requestId: string): string {
  return `\u0000END ${requestId}`;
}
