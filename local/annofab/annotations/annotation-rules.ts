import type { ProjectMember, Task } from '../../../lib/annofab/api-description.ts';
import { forbidden, stateMismatch } from '../core/errors.ts';
import type { Settings } from '../core/settings.ts';
import { isCompleted } from '../tasks/task-life-cycle.ts';

type EditingSettings = Pick<Settings, 'editingNeedsWork'>;

/**
 * A task that was never assigned is its owner's to edit; any other its assignee's, while it is worked on, and what
 * `editingNeedsWork` says.
 *
 * @throws Failure 403 to who is no owner, 409 to who is not at work on it
 */
export function assertMayEdit(task: Task, member: ProjectMember, { editingNeedsWork }: EditingSettings): void {
  if (wasNeverAssigned(task)) {
    assertOwner(member, 'A task that was never assigned is edited by owners only');
    return;
  }
  const isAtWork = task.status === 'working' && task.account_id === member.account_id;
  if (!isAtWork && (editingNeedsWork || !maySetRight(task, member))) {
    throw stateMismatch(`The task ${task.task_id} is edited by its assignee while it is working`);
  }
}

/** Who sets annotations right while nobody works on the task: owners, and checkers where it is theirs or nobody's. */
function maySetRight(task: Task, { account_id: account, member_role: role }: ProjectMember): boolean {
  if (task.status === 'working') return false;
  if (role !== 'accepter') return role === 'owner';
  return (task.account_id ?? account) === account && !isCompleted(task);
}

/**
 * Thumbnails are made by who edits, at work or not.
 *
 * @throws Failure 403
 */
export function assertMayIllustrate(task: Task, member: ProjectMember): void {
  if (wasNeverAssigned(task)) assertOwner(member, 'A task that was never assigned is edited by owners only');
  else if (task.account_id !== member.account_id) {
    throw forbidden(`The task ${task.task_id} is edited by its assignee only`);
  }
}

/**
 * In a batch anybody who may send one edits any task, but for those that are accepted.
 *
 * @throws Failure 403
 */
export function assertMayBatch(task: Task, member: ProjectMember): void {
  if (isCompleted(task)) assertOwner(member, `The task ${task.task_id} is accepted: only owners may edit it`);
}

function wasNeverAssigned({ account_id: assignee, histories_by_phase: visits }: Task): boolean {
  return assignee == null && visits.length === 0;
}

function assertOwner({ member_role: role }: ProjectMember, otherwise: string): void {
  if (role !== 'owner') throw forbidden(otherwise);
}
