import type { Task, TaskHistory, TaskHistoryShort, TaskPhase } from '../../generated/schemas.ts';

/** The phases in which the work is checked. */
type CheckingPhase = Exclude<TaskPhase, 'annotation'>;

/**
 * Counts how often a task was rejected in a phase, from its `histories_by_phase`.
 *
 * @example
 * const task = await annofab.getTask({ project_id, task_id });
 * countRejections(task.histories_by_phase, { phase: 'acceptance' }) // 2
 */
export function countRejections(
  histories: readonly TaskHistoryShort[],
  { phase, phase_stage = 1 }: { phase: CheckingPhase; phase_stage?: number },
): number {
  return histories.filter(
    (visit, index) =>
      visit.phase === phase &&
      visit.phase_stage === phase_stage &&
      visit.worked &&
      histories[index + 1]?.phase === 'annotation',
  ).length;
}

/** The indexes in a task's histories (getTaskHistories) at which a person rejected it back to annotation. */
export function rejectionIndexes(histories: readonly TaskHistory[]): number[] {
  return indexesOf(
    histories,
    (history, next) =>
      history.phase !== 'annotation' &&
      !isUnassigned(history) &&
      !isZero(history.accumulated_labor_time_milliseconds) &&
      isOver(history) &&
      next?.phase === 'annotation',
  );
}

/** The indexes in a task's histories (getTaskHistories) at which sampling skipped its inspection. */
export function skippedInspectionIndexes(histories: readonly TaskHistory[]): number[] {
  return skippedIndexes(histories, 'inspection');
}

/** The indexes in a task's histories (getTaskHistories) at which sampling skipped its acceptance. */
export function skippedAcceptanceIndexes(histories: readonly TaskHistory[]): number[] {
  return skippedIndexes(histories, 'acceptance');
}

/** Nobody worked in the phase, and no earlier phase followed: that would be a cancelled submission. */
function skippedIndexes(histories: readonly TaskHistory[], phase: CheckingPhase): number[] {
  return indexesOf(
    histories,
    (history, next) =>
      history.phase === phase &&
      isUnassigned(history) &&
      isZero(history.accumulated_labor_time_milliseconds) &&
      isOver(history) &&
      next?.phase !== 'annotation' &&
      next?.phase !== 'inspection',
  );
}

/**
 * Returns the creation date-time of a task, verbatim.
 *
 * @param histories all of the task's histories (getTaskHistories)
 * @returns undefined for tasks from before December 2020, whose histories lack it
 */
export function taskCreatedAt(task: Task, histories: readonly TaskHistory[]): string | undefined {
  const [first, second] = histories;
  const isCreation =
    first?.phase === 'annotation' && isUnassigned(first) && isZero(first.accumulated_labor_time_milliseconds);
  if (!isCreation) return undefined;
  return (second === undefined ? task.operation_updated_datetime : first.started_datetime) ?? undefined;
}

/**
 * Whether an account may save the annotations of a task without changing its assignee: its current assignee in any status, or
 * a project owner if nobody has worked on the task yet. It is the rule of `can_put_annotation` in Annofab's Python client and of
 * the API's documentation of putAnnotation. Comments need more: the assignee, and the status working.
 *
 * @param member.member_role by default the account counts as no owner
 * @example
 * canEditAnnotations(task, { account_id, member_role: 'owner' })
 */
export function canEditAnnotations(
  task: Pick<Task, 'account_id' | 'histories_by_phase'>,
  member: { account_id: string; member_role?: string | undefined },
): boolean {
  const isFresh = task.histories_by_phase.length === 0;
  return task.account_id === member.account_id || (isFresh && member.member_role === 'owner');
}

function indexesOf(
  histories: readonly TaskHistory[],
  isWanted: (history: TaskHistory, next: TaskHistory | undefined) => boolean,
): number[] {
  return histories.flatMap((history, index) => (isWanted(history, histories[index + 1]) ? [index] : []));
}

function isUnassigned({ account_id }: { readonly account_id?: string | null | undefined }): boolean {
  return (account_id ?? undefined) === undefined;
}

function isOver({ started_datetime, ended_datetime }: TaskHistory): boolean {
  return Boolean(started_datetime) && Boolean(ended_datetime);
}

/** An ISO 8601 duration without a digit other than 0: `PT0S`, `PT0.000S`. */
function isZero(duration: string): boolean {
  return !/[1-9]/.test(duration);
}
