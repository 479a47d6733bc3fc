import type { ProjectMember, Task } from '../../../lib/annofab/api-description.ts';
import { forbidden, stateMismatch } from '../core/errors.ts';
import type { Settings } from '../core/settings.ts';
import { isCompleted } from '../tasks/task.ts';

const OWNERS_ONLY = 'Only owners may edit a task that was never assigned';

type EditingSettings = Pick<Settings, 'editingNeedsWork'>;

/**
 * Owners edit a task that was never assigned. Every other task is edited by its assignee while it is `working`, and
 * otherwise as the setting `editingNeedsWork` allows.
 *
 * @throws Failure 403 unless the member is an owner, 409 unless the assignee is working
 */
export function assertMayEdit(task: Task, member: ProjectMember, { editingNeedsWork }: EditingSettings): void {
  if (wasNeverAssigned(task)) {
    assertOwner(member, OWNERS_ONLY);
    return;
  }
  const isAtWork = task.status === 'working' && task.account_id === member.account_id;
  if (!isAtWork && (editingNeedsWork || !mayCorrect(task, member))) {
    throw stateMismatch(`The task ${task.task_id} may be edited only by its assignee while it is working`);
  }
}

/** While nobody works on a task, owners may correct it, and accepters when it is theirs or unassigned. */
function mayCorrect(task: Task, { account_id: account, member_role: role }: ProjectMember): boolean {
  if (task.status === 'working') return false;
  if (role !== 'accepter') return role === 'owner';
  return (task.account_id ?? account) === account && !isCompleted(task);
}

/**
 * Thumbnails are saved by those who edit, also while the task is not `working`.
 *
 * @throws Failure 403
 */
export function assertMayPutThumbnail(task: Task, member: ProjectMember): void {
  if (wasNeverAssigned(task)) assertOwner(member, OWNERS_ONLY);
  else if (task.account_id !== member.account_id) {
    throw forbidden(`The task ${task.task_id} may be edited only by its assignee`);
  }
}

/**
 * Everyone who may send a batch may edit every task in it; only owners edit accepted tasks.
 *
 * @throws Failure 403
 */
export function assertMayBatchUpdate(task: Task, member: ProjectMember): void {
  if (isCompleted(task)) assertOwner(member, `The task ${task.task_id} is accepted: only owners may edit it`);
}

function wasNeverAssigned({ account_id: assignee, histories_by_phase: visits }: Task): boolean {
  return assignee == null && visits.length === 0;
}

function assertOwner({ member_role: role }: ProjectMember, otherwise: string): void {
  if (role !== 'owner') throw forbidden(otherwise);
}
