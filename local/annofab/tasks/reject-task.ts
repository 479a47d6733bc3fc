import type { Task } from '../../../lib/annofab/api-description.ts';
import { invalidBody } from '../core/errors.ts';
import { frameKey, type ProjectRecord } from '../core/state.ts';
import { endHistory, lastWorker, type PhaseStage, stopWorking } from './task-histories.ts';
import { enterPhase, type Transition } from './task-phases.ts';
import { assertAssignee, assertPhase, assertRole, assertStatus } from './task-preconditions.ts';

/** The assignee of an inspection or acceptance rejects the task. */
export function reject(transition: Transition): void {
  const { project, task, rejectionNeedsComment } = transition;
  assertAssignee(transition);
  assertStatus(task, ['working']);
  assertPhase(task, ['inspection', 'acceptance']);
  if (rejectionNeedsComment) assertRejectionReason(project, task);
  returnToAnnotator(transition);
}

/** An owner can reject by force from every status and phase, without a comment. */
export function rejectByForce(transition: Transition): void {
  assertRole(transition.actor, ['owner'], 'reject by force');
  returnToAnnotator(transition);
}

/**
 * A rejection needs a reason: an inspection comment, or a reply to one, written since this phase began.
 *
 * @throws Failure 400
 */
function assertRejectionReason({ comments }: ProjectRecord, task: Task): void {
  const began = Date.parse(task.started_datetime ?? '');
  const isReason = task.input_data_id_list
    .flatMap((id) => comments.get(frameKey(task.task_id, id)) ?? [])
    .some((comment) => comment.comment_type === 'inspection' && Date.parse(comment.created_datetime) >= began);
  if (!isReason) {
    throw invalidBody(
      `The task ${task.task_id} has no inspection comment that gives the reason: write one, or reject by force`,
    );
  }
}

/** A rejected task goes back to its last annotator. */
function returnToAnnotator(transition: Transition): void {
  const { project, task, at } = transition;
  if (task.status === 'working') stopWorking(project, task, at);
  endHistory(project, task, at);
  if (task.phase !== 'annotation') task.number_of_rejections += 1;
  const annotation: PhaseStage = { phase: 'annotation', stage: 1 };
  enterPhase(transition, annotation, lastWorker(task, annotation));
}
