import { AnnofabError, ApiError } from '../annofab/errors.ts';
import type { HandlerLogFields } from './log.ts';
import { codeIn, loggableMessage, nameOf, requestIdIn } from './loggable-message.ts';

const LONGEST = 1_000;

/**
 * What a log line says of an error: its message if it is in our own words, its code and Annofab's request id if they look
 * like such, and of all others the places in the code that it came through. Never what others said, headers or bodies: they
 * can hold tokens, signed addresses and what people wrote.
 */
export function errorFields(error: unknown): HandlerLogFields {
  if (!(error instanceof Error))
    return { error_name: typeof error, error_message: 'Something was thrown that is no error' };
  const message = loggableMessage(error)?.slice(0, LONGEST);
  const code = codeOf(error);
  const requestId = error instanceof ApiError ? requestIdIn(error.requestId) : undefined;
  return {
    error_name: nameOf(error),
    ...(message !== undefined && { error_message: message }),
    ...(code !== undefined && { error_code: code }),
    ...(error instanceof ApiError && { operation: error.operation }),
    ...(requestId !== undefined && { request_id: requestId }),
    ...(!(error instanceof AnnofabError) && { error_stack: stackLines(error) }),
  };
}

/** Annofab's word for it, or what the cause is called: `ECONNREFUSED`, `ResourceNotFoundException`, `TimeoutError`. */
function codeOf(error: Error): string | undefined {
  if (error instanceof ApiError) return codeIn(error.errorCode);
  const { cause = error } = error;
  if (cause instanceof Error && 'code' in cause && typeof cause.code === 'string') return codeIn(cause.code);
  return cause === error ? undefined : nameOf(cause);
}

/** Where in the code it was: without the message, which stands before. */
function stackLines({ stack = '', name, message }: Error): string {
  const heading = `${name}: ${message}`;
  const frames = (stack.startsWith(heading) ? stack.slice(heading.length) : stack).split('\n');
  return frames
    .filter((line) => /^\s+at .*:\d+:\d+\)?$/.test(line))
    .map((line) => line.trim())
    .join('\n')
    .slice(0, LONGEST);
}
