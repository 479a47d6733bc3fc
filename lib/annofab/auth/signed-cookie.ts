import { ApiError, FileError } from '../errors.ts';
import type { ResponseHeaders } from '../http/transport.ts';
import type { Operation } from '../operation.ts';
import type { CookieJar } from './cookie-jar.ts';

/** Most of version 2 of the API is served by CloudFront, which takes signed cookies instead of a token. */
export function needsSignedCookie({ roles }: Operation): boolean {
  return roles.some((role) => role.startsWith('SignedCookie'));
}

/** A request that is sent with a cookie, and how to get the cookie. */
export interface SignedRequest<T> {
  /** The path that the cookie is for. */
  readonly path: string;
  readonly signal: AbortSignal;
  /** Requests the response that sets the cookies. Undefined where the project is unknown. */
  readonly sign: ((signal: AbortSignal) => Promise<ResponseHeaders>) | undefined;
  /** Whether an attempt without a cookie always fails. */
  readonly required: boolean;
  attempt(cookie: string | undefined): Promise<T>;
}

/**
 * Sends with the cookie of the jar. Where CloudFront refuses it, which means that it is missing or has expired, a new one
 * is signed, once.
 *
 * @throws what `sign` and `attempt` throw
 */
export async function withSignedCookie<T>(jar: CookieJar, request: SignedRequest<T>): Promise<T> {
  const { path, signal, sign, required, attempt } = request;
  const kept = jar.find(path);
  if (!kept && required && sign) return attempt(await jar.sign(path, sign, signal));
  try {
    return await attempt(kept);
  } catch (error) {
    if (!sign || !isRefusedByCloudFront(error)) throw error;
    // Another request may have signed a new one in the meantime.
    const newer = jar.find(path);
    return attempt(newer !== kept && newer !== undefined ? newer : await jar.sign(path, sign, signal));
  }
}

/** A 403 of Annofab itself means that the role is missing. */
function isRefusedByCloudFront(error: unknown): boolean {
  if (error instanceof ApiError) return error.status === 403 && isCloudFront(error.headers);
  return error instanceof FileError && error.needsCookie === true;
}

export function isCloudFront(headers: ResponseHeaders): boolean {
  return headers['server']?.toLowerCase() === 'cloudfront';
}
