import type { PersonalAccessToken, PersonalAccessTokenInfo } from '../../../lib/annofab/api-description.ts';
import { formatDateTime } from '../core/clock.ts';
import { failure, invalidBody, missing } from '../core/errors.ts';
import type { AccountRecord, State } from '../core/state.ts';
import type { HandlerTable } from '../server/handler.ts';
import { accountByUserId } from './accounts.ts';
import { issueIdToken, issueTokens, randomToken, secondsFromNow } from './issue-tokens.ts';

/** Annofab's own texts: both errors have the same code, so its clients compare the message. */
const WRONG_CODE = '検証コードが間違っています';
const EXPIRED_CODE = '検証コードの期限が切れています';

export const login = {
  login: (context) => {
    const { state, clock, body } = context;
    const record = accountByUserId(state, body.user_id);
    if (!record || record.password !== body.password) {
      throw failure(401, 'LOGIN_FAILED', 'The user id or the password is wrong');
    }
    if (record.mfaCode === undefined) return { token: issueTokens(context, record) };
    const session = randomToken();
    const expires = secondsFromNow(clock, context.settings.challengeSeconds);
    state.logins.challenges.set(session, { accountId: record.account.account_id, expires });
    return { session };
  },

  loginRespondToAuthChallenge: (context) => {
    const { state, clock, body } = context;
    const challenge = state.logins.challenges.get(body.session);
    const record = accountByUserId(state, body.user_id);
    if (!challenge || !record || challenge.accountId !== record.account.account_id) {
      throw invalidBody('The session is unknown');
    }
    if (challenge.expires <= clock.now()) throw invalidBody(EXPIRED_CODE);
    if (record.mfaCode !== body.mfa_code) throw invalidBody(WRONG_CODE);
    state.logins.challenges.delete(body.session);
    return { token: issueTokens(context, record) };
  },

  refreshToken: (context) => {
    const { state, clock, body } = context;
    const token = state.logins.refreshTokens.get(body.refresh_token);
    const record = token && state.accounts.get(token.accountId);
    if (!token || !record || token.expires <= clock.now()) {
      throw failure(401, 'EXPIRED_REFRESH_TOKEN', 'The refresh token has expired: log in again');
    }
    return { ...issueIdToken(context, record), refresh_token: body.refresh_token };
  },

  logout: ({ state, body }) => {
    state.logins.idTokens.delete(body.id_token);
    state.logins.refreshTokens.delete(body.refresh_token);
    return { message: 'Logged out' };
  },

  issuePersonalAccessToken: ({ state, clock, caller, body }) => {
    if (findToken(state, caller, body.id)) throw invalidBody(`The token id ${body.id} is in use`);
    const token: PersonalAccessToken = {
      id: body.id,
      token: randomToken(),
      account_id: caller.account.account_id,
      note: body.note,
      expired_datetime: formatDateTime(new Date(clock.now().getTime() + body.expiration)),
      permissions: body.permissions,
      created_datetime: clock.stamp(),
    };
    state.logins.personalAccessTokens.set(token.token, token);
    return token;
  },

  getPersonalAccessTokens: ({ state, caller }) =>
    [...state.logins.personalAccessTokens.values()]
      .filter((token) => token.account_id === caller.account.account_id)
      .map(withoutSecret),

  revokePersonalAccessToken: ({ state, caller, body }) => {
    const token = findToken(state, caller, body.id);
    if (!token) throw missing('personal access token', body.id);
    state.logins.personalAccessTokens.delete(token.token);
    return withoutSecret(token);
  },
} satisfies HandlerTable;

function findToken(state: State, { account }: AccountRecord, id: string): PersonalAccessToken | undefined {
  return [...state.logins.personalAccessTokens.values()].find(
    (token) => token.account_id === account.account_id && token.id === id,
  );
}

/** The token itself is answered only once, when it is issued. */
function withoutSecret({ token: _token, ...info }: PersonalAccessToken): PersonalAccessTokenInfo {
  return info;
}
