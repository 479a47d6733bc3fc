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
export function allFailed(what: string, failures: readonly Failure[]): AggregateError {
  const causes = failures.map(({ name: of, error }) => {
    const { name, message } = toError(error);
    return `${of} (${name}: ${message})`;
  });
  const errors = failures.map(({ error }) => error);
  return new AggregateError(errors, `${what}: ${causes.join('; ')}`);
}

export function toError(thrown: unknown): Error {
  return thrown instanceof Error ? thrown : new Error(String(thrown));
}
