import type { ProjectMember, Task, TaskOperation } from '../../../lib/annofab/api-description.ts';
import type { Clock } from '../core/clock.ts';
import { alreadyUpdated, forbidden, invalidBody, stateMismatch } from '../core/errors.ts';
import type { Settings } from '../core/settings.ts';
import type { ProjectRecord } from '../core/state.ts';
import {
  assertAssignee,
  assertMember,
  assertPhase,
  assertReason,
  assertRole,
  assertStatus,
} from './task-conditions.ts';
import { recordEvents } from './task-events.ts';
import { currentHistory, endHistory, isVisitOf, lastWorker, type PhaseStage, stopWorking } from './task-histories.ts';
import { enterPhase, handOver, type Move, touch } from './task-moves.ts';
import { submit } from './task-submission.ts';

/** Who operates on which task, and what time it is there. */
export interface Operator {
  readonly project: ProjectRecord;
  readonly task: Task;
  readonly actor: ProjectMember;
  readonly clock: Clock;
  readonly settings: Pick<Settings, 'rejectionNeedsComment'>;
}

/** A task as it is made: nobody's, at the start of the annotation phase. */
export function newTask(projectId: string, taskId: string, inputDataIds: readonly string[], at: string): Task {
  return {
    project_id: projectId,
    task_id: taskId,
    phase: 'annotation',
    phase_stage: 1,
    status: 'not_started',
    input_data_id_list: [...inputDataIds],
    histories_by_phase: [],
    work_time_span: 0,
    number_of_rejections: 0,
    updated_datetime: at,
    operation_updated_datetime: at,
    metadata: {},
  };
}

/**
 * What `operateTask` does to a task, with each use case's conditions: who may ask, and from which status and phase.
 *
 * @returns whether this completed the task's acceptance, which is what fires `task-completed`
 * @throws Failure 400, 403 or 409 when a condition does not hold; the task is unchanged then
 */
export function operate(operator: Operator, operation: TaskOperation): { completed: boolean } {
  const { task } = operator;
  if (operation.last_updated_datetime !== task.updated_datetime) {
    throw alreadyUpdated(`The task ${task.task_id} was updated at ${task.updated_datetime}`);
  }
  if (operation.force && operation.status !== 'rejected') throw invalidBody('force goes with the status rejected only');
  carryOut(operator, operation, MOVES[operation.status]);
  return { completed: operation.status === 'complete' && isCompleted(task) };
}

/** Gives a task that is not being worked on to a member; whether that may be is the caller's to know. */
export function assignTask(operator: Operator, accountId: string): void {
  const last_updated_datetime = operator.task.updated_datetime;
  carryOut(operator, { status: 'not_started', account_id: accountId, last_updated_datetime }, handOver);
}

function carryOut(operator: Operator, operation: TaskOperation, make: (move: Move) => void): void {
  const { project, task, actor, clock, settings } = operator;
  const before = { ...task };
  const { rejectionNeedsComment } = settings;
  make({ project, task, operation, actor, at: clock.stamp(), rejectionNeedsComment });
  recordEvents(project, before, task, operation);
}

/** Completed means accepted: submitting an earlier phase makes the next phase `not_started`. */
export function isCompleted(task: Task): boolean {
  return task.phase === 'acceptance' && task.status === 'complete';
}

const MOVES: Record<TaskOperation['status'], (move: Move) => void> = {
  working: start,
  break: pause,
  on_hold: pause,
  complete: submit,
  cancelled: withdraw,
  rejected: (move) => (move.operation.force ? rejectByForce(move) : reject(move)),
  not_started: (move) => (isCompleted(move.task) ? cancelAcceptance(move) : changeAssignee(move)),
};

function start(move: Move): void {
  const { project, task, at } = move;
  assertAssignee(move);
  assertStatus(task, ['not_started', 'break', 'on_hold']);
  task.started_datetime ??= at;
  currentHistory(project, task).started_datetime ??= at;
  const visit = task.histories_by_phase.at(-1);
  if (visit) visit.worked = true;
  touch(move, { status: 'working' });
}

function pause(move: Move): void {
  const { project, task, at } = move;
  assertAssignee(move);
  assertStatus(task, ['working']);
  stopWorking(project, task, at);
  touch(move, { status: move.operation.status });
}

/** Taking a submission back: possible only while nobody has worked on the phase it led to. */
function withdraw(move: Move): void {
  const { task, actor, operation } = move;
  assertStatus(task, ['not_started']);
  assertPhase(task, ['inspection', 'acceptance']);
  const submission = task.histories_by_phase.findLast(({ worked }) => worked);
  if (!submission || isVisitOf(submission, task)) {
    throw stateMismatch(`Someone has worked on the ${task.phase} of the task ${task.task_id} since its submission`);
  }
  const submitter = submission.account_id;
  if (operation.account_id !== submitter) throw stateMismatch('account_id is not the account that submitted the task');
  if (actor.account_id !== submitter) throw forbidden('Only the submitter may withdraw a submission');
  task.histories_by_phase.length = task.histories_by_phase.indexOf(submission) + 1;
  enterPhase(move, { phase: submission.phase, stage: submission.phase_stage }, submitter);
}

function reject(move: Move): void {
  const { project, task, rejectionNeedsComment } = move;
  assertAssignee(move);
  assertStatus(task, ['working']);
  assertPhase(task, ['inspection', 'acceptance']);
  if (rejectionNeedsComment) assertReason(project, task);
  sendBack(move);
}

/** An owner's rejection by force works from anywhere, and needs no reason. */
function rejectByForce(move: Move): void {
  assertRole(move.actor, ['owner'], 'reject by force');
  sendBack(move);
}

/** A rejected task is its last annotator's again. */
function sendBack(move: Move): void {
  const { project, task, at } = move;
  if (task.status === 'working') stopWorking(project, task, at);
  endHistory(project, task, at);
  if (task.phase !== 'annotation') task.number_of_rejections += 1;
  const annotation: PhaseStage = { phase: 'annotation', stage: 1 };
  enterPhase(move, annotation, lastWorker(task, annotation));
}

function cancelAcceptance(move: Move): void {
  assertRole(move.actor, ['owner'], 'cancel an acceptance');
  assertMember(move);
  enterPhase(move, { phase: 'acceptance', stage: 1 }, move.operation.account_id);
}

function changeAssignee(move: Move): void {
  const { task, actor } = move;
  assertRole(actor, ['owner', 'accepter'], 'change the assignee');
  assertMember(move);
  assertStatus(task, ['not_started', 'break', 'on_hold']);
  handOver(move);
}
