import type { Operation } from '../../../lib/annofab/api-description.ts';
import type { Services } from '../core/services.ts';
import type { AccountRecord } from '../core/state.ts';
import type { CookieRefusal } from '../files/signed-cookies.ts';
import { type Verbatim, verbatim } from './handler.ts';

/** CloudFront's own words. */
export const REFUSED_COOKIES: Record<CookieRefusal, string> = {
  MissingKey: 'Missing Key-Pair-Id query parameter or cookie value',
  AccessDenied: 'Access denied',
};

/** Whether CloudFront stands before the operation and asks for cookies instead of a token. */
export function isBehindCookies({ roles }: Operation): boolean {
  return roles.some((role) => role.startsWith('SignedCookie'));
}

/** Who calls, by the cookies of `getSignedAccessV2`, or what CloudFront answers without good ones. */
export function callerByCookie(
  { state, cookies }: Services,
  call: { readonly cookies: string | undefined; readonly path: string },
): AccountRecord | Verbatim {
  const seen = cookies.check(call.cookies, call.path);
  if ('refused' in seen) return cloudFrontRefusal(seen.refused);
  return state.accounts.get(seen.accountId) ?? cloudFrontRefusal('AccessDenied');
}

/** What a client sees that has no cookie, an old one or another path's: not an error of Annofab's but of CloudFront. */
function cloudFrontRefusal(code: CookieRefusal): Verbatim {
  const xml = `<?xml version="1.0" encoding="UTF-8"?><Error><Code>${code}</Code><Message>${REFUSED_COOKIES[code]}</Message></Error>`;
  return verbatim(xml, 403, { 'content-type': 'text/xml', server: 'CloudFront' });
}
