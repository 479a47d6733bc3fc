import type { MyOrganization, Project } from '../../../lib/annofab/generated/schemas.ts';
import type { HandlerTable } from '../handler.ts';
import { filterProjects } from '../project-list.ts';
import { paginate, wholeList } from '../query.ts';
import type { AccountRecord, State } from '../state.ts';

export const accounts = {
  getMyAccount: ({ caller }) => caller.account,

  getMyOrganizations: ({ state, caller }) => wholeList(myOrganizations(state, caller)),

  getMyProjects: ({ state, caller, query }) => {
    const mine = myProjects(state, caller).filter(
      ({ organization_id: id }) => query.organization_id === undefined || id === query.organization_id,
    );
    return paginate(filterProjects(mine, query), query, 0);
  },

  getMyProjectMembers: ({ state, caller }) =>
    [...state.projects.values()].flatMap(({ members }) => members.get(caller.account.account_id) ?? []),

  getMyMemberInProject: ({ member }) => member,
} satisfies HandlerTable;

function myOrganizations(state: State, { account }: AccountRecord): MyOrganization[] {
  return [...state.organizations.values()].flatMap(({ organization, members }): MyOrganization[] => {
    const me = members.get(account.account_id);
    if (!me) return [];
    const { organization_name: name, ...rest } = organization;
    return [{ ...rest, name, my_role: me.role, my_status: me.status }];
  });
}

function myProjects(state: State, { account }: AccountRecord): Project[] {
  return [...state.projects.values()]
    .filter(({ members }) => members.get(account.account_id)?.member_status === 'active')
    .map(({ project }) => project);
}
