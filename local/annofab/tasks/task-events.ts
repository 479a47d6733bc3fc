import { createHash, randomUUID } from 'node:crypto';
import type { Task, TaskHistoryEvent, TaskOperation } from '../../../lib/annofab/api-description.ts';
import type { ProjectRecord } from '../core/state.ts';

/** Where a task stands: what an event says of it. */
export type Standing = Pick<Task, 'phase' | 'phase_stage' | 'status' | 'account_id'>;

/**
 * What has happened to a task, oldest first. A task on which nobody has done anything yet still has the one event that
 * it began with.
 */
export function eventsOf({ taskEvents }: ProjectRecord, task: Task): readonly TaskHistoryEvent[] {
  return taskEvents.get(task.task_id) ?? [beginningOf(task)];
}

/**
 * Notes what an operation made of a task. Ending a phase is an event of its own before the one of the next phase, so
 * that work always ends with an event of the phase it was done in.
 *
 * @param before the task as it was
 */
export function recordEvents(project: ProjectRecord, before: Task, task: Task, operation: TaskOperation): void {
  const at = task.operation_updated_datetime ?? task.updated_datetime;
  const request = { ...operation, force: operation.force ?? false };
  const leaves = before.status === 'working' && !isSamePlace(before, task);
  const closing: Standing[] = leaves ? [{ ...before, status: 'complete' }] : [];
  const events = [...closing, task].map((standing) => ({ ...toEvent(task, standing, at), request }));
  project.taskEvents.set(task.task_id, [...eventsOf(project, before), ...events]);
}

function isSamePlace(one: Standing, other: Standing): boolean {
  return one.phase === other.phase && one.phase_stage === other.phase_stage && other.status !== 'not_started';
}

/** Nothing but operations moves a task on, so one without events stands where it began, and since then. */
function beginningOf(task: Task): TaskHistoryEvent {
  const event = toEvent(task, task, task.operation_updated_datetime ?? task.updated_datetime);
  return { ...event, task_history_id: nameOf(`${task.project_id}/${task.task_id}`) };
}

function toEvent({ project_id, task_id }: Task, standing: Standing, at: string): TaskHistoryEvent {
  const { phase, phase_stage, status, account_id: account } = standing;
  return {
    project_id,
    task_id,
    task_history_id: randomUUID(),
    created_datetime: at,
    phase,
    phase_stage,
    status,
    ...(account != null && { account_id: account }),
  };
}

/** The same for the same task whenever it is asked for, as nothing is kept of it. */
function nameOf(text: string): string {
  const hex = createHash('sha1').update(text).digest('hex');
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12}).*$/, '$1-$2-$3-$4-$5');
}
