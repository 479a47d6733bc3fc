import type { Clock } from '../../core/clock.ts';
import type { AnnofabApi } from '../api.ts';
import type { ProjectMember } from '../generated/schemas.ts';
import type { RequestOptions } from '../options.ts';
import { createMemberDirectory } from './member-directory.ts';
import { orUndefined } from './or-undefined.ts';

interface ProjectIds {
  project_id: string;
}

/**
 * The members of projects. Tasks, comments and statistics refer to people by `account_id`; Annofab's screens show
 * `user_id`. {@link byAccountId} and {@link byUserId} convert between them.
 */
export interface Members {
  /**
   * Lists the members of a project (getProjectMembers); former members only with `include_inactive_member`.
   *
   * @example
   * const everyone = await annofab.members.list({ project_id, query: { include_inactive_member: true } });
   */
  list(
    params: ProjectIds & { query?: { include_inactive_member?: boolean | undefined } | undefined },
    options?: RequestOptions,
  ): Promise<ProjectMember[]>;
  /** Gets a member by user id; undefined when the project has none (getProjectMember). */
  find(params: ProjectIds & { user_id: string }, options?: RequestOptions): Promise<ProjectMember | undefined>;
  /**
   * Looks up a member by user id in a cached list that includes former members (getProjectMembers).
   *
   * @returns undefined when the project never had such a member
   */
  byUserId(params: ProjectIds & { user_id: string }, options?: RequestOptions): Promise<ProjectMember | undefined>;
  /**
   * Looks up a member by account id in a cached list that includes former members (getProjectMembers).
   *
   * @returns undefined when the project never had such a member
   * @example
   * const worker = await annofab.members.byAccountId({ project_id, account_id: history.account_id });
   * console.log(worker?.username ?? 'unknown');
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
    find: ({ project_id, user_id }, options) => orUndefined(client.getProjectMember({ project_id, user_id }, options)),
    byUserId: ({ project_id, user_id }, options) => lookUp(project_id, { user_id }, options),
    byAccountId: ({ project_id, account_id }, options) => lookUp(project_id, { account_id }, options),
  };
}
