import type { ProjectMember, Task, TaskOperation } from '../../../lib/annofab/api-description.ts';
import type { ProjectRecord } from '../core/state.ts';
import { recordTaskUpdate } from './task.ts';
import { endHistory, openHistory, type PhaseStage, recordVisit } from './task-histories.ts';

/** One operation that is being applied to a task. */
export interface Transition {
  readonly project: ProjectRecord;
  readonly task: Task;
  readonly operation: TaskOperation;
  /** The member who requested it. */
  readonly actor: ProjectMember;
  /** The moment of the change. */
  readonly at: string;
  /** See `Settings`. */
  readonly rejectionNeedsComment: boolean;
}

/** Moves the task to the beginning of a phase, assigned to this account or to nobody. */
export function enterPhase(
  transition: Transition,
  { phase, stage }: PhaseStage,
  assignee: string | null | undefined,
): void {
  const { task } = transition;
  task.phase = phase;
  task.phase_stage = stage;
  delete task.started_datetime;
  assign(transition, assignee);
  setTaskStatus(transition, { status: 'not_started' });
}

/** Assigns the task in its present phase; to nobody without an account, or when the account has left the project. */
function assign({ project, task }: Transition, accountId: string | null | undefined): void {
  if (accountId != null && project.members.get(accountId)?.member_status === 'active') {
    task.account_id = accountId;
    recordVisit(task, accountId);
  } else {
    delete task.account_id;
  }
  openHistory(project, task);
}

export function setTaskStatus({ project, task, at }: Transition, { status }: { status: Task['status'] }): void {
  task.status = status;
  task.updated_datetime = at;
  task.operation_updated_datetime = at;
  recordTaskUpdate(project, at);
}

/** Assigns the task, not started, to the account that the operation names. */
export function reassign(transition: Transition): void {
  const { project, task, operation, at } = transition;
  endHistory(project, task, at);
  assign(transition, operation.account_id);
  setTaskStatus(transition, { status: 'not_started' });
}
