import type { IncomingMessage, ServerResponse } from 'node:http';
import type { RequestFault } from '../control/fault.ts';
import { REFUSED_COOKIES } from '../server/signed-cookie-authorization.ts';
import type { CookieRefusal } from './signed-cookies.ts';
import type { SignatureState } from './signed-url.ts';

/** An error answer of S3, or of CloudFront in front of it. */
export interface S3Error {
  status: number;
  code: string;
  message: string;
  headers?: Record<string, string>;
}

export const NO_SUCH_KEY = { status: 404, code: 'NoSuchKey', message: 'The specified key does not exist.' };

export const BAD_DIGEST = {
  status: 400,
  code: 'BadDigest',
  message: 'The Content-MD5 you specified did not match what we received.',
};

export function faultError({ errorCode, retryAfter }: RequestFault, status: number): S3Error {
  const code = errorCode ?? (status === 503 ? 'SlowDown' : 'InternalError');
  const headers = retryAfter === undefined ? {} : { 'retry-after': String(retryAfter) };
  return { status, code, message: 'Injected fault.', headers };
}

export const REFUSALS: Record<Exclude<SignatureState, 'valid'>, S3Error> = {
  unsigned: { status: 403, code: 'AccessDenied', message: 'Access Denied' },
  expired: { status: 403, code: 'AccessDenied', message: 'Request has expired' },
  invalid: {
    status: 403,
    code: 'SignatureDoesNotMatch',
    message:
      'The request signature we calculated does not match the signature you provided. Check your key and signing method.',
  },
};

export function cloudFrontError(refusal: CookieRefusal): S3Error {
  return { status: 403, code: refusal, message: REFUSED_COOKIES[refusal], headers: { server: 'CloudFront' } };
}

/** S3 checks the authentication methods first: two at once are a bad request, even when both are valid. */
export function refusal(request: IncomingMessage, signature: SignatureState): S3Error | undefined {
  if (request.headers.authorization !== undefined && signature !== 'unsigned') {
    return {
      status: 400,
      code: 'InvalidArgument',
      message:
        'Only one auth mechanism allowed; only the X-Amz-Algorithm query parameter, Signature query string parameter or the Authorization header should be specified',
    };
  }
  return signature === 'valid' ? undefined : REFUSALS[signature];
}

export async function answerError(response: ServerResponse, error: S3Error): Promise<void> {
  const xml = `<?xml version="1.0" encoding="UTF-8"?>\n<Error><Code>${error.code}</Code><Message>${error.message}</Message></Error>`;
  // The body of a refused upload is not read to its end, so the connection cannot be reused.
  const connection = response.req.complete || response.req.method !== 'PUT' ? {} : { connection: 'close' };
  response.writeHead(error.status, { 'content-type': 'application/xml', ...connection, ...error.headers }).end(xml);
}
