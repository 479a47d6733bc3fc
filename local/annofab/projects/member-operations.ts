import type { ProjectMember } from '../../../lib/annofab/api-description.ts';
import { accountByUserId } from '../accounts/accounts.ts';
import { missing, stateMismatch } from '../core/errors.ts';
import { checkLock } from '../core/lock.ts';
import { hasFlag, wholeList } from '../core/query.ts';
import type { ProjectRecord } from '../core/state.ts';
import type { HandlerTable } from '../server/handler.ts';
import { newMember } from './new-project.ts';

export const members = {
  getProjectMembers: ({ project, query }) => wholeList(listMembers(project, query.include_inactive_member)),
  getProjectMembersV2: ({ project, query }) => wholeList(listMembers(project, query.include_inactive_member)),

  getProjectMember: ({ project, params }) => requireMember(project, params.user_id),
  getProjectMemberV2: ({ project, params }) => requireMember(project, params.user_id),

  /** Every account of the emulator can become a member, by its user id. */
  putProjectMember: ({ project, params, body, state, clock }) => {
    const present = findMember(project, params.user_id);
    checkLock('project member', present?.updated_datetime, body.last_updated_datetime);
    const account = accountByUserId(state, params.user_id);
    if (!account) throw missing('account', params.user_id);
    const { last_updated_datetime: _lock, ...fields } = body;
    const now = clock.stamp();
    const member = { ...newMember(project.project.project_id, account, body.member_role, now), ...fields };
    if (present) member.created_datetime = present.created_datetime;
    assertOwnerRemains(project, member);
    project.members.set(member.account_id, member);
    return member;
  },
} satisfies HandlerTable;

/** @throws Failure 409 when the project would have no owner any more */
function assertOwnerRemains({ members }: ProjectRecord, changed: ProjectMember): void {
  const others = [...members.values()].filter(({ account_id: id }) => id !== changed.account_id);
  if (![...others, changed].some((member) => member.member_role === 'owner' && member.member_status === 'active')) {
    throw stateMismatch(`${changed.user_id} is the only owner of the project: make another member its owner first`);
  }
}

function listMembers({ members }: ProjectRecord, includeInactive: string | undefined): ProjectMember[] {
  return [...members.values()].filter(({ member_status }) => hasFlag(includeInactive) || member_status === 'active');
}

function requireMember(project: ProjectRecord, userId: string): ProjectMember {
  const member = findMember(project, userId);
  if (!member) throw missing('project member', userId);
  return member;
}

function findMember(project: ProjectRecord, userId: string): ProjectMember | undefined {
  return [...project.members.values()].find((member) => member.user_id === userId);
}
