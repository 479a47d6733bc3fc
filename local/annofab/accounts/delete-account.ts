import { stateMismatch } from '../core/errors.ts';
import type { AccountRecord, OrganizationRecord, ProjectRecord, State } from '../core/state.ts';

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
