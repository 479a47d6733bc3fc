import type { PluginTokenResponse } from '../../../lib/annofab/api-description.ts';
import type { Clock } from '../core/clock.ts';
import type { Settings } from '../core/settings.ts';
import type { State } from '../core/state.ts';
import { random } from './login-tokens.ts';

interface World {
  readonly state: State;
  readonly clock: Clock;
  readonly settings: Settings;
}

/** The pair of tokens that a plugin or a guest of a project goes with. Both live as long as those of a login. */
export function issueAccessTokens({ state, clock, settings }: World, accountId: string): PluginTokenResponse {
  const tokens = { access_token: random(), refresh_token: random() };
  const after = (seconds: number) => new Date(clock.now().getTime() + seconds * 1000);
  state.logins.accessTokens.set(tokens.access_token, { accountId, expires: after(settings.idTokenSeconds) });
  state.logins.accessRefreshTokens.set(tokens.refresh_token, {
    accountId,
    expires: after(settings.refreshTokenSeconds),
  });
  return tokens;
}
