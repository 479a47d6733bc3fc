import { AnnofabError } from './errors.ts';
import type { Operation } from './operation.ts';
import type { Answer } from './transport.ts';

/** Most of version 2 of the API is served by CloudFront, which takes signed cookies instead of a token. */
export function needsSignedCookie({ roles }: Operation): boolean {
  return roles.some((role) => role.startsWith('SignedCookie'));
}

/**
 * The Cookie header out of the answer of `getSignedAccessV2`.
 *
 * @throws AnnofabError when it brought no cookie
 */
export function signedCookie({ headers }: Answer): string {
  const cookies = (headers['set-cookie'] ?? '')
    .split('\n')
    .map((cookie) => cookie.split(';')[0]?.trim() ?? '')
    .filter((cookie) => cookie.startsWith('CloudFront-'));
  if (cookies.length === 0) throw new AnnofabError('getSignedAccessV2: Annofab sent no signed cookie.');
  return cookies.join('; ');
}
