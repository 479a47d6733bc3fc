import { randomInt } from 'node:crypto';
import type { Task } from '../../../lib/annofab/api-description.ts';
import type { ProjectRecord } from '../core/state.ts';
import { endHistory, lastWorker, type PhaseStage, recordSkippedPhase, stopWorking } from './task-histories.ts';
import { enterPhase, setTaskStatus, type Transition } from './task-phases.ts';
import { assertAssignee, assertStatus } from './task-preconditions.ts';

/**
 * The assignee submits the task: it goes to the next phase, or is accepted. Sampling may skip phases.
 *
 * @throws Failure 400, 403 or 409 unless the caller is the assignee and the task is `working`
 */
export function submit(transition: Transition): void {
  const { project, task, at } = transition;
  assertAssignee(transition);
  assertStatus(task, ['working']);
  stopWorking(project, task, at);
  endHistory(project, task, at);
  if (task.phase === 'acceptance') {
    setTaskStatus(transition, { status: 'complete' });
    return;
  }
  const next = nextPhaseAfterSampling(transition);
  if (next.phase === 'acceptance' && isSkippedBySampling(project, task, 'acceptance')) {
    skipAcceptance(transition);
    return;
  }
  const { assignee_rule_of_resubmitted_task: rule } = project.project.configuration;
  enterPhase(transition, next, rule === 'fixed' ? lastWorker(task, next) : undefined);
}

/** The phase that a submission leads to: acceptance, when sampling skips all inspections. */
function nextPhaseAfterSampling({ project, task, at }: Transition): PhaseStage {
  const { number_of_inspections: inspections } = project.project.configuration;
  const next = nextPhase(task, inspections);
  if (task.phase !== 'annotation') return next;
  delete task.sampling;
  if (next.phase !== 'inspection' || !isSkippedBySampling(project, task, 'inspection')) return next;
  for (let stage = 1; stage <= inspections; stage++)
    recordSkippedPhase(project, task, { phase: 'inspection', stage }, at);
  task.sampling = 'inspection_skipped';
  return { phase: 'acceptance', stage: 1 };
}

/** Accepts the task without an accepter. */
function skipAcceptance(transition: Transition): void {
  const { project, task, at } = transition;
  recordSkippedPhase(project, task, { phase: 'acceptance', stage: 1 }, at);
  task.sampling = task.sampling == null ? 'acceptance_skipped' : 'inspection_and_acceptance_skipped';
  task.phase = 'acceptance';
  task.phase_stage = 1;
  delete task.started_datetime;
  delete task.account_id;
  setTaskStatus(transition, { status: 'complete' });
}

function nextPhase({ phase, phase_stage: stage }: Task, inspections: number): PhaseStage {
  const inspected = phase === 'inspection' ? stage : 0;
  return inspected < inspections ? { phase: 'inspection', stage: inspected + 1 } : { phase: 'acceptance', stage: 1 };
}

/** The phases that sampling can skip. */
type SampledPhase = 'inspection' | 'acceptance';

/**
 * Draws whether a task skips a phase. The annotator's own rate takes precedence over the project's. Without a rate no
 * task skips, and neither does a task that was ever rejected, except by force.
 */
function isSkippedBySampling(project: ProjectRecord, task: Task, phase: SampledPhase): boolean {
  const rate = rateOf(project, task, phase);
  return !wasRejected(project, task) && randomInt(100) >= rate;
}

/** In percent. */
function rateOf({ project, members }: ProjectRecord, task: Task, phase: SampledPhase): number {
  const annotator = members.get(lastWorker(task, { phase: 'annotation', stage: 1 }) ?? '');
  const [own, common] =
    phase === 'inspection'
      ? [annotator?.sampling_inspection_rate, project.configuration.sampling_inspection_rate]
      : [annotator?.sampling_acceptance_rate, project.configuration.sampling_acceptance_rate];
  return own ?? common ?? 100;
}

function wasRejected({ taskEvents }: ProjectRecord, { task_id: id }: Task): boolean {
  return (taskEvents.get(id) ?? []).some(({ request }) => request?.status === 'rejected' && !request.force);
}
