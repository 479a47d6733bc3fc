import type { Task, TaskRequest } from '../../../lib/annofab/api-description.ts';
import { invalidBody } from '../core/errors.ts';
import { paginate, readIds } from '../core/query.ts';
import type { FileStore, ProjectRecord } from '../core/state.ts';
import { assertNotSuspended, findTask, MAX_INPUTS, noteTaskUpdate } from '../projects/project-rules.ts';
import type { HandlerTable } from '../server/handler.ts';
import { forgetFrame } from './delete-frame.ts';
import { historiesOf } from './task-histories.ts';
import { newTask } from './task-life-cycle.ts';
import { checkMetadata } from './task-metadata.ts';
import { searchTasks, taskCounts } from './task-search.ts';

const MAX_BULK = 100;

export const tasks = {
  getTask: ({ project, params, staleTasks }) => staleTasks.view(findTask(project, params.task_id)),

  getTasks: ({ project, query, clock, staleTasks }) => {
    const found = searchTasks(project, query, clock);
    const page = paginate(found, query);
    return { ...page, list: page.list.map(staleTasks.view), aggregations: taskCounts(found) };
  },

  getTasksInBulk: ({ project, params, query, staleTasks }) => {
    const ids = readIds('task_id', query.task_id, MAX_BULK);
    return {
      success: ids.flatMap((id) => project.tasks.get(id) ?? []).map(staleTasks.view),
      failure: ids.filter((id) => !project.tasks.has(id)).map((id) => ({ project_id: params.project_id, task_id: id })),
    };
  },

  /** What is on the input data that a task loses is lost too. */
  putTask: ({ project, params, body, clock, state }) => {
    assertNotSuspended(project);
    checkInputs(project, body);
    if (body.metadata) checkMetadata(body.metadata);
    const now = clock.stamp();
    const task = project.tasks.get(params.task_id) ?? newTask(params.project_id, params.task_id, [], now);
    for (const id of task.input_data_id_list) {
      if (!body.input_data_id_list.includes(id)) forgetFrame(project, state.files, task.task_id, id);
    }
    task.input_data_id_list = body.input_data_id_list;
    task.updated_datetime = now;
    if (body.metadata) task.metadata = body.metadata;
    project.tasks.set(task.task_id, task);
    noteTaskUpdate(project, now);
    return task;
  },

  deleteTask: ({ project, params, clock, state }) => removeTask(project, state.files, params.task_id, clock.stamp()),

  /** Not atomic: what precedes the first failure stays done. */
  batchUpdateTasks: ({ project, params, body, clock, state }) => {
    assertNotSuspended(project);
    return body.map((item) => {
      if (item.project_id !== params.project_id) throw invalidBody('project_id differs from the one in the path');
      return removeTask(project, state.files, item.task_id, clock.stamp());
    });
  },

  getTaskHistories: ({ project, params }) => historiesOf(project, findTask(project, params.task_id)),
} satisfies HandlerTable;

function checkInputs({ inputData }: ProjectRecord, { input_data_id_list: ids }: TaskRequest): void {
  if (ids.length > MAX_INPUTS) throw invalidBody(`A task holds at most ${MAX_INPUTS} input data`);
  if (new Set(ids).size < ids.length) throw invalidBody('A task holds an input data once');
  const unknown = ids.find((id) => !inputData.has(id));
  if (unknown !== undefined) throw invalidBody(`The project has no input data ${unknown}`);
}

function removeTask(project: ProjectRecord, files: FileStore, taskId: string, at: string): Task {
  const task = findTask(project, taskId);
  for (const inputDataId of task.input_data_id_list) forgetFrame(project, files, taskId, inputDataId);
  project.tasks.delete(taskId);
  project.taskHistories.delete(taskId);
  project.taskEvents.delete(taskId);
  noteTaskUpdate(project, at);
  return task;
}
