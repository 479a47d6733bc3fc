import { randomBytes } from 'node:crypto';
import type { PluginTokenResponse, Token } from '../../../lib/annofab/api-description.ts';
import type { Clock } from '../core/clock.ts';
import type { Settings } from '../core/settings.ts';
import type { AccountRecord, State } from '../core/state.ts';

interface World {
  readonly state: State;
  readonly clock: Clock;
  readonly settings: Settings;
}

/** The three tokens of a login, remembered until they expire. */
export function issueTokens(world: World, record: AccountRecord): Token {
  const { state, clock, settings } = world;
  const refreshToken = randomToken();
  state.logins.refreshTokens.set(refreshToken, {
    accountId: record.account.account_id,
    expires: secondsFromNow(clock, settings.refreshTokenSeconds),
  });
  return { ...issueIdToken(world, record), refresh_token: refreshToken };
}

/** A refresh issues a new id token; the refresh token stays valid. */
export function issueIdToken({ state, clock, settings }: World, record: AccountRecord): Omit<Token, 'refresh_token'> {
  const expires = secondsFromNow(clock, settings.idTokenSeconds);
  const idToken = toJwt(record, clock.now(), expires);
  state.logins.idTokens.set(idToken, { accountId: record.account.account_id, expires });
  return { id_token: idToken, access_token: randomToken() };
}

/** A JWT in shape, so that clients can read its expiry. The signature is random: only tokens in the state are valid. */
function toJwt({ account }: AccountRecord, issued: Date, expires: Date): string {
  const header = { alg: 'RS256', kid: 'emulator' };
  const claims = {
    sub: account.account_id,
    'cognito:username': account.user_id,
    token_use: 'id',
    iat: toSeconds(issued),
    exp: toSeconds(expires),
    jti: randomToken(),
  };
  return [...[header, claims].map((part) => encode(JSON.stringify(part))), randomToken()].join('.');
}

export function randomToken(): string {
  return randomBytes(24).toString('base64url');
}

export function secondsFromNow(clock: Clock, seconds: number): Date {
  return new Date(clock.now().getTime() + seconds * 1000);
}

function toSeconds(date: Date): number {
  return Math.floor(date.getTime() / 1000);
}

function encode(text: string): string {
  return Buffer.from(text).toString('base64url');
}

/** The tokens of a plugin or a project guest, with the lifetimes of login tokens. */
export function issueAccessTokens({ state, clock, settings }: World, accountId: string): PluginTokenResponse {
  const tokens = { access_token: randomToken(), refresh_token: randomToken() };
  state.logins.accessTokens.set(tokens.access_token, {
    accountId,
    expires: secondsFromNow(clock, settings.idTokenSeconds),
  });
  state.logins.accessRefreshTokens.set(tokens.refresh_token, {
    accountId,
    expires: secondsFromNow(clock, settings.refreshTokenSeconds),
  });
  return tokens;
}
