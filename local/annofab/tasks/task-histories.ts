import { randomUUID } from 'node:crypto';
import type { Task, TaskHistory, TaskHistoryShort, TaskPhase } from '../../../lib/annofab/api-description.ts';
import type { ProjectRecord } from '../core/state.ts';
import { parseDuration } from '../statistics/days-and-durations.ts';

export interface PhaseStage {
  readonly phase: TaskPhase;
  readonly stage: number;
}

/**
 * Records the present assignee in the task's `histories_by_phase`. Within one visit to a phase, an assignee who has not
 * worked yet is replaced; one who has worked stays on record.
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

/** The last assignee of a phase. */
export function lastWorker(task: Task, { phase, stage }: PhaseStage): string | undefined {
  return task.histories_by_phase.findLast((visit) => visit.phase === phase && visit.phase_stage === stage)?.account_id;
}

/** A task's histories, oldest first. The first entry is the creation; it has no times until another entry follows. */
export function historiesOf(project: ProjectRecord, task: Task): TaskHistory[] {
  const present = project.taskHistories.get(task.task_id);
  if (present) return present;
  const made = [newHistory(task, { phase: 'annotation', phase_stage: 1 })];
  project.taskHistories.set(task.task_id, made);
  return made;
}

/** Begins an entry for the task's present phase and assignee, and drops entries in which nobody worked. */
export function openHistory(project: ProjectRecord, task: Task): TaskHistory {
  const [made, ...later] = historiesOf(project, task);
  const madeAt = task.operation_updated_datetime ?? task.updated_datetime;
  if (made) made.started_datetime ??= madeAt;
  if (made) made.ended_datetime ??= made.started_datetime ?? madeAt;
  const history = newHistory(task, task);
  project.taskHistories.set(task.task_id, [...(made ? [made] : []), ...later.filter(isUsed), history]);
  return history;
}

/** Adds an entry for a phase that sampling skipped: without an assignee, begun and ended at the same moment. */
export function recordSkippedPhase(project: ProjectRecord, task: Task, { phase, stage }: PhaseStage, at: string): void {
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

/** The entry that records the present work: the last one, or a new one when that has ended. */
export function currentHistory(project: ProjectRecord, task: Task): TaskHistory {
  const [, ...worked] = historiesOf(project, task);
  const last = worked.at(-1);
  return last && last.ended_datetime === undefined ? last : openHistory(project, task);
}

export function endHistory(project: ProjectRecord, task: Task, at: string): void {
  const last = project.taskHistories.get(task.task_id)?.at(-1);
  if (last && isUsed(last)) last.ended_datetime ??= at;
}

/** The last operation of a `working` task was the start of its work, so the time since then is work. */
export function stopWorking(project: ProjectRecord, task: Task, at: string): void {
  const milliseconds = Math.max(0, Date.parse(at) - Date.parse(task.operation_updated_datetime ?? at));
  task.work_time_span += milliseconds;
  const history = currentHistory(project, task);
  const before = parseDuration(history.accumulated_labor_time_milliseconds);
  history.accumulated_labor_time_milliseconds = `PT${Math.round(before + milliseconds) / 1000}S`;
}

function isUsed(history: TaskHistory): boolean {
  return history.started_datetime !== undefined;
}
