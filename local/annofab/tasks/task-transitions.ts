import type { ProjectMember, Task, TaskOperation } from '../../../lib/annofab/api-description.ts';
import type { Clock } from '../core/clock.ts';
import { clone } from '../core/clone.ts';
import { alreadyUpdated, forbidden, invalidBody, stateMismatch } from '../core/errors.ts';
import type { Services } from '../core/services.ts';
import type { Settings } from '../core/settings.ts';
import type { ProjectRecord } from '../core/state.ts';
import { reject, rejectByForce } from './reject-task.ts';
import { submit } from './submit-task.ts';
import { isCompleted } from './task.ts';
import { currentHistory, isVisitOf, stopWorking } from './task-histories.ts';
import { recordEvents } from './task-history-events.ts';
import { enterPhase, reassign, setTaskStatus, type Transition } from './task-phases.ts';
import { assertAssignee, assertAssigneeIsMember, assertPhase, assertRole, assertStatus } from './task-preconditions.ts';

/** One member operating on one task. */
export interface OperationContext {
  readonly project: ProjectRecord;
  readonly task: Task;
  readonly actor: ProjectMember;
  readonly clock: Clock;
  readonly settings: Pick<Settings, 'rejectionNeedsComment'>;
}

/** Applies an operation to a task, and fires the webhooks when it completes the task. */
export function operateTask(
  { clock, settings, webhooks }: Pick<Services, 'clock' | 'settings' | 'webhooks'>,
  project: ProjectRecord,
  task: Task,
  operation: TaskOperation,
  actor: ProjectMember,
): Task {
  const before = clone(task);
  const { completed } = applyOperation({ project, task, actor, clock, settings }, operation);
  if (completed) {
    const placeholders = {
      TASK_ID: task.task_id,
      COMPLETE_DATETIME: task.operation_updated_datetime ?? task.updated_datetime,
      LAST_ACCOUNT: actor.account_id,
    };
    webhooks.fire(project, 'task-completed', placeholders, before);
  }
  return task;
}

/**
 * Applies an operation without firing webhooks. Each transition checks who may request it, and from which status and
 * phase.
 *
 * @returns whether this completed the acceptance phase, which fires `task-completed`
 * @throws Failure 400, 403 or 409 when a precondition fails; the task is then unchanged
 */
export function applyOperation(context: OperationContext, operation: TaskOperation): { completed: boolean } {
  const { task } = context;
  if (operation.last_updated_datetime !== task.updated_datetime) {
    throw alreadyUpdated(`The task ${task.task_id} was updated at ${task.updated_datetime}`);
  }
  if (operation.force && operation.status !== 'rejected')
    throw invalidBody('force is allowed only with the status rejected');
  applyTransition(context, operation, TRANSITIONS[operation.status]);
  return { completed: operation.status === 'complete' && isCompleted(task) };
}

/** Assigns a task that nobody is working on. The caller has checked that the member may have it. */
export function assignTask(context: OperationContext, accountId: string): void {
  const last_updated_datetime = context.task.updated_datetime;
  applyTransition(context, { status: 'not_started', account_id: accountId, last_updated_datetime }, reassign);
}

function applyTransition(
  context: OperationContext,
  operation: TaskOperation,
  transit: (transition: Transition) => void,
): void {
  const { project, task, actor, clock, settings } = context;
  const before = { ...task };
  const { rejectionNeedsComment } = settings;
  transit({ project, task, operation, actor, at: clock.stamp(), rejectionNeedsComment });
  if (task.updated_datetime !== before.updated_datetime) recordEvents(project, before, task, operation);
}

const TRANSITIONS: Record<TaskOperation['status'], (transition: Transition) => void> = {
  working: start,
  break: pause,
  on_hold: pause,
  complete: submit,
  cancelled: withdraw,
  rejected: (transition) => (transition.operation.force ? rejectByForce(transition) : reject(transition)),
  not_started: (transition) =>
    isCompleted(transition.task) ? cancelAcceptance(transition) : changeAssignee(transition),
};

function start(transition: Transition): void {
  const { project, task, at } = transition;
  assertAssignee(transition);
  assertStatus(task, ['not_started', 'break', 'on_hold']);
  task.started_datetime ??= at;
  currentHistory(project, task).started_datetime ??= at;
  const visit = task.histories_by_phase.at(-1);
  if (visit) visit.worked = true;
  setTaskStatus(transition, { status: 'working' });
}

/** A break during a break changes nothing: clients take a task off work without looking whether it was at work. */
function pause(transition: Transition): void {
  const { project, task, at, operation } = transition;
  assertAssignee(transition);
  if (operation.status === 'break' && task.status === 'break') return;
  assertStatus(task, ['working']);
  stopWorking(project, task, at);
  setTaskStatus(transition, { status: operation.status });
}

/** A submission can be withdrawn only while nobody has worked on the phase that it led to. */
function withdraw(transition: Transition): void {
  const { task, actor, operation } = transition;
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
  enterPhase(transition, { phase: submission.phase, stage: submission.phase_stage }, submitter);
}

function cancelAcceptance(transition: Transition): void {
  assertRole(transition.actor, ['owner'], 'cancel an acceptance');
  assertAssigneeIsMember(transition);
  enterPhase(transition, { phase: 'acceptance', stage: 1 }, transition.operation.account_id);
}

function changeAssignee(transition: Transition): void {
  const { task, actor } = transition;
  assertRole(actor, ['owner', 'accepter'], 'change the assignee');
  assertAssigneeIsMember(transition);
  assertStatus(task, ['not_started', 'break', 'on_hold']);
  reassign(transition);
}
