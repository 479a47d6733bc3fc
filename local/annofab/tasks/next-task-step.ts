import type { ProjectMember, ProjectMemberRole, Task, TaskOperation } from '../../../lib/annofab/api-description.ts';
import { missing } from '../core/errors.ts';
import type { ProjectRecord } from '../core/state.ts';

/** One step of `operateTask`, without its lock. */
export interface TaskStep {
  readonly actor: ProjectMember;
  readonly change: Omit<TaskOperation, 'last_updated_datetime'>;
}

/**
 * The next step towards acceptance: the owner assigns the task to a suitable member, the assignee starts it, and then
 * submits it.
 *
 * @throws Failure 404 when the project has no suitable member
 */
export function nextStep(project: ProjectRecord, task: Task): TaskStep {
  const assignee = task.account_id == null ? undefined : project.members.get(task.account_id);
  if (!assignee) return assignmentStep(project, workerFor(project, task).account_id);
  const status = task.status === 'working' ? 'complete' : 'working';
  return { actor: assignee, change: { status, account_id: assignee.account_id } };
}

/** Assigns a task; one that is accepted already is re-opened. */
export function assignmentStep(project: ProjectRecord, accountId: string): TaskStep {
  return { actor: findMember(project, ['owner']), change: { status: 'not_started', account_id: accountId } };
}

/** The member who would work on the task in its present phase. */
export function workerFor(project: ProjectRecord, { phase }: Task): ProjectMember {
  return findMember(project, phase === 'annotation' ? ['worker', 'accepter', 'owner'] : ['accepter', 'owner']);
}

/** The first active member with one of these roles, the earlier roles first. */
function findMember({ project, members }: ProjectRecord, roles: readonly ProjectMemberRole[]): ProjectMember {
  const active = [...members.values()].filter(({ member_status: status }) => status === 'active');
  const found = roles.map((role) => active.find((member) => member.member_role === role)).find(Boolean);
  if (!found) throw missing('member', `${roles.join(' or ')} of the project ${project.project_id}`);
  return found;
}
