import type { Task, TaskPhase } from '../../../lib/annofab/api-description.ts';
import { invalidBody, missing } from '../core/errors.ts';
import type { ProjectRecord } from '../core/state.ts';

export const PHASES: readonly TaskPhase[] = ['annotation', 'inspection', 'acceptance'];

/** The most input data that one task may hold. */
export const MAX_INPUTS = 200;

/** A new task: at the start of the annotation phase, without an assignee. */
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

/** @throws Failure 404 */
export function findTask(project: ProjectRecord, taskId: string): Task {
  const task = project.tasks.get(taskId);
  if (!task) throw missing('task', taskId);
  return task;
}

export interface FrameIds {
  readonly project_id: string;
  readonly task_id: string;
  readonly input_data_id: string;
}

/**
 * The task of a frame: one input data of one task.
 *
 * @throws Failure 404 unless the task exists and holds this input data
 */
export function findFrame(project: ProjectRecord, params: { task_id: string; input_data_id: string }): Task {
  const task = findTask(project, params.task_id);
  if (!task.input_data_id_list.includes(params.input_data_id)) throw missing('input data', params.input_data_id);
  return task;
}

/** @throws Failure 400 when a body names another frame than the path */
export function assertSameFrame(body: FrameIds, path: FrameIds): void {
  const isSame =
    body.project_id === path.project_id && body.task_id === path.task_id && body.input_data_id === path.input_data_id;
  if (!isSame) throw invalidBody('The ids in the body differ from those in the path');
}

/** A task is completed when it is accepted: submitting an earlier phase makes the next phase `not_started`. */
export function isCompleted(task: Task): boolean {
  return task.phase === 'acceptance' && task.status === 'complete';
}

/** The project's summary shows when a task last changed. */
export function recordTaskUpdate({ project }: ProjectRecord, at: string): void {
  project.summary.last_tasks_updated_datetime = at;
}
