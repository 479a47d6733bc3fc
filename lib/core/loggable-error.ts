/**
 * An error whose message may be logged: it consists of our own texts, names and ids, and of nothing that came from
 * elsewhere. Messages of others are its cause, which is not logged.
 */
export class LoggableError extends Error {
  /** Set by an error whose cause only an operator can remove: the alert to raise. */
  declare readonly alert?: string;
}

/** Several failures of one operation. The message may be logged; `errors` has each failure. */
export class FailuresError extends AggregateError {}
