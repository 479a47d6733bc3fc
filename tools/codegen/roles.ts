import type { DescribedOperation } from './description.ts';

/** Display name of each role. */
const ROLES: ReadonlyMap<string, string> = new Map([
  ['AnnofabUser', 'any account'],
  ['Everyone', 'any account'],
  ['EveryoneRequestBody', 'anyone'],
  ['AllProjectMember', 'project member'],
  ['ProjectDataUser', 'project owner or data user'],
  ['ProjectOwner', 'project owner'],
  ['ProjectAccepter', 'project owner or accepter'],
  ['AllOrganizationMember', 'organization member'],
  ['OrganizationAdministrator', 'organization owner or administrator'],
  ['OrganizationOwner', 'organization owner'],
  ['SignedCookieKeyPairId', 'signed cookie, which the client requests'],
]);

/** The roles that may call an operation, as text. */
export function allowedRoles({ 'x-roles': roles }: DescribedOperation): string {
  const names = new Set(roles.filter((role) => !/^SignedCookie(Policy|Signature)$/.test(role)).map(roleName));
  return names.size === 0 ? 'anyone' : [...names].join('; ');
}

function roleName(role: string): string {
  const name = ROLES.get(role);
  if (name === undefined) throw new Error(`role ${role} has no display name`);
  return name;
}
