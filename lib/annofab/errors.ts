import type { ProjectJobInfo, ProjectJobType, Task } from './generated/schemas.ts';

/** The base of every error of this client. */
export class AnnofabError extends Error {
  declare readonly name: string;

  /**
   * What a logger may write: no headers, bodies and causes, which can contain tokens and signed addresses.
   */
  toJSON(): Record<string, unknown> {
    return { ...Object.fromEntries(Object.entries(this)), name: this.name, message: this.message };
  }
}

const PATH_RULE = 'text without slashes, backslashes, percent escapes and control characters, and not "." or ".."';

/** A value that cannot be an id; it would change the path of the request. The message does not contain it. */
export class InvalidIdError extends AnnofabError {
  declare readonly name: 'InvalidIdError';

  /** @param rule what an id must be here; by default what a path needs */
  constructor(field: string, rule = PATH_RULE) {
    super(`${field} must be an id: ${rule}`);
  }
}

/** A query that cannot be sent: the operation has no such field, or the value cannot be encoded. */
export class InvalidQueryError extends AnnofabError {
  declare readonly name: 'InvalidQueryError';
}

/** A parameter or an option that the function does not have, or two that exclude each other. Nothing was sent. */
export class InvalidParameterError extends AnnofabError {
  declare readonly name: 'InvalidParameterError';
}

/** The credential does not work, and a retry does not help: it is missing, malformed, or its multi-factor code is refused. */
export class CredentialError extends AnnofabError {
  declare readonly name: 'CredentialError';
}

/** No complete response arrived, and a retry was not allowed or did not help. */
export class ConnectionError extends AnnofabError {
  declare readonly name: 'ConnectionError';
  readonly operation: string;
  /** False when it is certain that nothing was carried out. */
  readonly maybeCarriedOut: boolean;

  constructor(message: string, details: { operation: string; maybeCarriedOut: boolean; cause?: unknown }) {
    super(message, { cause: withoutBytes(details.cause) });
    this.operation = details.operation;
    this.maybeCarriedOut = details.maybeCarriedOut;
  }
}

/** The deadline passed: it spans every attempt, every wait and the reading of the body. */
export class TimeoutError extends AnnofabError {
  declare readonly name: 'TimeoutError';
  readonly operation: string;
  readonly timeoutMs: number;

  constructor(message: string, details: { operation: string; timeoutMs: number }) {
    super(message);
    this.operation = details.operation;
    this.timeoutMs = details.timeoutMs;
  }
}

/** Annofab refused the request for now, for longer than this client waits: send it again after `seconds`. */
export class RetryLaterError extends AnnofabError {
  declare readonly name: 'RetryLaterError';
  readonly operation: string;
  readonly seconds: number;
  readonly reason: 'rate-limited' | 'maintenance';
  readonly status: number;

  constructor(
    message: string,
    details: {
      operation: string;
      seconds: number;
      reason: 'rate-limited' | 'maintenance';
      status: number;
      cause?: unknown;
    },
  ) {
    super(message, { cause: details.cause });
    this.operation = details.operation;
    this.seconds = details.seconds;
    this.reason = details.reason;
    this.status = details.status;
  }
}

/** The query has more than the 10,000 hits that Annofab returns: the list would end early. */
export class ResultWindowExceededError extends AnnofabError {
  declare readonly name: 'ResultWindowExceededError';
  readonly operation: string;
  readonly totalCount: number;

  constructor(message: string, details: { operation: string; totalCount: number }) {
    super(message);
    this.operation = details.operation;
    this.totalCount = details.totalCount;
  }
}

/** A list does not go on: Annofab, or a proxy before it, answers the request for the next page with a page that was read before. */
export class PagingError extends AnnofabError {
  declare readonly name: 'PagingError';
  readonly operation: string;

  constructor(message: string, details: { operation: string }) {
    super(message);
    this.operation = details.operation;
  }
}

/** A background job failed; the message contains Annofab's reasons. */
export class JobFailedError extends AnnofabError {
  declare readonly name: 'JobFailedError';
  readonly project_id: string;
  readonly job_type: ProjectJobType;
  readonly job_id: string;
  /** Not enumerable: a webhook's job holds the headers that were sent. */
  declare readonly job: ProjectJobInfo;

  constructor(message: string, job: ProjectJobInfo) {
    super(message);
    this.project_id = job.project_id;
    this.job_type = job.job_type;
    this.job_id = job.job_id;
    Object.defineProperty(this, 'job', { value: job });
  }
}

/** Annofab has no such background job (any more). */
export class JobNotFoundError extends AnnofabError {
  declare readonly name: 'JobNotFoundError';
  readonly project_id: string;
  readonly job_type: ProjectJobType;
  readonly job_id: string;

  constructor(message: string, job: { project_id: string; job_type: ProjectJobType; job_id: string }) {
    super(message);
    this.project_id = job.project_id;
    this.job_type = job.job_type;
    this.job_id = job.job_id;
  }
}

/** The state of the task does not allow the operation; the message says which state is needed. */
export class TaskStateError extends AnnofabError {
  declare readonly name: 'TaskStateError';
  readonly project_id: string;
  readonly task_id: string;
  /** The task as it was found. Not enumerable, so that a log line stays short. */
  declare readonly task: Task;

  /** @param details.cause Annofab's error, where a request was sent */
  constructor(message: string, details: { task: Task; cause?: unknown }) {
    super(message, { cause: details.cause });
    this.project_id = details.task.project_id;
    this.task_id = details.task.task_id;
    Object.defineProperty(this, 'task', { value: details.task });
  }
}

/** The file server did not give the file. */
export class FileError extends AnnofabError {
  declare readonly name: 'FileError';
  /** Absent when no answer came, or when the file arrived damaged. */
  declare readonly status?: number;
  /** The address has expired, or was never valid: ask Annofab for a new one. */
  readonly expired: boolean;
  /** The address is one of Annofab's own, whose files need the signed cookies of their project. */
  declare readonly needsCookie?: true;

  constructor(
    message: string,
    details: { status?: number; expired?: boolean; needsCookie?: boolean; cause?: unknown } = {},
  ) {
    super(message, { cause: withoutBytes(details.cause) });
    if (details.status !== undefined) this.status = details.status;
    if (details.needsCookie) this.needsCookie = true;
    this.expired = details.expired ?? false;
  }
}

/** The annotation specs have no such label, attribute or choice, or more than one of that name; or do not allow it. */
export class SpecsError extends AnnofabError {
  declare readonly name: 'SpecsError';
  readonly reason: 'missing' | 'ambiguous' | 'not-allowed';
  /** When it is ambiguous: the labels, attributes or choices to choose from, by id. */
  readonly candidates: readonly SpecsCandidate[];

  constructor(message: string, reason: SpecsError['reason'], candidates: readonly SpecsCandidate[] = []) {
    super(message);
    this.reason = reason;
    this.candidates = candidates;
  }
}

/** One of several labels, attributes or choices with the same name. */
export interface SpecsCandidate {
  readonly id: string;
  readonly name: string;
}

/** Annotations that cannot be written as they are. Nothing was written. */
export class AnnotationProblemsError extends AnnofabError {
  declare readonly name: 'AnnotationProblemsError';
  readonly problems: readonly AnnotationProblem[];

  constructor(message: string, problems: readonly AnnotationProblem[]) {
    super(message);
    this.problems = problems;
  }
}

/** One error in one annotation. */
export interface AnnotationProblem {
  /** Its position in the details, from 0. */
  readonly index: number;
  /** Absent when it has none. */
  readonly annotation_id?: string;
  /** Such as `label`, `data.points`, `attributes.colour`. */
  readonly field: string;
  readonly message: string;
}

export interface ApiErrorDetails {
  operation: string;
  status: number;
  errorCode?: string | undefined;
  requestId?: string | undefined;
  headers: Readonly<Record<string, string>>;
  /** The body as it came. */
  body: string;
}

/** Annofab returned an error status. */
export class ApiError extends AnnofabError {
  declare readonly name: string;
  readonly operation: string;
  readonly status: number;
  /** Annofab's error code, such as `MISSING_RESOURCE`. */
  declare readonly errorCode?: string;
  /** Annofab's support asks for it. */
  declare readonly requestId?: string;
  /** Not enumerable, so that no logger writes it by accident. */
  declare readonly headers: Readonly<Record<string, string>>;
  /** Not enumerable, so that no logger writes it by accident. */
  declare readonly body: string;

  constructor(message: string, details: ApiErrorDetails) {
    super(message);
    this.operation = details.operation;
    this.status = details.status;
    if (details.errorCode !== undefined) this.errorCode = details.errorCode;
    if (details.requestId !== undefined) this.requestId = details.requestId;
    Object.defineProperty(this, 'headers', { value: details.headers });
    Object.defineProperty(this, 'body', { value: details.body });
  }
}

/** 400: a parameter or the body is invalid. */
export class BadRequestError extends ApiError {
  declare readonly name: 'BadRequestError';
}

/** 401: the credential was refused, also after signing in again. */
export class UnauthorizedError extends ApiError {
  declare readonly name: 'UnauthorizedError';
}

/** 403: the account lacks the role. */
export class ForbiddenError extends ApiError {
  declare readonly name: 'ForbiddenError';
}

/** 404: it does not exist, or this account may not see it. */
export class NotFoundError extends ApiError {
  declare readonly name: 'NotFoundError';
}

/** 409: the request conflicts with the present state. What it means depends on the operation: see `conflict` in the operation table. */
export class ConflictError extends ApiError {
  declare readonly name: 'ConflictError';
}

/** 5xx: Annofab failed. */
export class ServerError extends ApiError {
  declare readonly name: 'ServerError';
}

/** Where a response is not HTTP, the parser's error carries its bytes, which may contain a token: hides them. */
function withoutBytes(cause: unknown): unknown {
  if (cause instanceof Error && Object.hasOwn(cause, 'data'))
    Object.defineProperty(cause, 'data', { enumerable: false });
  return cause;
}

// On the prototype, so that the first line of a stack has it; as text, so that a minified bundle has it.
for (const [name, errorClass] of Object.entries({
  AnnofabError,
  InvalidIdError,
  InvalidQueryError,
  InvalidParameterError,
  CredentialError,
  ConnectionError,
  TimeoutError,
  RetryLaterError,
  ResultWindowExceededError,
  PagingError,
  JobFailedError,
  JobNotFoundError,
  TaskStateError,
  FileError,
  SpecsError,
  AnnotationProblemsError,
  ApiError,
  BadRequestError,
  UnauthorizedError,
  ForbiddenError,
  NotFoundError,
  ConflictError,
  ServerError,
})) {
  Object.defineProperty(errorClass.prototype, 'name', { value: name, writable: true, configurable: true });
}
