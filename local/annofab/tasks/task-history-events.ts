import { createHash, randomUUID } from 'node:crypto';
import type { Task, TaskHistoryEvent, TaskOperation } from '../../../lib/annofab/api-description.ts';
import type { ProjectRecord } from '../core/state.ts';

/** The part of a task that an event records. */
type TaskPosition = Pick<Task, 'phase' | 'phase_stage' | 'status' | 'account_id'>;

/**
 * The events of a task, oldest first. A task without operations has one event, that of its creation.
 */
export function eventsOf({ taskEvents }: ProjectRecord, task: Task): readonly TaskHistoryEvent[] {
  return taskEvents.get(task.task_id) ?? [initialEvent(task)];
}

/**
 * Records the result of an operation. Ending a phase is a separate event before that of the next phase, so that work
 * always ends with an event of its own phase.
 *
 * @param before the task before the operation
 */
export function recordEvents(project: ProjectRecord, before: Task, task: Task, operation: TaskOperation): void {
  const at = task.operation_updated_datetime ?? task.updated_datetime;
  const request = { ...operation, force: operation.force ?? false };
  const leaves = before.status === 'working' && !isSameVisit(before, task);
  const closing: TaskPosition[] = leaves ? [{ ...before, status: 'complete' }] : [];
  const events = [...closing, task].map((position) => ({ ...toEvent(task, position, at), request }));
  project.taskEvents.set(task.task_id, [...eventsOf(project, before), ...events]);
}

function isSameVisit(one: TaskPosition, other: TaskPosition): boolean {
  return one.phase === other.phase && one.phase_stage === other.phase_stage && other.status !== 'not_started';
}

/** Only operations change phase and status, so a task without events is still in its initial position. */
function initialEvent(task: Task): TaskHistoryEvent {
  const event = toEvent(task, task, task.operation_updated_datetime ?? task.updated_datetime);
  return { ...event, task_history_id: uuidOf(`${task.project_id}/${task.task_id}`) };
}

function toEvent({ project_id, task_id }: Task, position: TaskPosition, at: string): TaskHistoryEvent {
  const { phase, phase_stage, status, account_id: account } = position;
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

/** A stable id: the initial event is not stored, and must have the same id on every read. */
function uuidOf(text: string): string {
  const hex = createHash('sha1').update(text).digest('hex');
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12}).*$/, '$1-$2-$3-$4-$5');
}
