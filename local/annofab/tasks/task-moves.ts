import type { ProjectMember, Task, TaskOperation } from '../../../lib/annofab/api-description.ts';
import type { ProjectRecord } from '../core/state.ts';
import { noteTaskUpdate } from '../projects/project-rules.ts';
import { endHistory, openHistory, type PhaseStage, recordVisit } from './task-histories.ts';

/** One operation on a task under way. */
export interface Move {
  readonly project: ProjectRecord;
  readonly task: Task;
  readonly operation: TaskOperation;
  /** Who asks for it. */
  readonly actor: ProjectMember;
  /** The moment of the change. */
  readonly at: string;
  /** See `Settings`. */
  readonly rejectionNeedsComment: boolean;
}

/** Takes the task to the beginning of a phase, to be worked on by this account or by nobody yet. */
export function enterPhase(move: Move, { phase, stage }: PhaseStage, assignee: string | null | undefined): void {
  const { task } = move;
  task.phase = phase;
  task.phase_stage = stage;
  delete task.started_datetime;
  assign(move, assignee);
  touch(move, { status: 'not_started' });
}

/** Gives the task, where it stands, to this account; to nobody without one, or when it has left the project. */
function assign({ project, task }: Move, accountId: string | null | undefined): void {
  if (accountId != null && project.members.get(accountId)?.member_status === 'active') {
    task.account_id = accountId;
    recordVisit(task, accountId);
  } else {
    delete task.account_id;
  }
  openHistory(project, task);
}

/** The task stands so from this moment on. */
export function touch({ project, task, at }: Move, { status }: { status: Task['status'] }): void {
  task.status = status;
  task.updated_datetime = at;
  task.operation_updated_datetime = at;
  noteTaskUpdate(project, at);
}

/** Gives the task, not begun, to who the operation names. */
export function handOver(move: Move): void {
  const { project, task, operation, at } = move;
  endHistory(project, task, at);
  assign(move, operation.account_id);
  touch(move, { status: 'not_started' });
}
