import { CredentialError, type PersonalAccessTokenInfo, UnauthorizedError } from '../annofab/index.ts';
import type { Services, TickContext } from '../runtime/context.ts';
import { nameOf } from '../runtime/loggable-message.ts';

const DAY_MS = 24 * 60 * 60 * 1_000;

/** With less time left than this, somebody is told every day. */
const WARNED_DAYS = 14;

/**
 * Tells of a personal access token that is about to end: Annofab gives its end to its owner. Does nothing for an account that
 * logs in with a password.
 *
 * Nothing says which of an account's tokens this is. It was used a moment ago, so it is taken for the one that was used last:
 * right where the account is the functions' own.
 *
 * @throws UnauthorizedError, CredentialError when the credential does not work. What else fails is logged only: the work of
 * the day does not depend on it.
 */
export async function checkToken(ctx: TickContext<Pick<Services, 'annofab'>>): Promise<void> {
  const { annofab, signal, log, now, count } = ctx;
  try {
    const tokens = await annofab.getPersonalAccessTokens({}, { signal });
    if (annofab.tokens !== undefined) return;
    const token = lastUsed(tokens);
    if (token === undefined) return;
    const days = Math.floor((Date.parse(token.expired_datetime) - now()) / DAY_MS);
    if (days >= WARNED_DAYS) return log.info('The personal access token holds', { days });
    log.warn('The personal access token is about to end', { days });
    count({ name: 'alert', reason: 'token-expiring' });
  } catch (error) {
    if (error instanceof UnauthorizedError || error instanceof CredentialError) throw error;
    log.warn('The end of the personal access token is not known', {
      error_name: nameOf(error),
    });
  }
}

function lastUsed(tokens: readonly PersonalAccessTokenInfo[]): PersonalAccessTokenInfo | undefined {
  const usedAt = ({ last_used_datetime, created_datetime }: PersonalAccessTokenInfo) =>
    Date.parse(last_used_datetime ?? created_datetime);
  return tokens.toSorted((one, other) => usedAt(other) - usedAt(one))[0];
}
