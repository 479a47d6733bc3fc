import type { Writable } from 'node:stream';
import { parseExactly } from '../../../core/numbers/exact-number.ts';
import { splitJson } from '../../../core/split-json.ts';
import type { AnnofabApi } from '../../api.ts';
import { FileError } from '../../errors.ts';
import type { DownloadedFile, DownloadOptions } from '../../files/download-file.ts';
import type {
  Comment,
  InputData,
  Inspection,
  ProjectJobInfo,
  Task,
  TaskHistory,
  TaskHistoryEvent,
} from '../../generated/schemas.ts';
import type { RequestOptions } from '../../options.ts';
import type { Jobs } from '../jobs/jobs.ts';
import type { WaitOptions } from '../jobs/wait-until.ts';

interface ProjectId {
  project_id: string;
}

/** The operation that returns the URL of each list file. */
const URL_OPERATIONS = {
  tasks: 'getProjectTasksUrl',
  inputData: 'getProjectInputsUrl',
  comments: 'getProjectCommentsUrl',
  taskHistories: 'getProjectTaskHistoriesUrl',
  taskHistoryEvents: 'getProjectTaskHistoryEventsUrl',
  inspections: 'getProjectInspectionsUrl',
} as const;

/** The list files that can be rebuilt on demand. The others are rebuilt only every night. */
const REBUILDS = {
  tasks: { start: 'postProjectTasksUpdate', job_type: 'gen-tasks-list' },
  inputData: { start: 'postProjectInputsUpdate', job_type: 'gen-inputs-list' },
} as const;

/** The list files that Annofab writes every night. */
export type ListName = keyof typeof URL_OPERATIONS;

/** The histories of one task. */
export interface HistoriesOfTask {
  readonly task_id: string;
  /** Oldest first. */
  readonly histories: TaskHistory[];
}

/** Options for reading a list file. */
export type ReadListOptions = Pick<RequestOptions, 'signal'>;

/**
 * The list files of a project: complete lists without the limit of 10,000 items, which Annofab writes every night (about
 * 02:00 in Japan; not in suspended projects). Owners and training data users may read them.
 *
 * Items are yielded while the file is downloaded, and a broken download is resumed. The methods throw NotFoundError when
 * there is no file yet, and FileError when it cannot be read.
 *
 * @example
 * await annofab.lists.update({ project_id, list: 'tasks' }); // otherwise the list is as of last night
 * for await (const task of annofab.lists.tasks({ project_id })) console.log(task.task_id);
 */
export interface Lists {
  /** All tasks (getProjectTasksUrl). */
  tasks(params: ProjectId, options?: ReadListOptions): AsyncGenerator<Task, void, undefined>;
  /** All input data, without the URLs of their files (getProjectInputsUrl). */
  inputData(params: ProjectId, options?: ReadListOptions): AsyncGenerator<InputData, void, undefined>;
  /** All comments (getProjectCommentsUrl). */
  comments(params: ProjectId, options?: ReadListOptions): AsyncGenerator<Comment, void, undefined>;
  /** The histories of all tasks (getProjectTaskHistoriesUrl). */
  taskHistories(params: ProjectId, options?: ReadListOptions): AsyncGenerator<HistoriesOfTask, void, undefined>;
  /** The history events of all tasks (getProjectTaskHistoryEventsUrl, which Annofab plans to remove). */
  taskHistoryEvents(params: ProjectId, options?: ReadListOptions): AsyncGenerator<TaskHistoryEvent, void, undefined>;
  /**
   * All inspection comments in their old format (getProjectInspectionsUrl).
   *
   * @deprecated Annofab plans to remove it: {@link comments} contains them too.
   */
  inspections(params: ProjectId, options?: ReadListOptions): AsyncGenerator<Inspection, void, undefined>;
  /**
   * Downloads a list file unchanged, to a path or into a stream; see {@link Files.download}.
   *
   * @example
   * await annofab.lists.download({ project_id, list: 'tasks' }, 'tasks.json');
   * @throws NotFoundError when there is no file yet; FileError when it cannot be downloaded
   */
  download(
    params: ProjectId & { list: ListName },
    target: string | Writable,
    options?: Omit<DownloadOptions, 'refresh' | 'project_id'>,
  ): Promise<DownloadedFile>;
  /**
   * Rebuilds the list of tasks or of input data, and waits until it is finished (postProjectTasksUpdate,
   * postProjectInputsUpdate, getProjectJob). Waits first for jobs in progress that prevent it.
   *
   * @returns the succeeded job
   * @throws as {@link Jobs.run}
   * @example
   * await annofab.lists.update({ project_id, list: 'inputData' }, { deadlineMs: 10 * 60_000 });
   */
  update(params: ProjectId & { list: keyof typeof REBUILDS }, options?: WaitOptions): Promise<ProjectJobInfo>;
}

export function createLists(client: AnnofabApi & { readonly jobs: Jobs }): Lists {
  const urlOf =
    (list: ListName, { project_id }: ProjectId, options: ReadListOptions) =>
    async () =>
      (await client[URL_OPERATIONS[list]]({ project_id }, options)).url;

  async function* texts(list: ListName, params: ProjectId, options: ReadListOptions = {}) {
    const refresh = urlOf(list, params, options);
    const { body } = await client.files.stream(await refresh(), { refresh, signal: options.signal });
    yield* splitJson(body);
  }

  const readAll = <Item>(list: ListName) =>
    async function* (params: ProjectId, options?: ReadListOptions): AsyncGenerator<Item, void, undefined> {
      const where = `the list of ${list} of project ${params.project_id}`;
      for await (const text of withName(where, texts(list, params, options))) {
        yield parse<Item>(where, text);
      }
    };

  return {
    tasks: readAll('tasks'),
    inputData: readAll('inputData'),
    comments: readAll('comments'),
    async *taskHistories(params, options) {
      const where = `the list of taskHistories of project ${params.project_id}`;
      for await (const text of withName(where, texts('taskHistories', params, options))) {
        const field: Record<string, TaskHistory[]> = parse(where, `{${text}}`);
        for (const [task_id, histories] of Object.entries(field)) yield { task_id, histories };
      }
    },
    taskHistoryEvents: readAll('taskHistoryEvents'),
    inspections: readAll('inspections'),
    async download({ project_id, list }, target, options = {}) {
      const refresh = urlOf(list, { project_id }, { signal: options.signal });
      return client.files.download(await refresh(), target, { ...options, refresh });
    },
    update({ project_id, list }, options) {
      const { start, job_type } = REBUILDS[list];
      return client.jobs.run({ project_id, job_type }, (signal) => client[start]({ project_id }, { signal }), options);
    },
  };
}

/** Adds the name of the list to a SyntaxError. @throws FileError */
async function* withName(where: string, texts: AsyncIterable<string>): AsyncGenerator<string, void, undefined> {
  try {
    yield* texts;
  } catch (cause) {
    throw cause instanceof SyntaxError ? new FileError(`${where}: ${cause.message}.`, { cause }) : cause;
  }
}

/** @throws FileError without the text, which may be confidential */
function parse<Item>(where: string, text: string): Item {
  try {
    return parseExactly(text, 'spelling') as Item;
  } catch {
    throw new FileError(`${where}: one of its items is not JSON.`);
  }
}
