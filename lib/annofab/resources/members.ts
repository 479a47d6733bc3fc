import type { AnnofabApi } from '../api.ts';
import type { ProjectMember } from '../generated/schemas.ts';
import type { Clock } from '../http/clock.ts';
import type { RequestOptions } from '../options.ts';
import { createMemberDirectory } from './member-directory.ts';
import { orUndefined } from './or-undefined.ts';

interface ProjectIds {
  project_id: string;
}

/**
 * The members of projects. Annofab's tasks, comments and statistics name people by `account_id`, its members and its
 * screens by `user_id`: {@link byAccountId} and {@link byUserId} lead from one to the other.
 */
export interface Members {
  /**
   * All members of a project (getProjectMembers); those who have left only with `include_inactive_member`.
   *
   * @example
   * const everyone = await annofab.members.list({ project_id, query: { include_inactive_member: true } });
   */
  list(
    params: ProjectIds & { query?: { include_inactive_member?: boolean | undefined } | undefined },
    options?: RequestOptions,
  ): Promise<ProjectMember[]>;
  /** The member, or undefined when the project has none with this user id (getProjectMember). */
  find(params: ProjectIds & { user_id: string }, options?: RequestOptions): Promise<ProjectMember | undefined>;
  /**
   * The member with this user id, out of a list that is read once (getProjectMembers) and holds those who have left too.
   *
   * @returns undefined when the project never had such a member
   */
  byUserId(params: ProjectIds & { user_id: string }, options?: RequestOptions): Promise<ProjectMember | undefined>;
  /**
   * The member with this account id, out of a list that is read once (getProjectMembers) and holds those who have left too.
   *
   * @returns undefined when the project never had such a member
   * @example
   * const worker = await annofab.members.byAccountId({ project_id, account_id: history.account_id });
   * console.log(worker?.username ?? 'someone');
   */
  byAccountId(
    params: ProjectIds & { account_id: string },
    options?: RequestOptions,
  ): Promise<ProjectMember | undefined>;
}

export function createMembers(client: AnnofabApi, clock: () => Clock): Members {
  const list: Members['list'] = async (params, options) => (await client.getProjectMembers(params, options)).list;
  const lookUp = createMemberDirectory(
    (project_id, options) => list({ project_id, query: { include_inactive_member: true } }, options),
    clock,
  );
  return {
    list,
    find: (params, options) => orUndefined(client.getProjectMember(params, options)),
    byUserId: ({ project_id, user_id }, options) => lookUp(project_id, { user_id }, options),
    byAccountId: ({ project_id, account_id }, options) => lookUp(project_id, { account_id }, options),
  };
}
