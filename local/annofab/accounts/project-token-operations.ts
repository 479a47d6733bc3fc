import { randomUUID } from 'node:crypto';
import type {
  IssueProjectGuestUserTokenRequest,
  ProjectGuestUserProfile,
  ProjectToken,
} from '../../../lib/annofab/api-description.ts';
import { operations } from '../../../lib/annofab/api-description.ts';
import { invalidBody } from '../core/errors.ts';
import type { AccountRecord, ProjectRecord, State } from '../core/state.ts';
import { enterProject } from '../server/authorization.ts';
import type { HandlerTable } from '../server/handler.ts';
import { issueAccessTokens } from './access-tokens.ts';
import { accountByUserId, isGuest } from './accounts.ts';
import { random } from './login-tokens.ts';

export const projectTokens = {
  issueProjectToken: ({ caller, body, ...services }) => {
    enterProject(services, body.project_id, caller, operations.issueProjectToken);
    const now = services.clock.stamp();
    const token: ProjectToken = {
      project_id: body.project_id,
      token: random(),
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

  /** Any `app_token` will do: Annofab gives it to the makers of an application, who are nobody here. */
  issueProjectGuestUserToken: ({ body, ...services }) => {
    const { state, clock } = services;
    const token = findToken(state, body.project_id, body.project_token);
    const project = state.projects.get(body.project_id);
    if (!project) throw invalidBody(`There is no project ${body.project_id}`);
    const guest = guestAccount(state, body.profile, clock.stamp());
    admit(project, guest, body.role, clock.stamp());
    token.info.last_used_date_time = clock.stamp();
    return issueAccessTokens(services, guest.account.account_id);
  },
} satisfies HandlerTable;

function findToken({ logins }: Pick<State, 'logins'>, projectId: string, token: string): ProjectToken {
  const found = logins.projectTokens.get(token);
  if (found?.project_id !== projectId) throw invalidBody(`The project ${projectId} has no such project token`);
  return found;
}

/** The same user id is the same guest, with the name and the language given last. */
function guestAccount(state: State, profile: ProjectGuestUserProfile, now: string): AccountRecord {
  const { user_id, user_name: username, lang, key_layout: keylayout } = profile;
  if (accountByUserId(state, user_id)) throw invalidBody(`The user id ${user_id} belongs to an account`);
  const present = [...state.accounts.values()].find((one) => isGuest(one) && one.account.user_id === user_id);
  const account_id = present?.account.account_id ?? randomUUID();
  const guest: AccountRecord = {
    password: random(),
    account: {
      account_id,
      user_id,
      username,
      email: `${account_id}@guest.example.com`,
      lang,
      keylayout,
      authority: 'user',
      account_type: 'project_guest',
      updated_datetime: now,
      errors: [],
    },
  };
  state.accounts.set(account_id, guest);
  return guest;
}

function admit(
  { project, members }: ProjectRecord,
  { account }: AccountRecord,
  role: IssueProjectGuestUserTokenRequest['role'],
  now: string,
): void {
  const { account_id, user_id, username } = account;
  members.set(account_id, {
    project_id: project.project_id,
    account_id,
    user_id,
    username,
    member_status: 'active',
    member_role: role,
    created_datetime: members.get(account_id)?.created_datetime ?? now,
    updated_datetime: now,
  });
}
