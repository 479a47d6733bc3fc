import type { AnnofabApi } from '../api.ts';
import type { MyOrganization, Organization, Project } from '../generated/schemas.ts';
import type { RequestOptions } from '../options.ts';
import { orUndefined } from './or-undefined.ts';
import { type AllOptions, type AllParams, allPages, PAGE_SIZE } from './paging.ts';

interface OrganizationName {
  organization_name: string;
}

/** The organizations of the account. They are identified by name. */
export interface Organizations {
  /** Lists the organizations of the account, with its role in each (getMyOrganizations). */
  mine(options?: RequestOptions): Promise<MyOrganization[]>;
  /** Gets an organization; undefined when it does not exist or is not visible to this account (getOrganization). */
  find(params: OrganizationName, options?: RequestOptions): Promise<Organization | undefined>;
  /**
   * Lists all matching projects of an organization (getProjectsOfOrganization).
   *
   * @example
   * const query = { status: 'active' } as const;
   * for await (const { title } of annofab.organizations.projects({ organization_name, query })) console.log(title);
   * @throws ResultWindowExceededError when more than 10,000 match, unless `allowTruncated`
   */
  projects(
    params: AllParams<'getProjectsOfOrganization'>,
    options?: AllOptions,
  ): AsyncGenerator<Project, void, undefined>;
}

export function createOrganizations(client: AnnofabApi): Organizations {
  return {
    mine: async (options) => (await client.getMyOrganizations({}, options)).list,
    find: (params, options) => orUndefined(client.getOrganization(params, options)),
    projects: ({ query, ...params }, options) =>
      allPages(
        { operation: 'getProjectsOfOrganization' },
        (page, request) =>
          client.getProjectsOfOrganization({ ...params, query: { limit: PAGE_SIZE, ...query, page } }, request),
        options,
      ),
  };
}
