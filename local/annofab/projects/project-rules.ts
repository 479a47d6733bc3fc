import type { InputData, Task } from '../../../lib/annofab/api-description.ts';
import { missing, stateMismatch } from '../core/errors.ts';
import type { ProjectRecord } from '../core/state.ts';

/** A task holds no more input data. */
export const MAX_INPUTS = 200;

/** @throws Failure 404 */
export function findTask(project: ProjectRecord, taskId: string): Task {
  const task = project.tasks.get(taskId);
  if (!task) throw missing('task', taskId);
  return task;
}

/** @throws Failure 404 */
export function findInputData(project: ProjectRecord, id: string): InputData {
  const input = project.inputData.get(id);
  if (!input) throw missing('input data', id);
  return input;
}

/** @throws Failure 404 unless the task is there and has this input data */
export function findFrame(project: ProjectRecord, params: { task_id: string; input_data_id: string }): Task {
  const task = findTask(project, params.task_id);
  if (!task.input_data_id_list.includes(params.input_data_id)) throw missing('input data', params.input_data_id);
  return task;
}

/** @throws Failure 409 while the project is suspended */
export function assertNotSuspended({ project }: ProjectRecord): void {
  if (project.project_status === 'suspended') throw stateMismatch(`The project ${project.project_id} is suspended`);
}

/** A task changed: the project's summary says when that last happened. */
export function noteTaskUpdate({ project }: ProjectRecord, at: string): void {
  project.summary.last_tasks_updated_datetime = at;
}
