import { randomUUID } from 'node:crypto';
import type { Task, TaskHistory, TaskHistoryShort, TaskPhase } from '../../../lib/annofab/api-description.ts';
import type { ProjectRecord } from '../core/state.ts';

export interface PhaseStage {
  readonly phase: TaskPhase;
  readonly stage: number;
}

/**
 * Notes in the task's `histories_by_phase` who has the phase now. Within one visit to a phase, an assignee who has not
 * worked yet is replaced, and one who has stays on record.
 */
export function recordVisit(task: Task, accountId: string): void {
  const last = task.histories_by_phase.at(-1);
  if (last && isVisitOf(last, task)) {
    if (last.account_id === accountId) return;
    if (!last.worked) task.histories_by_phase.pop();
  }
  const { phase, phase_stage } = task;
  task.histories_by_phase.push({ phase, phase_stage, account_id: accountId, worked: false });
}

export function isVisitOf(visit: TaskHistoryShort, task: Task): boolean {
  return visit.phase === task.phase && visit.phase_stage === task.phase_stage;
}

/** Who had the phase last. */
export function lastWorker(task: Task, { phase, stage }: PhaseStage): string | undefined {
  return task.histories_by_phase.findLast((visit) => visit.phase === phase && visit.phase_stage === stage)?.account_id;
}

/** A task's history, oldest first. The first entry says that the task was made; it has no times until another follows. */
export function historiesOf(project: ProjectRecord, task: Task): TaskHistory[] {
  const present = project.taskHistories.get(task.task_id);
  if (present) return present;
  const made = [newHistory(task, { phase: 'annotation', phase_stage: 1 })];
  project.taskHistories.set(task.task_id, made);
  return made;
}

/** Begins a history entry for the task's present phase and assignee; entries in which nobody worked are dropped. */
export function openHistory(project: ProjectRecord, task: Task): TaskHistory {
  const [made, ...later] = historiesOf(project, task);
  const madeAt = task.operation_updated_datetime ?? task.updated_datetime;
  if (made) made.started_datetime ??= madeAt;
  if (made) made.ended_datetime ??= made.started_datetime ?? madeAt;
  const history = newHistory(task, task);
  project.taskHistories.set(task.task_id, [...(made ? [made] : []), ...later.filter(isUsed), history]);
  return history;
}

/** An entry of a phase that the task went past: nobody's, begun and ended in one moment. */
export function passHistory(project: ProjectRecord, task: Task, { phase, stage }: PhaseStage, at: string): void {
  const passed = { ...newHistory(task, { phase, phase_stage: stage }), started_datetime: at, ended_datetime: at };
  project.taskHistories.set(task.task_id, [...historiesOf(project, task), passed]);
}

function newHistory(
  task: Task,
  { phase, phase_stage, account_id }: Pick<Task, 'phase' | 'phase_stage' | 'account_id'>,
) {
  const history: TaskHistory = {
    project_id: task.project_id,
    task_id: task.task_id,
    task_history_id: randomUUID(),
    accumulated_labor_time_milliseconds: 'PT0S',
    phase,
    phase_stage,
    ...(account_id != null && { account_id }),
  };
  return history;
}

/** The entry that work goes to: the last one, or a new one when that has ended. */
export function currentHistory(project: ProjectRecord, task: Task): TaskHistory {
  const [, ...worked] = historiesOf(project, task);
  const last = worked.at(-1);
  return last && last.ended_datetime === undefined ? last : openHistory(project, task);
}

export function endHistory(project: ProjectRecord, task: Task, at: string): void {
  const last = project.taskHistories.get(task.task_id)?.at(-1);
  if (last && isUsed(last)) last.ended_datetime ??= at;
}

/** While a task is worked on, its last operation was the start: so the time since then is work. */
export function stopWorking(project: ProjectRecord, task: Task, at: string): void {
  const milliseconds = Math.max(0, Date.parse(at) - Date.parse(task.operation_updated_datetime ?? at));
  task.work_time_span += milliseconds;
  const history = currentHistory(project, task);
  const before = parseSeconds(history.accumulated_labor_time_milliseconds);
  history.accumulated_labor_time_milliseconds = `PT${before + milliseconds / 1000}S`;
}

/** The emulator writes durations in seconds only. */
function parseSeconds(duration: string): number {
  return Number(/^PT([\d.]+)S$/.exec(duration)?.[1] ?? 0);
}

function isUsed(history: TaskHistory): boolean {
  return history.started_datetime !== undefined;
}
