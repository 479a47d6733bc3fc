import { randomBytes } from 'node:crypto';
import type { Token } from '../../../lib/annofab/api-description.ts';
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
  const refreshToken = random();
  state.logins.refreshTokens.set(refreshToken, {
    accountId: record.account.account_id,
    expires: after(clock, settings.refreshTokenSeconds),
  });
  return { ...issueIdToken(world, record), refresh_token: refreshToken };
}

/** What a refresh gives: the refresh token stays. */
export function issueIdToken({ state, clock, settings }: World, record: AccountRecord): Omit<Token, 'refresh_token'> {
  const expires = after(clock, settings.idTokenSeconds);
  const idToken = toJwt(record, clock.now(), expires);
  state.logins.idTokens.set(idToken, { accountId: record.account.account_id, expires });
  return { id_token: idToken, access_token: random() };
}

/** In the shape of a JWT, so that a client may look up when it expires. The signature is noise: the state decides. */
function toJwt({ account }: AccountRecord, issued: Date, expires: Date): string {
  const header = { alg: 'RS256', kid: 'emulator' };
  const claims = {
    sub: account.account_id,
    'cognito:username': account.user_id,
    token_use: 'id',
    iat: toSeconds(issued),
    exp: toSeconds(expires),
    jti: random(),
  };
  return [...[header, claims].map((part) => encode(JSON.stringify(part))), random()].join('.');
}

export function random(): string {
  return randomBytes(24).toString('base64url');
}

function after(clock: Clock, seconds: number): Date {
  return new Date(clock.now().getTime() + seconds * 1000);
}

function toSeconds(date: Date): number {
  return Math.floor(date.getTime() / 1000);
}

function encode(text: string): string {
  return Buffer.from(text).toString('base64url');
}
