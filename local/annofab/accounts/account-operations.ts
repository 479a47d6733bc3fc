import type { MyOrganization, Project, ProjectMember } from '../../../lib/annofab/api-description.ts';
import { forbidden } from '../core/errors.ts';
import { paginate, wholeList } from '../core/query.ts';
import type { AccountRecord, State } from '../core/state.ts';
import { filterProjects } from '../projects/project-list.ts';
import type { HandlerTable } from '../server/handler.ts';

export const accounts = {
  getMyAccount: ({ caller }) => caller.account,

  getMyOrganizations: ({ state, caller }) => wholeList(myOrganizations(state, caller)),

  getMyProjects: ({ state, caller, query }) => {
    const mine = myProjects(state, caller).filter(
      ({ organization_id: id }) => query.organization_id === undefined || id === query.organization_id,
    );
    return paginate(filterProjects(mine, query), query, 0);
  },

  getMyProjectMembers: ({ state, caller }) => myMemberships(state, caller),

  getMyMemberInProject: ({ member }) => member,

  getAccountV2: ({ params, caller }) => only(caller, params.account_id).account,
  getUserOrganizationsV2: ({ state, params, caller }) =>
    wholeList(myOrganizations(state, only(caller, params.account_id))),
  getUserProjectMembersV2: ({ state, params, caller }) => myMemberships(state, only(caller, params.account_id)),
} satisfies HandlerTable;

/** @throws Failure 403 unless the caller asks about himself */
function only(caller: AccountRecord, accountId: string): AccountRecord {
  if (caller.account.account_id !== accountId) throw forbidden('An account is shown to nobody else');
  return caller;
}

function myMemberships(state: State, { account }: AccountRecord): ProjectMember[] {
  return [...state.projects.values()].flatMap(({ members }) => members.get(account.account_id) ?? []);
}

function myOrganizations(state: State, { account }: AccountRecord): MyOrganization[] {
  return [...state.organizations.values()].flatMap(({ organization, members }): MyOrganization[] => {
    const me = members.get(account.account_id);
    if (!me || me.status === 'inactive') return [];
    const { organization_name: name, ...rest } = organization;
    return [{ ...rest, name, my_role: me.role, my_status: me.status }];
  });
}

function myProjects(state: State, { account }: AccountRecord): Project[] {
  return [...state.projects.values()]
    .filter(({ members }) => members.get(account.account_id)?.member_status === 'active')
    .map(({ project }) => project);
}
