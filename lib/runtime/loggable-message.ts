import {
  ApiError,
  ConnectionError,
  CredentialError,
  FileError,
  InvalidIdError,
  InvalidQueryError,
  JobFailedError,
  JobNotFoundError,
  PagingError,
  ResultWindowExceededError,
  RetryLaterError,
  TaskStateError,
  TimeoutError,
} from '../annofab/errors.ts';
import { FailuresError, LoggableError } from '../core/loggable-error.ts';

/** Errors whose messages are our own texts with ids in them. */
const LOGGABLE = [
  LoggableError,
  FailuresError,
  ConnectionError,
  CredentialError,
  InvalidIdError,
  InvalidQueryError,
  JobNotFoundError,
  PagingError,
  ResultWindowExceededError,
  TaskStateError,
  TimeoutError,
];

/**
 * The message of an error that may be logged; `undefined` if there is none. The message of an unforeseen error can quote its
 * input (`JSON.parse` does), and the texts of Annofab, its file server and AWS can hold content: none of that is repeated.
 */
export function loggableMessage(error: unknown): string | undefined {
  if (error instanceof ApiError) return apiMessage(error);
  if (error instanceof RetryLaterError) return `${error.operation} was answered with ${error.status}`;
  if (error instanceof FileError) return fileMessage(error);
  if (error instanceof JobFailedError) return `${error.job_type} ${error.job_id} of project ${error.project_id} failed`;
  return error instanceof Error && LOGGABLE.some((kind) => error instanceof kind) ? error.message : undefined;
}

/** Operation, status and Annofab's code, with the id that Annofab's support asks for. */
function apiMessage({ operation, status, errorCode, requestId }: ApiError): string {
  const code = codeIn(errorCode);
  const request = requestIdIn(requestId);
  return [
    `${operation} was answered with ${status}`,
    ...(code === undefined ? [] : [code]),
    ...(request === undefined ? [] : [`(Annofab's request id: ${request})`]),
  ].join(' ');
}

/** Without the address, and without the text of the file server. */
function fileMessage({ message, status, expired }: FileError): string {
  if (status !== undefined)
    return `the file server answered with ${status}${expired ? ': the address has expired' : ''}`;
  return message.slice(message.indexOf(': ') + 1).trim();
}

/** The name of an error, or the type of another thrown value. */
export function nameOf(error: unknown): string {
  return error instanceof Error ? (codeIn(error.name) ?? 'Error') : typeof error;
}

/** The text, if it looks like a code or the name of an error: `MISSING_RESOURCE`, `ECONNRESET`, `NoSuchBucket`. */
export function codeIn(text: string | undefined): string | undefined {
  return text !== undefined && /^[A-Z][A-Za-z0-9_.]{0,79}$/.test(text) ? text : undefined;
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
/** The format of CloudFront and API Gateway. */
const IN_BASE64 = /^[A-Za-z0-9_+/-]{11,80}={1,2}$/;

/** The text, if it looks like the id of a request. */
export function requestIdIn(text: string | undefined): string | undefined {
  return text !== undefined && (UUID.test(text) || IN_BASE64.test(text)) ? text : undefined;
}

/** The failure of one of many things that were tried. */
export interface Failure {
  /** What was tried: a project's id. */
  readonly name: string;
  readonly error: unknown;
}

/**
 * One error for all failures, to be thrown after everything was tried.
 *
 * @param what what happened, without its causes: `the archive update of 2 of 4 projects could not be started`
 */
export function allFailed(what: string, failures: readonly Failure[]): FailuresError {
  const causes = failures.map(({ name: of, error }) => {
    const { error_name, error_message } = failureFields(error);
    return `${of} (${[error_name, error_message].filter(Boolean).join(': ')})`;
  });
  const errors = failures.map(({ error }) => error);
  return new FailuresError(errors, `${what}: ${causes.join('; ')}`);
}

/** The log fields of an error that does not stop the others. */
export function failureFields(error: unknown): { error_name: string; error_message?: string } {
  const error_message = loggableMessage(error);
  return { error_name: nameOf(error), ...(error_message !== undefined && { error_message }) };
}
