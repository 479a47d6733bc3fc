import type { OrganizationMember } from '../../../lib/annofab/api-description.ts';
import { accountByUserId } from '../accounts/accounts.ts';
import { randomToken } from '../accounts/issue-tokens.ts';
import { redeemMail, sendMail } from '../accounts/mail.ts';
import { forbidden, invalidBody, missing, stateMismatch } from '../core/errors.ts';
import { checkLock } from '../core/lock.ts';
import { wholeList } from '../core/query.ts';
import type { AccountRecord, OrganizationRecord } from '../core/state.ts';
import type { HandlerTable } from '../server/handler.ts';
import { isLastOwner, listedMembers, organizationMember, toOrganizationMember } from './organization-members.ts';

export const organizationMembers = {
  getOrganizationMembers: ({ organization }) => wholeList(listedMembers(organization)),
  getOrganizationMembersV2: ({ organization }) => wholeList(listedMembers(organization)),

  getOrganizationMember: ({ organization, params }) => requireMember(organization, params.user_id),
  getOrganizationMemberV2: ({ organization, params }) => requireMember(organization, params.user_id),

  /** A second invitation replaces the first, its role and its token. */
  inviteOrganizationMember: ({ organization: record, params, body, state, clock }) => {
    const invited = accountByUserId(state, params.user_id);
    if (!invited) throw invalidBody(`The account ${params.user_id} does not exist`);
    if (organizationMember(record, params.user_id)?.status === 'active') {
      throw invalidBody(`${params.user_id} is a member already`);
    }
    const now = clock.stamp();
    const member = toOrganizationMember(record, invited, { role: body.role, status: 'waiting_response', now });
    record.members.set(member.account_id, member);
    const { organization_id } = record.organization;
    const { account_id, email: to } = invited.account;
    sendMail({ state, clock }, { kind: 'organization-invitation', to, account_id, organization_id }, randomToken());
    return member;
  },

  acceptOrganizationInvitation: ({ organization, params, body, caller, ...world }) => {
    const { account_id, user_id } = caller.account;
    if (user_id !== params.user_id) throw invalidBody(`The invitation is for ${params.user_id}`);
    const member = organization.members.get(account_id);
    if (member?.status !== 'waiting_response') throw invalidBody(`${user_id} has no open invitation`);
    redeemMail(world, 'organization-invitation', account_id, body.token);
    Object.assign(member, { status: 'active', updated_datetime: world.clock.stamp() });
    return { message: `Welcome to ${organization.organization.organization_name}` };
  },

  updateOrganizationMemberRole: ({ organization, params, body, clock }) => {
    const member = organizationMember(organization, params.user_id);
    if (!member || member.status === 'inactive') throw missing('organization member', params.user_id);
    checkLock('organization member', member.updated_datetime, body.last_updated_datetime ?? undefined);
    if (body.role !== 'owner' && isLastOwner(organization, member)) {
      throw stateMismatch(`${params.user_id} is the last owner of the organization`);
    }
    return Object.assign(member, { role: body.role, updated_datetime: clock.stamp() });
  },

  /** The membership stays, inactive. */
  deleteOrganizationMember: ({ organization, params, caller, clock }) => {
    const member = organizationMember(organization, params.user_id);
    if (!member || member.status === 'inactive') throw invalidBody(`${params.user_id} is not a member`);
    assertMayRemove(organization, caller, member);
    return Object.assign(member, { status: 'inactive' as const, updated_datetime: clock.stamp() });
  },
} satisfies HandlerTable;

function requireMember(organization: OrganizationRecord, userId: string): OrganizationMember {
  const member = organizationMember(organization, userId);
  if (!member) throw missing('organization member', userId);
  return member;
}

function assertMayRemove(organization: OrganizationRecord, caller: AccountRecord, member: OrganizationMember): void {
  const role = organization.members.get(caller.account.account_id)?.role;
  if (member.role === 'owner' && role !== 'owner') throw forbidden('Only an owner may remove an owner');
  if (isLastOwner(organization, member)) {
    throw invalidBody(`${member.user_id} is the last owner of the organization`);
  }
}
