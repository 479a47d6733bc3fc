import type {
  ProjectMember,
  ProjectMemberRole,
  Task,
  TaskOperation,
  TaskPhase,
} from '../../../lib/annofab/api-description.ts';
import { forbidden, invalidBody, stateMismatch } from '../core/errors.ts';
import { frameKey, type ProjectRecord } from '../core/state.ts';

/** An operation on a task and who asks for it: what the conditions of an operation are about. */
interface Attempt {
  readonly project: ProjectRecord;
  readonly task: Task;
  readonly operation: TaskOperation;
  readonly actor: ProjectMember;
}

/**
 * The body states who the assignee is; the caller must be that account.
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
    throw stateMismatch(`The task ${task.task_id} is ${task.status}, and not ${allowed.join(' or ')}`);
  }
}

/** @throws Failure 409 */
export function assertPhase(task: Task, allowed: readonly TaskPhase[]): void {
  if (!allowed.includes(task.phase)) {
    throw stateMismatch(`The task ${task.task_id} is in phase ${task.phase}, and not ${allowed.join(' or ')}`);
  }
}

/** @throws Failure 403 */
export function assertRole(actor: ProjectMember, roles: readonly ProjectMemberRole[], what: string): void {
  if (!roles.includes(actor.member_role)) throw forbidden(`Only ${roles.join(' or ')} may ${what}`);
}

/** @throws Failure 400 where the account that is to have the task is nobody in the project */
export function assertMember({ project, operation: { account_id: accountId } }: Attempt): void {
  if (accountId != null && project.members.get(accountId)?.member_status !== 'active') {
    throw invalidBody('account_id is no active member of the project');
  }
}

/**
 * Who rejects a task says why: by an inspection comment made in this phase since it began, a reply to one included.
 *
 * @throws Failure 400
 */
export function assertReason({ comments }: ProjectRecord, task: Task): void {
  const began = Date.parse(task.started_datetime ?? '');
  const isReason = task.input_data_id_list
    .flatMap((id) => comments.get(frameKey(task.task_id, id)) ?? [])
    .some((comment) => comment.comment_type === 'inspection' && Date.parse(comment.created_datetime) >= began);
  if (!isReason) {
    throw invalidBody(
      `The task ${task.task_id} has no inspection comment that says why: write one, or reject by force`,
    );
  }
}
