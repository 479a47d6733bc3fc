import type {
  ProjectMember,
  ProjectMemberRole,
  Task,
  TaskOperation,
  TaskPhase,
} from '../../../lib/annofab/api-description.ts';
import { forbidden, invalidBody, stateMismatch } from '../core/errors.ts';
import type { ProjectRecord } from '../core/state.ts';

/** An operation on a task, and the member who requests it. */
interface Attempt {
  readonly project: ProjectRecord;
  readonly task: Task;
  readonly operation: TaskOperation;
  readonly actor: ProjectMember;
}

/**
 * The body must name the assignee, and the caller must be that account.
 *
 * @throws Failure 400, 403 or 409
 */
export function assertAssignee({ task, operation, actor }: Attempt): void {
  if (operation.account_id == null) throw invalidBody('account_id must name the assignee');
  if (operation.account_id !== task.account_id) {
    throw stateMismatch(`account_id is not the assignee of the task ${task.task_id}`);
  }
  if (actor.account_id !== task.account_id) throw forbidden('Only the assignee may do this');
}

/** @throws Failure 409 */
export function assertStatus(task: Task, allowed: readonly Task['status'][]): void {
  if (!allowed.includes(task.status)) {
    throw stateMismatch(`The task ${task.task_id} is ${task.status}; it must be ${allowed.join(' or ')}`);
  }
}

/** @throws Failure 409 */
export function assertPhase(task: Task, allowed: readonly TaskPhase[]): void {
  if (!allowed.includes(task.phase)) {
    throw stateMismatch(`The task ${task.task_id} is in phase ${task.phase}; it must be in ${allowed.join(' or ')}`);
  }
}

/** @throws Failure 403 */
export function assertRole(actor: ProjectMember, roles: readonly ProjectMemberRole[], what: string): void {
  if (!roles.includes(actor.member_role)) throw forbidden(`Only ${roles.join(' or ')} may ${what}`);
}

/** @throws Failure 400 unless the new assignee is an active member of the project */
export function assertAssigneeIsMember({ project, operation: { account_id: accountId } }: Attempt): void {
  if (accountId != null && project.members.get(accountId)?.member_status !== 'active') {
    throw invalidBody('account_id is not an active member of the project');
  }
}
