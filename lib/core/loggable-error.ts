/**
 * An error in our own words: its message is made of our texts, of names and ids, and holds nothing that came from elsewhere,
 * so that a log may have it. What others said is its cause, which stays out of logs.
 */
export class LoggableError extends Error {
  /** Set by an error whose cause only an operator can remove: the alert to raise. */
  declare readonly alert?: string;
}

/** All that failed of many things that were done: the message is in our own words, what each failed with is in `errors`. */
export class FailuresError extends AggregateError {}
