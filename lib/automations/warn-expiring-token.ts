import { CredentialError, type PersonalAccessTokenInfo, UnauthorizedError } from '../annofab/index.ts';
import type { TickContext } from '../runtime/context.ts';
import { nameOf } from '../runtime/loggable-message.ts';
import type { Services } from './services.ts';

const DAY_MS = 24 * 60 * 60 * 1_000;

/** The warning is logged every day when fewer days than this are left. */
export const TOKEN_WARNING_DAYS = 14;

/**
 * Warns when the personal access token of the account expires soon: Annofab shows its owner when. Does nothing for an account
 * that logs in with a password.
 *
 * Annofab does not say which of the account's tokens this client uses. It was used a moment ago, so the check takes the one
 * that was used last, which is right when only this application uses the account.
 *
 * @throws UnauthorizedError, CredentialError when the credential does not work. Other errors are only logged: the work of the
 * day does not depend on this check.
 */
export async function warnExpiringToken(ctx: TickContext<Pick<Services, 'annofab'>>): Promise<void> {
  const { annofab, signal, log, now, count } = ctx;
  try {
    const tokens = await annofab.getPersonalAccessTokens({}, { signal });
    if (annofab.tokens !== undefined) return;
    const days = tokenDaysLeft(tokens, now());
    if (days === undefined) return;
    if (days >= TOKEN_WARNING_DAYS) return log.info('Personal access token checked', { days });
    log.warn('The personal access token expires soon', { days });
    count({ name: 'alert', reason: 'token-expiring' });
  } catch (error) {
    if (error instanceof UnauthorizedError || error instanceof CredentialError) throw error;
    log.warn('Reading when the personal access token expires failed', { error_name: nameOf(error) });
  }
}

/** For how many days the token that was used last is valid; `undefined` if there is none. */
export function tokenDaysLeft(tokens: readonly PersonalAccessTokenInfo[], now: number): number | undefined {
  const token = lastUsed(tokens);
  return token && Math.floor((Date.parse(token.expired_datetime) - now) / DAY_MS);
}

function lastUsed(tokens: readonly PersonalAccessTokenInfo[]): PersonalAccessTokenInfo | undefined {
  const usedAt = ({ last_used_datetime, created_datetime }: PersonalAccessTokenInfo) =>
    Date.parse(last_used_datetime ?? created_datetime);
  return tokens.toSorted((one, other) => usedAt(other) - usedAt(one))[0];
}
