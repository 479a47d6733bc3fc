import { createHash } from 'node:crypto';
import type { PluginTokenRequestAuthorizationCode } from '../../../lib/annofab/api-description.ts';
import { invalidBody } from '../core/errors.ts';
import type { IssuedToken, State } from '../core/state.ts';
import type { HandlerTable } from '../server/handler.ts';
import { issueAccessTokens } from './access-tokens.ts';

export const pluginTokens = {
  /** A code and a refresh token are good for one use each. */
  requestPluginToken: ({ body, ...services }) => {
    const { state, clock } = services;
    const granted = body._type === 'RefreshToken' ? refreshed(state, body.refresh_token) : redeemed(state, body);
    if (granted.expires <= clock.now()) throw invalidBody('The code or the refresh token has expired');
    return issueAccessTokens(services, granted.accountId);
  },
} satisfies HandlerTable;

function redeemed({ logins }: State, request: PluginTokenRequestAuthorizationCode): IssuedToken {
  const code = logins.pluginCodes.get(request.authorization_code);
  if (!code) throw invalidBody('The authorization code is unknown, or it was used already');
  const challenge = createHash('sha256').update(request.code_verifier).digest('base64url');
  if (challenge !== code.codeChallenge) throw invalidBody('The code verifier does not fit the code challenge');
  logins.pluginCodes.delete(request.authorization_code);
  return code;
}

function refreshed({ logins }: State, token: string): IssuedToken {
  const found = logins.accessRefreshTokens.get(token);
  if (!found) throw invalidBody('The refresh token is unknown, or it was used already');
  logins.accessRefreshTokens.delete(token);
  return found;
}
