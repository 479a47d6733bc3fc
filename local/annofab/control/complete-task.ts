import type { Task } from '../../../lib/annofab/api-description.ts';
import { clone } from '../core/clone.ts';
import { missing } from '../core/errors.ts';
import type { Services } from '../core/services.ts';
import { assignmentStep, nextStep, type TaskStep, workerFor } from '../tasks/next-task-step.ts';
import { findTask, isCompleted } from '../tasks/task.ts';
import { operateTask } from '../tasks/task-transitions.ts';

/**
 * Takes a task through its phases until it is accepted, each step as `operateTask` does it, by its assignee or by the
 * first member with a role for the phase. A task that is already accepted is re-opened and accepted again, so that its
 * webhooks always fire.
 *
 * @returns a copy of the completed task
 * @throws Failure 404 when there is no such project or task, or no member for a step
 */
export function completeTask(services: Services, projectId: string, taskId: string): Task {
  const project = services.state.projects.get(projectId);
  if (!project) throw missing('project', projectId);
  const task = findTask(project, taskId);
  const take = ({ actor, change }: TaskStep) =>
    operateTask(services, project, task, { ...change, last_updated_datetime: task.updated_datetime }, actor);

  if (isCompleted(task)) take(assignmentStep(project, workerFor(project, task).account_id));
  while (!isCompleted(task)) take(nextStep(project, task));
  return clone(task);
}
