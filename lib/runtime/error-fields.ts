import { AnnofabError, ApiError } from '../annofab/errors.ts';
import type { LogFields } from './log-fields.ts';
import { codeIn, loggableMessage, nameOf, requestIdIn } from './loggable-message.ts';
import { ownPlace, sourceFrames } from './source-maps/source-frame.ts';
import { publishError } from './thrown-errors.ts';

const MAX_LENGTH = 1_000;

/**
 * The log fields of an error: its message if it is loggable, its code and Annofab's request id if they look like ones, and
 * for an error that is not the client's the stack without the message. Never a text, header or body of another service: it
 * can hold tokens, signed addresses and what people wrote.
 */
export function errorFields(error: unknown): LogFields {
  publishError(error);
  if (!(error instanceof Error)) return { error_name: typeof error, error_message: 'The thrown value is not an Error' };
  const message = loggableMessage(error)?.slice(0, MAX_LENGTH);
  const code = codeOf(error);
  const requestId = error instanceof ApiError ? requestIdIn(error.requestId) : undefined;
  return {
    error_name: nameOf(error),
    ...(message !== undefined && { error_message: message }),
    ...(code !== undefined && { error_code: code }),
    ...(error instanceof ApiError && { operation: error.operation }),
    ...(requestId !== undefined && { request_id: requestId }),
    ...(!(error instanceof AnnofabError) && stackFields(error)),
  };
}

/** Annofab's code, or the code or name of the cause: `ECONNREFUSED`, `ResourceNotFoundException`, `TimeoutError`. */
function codeOf(error: Error): string | undefined {
  if (error instanceof ApiError) return codeIn(error.errorCode);
  const { cause = error } = error;
  if (cause instanceof Error && 'code' in cause && typeof cause.code === 'string') return codeIn(cause.code);
  return cause === error ? undefined : nameOf(cause);
}

/** The frames of the stack by their places in the source, without the message before them, and the first one of our own code. */
function stackFields({ stack = '', name, message }: Error): LogFields {
  const heading = `${name}: ${message}`;
  const lines = (stack.startsWith(heading) ? stack.slice(heading.length) : stack)
    .split('\n')
    .filter((line) => /^\s+at .*:\d+:\d+\)?$/.test(line));
  const frames = sourceFrames(lines.map((line) => line.trim()));
  const [place] = frames.flatMap((frame) => ownPlace(frame) ?? []);
  return {
    ...(place !== undefined && { error_place: place }),
    error_stack: frames.join('\n').slice(0, MAX_LENGTH),
  };
}
