import type { Operation } from '../../../lib/annofab/api-description.ts';
import type { Services } from '../core/services.ts';
import type { AccountRecord } from '../core/state.ts';
import type { CookieRefusal } from '../files/signed-cookies.ts';
import { type Verbatim, verbatim } from './handler.ts';

/** CloudFront's messages. */
export const REFUSED_COOKIES: Record<CookieRefusal, string> = {
  MissingKey: 'Missing Key-Pair-Id query parameter or cookie value',
  AccessDenied: 'Access denied',
};

/** Whether CloudFront protects the operation by cookies instead of a token. */
export function isBehindCookies({ roles }: Operation): boolean {
  return roles.some((role) => role.startsWith('SignedCookie'));
}

/** The caller by the cookies of `getSignedAccessV2`, or CloudFront's answer to wrong cookies. */
export function callerByCookie(
  { state, cookies }: Services,
  call: { readonly cookies: string | undefined; readonly path: string },
): AccountRecord | Verbatim {
  const seen = cookies.check(call.cookies, call.path);
  if ('refused' in seen) return cloudFrontRefusal(seen.refused);
  return state.accounts.get(seen.accountId) ?? cloudFrontRefusal('AccessDenied');
}

/** The answer to missing, expired or wrong cookies: an error of CloudFront, not of Annofab. */
function cloudFrontRefusal(code: CookieRefusal): Verbatim {
  const xml = `<?xml version="1.0" encoding="UTF-8"?><Error><Code>${code}</Code><Message>${REFUSED_COOKIES[code]}</Message></Error>`;
  return verbatim(xml, 403, { 'content-type': 'text/xml', server: 'CloudFront' });
}
