import type { ProjectMember } from '../../../lib/annofab/api-description.ts';
import { forbidden, missing } from '../core/errors.ts';
import type { AccountRecord, OrganizationRecord, ProjectRecord, State } from '../core/state.ts';
import { findOrganization } from '../server/authorization.ts';

/** @throws Failure 404 */
export function requireOrganization(state: State, name: string): OrganizationRecord {
  const found = findOrganization(state, name);
  if (!found) throw missing('organization', name);
  return found;
}

/** @throws Failure 403 unless the account is an active owner or administrator of the organization */
export function assertAdministers({ organization, members }: OrganizationRecord, { account }: AccountRecord): void {
  const member = members.get(account.account_id);
  if (member?.status !== 'active' || !['owner', 'administrator'].includes(member.role)) {
    throw forbidden(`${account.user_id} is not an administrator of the organization ${organization.organization_name}`);
  }
}

/**
 * A moved project keeps its members, but those who are not in its new organization cannot work until they are invited
 * there.
 *
 * @throws Failure 403
 */
export function assertBelongsToOrganization(
  { organizations }: State,
  { project }: ProjectRecord,
  { account_id: id, user_id: name }: ProjectMember,
): void {
  if (organizations.get(project.organization_id)?.members.get(id)?.status !== 'active') {
    throw forbidden(`${name} is not a member of the project's organization, and cannot work in the project`);
  }
}
