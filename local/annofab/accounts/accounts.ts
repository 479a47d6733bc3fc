import { stateMismatch } from '../core/errors.ts';
import type { AccountRecord, ProjectRecord, State } from '../core/state.ts';
import { isLastOwner } from '../organizations/organization-members.ts';

/** Project guests are not found: they cannot log in or become members by user id. */
export function accountByUserId(state: State, userId: string): AccountRecord | undefined {
  return [...state.accounts.values()].find(({ account }) => account.user_id === userId && !isGuest({ account }));
}

export function accountByEmail(state: State, email: string): AccountRecord | undefined {
  return [...state.accounts.values()].find(({ account }) => account.email === email);
}

type NewAccount = Pick<
  AccountRecord['account'],
  'account_id' | 'user_id' | 'username' | 'email' | 'lang' | 'keylayout' | 'account_type'
>;

export function isGuest({ account }: Pick<AccountRecord, 'account'>): boolean {
  return account.account_type === 'project_guest';
}

export function newAccount(fields: NewAccount, password: string, now: string): AccountRecord {
  return { password, account: { ...fields, authority: 'user', updated_datetime: now, errors: [] } };
}

/** Copies a changed account into its memberships. */
export function updateMemberships({ organizations, projects }: State, { account }: AccountRecord): void {
  const { account_id, user_id, username, biography } = account;
  const records = [...organizations.values(), ...projects.values()];
  for (const member of records.flatMap(({ members }) => members.get(account_id) ?? [])) {
    Object.assign(member, { user_id, username, ...(biography !== undefined && { biography }) });
  }
}

/**
 * Deletes an account. Its memberships stay, inactive; its tokens become invalid.
 *
 * @throws Failure 409 while the account is the only owner of a project or an organization
 */
export function deleteAccount(state: State, { account }: AccountRecord, now: string): void {
  const { account_id: id, user_id } = account;
  const [organizations, projects] = [[...state.organizations.values()], [...state.projects.values()]];
  if (organizations.some((one) => isLastOwner(one, account)) || projects.some((one) => isLastProjectOwner(one, id))) {
    throw stateMismatch(`${user_id} is the only owner of a project or an organization`);
  }
  for (const member of organizations.flatMap(({ members }) => members.get(id) ?? [])) {
    Object.assign(member, { status: 'inactive', updated_datetime: now });
  }
  for (const member of projects.flatMap(({ members }) => members.get(id) ?? [])) {
    Object.assign(member, { member_status: 'inactive', updated_datetime: now });
  }
  state.accounts.delete(id);
  state.notifications.delete(id);
}

function isLastProjectOwner({ members }: ProjectRecord, accountId: string): boolean {
  const owners = [...members.values()].filter((one) => one.member_role === 'owner' && one.member_status === 'active');
  return owners.length === 1 && owners[0]?.account_id === accountId;
}
