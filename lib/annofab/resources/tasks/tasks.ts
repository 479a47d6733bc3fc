import type { AnnofabApi } from '../../api.ts';
import type { UploadContent } from '../../files/upload-source.ts';
import type { Task, TaskGenerateResponse, TaskHistory } from '../../generated/schemas.ts';
import type { RequestOptions } from '../../options.ts';
import type { Members } from '../members.ts';
import { orUndefined } from '../or-undefined.ts';
import { type AllOptions, type AllParams, allPages, PAGE_SIZE } from '../paging.ts';
import * as histories from './task-histories.ts';
import { createTaskLifeCycle, type TaskLifeCycle } from './task-life-cycle.ts';
import { type MergedMetadata, type MetadataChange, mergeTaskMetadata } from './task-metadata.ts';

interface TaskIds {
  project_id: string;
  task_id: string;
}

/** The tasks of a project. */
export interface Tasks extends TaskLifeCycle {
  /**
   * Lists all matching tasks of a project (getTasks).
   *
   * @example
   * for await (const task of annofab.tasks.all({ project_id, query: { status: 'complete' } })) console.log(task.task_id);
   * @throws ResultWindowExceededError when more than 10,000 match, unless `allowTruncated`: `annofab.lists.tasks` has all
   */
  all(params: AllParams<'getTasks'>, options?: AllOptions): AsyncGenerator<Task, void, undefined>;
  /** Gets a task; undefined when it does not exist (getTask). */
  find(params: TaskIds, options?: RequestOptions): Promise<Task | undefined>;
  /** Gets a task's histories, oldest first; undefined when the task does not exist (getTaskHistories). */
  findHistories(params: TaskIds, options?: RequestOptions): Promise<TaskHistory[] | undefined>;
  /**
   * Changes keys in the metadata of tasks without touching their other keys; Annofab itself replaces all metadata of a task.
   * Reads the tasks (getTasksInBulk), and writes those that differ, 500 per request (patchTasksMetadata). Annofab has no
   * lock for this: a change by someone else between the two requests is lost.
   *
   * @param params.metadata by task id: a value sets the key, null removes it. Keys match `[A-Za-z0-9_-]+`.
   * @returns the ids of the tasks that were written, already had these metadata, or do not exist. If a batch fails, the
   * earlier batches stay written; repeating the call is safe.
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
   * Starts a job that creates tasks from a CSV without a header: task id, input data name, input data id (createTempPath,
   * getProject, initiateTasksGeneration; for owners). The CSV is UTF-8, or UTF-16LE with a BOM.
   *
   * @example
   * const { job } = await annofab.tasks.generateFromCsv({ project_id, data: 'task-1,a.png,input-a\n' });
   * await annofab.jobs.wait(job);
   * @throws ConflictError while a job that excludes it is in progress, or when the project is suspended
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

export function createTasks(client: AnnofabApi & { readonly members: Members }): Tasks {
  return {
    all: ({ query, ...params }, options) =>
      allPages(
        { operation: 'getTasks', alternative: 'read the list file with annofab.lists.tasks' },
        (page, request) => client.getTasks({ ...params, query: { limit: PAGE_SIZE, ...query, page } }, request),
        options,
      ),
    find: ({ project_id, task_id }, options) => orUndefined(client.getTask({ project_id, task_id }, options)),
    findHistories: ({ project_id, task_id }, options) =>
      orUndefined(client.getTaskHistories({ project_id, task_id }, options)),
    ...createTaskLifeCycle(client),
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

function isIterable<T>(value: object | Iterable<T>): value is Iterable<T> {
  return Symbol.iterator in value;
}
