import type { Writable } from 'node:stream';
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
import type { WaitOptions } from '../jobs/job-wait.ts';
import type { Jobs } from '../jobs/jobs.ts';
import { splitJson } from './split-json.ts';

interface ProjectId {
  project_id: string;
}

/** The operation that tells the address of each list file. */
const addressOf = {
  tasks: 'getProjectTasksUrl',
  inputData: 'getProjectInputsUrl',
  comments: 'getProjectCommentsUrl',
  taskHistories: 'getProjectTaskHistoriesUrl',
  taskHistoryEvents: 'getProjectTaskHistoryEventsUrl',
  inspections: 'getProjectInspectionsUrl',
} as const;

/** The lists that can be made anew at any time; the others come with the night. */
const updates = {
  tasks: { start: 'postProjectTasksUpdate', job_type: 'gen-tasks-list' },
  inputData: { start: 'postProjectInputsUpdate', job_type: 'gen-inputs-list' },
} as const;

/** The list files that Annofab writes each night. */
export type ListName = keyof typeof addressOf;

/** The histories of one task. */
export interface HistoriesOfTask {
  readonly task_id: string;
  /** Oldest first. */
  readonly histories: TaskHistory[];
}

/** For the reading of a list file. */
export type ReadListOptions = Pick<RequestOptions, 'signal'>;

/**
 * The list files of a project: all that it has of something, however many, as Annofab wrote it down last night (about
 * 02:00 in Japan; not in suspended projects). Owners and training data users may read them.
 *
 * Items are read while the file streams in, and a connection that breaks goes on where it broke. They fail with
 * NotFoundError where no file has been made yet, and with FileError where it cannot be read.
 *
 * @example
 * await annofab.lists.update({ project_id, list: 'tasks' }); // else they are as of last night
 * for await (const task of annofab.lists.tasks({ project_id })) console.log(task.task_id);
 */
export interface Lists {
  /** All tasks (getProjectTasksUrl). */
  tasks(params: ProjectId, options?: ReadListOptions): AsyncGenerator<Task, void, undefined>;
  /** All input data, without the addresses of their files (getProjectInputsUrl). */
  inputData(params: ProjectId, options?: ReadListOptions): AsyncGenerator<InputData, void, undefined>;
  /** All comments (getProjectCommentsUrl). */
  comments(params: ProjectId, options?: ReadListOptions): AsyncGenerator<Comment, void, undefined>;
  /** The histories of all tasks (getProjectTaskHistoriesUrl). */
  taskHistories(params: ProjectId, options?: ReadListOptions): AsyncGenerator<HistoriesOfTask, void, undefined>;
  /** Every step of all tasks (getProjectTaskHistoryEventsUrl, which Annofab means to give up). */
  taskHistoryEvents(params: ProjectId, options?: ReadListOptions): AsyncGenerator<TaskHistoryEvent, void, undefined>;
  /**
   * All inspection comments in their old shape (getProjectInspectionsUrl).
   *
   * @deprecated Annofab gives it up: {@link comments} has them too.
   */
  inspections(params: ProjectId, options?: ReadListOptions): AsyncGenerator<Inspection, void, undefined>;
  /**
   * Downloads a list file as it is, to a path or into a stream; see {@link Files.download}.
   *
   * @example
   * await annofab.lists.download({ project_id, list: 'tasks' }, 'tasks.json');
   * @throws NotFoundError where no file has been made yet; FileError
   */
  download(
    params: ProjectId & { list: ListName },
    target: string | Writable,
    options?: Omit<DownloadOptions, 'refresh' | 'project_id'>,
  ): Promise<DownloadedFile>;
  /**
   * Makes the list of tasks or of input data anew and waits until it is there (postProjectTasksUpdate,
   * postProjectInputsUpdate, getProjectJob). Where jobs that exclude it are in progress, they are waited for first.
   *
   * @returns the finished job
   * @throws as {@link Jobs.run}
   */
  update(params: ProjectId & { list: keyof typeof updates }, options?: WaitOptions): Promise<ProjectJobInfo>;
}

export function createLists(client: AnnofabApi & { readonly jobs: Jobs }): Lists {
  const askFor =
    (list: ListName, { project_id }: ProjectId, options: ReadListOptions) =>
    async () =>
      (await client[addressOf[list]]({ project_id }, options)).url;

  async function* texts(list: ListName, params: ProjectId, options: ReadListOptions = {}) {
    const refresh = askFor(list, params, options);
    const { body } = await client.files.stream(await refresh(), { refresh, signal: options.signal });
    yield* splitJson(body);
  }

  const readAll = <Item>(list: ListName) =>
    async function* (params: ProjectId, options?: ReadListOptions): AsyncGenerator<Item, void, undefined> {
      const where = `the list of ${list} of project ${params.project_id}`;
      for await (const text of withName(where, texts(list, params, options))) {
        const item: Item = parse(where, text);
        yield item;
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
      const refresh = askFor(list, { project_id }, { signal: options.signal });
      return client.files.download(await refresh(), target, { ...options, refresh });
    },
    update({ project_id, list }, options) {
      const { start, job_type } = updates[list];
      return client.jobs.run({ project_id, job_type }, (signal) => client[start]({ project_id }, { signal }), options);
    },
  };
}

/** @throws FileError in the place of a SyntaxError */
async function* withName(where: string, texts: AsyncIterable<string>): AsyncGenerator<string, void, undefined> {
  try {
    yield* texts;
  } catch (cause) {
    throw cause instanceof SyntaxError ? new FileError(`${where}: ${cause.message}.`, { cause }) : cause;
  }
}

/** @throws FileError without the text: the file holds people's work */
function parse(where: string, text: string) {
  try {
    return JSON.parse(text);
  } catch {
    throw new FileError(`${where}: one of its items is not JSON.`);
  }
}
