import type { InputData } from '../../../lib/annofab/api-description.ts';
import { paginate, readIds } from '../core/query.ts';
import type { ProjectRecord, State } from '../core/state.ts';
import { storePath } from '../files/stored-file.ts';
import { assertNotSuspended, findInputData } from '../projects/project-rules.ts';
import type { HandlerTable } from '../server/handler.ts';
import { searchInputData, withUrl } from './input-data-search.ts';

const MAX_BULK = 100;

export const inputData = {
  getInputDataList: ({ project, query, files }) => {
    const page = paginate(searchInputData(project, query), query, 0);
    return { ...page, list: page.list.map((input) => withUrl(input, files)) };
  },

  getInputDataInBulk: ({ project, params, query, files }) => {
    const ids = readIds('input_data_id', query.input_data_id, MAX_BULK);
    return {
      success: ids.flatMap((id) => project.inputData.get(id) ?? []).map((input) => withUrl(input, files)),
      failure: ids
        .filter((id) => !project.inputData.has(id))
        .map((id) => ({ project_id: params.project_id, input_data_id: id })),
    };
  },

  getInputData: ({ project, params, files }) => withUrl(findInputData(project, params.input_data_id), files),

  deleteInputData: ({ project, params, state }) => removeInputData(project, state, params.input_data_id),

  /** Not atomic: what precedes the first failure stays done. The project is the path's, whatever the items say. */
  batchUpdateInputs: ({ project, body, state }) => {
    assertNotSuspended(project);
    return body.map((item) => removeInputData(project, state, item.input_data_id));
  },
} satisfies HandlerTable;

/** With its file and its supplementary data. Tasks that hold it keep its id. */
export function removeInputData(project: ProjectRecord, { files }: State, id: string): InputData {
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
