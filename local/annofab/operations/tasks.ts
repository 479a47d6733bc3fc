import type { Task, TaskRequest } from '../../../lib/annofab/generated/schemas.ts';
import { invalidBody } from '../errors.ts';
import type { HandlerTable } from '../handler.ts';
import { assertNotSuspended, findTask, noteTaskUpdate } from '../project-rules.ts';
import { paginate, readIds } from '../query.ts';
import { frameKey, type ProjectRecord } from '../state.ts';
import { historiesOf } from '../task-histories.ts';
import { newTask } from '../task-life-cycle.ts';
import { searchTasks, taskCounts } from '../task-search.ts';

const MAX_BULK = 100;
const MAX_INPUTS = 200;

export const tasks = {
  getTask: ({ project, params }) => findTask(project, params.task_id),

  getTasks: ({ project, query, clock }) => {
    const found = searchTasks(project, query, clock);
    return { ...paginate(found, query), aggregations: taskCounts(found) };
  },

  getTasksInBulk: ({ project, params, query }) => {
    const ids = readIds('task_id', query.task_id, MAX_BULK);
    return {
      success: ids.flatMap((id) => project.tasks.get(id) ?? []),
      failure: ids.filter((id) => !project.tasks.has(id)).map((id) => ({ project_id: params.project_id, task_id: id })),
    };
  },

  putTask: ({ project, params, body, clock }) => {
    assertNotSuspended(project);
    checkInputs(project, body);
    const now = clock.stamp();
    const task = project.tasks.get(params.task_id) ?? newTask(params.project_id, params.task_id, [], now);
    task.input_data_id_list = body.input_data_id_list;
    task.updated_datetime = now;
    if (body.metadata) task.metadata = body.metadata;
    project.tasks.set(task.task_id, task);
    noteTaskUpdate(project, now);
    return task;
  },

  deleteTask: ({ project, params, clock }) => removeTask(project, params.task_id, clock.stamp()),

  /** Not atomic: what precedes the first failure stays done. */
  batchUpdateTasks: ({ project, params, body, clock }) => {
    assertNotSuspended(project);
    return body.map((item) => {
      if (item.project_id !== params.project_id) throw invalidBody('project_id differs from the one in the path');
      return removeTask(project, item.task_id, clock.stamp());
    });
  },

  getTaskHistories: ({ project, params }) => historiesOf(project, findTask(project, params.task_id)),
} satisfies HandlerTable;

function checkInputs({ inputData }: ProjectRecord, { input_data_id_list: ids }: TaskRequest): void {
  if (ids.length > MAX_INPUTS) throw invalidBody(`A task holds at most ${MAX_INPUTS} input data`);
  const unknown = ids.find((id) => !inputData.has(id));
  if (unknown !== undefined) throw invalidBody(`The project has no input data ${unknown}`);
}

function removeTask(project: ProjectRecord, taskId: string, at: string): Task {
  const task = findTask(project, taskId);
  project.tasks.delete(taskId);
  project.taskHistories.delete(taskId);
  project.taskEvents.delete(taskId);
  for (const inputDataId of task.input_data_id_list) {
    project.annotations.delete(frameKey(taskId, inputDataId));
    project.comments.delete(frameKey(taskId, inputDataId));
  }
  noteTaskUpdate(project, at);
  return task;
}
