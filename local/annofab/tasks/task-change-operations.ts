import type { ProjectMember, Task, TaskOperation } from '../../../lib/annofab/api-description.ts';
import { invalidBody } from '../core/errors.ts';
import type { Services } from '../core/services.ts';
import type { ProjectRecord } from '../core/state.ts';
import { assertBelongsToOrganization } from '../organizations/organization-rules.ts';
import { assertNotSuspended, findTask, noteTaskUpdate } from '../projects/project-rules.ts';
import type { HandlerTable } from '../server/handler.ts';
import { operate } from './task-life-cycle.ts';
import { checkMetadata } from './task-metadata.ts';

/** From this many tasks on, Annofab fails. */
const TOO_MANY_TASKS = 1_000;

export const taskChanges = {
  operateTask: (context) => {
    const { project, params, body, member, state } = context;
    if (body.status === 'working') assertBelongsToOrganization(state, project, member);
    return operateAndTell(context, project, findTask(project, params.task_id), body, member);
  },

  patchTasksMetadata: ({ project, body, clock }) => {
    assertNotSuspended(project);
    const patches = Object.entries(body);
    if (patches.length >= TOO_MANY_TASKS) throw invalidBody(`Fewer than ${TOO_MANY_TASKS} tasks at a time`);
    const changes = patches.map(([taskId, metadata]) => ({ task: findTask(project, taskId), metadata }));
    for (const { metadata } of changes) checkMetadata(metadata);
    for (const { task, metadata } of changes) {
      const now = clock.stamp();
      task.metadata = metadata;
      task.updated_datetime = now;
      noteTaskUpdate(project, now);
    }
    return { message: `Updated ${changes.length} tasks` };
  },
} satisfies HandlerTable;

/** An operation on a task, and the webhooks that completing it fires. */
export function operateAndTell(
  { clock, settings, webhooks }: Pick<Services, 'clock' | 'settings' | 'webhooks'>,
  project: ProjectRecord,
  task: Task,
  operation: TaskOperation,
  actor: ProjectMember,
): Task {
  const before = structuredClone(task);
  const { completed } = operate({ project, task, actor, clock, settings }, operation);
  if (completed) {
    const placeholders = {
      TASK_ID: task.task_id,
      COMPLETE_DATETIME: task.operation_updated_datetime ?? task.updated_datetime,
      LAST_ACCOUNT: actor.account_id,
    };
    webhooks.fire(project, 'task-completed', placeholders, before);
  }
  return task;
}
