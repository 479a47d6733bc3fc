import type { Task } from '../../../lib/annofab/api-description.ts';
import { missing } from '../core/errors.ts';
import type { Services } from '../core/services.ts';
import { findTask } from '../projects/project-rules.ts';
import { operateAndTell } from '../tasks/task-change-operations.ts';
import { isCompleted } from '../tasks/task-life-cycle.ts';
import { assignment, nextStep, type TaskStep, workerFor } from '../tasks/task-walk.ts';

/**
 * Takes a task through its phases until it is accepted, each step as `operateTask` does it, by its assignee or by the
 * first member fit for the phase. A task that is accepted already is re-opened and accepted anew, so its webhooks fire
 * in any case.
 *
 * @returns a copy of the completed task
 * @throws Failure 404 when there is no such project or task, or nobody to do it
 */
export function completeTask(services: Services, projectId: string, taskId: string): Task {
  const project = services.state.projects.get(projectId);
  if (!project) throw missing('project', projectId);
  const task = findTask(project, taskId);
  const take = ({ actor, change }: TaskStep) =>
    operateAndTell(services, project, task, { ...change, last_updated_datetime: task.updated_datetime }, actor);

  if (isCompleted(task)) take(assignment(project, workerFor(project, task).account_id));
  while (!isCompleted(task)) take(nextStep(project, task));
  return structuredClone(task);
}
