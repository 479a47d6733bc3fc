import type { ProjectMember } from '../../../lib/annofab/generated/schemas.ts';
import { missing } from '../errors.ts';
import type { HandlerTable } from '../handler.ts';
import { checkLock } from '../lock.ts';
import { hasFlag, wholeList } from '../query.ts';
import type { ProjectRecord } from '../state.ts';

export const members = {
  getProjectMembers: ({ project, query }) => {
    const all = [...project.members.values()];
    const isListed = ({ member_status: status }: ProjectMember) =>
      hasFlag(query.include_inactive_member) || status === 'active';
    return wholeList(all.filter(isListed));
  },

  getProjectMember: ({ project, params }) => {
    const member = findMember(project, params.user_id);
    if (!member) throw missing('project member', params.user_id);
    return member;
  },

  /** Members come from the accounts of the emulator, by user id. */
  putProjectMember: ({ project, params, body, state, clock }) => {
    const present = findMember(project, params.user_id);
    checkLock('project member', present?.updated_datetime, body.last_updated_datetime);
    const account = [...state.accounts.values()].find((record) => record.account.user_id === params.user_id)?.account;
    if (!account) throw missing('account', params.user_id);
    const now = clock.stamp();
    const { last_updated_datetime: _lock, ...fields } = body;
    const member: ProjectMember = {
      project_id: project.project.project_id,
      account_id: account.account_id,
      user_id: account.user_id,
      username: account.username,
      ...fields,
      created_datetime: present?.created_datetime ?? now,
      updated_datetime: now,
    };
    project.members.set(account.account_id, member);
    return member;
  },
} satisfies HandlerTable;

function findMember(project: ProjectRecord, userId: string): ProjectMember | undefined {
  return [...project.members.values()].find((member) => member.user_id === userId);
}
