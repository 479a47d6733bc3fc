import type { Clock } from '../../core/clock.ts';
import type { AnnofabApi } from '../api.ts';
import type { OrganizationMember } from '../generated/schemas.ts';
import type { RequestOptions } from '../options.ts';
import { createMemberDirectory } from './member-directory.ts';
import { orUndefined } from './or-undefined.ts';

interface OrganizationName {
  organization_name: string;
}

/** The members of organizations. */
export interface OrganizationMembers {
  /** Lists the members of an organization (getOrganizationMembers). */
  list(params: OrganizationName, options?: RequestOptions): Promise<OrganizationMember[]>;
  /** Gets a member by user id; undefined when the organization has none (getOrganizationMember). */
  find(
    params: OrganizationName & { user_id: string },
    options?: RequestOptions,
  ): Promise<OrganizationMember | undefined>;
  /**
   * Looks up a member by user id in a cached list (getOrganizationMembers).
   *
   * @returns undefined when the organization has no such member
   */
  byUserId(
    params: OrganizationName & { user_id: string },
    options?: RequestOptions,
  ): Promise<OrganizationMember | undefined>;
  /**
   * Looks up a member by account id in a cached list (getOrganizationMembers).
   *
   * @returns undefined when the organization has no such member
   * @example
   * const worker = await annofab.organizationMembers.byAccountId({ organization_name, account_id: task.account_id });
   */
  byAccountId(
    params: OrganizationName & { account_id: string },
    options?: RequestOptions,
  ): Promise<OrganizationMember | undefined>;
}

export function createOrganizationMembers(client: AnnofabApi, clock: () => Clock): OrganizationMembers {
  const list: OrganizationMembers['list'] = async (params, options) =>
    (await client.getOrganizationMembers(params, options)).list;
  const lookUp = createMemberDirectory((organization_name, options) => list({ organization_name }, options), clock);
  return {
    list,
    find: (params, options) => orUndefined(client.getOrganizationMember(params, options)),
    byUserId: ({ organization_name, user_id }, options) => lookUp(organization_name, { user_id }, options),
    byAccountId: ({ organization_name, account_id }, options) => lookUp(organization_name, { account_id }, options),
  };
}
