import { missing } from '../errors.ts';
import type { HandlerTable } from '../handler.ts';
import { filterProjects } from '../project-list.ts';
import { paginate, wholeList } from '../query.ts';

export const organizations = {
  getOrganization: ({ organization }) => organization.organization,

  getOrganizationMembers: ({ organization }) => wholeList([...organization.members.values()]),

  getOrganizationMember: ({ organization, params }) => {
    const member = [...organization.members.values()].find(({ user_id: userId }) => userId === params.user_id);
    if (!member) throw missing('organization member', params.user_id);
    return member;
  },

  /** Contributors see only the projects that they are members of. */
  getProjectsOfOrganization: ({ organization, state, caller, query }) => {
    const sees = organization.members.get(caller.account.account_id)?.role !== 'contributor';
    const projects = [...state.projects.values()]
      .filter(({ project }) => project.organization_id === organization.organization.organization_id)
      .filter(({ members }) => sees || members.has(caller.account.account_id))
      .filter(({ members }) => query.account_id === undefined || members.has(query.account_id))
      .filter(({ members }) => query.except_account_id === undefined || !members.has(query.except_account_id))
      .map(({ project }) => project)
      .filter(({ configuration }) => query.plugin_id === undefined || configuration.plugin_id === query.plugin_id);
    return paginate(filterProjects(projects, query), query, 0);
  },
} satisfies HandlerTable;
