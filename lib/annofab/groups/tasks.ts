import type { AnnofabClient, RequestOptions } from '../client.ts';
import { AnnofabError } from '../errors.ts';
import type { Task, TaskGenerateResponse, TaskHistory } from '../generated/schemas.ts';
import { type AllOptions, type AllParams, allPages, pageSize } from '../paging.ts';
import * as histories from '../task-histories.ts';
import type { UploadContent } from '../upload-source.ts';
import { orUndefined } from './find.ts';
import { type MergedMetadata, type MetadataChange, mergeTaskMetadata } from './task-metadata.ts';
import { type Move, moves, operateTask, type TaskToOperate, taskStateError } from './task-operations.ts';

interface TaskIds {
  project_id: string;
  task_id: string;
}

/** Whom a task is given to: an account, a member by user id, or nobody. */
export type Assignee = { account_id: string | null } | { user_id: string };

/**
 * The tasks of a project.
 *
 * What moves a task on (`start` to `assign`) sends operateTask. It reads the task first, unless `last_updated_datetime`
 * is given, and gives the task as it is then. It fails with TaskStateError, which tells how the task stands and what is
 * needed.
 */
export interface Tasks {
  /**
   * All tasks of a project that match (getTasks).
   *
   * @example
   * for await (const task of annofab.tasks.all({ project_id, query: { status: 'complete' } })) console.log(task.task_id);
   * @throws ResultWindowExceededError when more than 10,000 match, unless `allowTruncated`: `annofab.lists.tasks` has all
   */
  all(params: AllParams<'getTasks'>, options?: AllOptions): AsyncGenerator<Task, void, undefined>;
  /** The task, or undefined when there is none (getTask). */
  find(params: TaskIds, options?: RequestOptions): Promise<Task | undefined>;
  /** The task's histories, oldest first, or undefined when there is no such task (getTaskHistories). */
  findHistories(params: TaskIds, options?: RequestOptions): Promise<TaskHistory[] | undefined>;

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

  /**
   * Changes keys in the metadata of tasks and leaves their other keys alone: Annofab itself replaces all metadata of a
   * task. Reads the tasks (getTasksInBulk), and writes 500 at a time (patchTasksMetadata) those that differ. Annofab has
   * no lock for this: what others write between the reading and the writing of a batch is lost.
   *
   * @param params.metadata by task id: a value is set, null takes the key away. Keys are `[A-Za-z0-9_-]`.
   * @returns the ids of tasks that were written, were so already, or are not there. If a batch fails, those before it
   * stay written; to do it again does no harm.
   * @example
   * await annofab.tasks.mergeMetadata({ project_id, metadata: { 'task-1': { priority: 5, reviewer: null } } });
   */
  mergeMetadata(
    params: {
      project_id: string;
      metadata: Readonly<Record<string, MetadataChange>> | Iterable<readonly [string, MetadataChange]>;
    },
    options?: RequestOptions,
  ): Promise<MergedMetadata>;

  /**
   * Starts a job that makes tasks out of a CSV without heading: task id, input data name, input data id (createTempPath,
   * getProject, initiateTasksGeneration; for owners). The CSV is UTF-8 (or UTF-16LE with BOM).
   *
   * @example
   * const { job } = await annofab.tasks.generateFromCsv({ project_id, data: 'task-1,a.png,input-a\n' });
   * await annofab.jobs.wait(job);
   * @throws ConflictError while a job runs that excludes it, or when the project is suspended
   */
  generateFromCsv(
    params: { project_id: string } & UploadContent,
    options?: RequestOptions,
  ): Promise<TaskGenerateResponse>;

  /** {@link histories.countRejections} */
  readonly countRejections: typeof histories.countRejections;
  /** {@link histories.rejectionIndexes} */
  readonly rejectionIndexes: typeof histories.rejectionIndexes;
  /** {@link histories.skippedInspectionIndexes} */
  readonly skippedInspectionIndexes: typeof histories.skippedInspectionIndexes;
  /** {@link histories.skippedAcceptanceIndexes} */
  readonly skippedAcceptanceIndexes: typeof histories.skippedAcceptanceIndexes;
  /** {@link histories.taskCreatedAt} */
  readonly taskCreatedAt: typeof histories.taskCreatedAt;
  /** {@link histories.canEditAnnotations} */
  readonly canEditAnnotations: typeof histories.canEditAnnotations;
}

export function createTasks(client: AnnofabClient): Tasks {
  return {
    all: ({ query, ...params }, options) =>
      allPages(
        { operation: 'getTasks', instead: 'read the list file with annofab.lists.tasks' },
        (page) => client.getTasks({ ...params, query: { limit: pageSize, ...query, page } }, options),
        options,
      ),
    find: (params, options) => orUndefined(client.getTask(params, options)),
    findHistories: (params, options) => orUndefined(client.getTaskHistories(params, options)),
    ...createLifeCycle(client),
    mergeMetadata: ({ project_id, metadata }, options) =>
      mergeTaskMetadata(client, project_id, isIterable(metadata) ? metadata : Object.entries(metadata), options),
    async generateFromCsv(params, options) {
      const { project_id } = params;
      const csv_data_path = await client.files.upload({ contentType: 'text/csv', ...params }, options);
      const { updated_datetime: project_last_updated_datetime } = await client.getProject({ project_id }, options);
      const task_generate_rule = { _type: 'ByInputDataCsv', csv_data_path } as const;
      const body = { task_generate_rule, project_last_updated_datetime };
      return client.initiateTasksGeneration({ project_id, body }, options);
    },
    ...histories,
  };
}

type LifeCycle = Pick<
  Tasks,
  'start' | 'pause' | 'hold' | 'complete' | 'reject' | 'cancelSubmission' | 'cancelAcceptance' | 'assign'
>;

function createLifeCycle(client: AnnofabClient): LifeCycle {
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
  client: AnnofabClient,
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
  client: AnnofabClient,
  params: TaskToOperate & Assignee,
  options?: RequestOptions,
): Promise<string | null> {
  if ('account_id' in params) return params.account_id;
  const { project_id, user_id } = params;
  const member = await client.members.byUserId({ project_id, user_id }, options);
  if (member !== undefined) return member.account_id;
  throw new AnnofabError(`project ${project_id} has no member with the user id ${user_id}: the task stays as it is.`);
}

function isIterable<T>(value: object | Iterable<T>): value is Iterable<T> {
  return Symbol.iterator in value;
}
