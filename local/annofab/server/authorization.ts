import type { Operation } from '../../../lib/annofab/api-description.ts';
import { type Clock, formatDateTime } from '../core/clock.ts';
import { failure, forbidden, missing, unauthorized } from '../core/errors.ts';
import type { Services } from '../core/services.ts';
import type { AccountRecord, OrganizationRecord, State } from '../core/state.ts';

type Context = Pick<Services, 'state' | 'clock' | 'settings'>;

/**
 * Finds the caller: a login token is the whole `Authorization` header; a personal access token and the token of a plugin
 * or a guest follow `Bearer`. The other way round is refused.
 *
 * @throws Failure 401 UNAUTHORIZED_API without a known token, EXPIRED_TOKEN with an expired one
 */
export function authenticate({ state, clock }: Context, authorization: string | undefined): AccountRecord {
  if (!authorization) throw unauthorized('The Authorization header is missing');
  const token = findToken(state, authorization, clock);
  if (!token) throw unauthorized('The token is unknown');
  if (token.expires <= clock.now()) throw failure(401, 'EXPIRED_TOKEN', 'The token has expired');
  const record = state.accounts.get(token.accountId);
  if (!record) throw unauthorized("The token's account is gone");
  return record;
}

function findToken(state: State, authorization: string, clock: Clock) {
  const bearer = /^Bearer +(.+)$/i.exec(authorization)?.[1];
  if (bearer === undefined) return state.logins.idTokens.get(authorization);
  const token = state.logins.personalAccessTokens.get(bearer);
  if (!token) return state.logins.accessTokens.get(bearer);
  token.last_used_datetime = formatDateTime(clock.now());
  return { accountId: token.account_id, expires: new Date(token.expired_datetime) };
}

const PROJECT_ROLES = new Map<string, readonly string[]>([
  ['AllProjectMember', ['owner', 'worker', 'accepter', 'training_data_user']],
  ['ProjectDataUser', ['owner', 'training_data_user']],
  ['ProjectAccepter', ['owner', 'accepter']],
  ['ProjectOwner', ['owner']],
]);

const ORGANIZATION_ROLES = new Map<string, readonly string[]>([
  ['AllOrganizationMember', ['owner', 'administrator', 'contributor']],
  ['OrganizationAdministrator', ['owner', 'administrator']],
  ['OrganizationOwner', ['owner']],
]);

/**
 * Finds a project for a caller.
 *
 * @throws Failure 404 when there is none, 403 (or as `settings.nonMemberStatus` says) to non-members, 403 without the role
 */
export function enterProject(
  context: Context,
  projectId: string,
  caller: AccountRecord,
  { roles }: Pick<Operation, 'roles'>,
) {
  const project = context.state.projects.get(projectId);
  if (!project) throw missing('project', projectId);
  const member = project.members.get(caller.account.account_id);
  if (member?.member_status !== 'active') {
    if (context.settings.nonMemberStatus === 404) throw missing('project', projectId);
    throw forbidden(`${caller.account.user_id} is no member of the project ${projectId}`);
  }
  if (!allows(PROJECT_ROLES, roles, member.member_role)) {
    throw forbidden(`A project ${member.member_role} may not do this: ${roles.join(', ')} may`);
  }
  return { project, member };
}

/** @throws Failure 404 for an unknown organization, 403 to non-members and without the role */
export function enterOrganization(
  { state }: Context,
  organizationName: string,
  caller: AccountRecord,
  { roles }: Pick<Operation, 'roles'>,
): OrganizationRecord {
  const organization = findOrganization(state, organizationName);
  if (!organization) throw missing('organization', organizationName);
  // An invited account is not a member yet, but may accept.
  if (!roles.includes('AnnofabUser')) assertMember(organization, caller, roles);
  return organization;
}

/** As `enterOrganization`, for the operations that name it by its id. */
export function enterOrganizationById(
  { state }: Context,
  organizationId: string,
  caller: AccountRecord,
  { roles }: Pick<Operation, 'roles'>,
): OrganizationRecord {
  const organization = state.organizations.get(organizationId);
  if (!organization) throw missing('organization', organizationId);
  assertMember(organization, caller, roles);
  return organization;
}

function assertMember(
  { organization, members }: OrganizationRecord,
  { account }: AccountRecord,
  roles: readonly string[],
): void {
  const member = members.get(account.account_id);
  if (member?.status !== 'active' || !allows(ORGANIZATION_ROLES, roles, member.role)) {
    throw forbidden(`${account.user_id} may not do this in the organization ${organization.organization_name}`);
  }
}

export function findOrganization(state: State, name: string): OrganizationRecord | undefined {
  return [...state.organizations.values()].find(({ organization }) => organization.organization_name === name);
}

/** Whether the operation's roles of this kind include the member's role. Roles of the other kind do not count. */
function allows(kinds: ReadonlyMap<string, readonly string[]>, roles: readonly string[], role: string): boolean {
  const ofThisKind = roles.filter((name) => kinds.has(name));
  return ofThisKind.length === 0 || ofThisKind.some((name) => kinds.get(name)?.includes(role));
}
