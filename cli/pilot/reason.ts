import {
  ApiError,
  ConnectionError,
  FileError,
  RetryLaterError,
  TaskStateError,
  TimeoutError,
} from '../../lib/annofab/index.ts';

/** Thrown by what several assumptions need: none of them can be seen. The message names nobody. */
export class NotSeenError extends Error {
  override readonly name = 'NotSeenError';
}

/** Messages of errors contain ids and addresses. */
export function reasonOf(error: unknown): string {
  if (error instanceof NotSeenError) return error.message;
  if (error instanceof ApiError) return `Annofab answered ${error.operation} with ${error.status}${codeOf(error)}`;
  if (error instanceof FileError) return `the file server answered ${error.status ?? 'nothing that is complete'}`;
  if (error instanceof TaskStateError) return `the task could not be moved${codeOf(error.cause)}`;
  if (error instanceof RetryLaterError) return `Annofab is ${error.reason}, and asks to come back later`;
  if (error instanceof TimeoutError) return `${error.operation.split(' ', 1).join()} took too long`;
  if (error instanceof ConnectionError) return `no complete answer to ${error.operation}`;
  return error instanceof Error ? error.name : 'unknown error';
}

function codeOf(error: unknown): string {
  const code = error instanceof ApiError ? error.errorCode : undefined;
  return code !== undefined && /^[A-Z_]+$/.test(code) ? ` ${code}` : '';
}
