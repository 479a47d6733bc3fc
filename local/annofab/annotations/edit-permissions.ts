import { canEditAnnotations, type ProjectMember, type Task } from '../../../lib/annofab/api-description.ts';
import { forbidden, stateMismatch } from '../core/errors.ts';
import type { Settings } from '../core/settings.ts';
import { isCompleted } from '../tasks/task.ts';

const OWNERS_ONLY = 'Only owners may edit a task that was never assigned';

type EditingSettings = Pick<Settings, 'editingNeedsWork'>;

/**
 * The assignee of a task saves its annotations, and an owner those of a task that nobody has worked on. With the setting
 * `editingNeedsWork` the assignee must be working on it; without it, owners and accepters may also correct what rests.
 *
 * @throws Failure 403 when only an owner may, 409 otherwise
 */
export function assertMayEdit(task: Task, member: ProjectMember, { editingNeedsWork }: EditingSettings): void {
  if (wasNeverAssigned(task)) {
    assertOwner(member, OWNERS_ONLY);
    return;
  }
  const isAtWork = task.status === 'working' && task.account_id === member.account_id;
  const mayEdit = canEditAnnotations(task, member) || mayCorrect(task, member);
  if (editingNeedsWork ? !isAtWork : !mayEdit) {
    const rule = editingNeedsWork ? 'its assignee while it is working' : 'its assignee';
    throw stateMismatch(`The task ${task.task_id} may be edited only by ${rule}`);
  }
}

/** While nobody works on a task, owners may correct it, and accepters when nobody is assigned, as Annofab's command line does. */
function mayCorrect(task: Task, { member_role: role }: ProjectMember): boolean {
  if (task.status === 'working') return false;
  return role === 'owner' || (role === 'accepter' && task.account_id == null && !isCompleted(task));
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

export function wasNeverAssigned({ account_id: assignee, histories_by_phase: visits }: Task): boolean {
  return assignee == null && visits.length === 0;
}

function assertOwner({ member_role: role }: ProjectMember, otherwise: string): void {
  if (role !== 'owner') throw forbidden(otherwise);
}
