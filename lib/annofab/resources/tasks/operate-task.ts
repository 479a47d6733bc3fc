import type { AnnofabApi } from '../../api.ts';
import { ConflictError, ForbiddenError, TaskStateError } from '../../errors.ts';
import type { Task, TaskOperation } from '../../generated/schemas.ts';
import type { RequestOptions } from '../../options.ts';

/** A task, and when it was last read. */
export interface TaskToOperate {
  project_id: string;
  task_id: string;
  /** The task's `updated_datetime`, if the task must not have changed since. Default: read the task first. */
  last_updated_datetime?: string | undefined;
}

/** An operation on a task, and its requirements in words for error messages. */
export interface Move {
  readonly status: TaskOperation['status'];
  /** Such as `start it`. */
  readonly action: string;
  /** The required role and state of the task. */
  readonly needs: string;
}

export const MOVES = {
  start: {
    status: 'working',
    action: 'start it',
    needs: 'its assignee, and the status not_started, break or on_hold',
  },
  pause: { status: 'break', action: 'pause it', needs: 'its assignee, and the status working' },
  hold: { status: 'on_hold', action: 'put it on hold', needs: 'its assignee, and the status working' },
  complete: { status: 'complete', action: 'complete its phase', needs: 'its assignee, and the status working' },
  reject: {
    status: 'rejected',
    action: 'reject it',
    needs: 'its assignee, the status working and the phase inspection or acceptance (an owner can reject it by force)',
  },
  rejectByForce: { status: 'rejected', action: 'reject it by force', needs: 'an owner of the project' },
  cancelSubmission: {
    status: 'cancelled',
    action: 'withdraw its submission',
    needs:
      'the account that submitted it, the status not_started, the phase inspection or acceptance, and no work on it since',
  },
  cancelAcceptance: {
    status: 'not_started',
    action: 'cancel its acceptance',
    needs: 'an owner of the project, the phase acceptance and the status complete',
  },
  assign: {
    status: 'not_started',
    action: 'change its assignee',
    needs: 'an owner or accepter of the project, and a status that is neither working nor complete',
  },
} as const satisfies Record<string, Move>;

/**
 * Sends an operation on a task (operateTask). Reads the task first if no date-time was given, and retries once if the task
 * changed between the two requests: metadata may be written at any time.
 *
 * @throws TaskStateError when Annofab refuses with 403 or 409; its message states the task's state and the required one
 */
export async function operateTask(
  client: AnnofabApi,
  { project_id, task_id, last_updated_datetime: given }: TaskToOperate,
  move: Move,
  details: Omit<TaskOperation, 'status' | 'last_updated_datetime'>,
  options?: RequestOptions,
): Promise<Task> {
  const readLock = async () => (await client.getTask({ project_id, task_id }, options)).updated_datetime;
  const operate = (last_updated_datetime: string) => {
    const body: TaskOperation = { ...details, status: move.status, last_updated_datetime };
    return client.operateTask({ project_id, task_id, body }, options);
  };
  try {
    try {
      return await operate(given ?? (await readLock()));
    } catch (error) {
      if (given !== undefined || !isStale(error)) throw error;
      return await operate(await readLock());
    }
  } catch (error) {
    if (!(error instanceof ConflictError || error instanceof ForbiddenError)) throw error;
    const task = await client.getTask({ project_id, task_id }, options).catch(() => undefined);
    throw task === undefined ? error : taskStateError(task, move, { cause: error, lock: given });
  }
}

function isStale(error: unknown): boolean {
  return error instanceof ConflictError && error.errorCode === 'ALREADY_UPDATED';
}

/** An error that states the task's state and the requirements of the move. */
export function taskStateError(
  task: Task,
  { action, needs }: Move,
  details: { cause?: unknown; lock?: string | undefined } = {},
): TaskStateError {
  const { project_id, task_id, phase, phase_stage, status, account_id, updated_datetime } = task;
  const assignee = account_id ? `assigned to account ${account_id}` : 'not assigned to anybody';
  const state = `it is ${status} in phase ${phase} (stage ${phase_stage}), ${assignee}`;
  const stale =
    isStale(details.cause) && details.lock !== undefined
      ? ` It was changed at ${updated_datetime}, after ${details.lock}: read it again.`
      : '';
  const message = `task ${task_id} of project ${project_id}: cannot ${action}: ${state}. Required: ${needs}.${stale}`;
  return new TaskStateError(message, { task, cause: details.cause });
}
