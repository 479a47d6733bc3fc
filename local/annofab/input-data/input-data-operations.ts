import type { InputData } from '../../../lib/annofab/api-description.ts';
import { checkLock } from '../core/lock.ts';
import { paginate, readIds } from '../core/query.ts';
import type { ProjectRecord, State } from '../core/state.ts';
import { storePath } from '../files/stored-file.ts';
import { uploadedFileOrAddress } from '../files/uploads.ts';
import { assertNotSuspended } from '../projects/project-status.ts';
import { type HandlerTable, reply } from '../server/handler.ts';
import { findInputData, searchInputData, withUrl } from './input-data-search.ts';
import { isZip, registerInputData, startZipRegistration } from './register-input-data.ts';

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

  putInputData: ({ project, params, body, ...services }) => {
    const file = uploadedFileOrAddress('input_data_path', body.input_data_path, services);
    if (isZip(body)) return reply(202, structuredClone(startZipRegistration(project, body, file, services)));
    checkLock('input data', project.inputData.get(params.input_data_id)?.updated_datetime, body.last_updated_datetime);
    return registerInputData(project, services.state.files, {
      id: params.input_data_id,
      name: body.input_data_name,
      file,
      at: services.clock.stamp(),
      ...(body.sign_required === undefined ? {} : { signRequired: body.sign_required }),
      ...(body.metadata === undefined ? {} : { metadata: body.metadata }),
    });
  },

  deleteInputData: ({ project, params, state }) => removeInputData(project, state, params.input_data_id),

  /** Not atomic: the items before the first failure stay applied. Annofab ignores the project ids of the items. */
  batchUpdateInputs: ({ project, body, state }) => {
    assertNotSuspended(project);
    return body.map((item) => removeInputData(project, state, item.input_data_id));
  },
} satisfies HandlerTable;

/** Deletes input data with its file and its supplementary data. Tasks that hold it keep its id. */
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
