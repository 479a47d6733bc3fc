import type {
  OrganizationMember,
  OrganizationMemberRole,
  OrganizationMemberStatus,
} from '../../../lib/annofab/api-description.ts';
import type { AccountRecord, OrganizationRecord } from '../core/state.ts';

interface Membership {
  readonly role: OrganizationMemberRole;
  readonly status: OrganizationMemberStatus;
  readonly now: string;
}

export function toOrganizationMember(
  { organization, members }: OrganizationRecord,
  { account }: AccountRecord,
  { role, status, now }: Membership,
): OrganizationMember {
  const { account_id, user_id, username, biography } = account;
  return {
    organization_id: organization.organization_id,
    account_id,
    user_id,
    username,
    role,
    status,
    ...(biography !== undefined && { biography }),
    created_datetime: members.get(account_id)?.created_datetime ?? now,
    updated_datetime: now,
  };
}

export function organizationMember({ members }: OrganizationRecord, userId: string): OrganizationMember | undefined {
  return [...members.values()].find((member) => member.user_id === userId);
}

/** The members without those who left. */
export function listedMembers({ members }: OrganizationRecord): OrganizationMember[] {
  return [...members.values()].filter(({ status }) => status !== 'inactive');
}

/** An organization always keeps at least one active owner. */
export function isLastOwner(
  { members }: OrganizationRecord,
  { account_id: id }: Pick<OrganizationMember, 'account_id'>,
) {
  const owners = [...members.values()].filter(({ role, status }) => role === 'owner' && status === 'active');
  return owners.length === 1 && owners[0]?.account_id === id;
}
