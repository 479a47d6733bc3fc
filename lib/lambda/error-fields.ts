import { AnnofabError, ApiError } from '../annofab/errors.ts';
import type { HandlerLogFields } from './log.ts';

const longest = 1_000;

/**
 * What a log line says of an error. Never its causes' messages, its headers or its bodies: they can hold tokens and signed
 * addresses. Of an error that nobody foresaw it gives the lines of the stack too.
 */
export function errorFields(error: unknown): HandlerLogFields {
  if (!(error instanceof Error))
    return { error_name: typeof error, error_message: 'Something was thrown that is no error' };
  const code = codeOf(error);
  return {
    error_name: error.name,
    error_message: error.message.slice(0, longest),
    ...(code !== undefined && { error_code: code }),
    ...(error instanceof ApiError && { operation: error.operation }),
    ...(error instanceof ApiError && error.requestId !== undefined && { request_id: error.requestId }),
    ...(!(error instanceof AnnofabError) && { error_stack: stackLines(error) }),
  };
}

/** Annofab's word for it, or what the cause is called: `ECONNREFUSED`, `ResourceNotFoundException`, `TimeoutError`. */
function codeOf(error: Error): string | undefined {
  if (error instanceof ApiError) return error.errorCode;
  const { cause } = error;
  if (!(cause instanceof Error)) return undefined;
  return 'code' in cause && typeof cause.code === 'string' ? cause.code : cause.name;
}

function stackLines({ stack = '' }: Error): string {
  const lines = stack.split('\n').filter((line) => /^\s+at /.test(line));
  return lines
    .map((line) => line.trim())
    .join('\n')
    .slice(0, longest);
}
