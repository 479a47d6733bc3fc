import type { Errors } from '../../../lib/annofab/api-description.ts';

export type ErrorCode =
  | 'INVALID_BODY'
  | 'INVALID_QUERYPARAM'
  | 'MISSING_NECESSARY_QUERYPARAM'
  | 'INVALID_PATH'
  | 'UNAUTHORIZED_API'
  | 'LOGIN_FAILED'
  | 'EXPIRED_TOKEN'
  | 'EXPIRED_REFRESH_TOKEN'
  | 'FORBIDDEN_RESOURCE'
  | 'MISSING_RESOURCE'
  | 'ALREADY_UPDATED'
  | 'STATE_MISMATCH'
  | 'WORKER_ALREADY_INVOKED'
  | 'INTERNAL_SERVER_ERROR'
  | 'NOT_IMPLEMENTED'
  | 'UNDER_MAINTENANCE';

/** Thrown by an operation; answered in Annofab's error shape. */
export class Failure extends Error {
  override readonly name = 'Failure';
  readonly status: number;
  readonly errorCode: string;
  readonly headers: Readonly<Record<string, string>>;

  constructor(status: number, errorCode: string, message: string, headers: Readonly<Record<string, string>> = {}) {
    super(message);
    this.status = status;
    this.errorCode = errorCode;
    this.headers = headers;
  }
}

export const invalidBody = (message: string) => failure(400, 'INVALID_BODY', message);
export const invalidQuery = (message: string) => failure(400, 'INVALID_QUERYPARAM', message);
export const missingQuery = (name: string) =>
  failure(400, 'MISSING_NECESSARY_QUERYPARAM', `The query parameter ${name} is required`);
export const invalidPath = (message: string) => failure(400, 'INVALID_PATH', message);
export const unauthorized = (message: string) => failure(401, 'UNAUTHORIZED_API', message);
export const forbidden = (message: string) => failure(403, 'FORBIDDEN_RESOURCE', message);
export const missing = (kind: string, id: string) =>
  failure(404, 'MISSING_RESOURCE', `The resource does not exist: ${kind} ${id}`);
export const alreadyUpdated = (message: string) => failure(409, 'ALREADY_UPDATED', message);
export const stateMismatch = (message: string) => failure(409, 'STATE_MISMATCH', message);

/** A job that excludes this one is running. */
export const alreadyInvoked = (message: string) => failure(409, 'WORKER_ALREADY_INVOKED', message);

export function failure(status: number, errorCode: ErrorCode, message: string): Failure {
  return new Failure(status, errorCode, message);
}

/** The body of an error answer. Its context names the request in Annofab's logs; Annofab's support asks for that id. */
export function errorBody(
  errorCode: string,
  message: string,
  requestId: string,
  operation?: string,
  ext: Readonly<Record<string, unknown>> = {},
): Errors {
  return {
    errors: [{ error_code: errorCode, message, ext: { ...ext } }],
    context: {
      awsRequestId: requestId,
      logGroupName: `/aws/lambda/emulator-${operation ?? 'unknown'}`,
      logStreamName: 'emulator',
    },
  };
}
