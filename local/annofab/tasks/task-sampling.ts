import { randomInt } from 'node:crypto';
import type { Task } from '../../../lib/annofab/api-description.ts';
import type { ProjectRecord } from '../core/state.ts';
import { lastWorker } from './task-histories.ts';

/** The phases that are done by sample where the project or the annotator has a rate for them. */
type SampledPhase = 'inspection' | 'acceptance';

/**
 * Draws whether a task goes past a phase. The annotator's own rate outweighs the project's, and without either every
 * task is looked at; so is one that was once rejected other than by force.
 */
export function isPassedOver(project: ProjectRecord, task: Task, phase: SampledPhase): boolean {
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
