import type { TaskRequest } from '../../../lib/annofab/api-description.ts';
import { limitGroups } from '../core/aggregations.ts';
import { invalidBody } from '../core/errors.ts';
import { paginate, readIds } from '../core/query.ts';
import type { ProjectRecord } from '../core/state.ts';
import { assertBelongsToOrganization } from '../organizations/organization-rules.ts';
import { assertNotSuspended } from '../projects/project-status.ts';
import type { HandlerTable } from '../server/handler.ts';
import { deleteFrame, deleteTask } from './delete-task.ts';
import { findTask, MAX_INPUTS, newTask, recordTaskUpdate } from './task.ts';
import { planAssignment } from './task-assignment.ts';
import { historiesOf } from './task-histories.ts';
import { searchTasks, taskCounts } from './task-search.ts';
import { assignTask, operateTask } from './task-transitions.ts';

const MAX_BULK = 100;

/** Annofab refuses this many tasks and more. */
const TOO_MANY_TASKS = 1_000;

export const tasks = {
  getTask: ({ project, params, staleTasks }) => staleTasks.view(findTask(project, params.task_id)),

  getTasks: ({ project, query, clock, staleTasks }) => {
    const found = searchTasks(project, query, clock);
    const page = paginate(found, query);
    return { ...page, list: page.list.map(staleTasks.view), aggregations: limitGroups(taskCounts(found)) };
  },

  getTasksInBulk: ({ project, params, query, staleTasks }) => {
    const ids = readIds('task_id', query.task_id, MAX_BULK);
    return {
      success: ids.flatMap((id) => project.tasks.get(id) ?? []).map(staleTasks.view),
      failure: ids.filter((id) => !project.tasks.has(id)).map((id) => ({ project_id: params.project_id, task_id: id })),
    };
  },

  /** Deletes the annotations and comments on input data that the task no longer holds. */
  putTask: ({ project, params, body, clock, state }) => {
    assertNotSuspended(project);
    checkInputs(project, body);
    if (body.metadata) checkMetadata(body.metadata);
    const now = clock.stamp();
    const task = project.tasks.get(params.task_id) ?? newTask(params.project_id, params.task_id, [], now);
    for (const id of task.input_data_id_list) {
      if (!body.input_data_id_list.includes(id)) deleteFrame(project, state.files, task.task_id, id);
    }
    task.input_data_id_list = body.input_data_id_list;
    task.updated_datetime = now;
    if (body.metadata) task.metadata = body.metadata;
    project.tasks.set(task.task_id, task);
    recordTaskUpdate(project, now);
    return task;
  },

  deleteTask: ({ project, params, clock, state }) => deleteTask(project, state.files, params.task_id, clock.stamp()),

  /** Not atomic: the items before the first failure stay applied. */
  batchUpdateTasks: ({ project, params, body, clock, state }) => {
    assertNotSuspended(project);
    return body.map((item) => {
      if (item.project_id !== params.project_id) throw invalidBody('project_id differs from the one in the path');
      return deleteTask(project, state.files, item.task_id, clock.stamp());
    });
  },

  getTaskHistories: ({ project, params }) => historiesOf(project, findTask(project, params.task_id)),

  operateTask: (context) => {
    const { project, params, body, member, state } = context;
    if (body.status === 'working') assertBelongsToOrganization(state, project, member);
    return operateTask(context, project, findTask(project, params.task_id), body, member);
  },

  patchTasksMetadata: ({ project, body, clock, settings }) => {
    assertNotSuspended(project);
    const patches = Object.entries(body);
    if (patches.length >= TOO_MANY_TASKS) throw invalidBody(`One request changes fewer than ${TOO_MANY_TASKS} tasks`);
    const changes = patches.map(([taskId, metadata]) => ({ task: findTask(project, taskId), metadata }));
    for (const { metadata } of changes) checkMetadata(metadata);
    for (const { task, metadata } of changes) {
      const now = clock.stamp();
      task.metadata = settings.metadataPatchMerges ? { ...task.metadata, ...metadata } : metadata;
      task.updated_datetime = now;
      if (settings.metadataPatchIsOperation) task.operation_updated_datetime = now;
      recordTaskUpdate(project, now);
    }
    return { message: `Updated ${changes.length} tasks` };
  },

  /** Atomic: assigns all of the tasks or none. */
  assignTasks: ({ project, body, member, clock, settings }) => {
    assertNotSuspended(project);
    const { assignee, tasks: assigned } = planAssignment(project, body.request_type, member);
    for (const task of assigned) {
      assignTask({ project, task, actor: member, clock, settings }, assignee.account_id);
    }
    return [...assigned];
  },
} satisfies HandlerTable;

function checkInputs({ inputData }: ProjectRecord, { input_data_id_list: ids }: TaskRequest): void {
  if (ids.length > MAX_INPUTS) throw invalidBody(`A task holds at most ${MAX_INPUTS} input data`);
  if (new Set(ids).size < ids.length) throw invalidBody('A task must not hold the same input data twice');
  const unknown = ids.find((id) => !inputData.has(id));
  if (unknown !== undefined) throw invalidBody(`The project has no input data ${unknown}`);
}

const METADATA_KEY = /^[A-Za-z0-9_-]+$/;

/** @throws Failure 400 for a key that Annofab does not allow */
function checkMetadata(metadata: Readonly<Record<string, unknown>>): void {
  const wrong = Object.keys(metadata).find((key) => !METADATA_KEY.test(key));
  if (wrong !== undefined) throw invalidBody(`${wrong} is not a metadata key: a key has letters, digits, _ and - only`);
}
