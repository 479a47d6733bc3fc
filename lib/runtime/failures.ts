import { FailuresError } from '../core/loggable-error.ts';
import { loggableMessage, nameOf } from './loggable-message.ts';

/** One of many things that were done, and failed. */
export interface Failure {
  /** What it was done for: a project's id. */
  readonly name: string;
  readonly error: unknown;
}

/**
 * One error for all that failed, thrown after the others were done.
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

/** What a log line says of an error that does not stop the others. */
export function failureFields(error: unknown): { error_name: string; error_message?: string } {
  const error_message = loggableMessage(error);
  return { error_name: nameOf(error), ...(error_message !== undefined && { error_message }) };
}
