import { LoggableError } from '../core/loggable-error.ts';
import type { FieldProblem } from '../webhooks/parse-event.ts';

/** The answer of an HTTP handler. */
export interface HttpAnswer {
  readonly status: number;
  readonly json: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

const TITLES = {
  400: 'Bad Request',
  401: 'Unauthorized',
  404: 'Not Found',
  405: 'Method Not Allowed',
  413: 'Content Too Large',
  415: 'Unsupported Media Type',
  500: 'Internal Server Error',
  503: 'Service Unavailable',
} as const;

export type ProblemStatus = keyof typeof TITLES;

export interface ProblemOptions extends ErrorOptions {
  readonly errors?: readonly FieldProblem[];
  readonly headers?: Readonly<Record<string, string>>;
}

/**
 * A rejected or failed request. Thrown by an HTTP recipe, answered as RFC 9457 describes it (`application/problem+json`). Its
 * texts are fixed: they repeat nothing of the request.
 */
export class HttpProblem extends LoggableError {
  override readonly name = 'HttpProblem' as const;
  readonly status: ProblemStatus;
  /** A short name, to count by: `wrong-secret`. */
  readonly reason: string;
  readonly errors: readonly FieldProblem[] | undefined;
  readonly headers: Readonly<Record<string, string>>;

  constructor(status: ProblemStatus, reason: string, detail: string, options: ProblemOptions = {}) {
    super(detail, options.cause === undefined ? {} : { cause: options.cause });
    this.status = status;
    this.reason = reason;
    this.errors = options.errors;
    this.headers = options.headers ?? {};
  }
}

/** The answer to a problem. It has no `type`, which means `about:blank`: the status is enough. */
export function problemAnswer({ status, message, errors, headers }: HttpProblem): HttpAnswer {
  return {
    status,
    headers: { ...headers, 'content-type': 'application/problem+json' },
    json: { title: TITLES[status], status, detail: message, ...(errors !== undefined && { errors }) },
  };
}
