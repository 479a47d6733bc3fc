import { createHash, randomUUID } from 'node:crypto';
import type {
  PluginTokenRequestAuthorizationCode,
  ProjectGuestUserProfile,
  ProjectToken,
} from '../../../lib/annofab/api-description.ts';
import { operations } from '../../../lib/annofab/api-description.ts';
import { invalidBody } from '../core/errors.ts';
import type { AccountRecord, IssuedToken, State } from '../core/state.ts';
import { newMember } from '../projects/new-project.ts';
import { enterProject } from '../server/authorization.ts';
import type { HandlerTable } from '../server/handler.ts';
import { accountByUserId, isGuest, newAccount } from './accounts.ts';
import { issueAccessTokens, randomToken } from './issue-tokens.ts';

export const accessTokens = {
  /** Codes and refresh tokens can be used once. */
  requestPluginToken: ({ body, ...services }) => {
    const { state, clock } = services;
    const granted = body._type === 'RefreshToken' ? refreshed(state, body.refresh_token) : redeemed(state, body);
    if (granted.expires <= clock.now()) throw invalidBody('The code or the refresh token has expired');
    return issueAccessTokens(services, granted.accountId);
  },

  issueProjectToken: ({ caller, body, ...services }) => {
    enterProject(services, body.project_id, caller, operations.issueProjectToken);
    const now = services.clock.stamp();
    const token: ProjectToken = {
      project_id: body.project_id,
      token: randomToken(),
      info: { created_date_time: now, last_used_date_time: now, description: body.description },
    };
    services.state.logins.projectTokens.set(token.token, token);
    return token;
  },

  listProjectToken: ({ caller, body, ...services }) => {
    enterProject(services, body.project_id, caller, operations.listProjectToken);
    return [...services.state.logins.projectTokens.values()].filter((token) => token.project_id === body.project_id);
  },

  revokeProjectToken: ({ caller, body, ...services }) => {
    enterProject(services, body.project_id, caller, operations.revokeProjectToken);
    const token = findToken(services.state, body.project_id, body.project_token);
    services.state.logins.projectTokens.delete(token.token);
    return token;
  },

  /** Accepts any `app_token`: Annofab issues them to developers of applications, which the emulator does not know. */
  issueProjectGuestUserToken: ({ body, ...services }) => {
    const { state, clock } = services;
    const token = findToken(state, body.project_id, body.project_token);
    const project = state.projects.get(body.project_id);
    if (!project) throw invalidBody(`The project ${body.project_id} does not exist`);
    const guest = guestAccount(state, body.profile, clock.stamp());
    const { account_id } = guest.account;
    const member = newMember(body.project_id, guest, body.role, clock.stamp());
    const { created_datetime = member.created_datetime } = project.members.get(account_id) ?? {};
    project.members.set(account_id, { ...member, created_datetime });
    token.info.last_used_date_time = clock.stamp();
    return issueAccessTokens(services, account_id);
  },
} satisfies HandlerTable;

function findToken({ logins }: Pick<State, 'logins'>, projectId: string, token: string): ProjectToken {
  const found = logins.projectTokens.get(token);
  if (found?.project_id !== projectId) throw invalidBody(`The project ${projectId} has no such project token`);
  return found;
}

/** The guest with this user id, updated to the profile. */
function guestAccount(state: State, profile: ProjectGuestUserProfile, now: string): AccountRecord {
  const { user_id, user_name: username, lang, key_layout: keylayout } = profile;
  if (accountByUserId(state, user_id)) throw invalidBody(`The user id ${user_id} belongs to an account`);
  const present = [...state.accounts.values()].find((one) => isGuest(one) && one.account.user_id === user_id);
  const account_id = present?.account.account_id ?? randomUUID();
  const email = `${account_id}@guest.example.com`;
  const fields = { account_id, user_id, username, email, lang, keylayout, account_type: 'project_guest' as const };
  const guest = newAccount(fields, randomToken(), now);
  state.accounts.set(account_id, guest);
  return guest;
}

function redeemed({ logins }: State, request: PluginTokenRequestAuthorizationCode): IssuedToken {
  const code = logins.pluginCodes.get(request.authorization_code);
  if (!code) throw invalidBody('The authorization code is unknown, or it was used already');
  const challenge = createHash('sha256').update(request.code_verifier).digest('base64url');
  if (challenge !== code.codeChallenge) throw invalidBody('The code verifier does not match the code challenge');
  logins.pluginCodes.delete(request.authorization_code);
  return code;
}

function refreshed({ logins }: State, token: string): IssuedToken {
  const found = logins.accessRefreshTokens.get(token);
  if (!found) throw invalidBody('The refresh token is unknown, or it was used already');
  logins.accessRefreshTokens.delete(token);
  return found;
}
