import { stateMismatch } from '../core/errors.ts';
import type { AccountRecord, OrganizationRecord, ProjectRecord, State } from '../core/state.ts';

/** Guests of projects are none: nobody logs in as one, and nobody can make one a member. */
export function accountByUserId(state: State, userId: string): AccountRecord | undefined {
  return [...state.accounts.values()].find(({ account }) => account.user_id === userId && !isGuest({ account }));
}

export function accountByEmail(state: State, email: string): AccountRecord | undefined {
  return [...state.accounts.values()].find(({ account }) => account.email === email);
}

export function isGuest({ account }: Pick<AccountRecord, 'account'>): boolean {
  return account.account_type === 'project_guest';
}

/** What a member's record says of the account stays what the account itself says. */
export function updateMemberships({ organizations, projects }: State, { account }: AccountRecord): void {
  const { account_id, user_id, username, biography } = account;
  const records = [...organizations.values(), ...projects.values()];
  for (const member of records.flatMap(({ members }) => members.get(account_id) ?? [])) {
    Object.assign(member, { user_id, username, ...(biography !== undefined && { biography }) });
  }
}

/**
 * Deletes an account. Its memberships stay on record, inactive; its tokens open nothing any more.
 *
 * @throws Failure 409 while a project or an organization has no other owner
 */
export function deleteAccount(state: State, { account }: AccountRecord, now: string): void {
  const { account_id: id, user_id } = account;
  const [organizations, projects] = [[...state.organizations.values()], [...state.projects.values()]];
  const isSoleOwner = (owners: readonly string[]) => owners.length === 1 && owners[0] === id;
  if (organizations.map(ownersOfOrganization).some(isSoleOwner) || projects.map(ownersOfProject).some(isSoleOwner)) {
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

function ownersOfOrganization({ members }: OrganizationRecord): string[] {
  const owners = [...members.values()].filter(({ role, status }) => role === 'owner' && status === 'active');
  return owners.map(({ account_id: id }) => id);
}

function ownersOfProject({ members }: ProjectRecord): string[] {
  const owners = [...members.values()].filter((one) => one.member_role === 'owner' && one.member_status === 'active');
  return owners.map(({ account_id: id }) => id);
}
