import type { AnnofabApi } from '../../api.ts';
import { AnnofabError } from '../../errors.ts';
import type { Task } from '../../generated/schemas.ts';
import { assertOneOf, type OneOf } from '../../one-of.ts';
import type { RequestOptions } from '../../options.ts';
import type { Members } from '../members.ts';
import { MOVES, type Move, operateTask, type TaskToOperate, taskStateError } from './operate-task.ts';

/** The new assignee of a task: an account, a member by user id, or nobody (`account_id: null`). */
export type Assignee = OneOf<{ account_id: string | null } | { user_id: string }>;

/**
 * Moves a task through its phases. Each method sends operateTask and returns the updated task. It reads the task first
 * unless `last_updated_datetime` is given.
 *
 * @example
 * await annofab.tasks.start({ project_id, task_id });
 * @throws TaskStateError when Annofab refuses: its message states the task's state and the required one
 */
export interface TaskLifeCycle {
  /** Starts or resumes work. For the assignee; from not_started, break or on_hold. */
  start(params: TaskToOperate, options?: RequestOptions): Promise<Task>;
  /** Interrupts work: the status becomes break. For the assignee; from working. */
  pause(params: TaskToOperate, options?: RequestOptions): Promise<Task>;
  /** Puts the task on hold: the status becomes on_hold. For the assignee; from working. */
  hold(params: TaskToOperate, options?: RequestOptions): Promise<Task>;
  /** Submits the annotation, or passes the inspection or acceptance, to the next phase. For the assignee; from working. */
  complete(params: TaskToOperate, options?: RequestOptions): Promise<Task>;
  /**
   * Sends the task back to annotation. For the assignee of an inspection or acceptance, from working; with `force` for an
   * owner, from any state.
   *
   * @throws BadRequestError when there is no open inspection comment, unless `force`
   */
  reject(params: TaskToOperate & { force?: boolean | undefined }, options?: RequestOptions): Promise<Task>;
  /** Withdraws your own submission, if nobody has worked on the task since. */
  cancelSubmission(params: TaskToOperate, options?: RequestOptions): Promise<Task>;
  /**
   * Returns an accepted task to acceptance, assigned to an account or to nobody. For owners.
   *
   * @throws TaskStateError also when the task is not accepted: Annofab would change the assignee instead
   */
  cancelAcceptance(
    params: TaskToOperate & { account_id?: string | null | undefined },
    options?: RequestOptions,
  ): Promise<Task>;
  /**
   * Assigns the task to a member, or to nobody (`account_id: null`). Its status becomes not_started. For owners and
   * accepters.
   *
   * @example
   * await annofab.tasks.assign({ project_id, task_id, user_id: 'taro' });
   * @throws TaskStateError also when the task is accepted: Annofab would cancel the acceptance instead
   * @throws AnnofabError when the project has no member with this user id
   * @throws InvalidParameterError when both `account_id` and `user_id` are given, as in `{ ...task, user_id }`
   */
  assign(params: TaskToOperate & Assignee, options?: RequestOptions): Promise<Task>;
}

export function createTaskLifeCycle(client: AnnofabApi & { readonly members: Members }): TaskLifeCycle {
  const asSelf = (move: Move) => async (task: TaskToOperate, options?: RequestOptions) => {
    const { account_id } = await client.account(options);
    return operateTask(client, task, move, { account_id }, options);
  };
  return {
    start: asSelf(MOVES.start),
    pause: asSelf(MOVES.pause),
    hold: asSelf(MOVES.hold),
    complete: asSelf(MOVES.complete),
    reject: ({ force, ...task }, options) =>
      force ? operateTask(client, task, MOVES.rejectByForce, { force }, options) : asSelf(MOVES.reject)(task, options),
    cancelSubmission: asSelf(MOVES.cancelSubmission),
    async cancelAcceptance({ account_id, ...task }, options) {
      const found = await readAs(client, task, MOVES.cancelAcceptance, isAccepted, options);
      return operateTask(client, found, MOVES.cancelAcceptance, { account_id: account_id ?? null }, options);
    },
    async assign(params, options) {
      const account_id = await accountIdOf(client, params, options);
      const found = await readAs(client, params, MOVES.assign, (task) => !isAccepted(task), options);
      return operateTask(client, found, MOVES.assign, { account_id }, options);
    },
  };
}

/**
 * Annofab uses the same request to cancel an acceptance and to change the assignee; the task's state decides which. So the
 * task is read first, and its date-time is the lock unless the caller gave one.
 *
 * @throws TaskStateError when the request would have the other effect
 */
async function readAs(
  client: AnnofabApi,
  { project_id, task_id, last_updated_datetime }: TaskToOperate,
  move: Move,
  isRight: (task: Task) => boolean,
  options?: RequestOptions,
): Promise<TaskToOperate> {
  const task = await client.getTask({ project_id, task_id }, options);
  if (!isRight(task)) throw taskStateError(task, move);
  return { project_id, task_id, last_updated_datetime: last_updated_datetime ?? task.updated_datetime };
}

function isAccepted({ phase, status }: Task): boolean {
  return phase === 'acceptance' && status === 'complete';
}

async function accountIdOf(
  client: AnnofabApi & { readonly members: Members },
  params: TaskToOperate & Assignee,
  options?: RequestOptions,
): Promise<string | null> {
  assertOneOf(params, ['account_id', 'user_id']);
  if (params.user_id === undefined) return params.account_id;
  const { project_id, user_id } = params;
  const member = await client.members.byUserId({ project_id, user_id }, options);
  if (member !== undefined) return member.account_id;
  throw new AnnofabError(`project ${project_id} has no member with the user id ${user_id}: the task was not changed.`);
}
