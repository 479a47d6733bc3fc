import { FailuresError } from '../core/loggable-error.ts';
import { loggableMessage, nameOf } from './loggable-message.ts';

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
