import type { Task } from '../../../lib/annofab/api-description.ts';
import { assertAssignee, assertStatus } from './task-conditions.ts';
import { endHistory, lastWorker, type PhaseStage, passHistory, stopWorking } from './task-histories.ts';
import { enterPhase, type Move, touch } from './task-moves.ts';
import { isPassedOver } from './task-sampling.ts';

/**
 * The assignee hands the task in: to the next phase, or as accepted. Phases that are done by sample may be gone past.
 *
 * @throws Failure 400, 403 or 409 unless it is the assignee, at work
 */
export function submit(move: Move): void {
  const { project, task, at } = move;
  assertAssignee(move);
  assertStatus(task, ['working']);
  stopWorking(project, task, at);
  endHistory(project, task, at);
  if (task.phase === 'acceptance') {
    touch(move, { status: 'complete' });
    return;
  }
  const next = passInspections(move);
  if (next.phase === 'acceptance' && isPassedOver(project, task, 'acceptance')) {
    acceptUnseen(move);
    return;
  }
  const { assignee_rule_of_resubmitted_task: rule } = project.project.configuration;
  enterPhase(move, next, rule === 'fixed' ? lastWorker(task, next) : undefined);
}

/** Where a submission leads: past all inspections where the sample does not take it. */
function passInspections({ project, task, at }: Move): PhaseStage {
  const { number_of_inspections: inspections } = project.project.configuration;
  const next = nextPhase(task, inspections);
  if (task.phase !== 'annotation') return next;
  delete task.sampling;
  if (next.phase !== 'inspection' || !isPassedOver(project, task, 'inspection')) return next;
  for (let stage = 1; stage <= inspections; stage++) passHistory(project, task, { phase: 'inspection', stage }, at);
  task.sampling = 'inspection_skipped';
  return { phase: 'acceptance', stage: 1 };
}

function acceptUnseen(move: Move): void {
  const { project, task, at } = move;
  passHistory(project, task, { phase: 'acceptance', stage: 1 }, at);
  task.sampling = task.sampling == null ? 'acceptance_skipped' : 'inspection_and_acceptance_skipped';
  task.phase = 'acceptance';
  task.phase_stage = 1;
  delete task.started_datetime;
  delete task.account_id;
  touch(move, { status: 'complete' });
}

function nextPhase({ phase, phase_stage: stage }: Task, inspections: number): PhaseStage {
  const inspected = phase === 'inspection' ? stage : 0;
  return inspected < inspections ? { phase: 'inspection', stage: inspected + 1 } : { phase: 'acceptance', stage: 1 };
}
