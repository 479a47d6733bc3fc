import type { AnnofabApi } from '../api.ts';
import { AnnofabError } from '../errors.ts';
import type { Project, ProjectMember, ProjectMemberRole } from '../generated/schemas.ts';
import type { RequestOptions } from '../options.ts';
import { orUndefined } from './or-undefined.ts';
import { type AllOptions, type AllParams, allPages, PAGE_SIZE } from './paging.ts';

/** The projects of the account. */
export interface Projects {
  /**
   * Lists all matching projects of the account (getMyProjects).
   *
   * @example
   * for await (const project of annofab.projects.all({ query: { status: 'active' } })) console.log(project.title);
   * @throws ResultWindowExceededError when more than 10,000 match, unless `allowTruncated`
   */
  all(params?: AllParams<'getMyProjects'>, options?: AllOptions): AsyncGenerator<Project, void, undefined>;
  /** Gets a project; undefined when it does not exist or is not visible to this account (getProject). */
  find(params: { project_id: string }, options?: RequestOptions): Promise<Project | undefined>;
  /**
   * Lists the ids of the projects in which the account is an active member with one of the roles (getMyProjectMembers).
   *
   * @example
   * await annofab.projects.idsWithRole(['owner', 'training_data_user']) // projects whose archive this account may rebuild
   */
  idsWithRole(roles: readonly ProjectMemberRole[], options?: RequestOptions): Promise<string[]>;
  /**
   * Checks that the account is an active member of a project with one of the roles (getMyMemberInProject).
   *
   * @example
   * await annofab.projects.requireRole({ project_id, roles: ['owner'] });
   * @returns the account as a member
   * @throws AnnofabError naming the account's role and the required roles; ForbiddenError or NotFoundError when the
   * account is not a member
   */
  requireRole(
    params: { project_id: string; roles: readonly ProjectMemberRole[] },
    options?: RequestOptions,
  ): Promise<ProjectMember>;
}

export function createProjects(client: AnnofabApi): Projects {
  return {
    all: ({ query } = {}, options) =>
      allPages(
        { operation: 'getMyProjects' },
        (page, request) => client.getMyProjects({ query: { limit: PAGE_SIZE, ...query, page } }, request),
        options,
      ),
    find: ({ project_id }, options) => orUndefined(client.getProject({ project_id }, options)),
    async idsWithRole(roles, options) {
      const memberships = await client.getMyProjectMembers({}, options);
      return memberships
        .filter((member) => member.member_status === 'active' && roles.includes(member.member_role))
        .map((member) => member.project_id);
    },
    async requireRole({ project_id, roles }, options) {
      const member = await client.getMyMemberInProject({ project_id }, options);
      const { user_id, member_role, member_status } = member;
      if (member_status === 'active' && roles.includes(member_role)) return member;
      const is = member_status === 'active' ? member_role : `${member_status} as a member`;
      throw new AnnofabError(`project ${project_id}: ${user_id} is ${is}, but must be ${roles.join(' or ')}.`);
    },
  };
}
