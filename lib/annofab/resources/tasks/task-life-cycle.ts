import type { AnnofabApi } from '../../api.ts';
import { AnnofabError } from '../../errors.ts';
import type { Task } from '../../generated/schemas.ts';
import type { RequestOptions } from '../../options.ts';
import type { Members } from '../members.ts';
import { type Move, moves, operateTask, type TaskToOperate, taskStateError } from './task-operations.ts';

/** Whom a task is given to: an account, a member by user id, or nobody. */
export type Assignee = { account_id: string | null } | { user_id: string };

/**
 * What moves a task on: each sends operateTask, reading the task first unless `last_updated_datetime` is given, and gives
 * the task as it is then.
 *
 * @throws TaskStateError when Annofab refuses: it tells how the task stands and what is needed
 */
export interface TaskLifeCycle {
  /** Begins work, or goes on with it. For the assignee; from not_started, break or on_hold. */
  start(params: TaskToOperate, options?: RequestOptions): Promise<Task>;
  /** Interrupts work: the status becomes break. For the assignee; from working. */
  pause(params: TaskToOperate, options?: RequestOptions): Promise<Task>;
  /** Puts the task aside: the status becomes on_hold. For the assignee; from working. */
  hold(params: TaskToOperate, options?: RequestOptions): Promise<Task>;
  /** Submits the annotation, or passes the inspection or acceptance: the next phase. For the assignee; from working. */
  complete(params: TaskToOperate, options?: RequestOptions): Promise<Task>;
  /**
   * Sends the task back to annotation. For the assignee of an inspection or acceptance, from working; with `force` for an
   * owner, from any state.
   *
   * @throws BadRequestError when no inspection comment says why, unless `force`
   */
  reject(params: TaskToOperate & { force?: boolean | undefined }, options?: RequestOptions): Promise<Task>;
  /** Takes one's own submission back, as long as nobody has worked on the task since. */
  cancelSubmission(params: TaskToOperate, options?: RequestOptions): Promise<Task>;
  /**
   * Makes an accepted task one to be accepted again, assigned to an account or to nobody. For owners.
   *
   * @throws TaskStateError also when the task is not accepted: Annofab would take it for a change of the assignee
   */
  cancelAcceptance(
    params: TaskToOperate & { account_id?: string | null | undefined },
    options?: RequestOptions,
  ): Promise<Task>;
  /**
   * Gives the task to a member, or to nobody (`account_id: null`), as not_started. For owners and accepters.
   *
   * @example
   * await annofab.tasks.assign({ project_id, task_id, user_id: 'taro' });
   * @throws TaskStateError also when the task is accepted: Annofab would cancel its acceptance
   * @throws AnnofabError when the project has no member with this user id
   */
  assign(params: TaskToOperate & Assignee, options?: RequestOptions): Promise<Task>;
}

export function createTaskLifeCycle(client: AnnofabApi & { readonly members: Members }): TaskLifeCycle {
  const asMyself = (move: Move) => async (task: TaskToOperate, options?: RequestOptions) => {
    const { account_id } = await client.account(options);
    return operateTask(client, task, move, { account_id }, options);
  };
  return {
    start: asMyself(moves.start),
    pause: asMyself(moves.pause),
    hold: asMyself(moves.hold),
    complete: asMyself(moves.complete),
    reject: ({ force, ...task }, options) =>
      force
        ? operateTask(client, task, moves.rejectByForce, { force }, options)
        : asMyself(moves.reject)(task, options),
    cancelSubmission: asMyself(moves.cancelSubmission),
    async cancelAcceptance({ account_id, ...task }, options) {
      const found = await readAs(client, task, moves.cancelAcceptance, isAccepted, options);
      return operateTask(client, found, moves.cancelAcceptance, { account_id: account_id ?? null }, options);
    },
    async assign(params, options) {
      const account_id = await accountIdOf(client, params, options);
      const found = await readAs(client, params, moves.assign, (task) => !isAccepted(task), options);
      return operateTask(client, found, moves.assign, { account_id }, options);
    },
  };
}

/**
 * Annofab takes the same request for the cancelling of an acceptance and for a change of the assignee, by the state of
 * the task. So it is read, and that reading is the lock, unless the caller holds one.
 *
 * @throws TaskStateError when the request would do something else than what was asked for
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
  if ('account_id' in params) return params.account_id;
  const { project_id, user_id } = params;
  const member = await client.members.byUserId({ project_id, user_id }, options);
  if (member !== undefined) return member.account_id;
  throw new AnnofabError(`project ${project_id} has no member with the user id ${user_id}: the task stays as it is.`);
}
