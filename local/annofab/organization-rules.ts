import { findOrganization } from './authorization.ts';
import { forbidden, missing } from './errors.ts';
import type { AccountRecord, OrganizationRecord, State } from './state.ts';

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
    throw forbidden(`${account.user_id} is no administrator of the organization ${organization.organization_name}`);
  }
}
