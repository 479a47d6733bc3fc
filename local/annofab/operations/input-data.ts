import type { InputData } from '../../../lib/annofab/generated/schemas.ts';
import type { HandlerTable } from '../handler.ts';
import { assertNotSuspended, findInputData } from '../project-rules.ts';
import { contains, paginate, readIds, readInstant } from '../query.ts';
import type { Files } from '../services.ts';
import type { ProjectRecord, State } from '../state.ts';
import { storePath } from '../stored-file.ts';

/** The task filter of `getInputDataList` looks at no more tasks. */
const SEARCHED_TASKS = 100;
const MAX_BULK = 100;

export const inputData = {
  getInputDataList: ({ project, query, files }) => {
    const from = readInstant('from', query.from) ?? Number.NEGATIVE_INFINITY;
    const to = readInstant('to', query.to) ?? Number.POSITIVE_INFINITY;
    const inTasks = idsOfTasks(project, query.task_id);
    const fitting = [...project.inputData.values()].filter((input) => {
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
    const page = paginate(fitting, query, 0);
    return { ...page, list: page.list.map((input) => signed(input, files)) };
  },

  getInputDataInBulk: ({ project, params, query, files }) => {
    const ids = readIds('input_data_id', query.input_data_id, MAX_BULK);
    return {
      success: ids.flatMap((id) => project.inputData.get(id) ?? []).map((input) => signed(input, files)),
      failure: ids
        .filter((id) => !project.inputData.has(id))
        .map((id) => ({ project_id: params.project_id, input_data_id: id })),
    };
  },

  getInputData: ({ project, params, files }) => signed(findInputData(project, params.input_data_id), files),

  deleteInputData: ({ project, params, state }) => removeInputData(project, state, params.input_data_id),

  /** Not atomic: what precedes the first failure stays done. The project is the path's, whatever the items say. */
  batchUpdateInputs: ({ project, body, state }) => {
    assertNotSuspended(project);
    return body.map((item) => removeInputData(project, state, item.input_data_id));
  },
} satisfies HandlerTable;

/** With its file and its supplementary data. Tasks that hold it keep its id. */
function removeInputData(project: ProjectRecord, { files }: State, id: string): InputData {
  const input = findInputData(project, id);
  const addresses = [
    input.input_data_path,
    ...(project.supplementary.get(id) ?? []).map((item) => item.supplementary_data_path),
  ];
  for (const address of addresses) files.delete(storePath(address) ?? '');
  project.supplementary.delete(id);
  project.inputData.delete(id);
  return input;
}

/** With a URL to its file, made for this answer. What lies in somebody's own storage has none. */
function signed(input: InputData, files: Files): InputData {
  const path = storePath(input.input_data_path);
  return path === undefined ? input : { ...input, url: files.sign(path) };
}

function idsOfTasks(project: ProjectRecord, taskId: string | undefined): Set<string> | undefined {
  if (taskId === undefined) return undefined;
  const tasks = [...project.tasks.values()].filter((task) => contains(task.task_id, taskId)).slice(0, SEARCHED_TASKS);
  return new Set(tasks.flatMap((task) => task.input_data_id_list));
}
