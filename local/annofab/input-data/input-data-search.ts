import type { InputData } from '../../../lib/annofab/api-description.ts';
import { missing } from '../core/errors.ts';
import { contains, readInstant } from '../core/query.ts';
import type { Files } from '../core/services.ts';
import type { ProjectRecord } from '../core/state.ts';
import { storePath } from '../files/stored-file.ts';

/** @throws Failure 404 */
export function findInputData(project: ProjectRecord, id: string): InputData {
  const input = project.inputData.get(id);
  if (!input) throw missing('input data', id);
  return input;
}

interface InputDataQuery {
  readonly input_data_id?: string | undefined;
  readonly input_data_name?: string | undefined;
  readonly input_data_path?: string | undefined;
  readonly task_id?: string | undefined;
  readonly from?: string | undefined;
  readonly to?: string | undefined;
}

/** Annofab's task filter considers the first 100 matching tasks only. */
const SEARCHED_TASKS = 100;

/** @throws Failure 400 when `from` or `to` is no date-time */
export function searchInputData(project: ProjectRecord, query: InputDataQuery): InputData[] {
  const from = readInstant('from', query.from) ?? Number.NEGATIVE_INFINITY;
  const to = readInstant('to', query.to) ?? Number.POSITIVE_INFINITY;
  const inTasks = idsOfTasks(project, query.task_id);
  return [...project.inputData.values()].filter((input) => {
    const updated = Date.parse(input.updated_datetime);
    return (
      contains(input.input_data_id, query.input_data_id) &&
      contains(input.input_data_name, query.input_data_name) &&
      input.input_data_path.includes(query.input_data_path ?? '') &&
      (inTasks?.has(input.input_data_id) ?? true) &&
      updated >= from &&
      updated <= to
    );
  });
}

/** Adds a new signed URL to its file. Input data in private storage has none. */
export function withUrl(input: InputData, files: Files): InputData {
  const path = storePath(input.input_data_path);
  return path === undefined ? input : { ...input, url: files.sign(path) };
}

function idsOfTasks(project: ProjectRecord, taskId: string | undefined): Set<string> | undefined {
  if (taskId === undefined) return undefined;
  const tasks = [...project.tasks.values()].filter((task) => contains(task.task_id, taskId)).slice(0, SEARCHED_TASKS);
  return new Set(tasks.flatMap((task) => task.input_data_id_list));
}
