import type { SupplementaryData } from '../../../lib/annofab/api-description.ts';
import { missing } from '../core/errors.ts';
import { checkLock } from '../core/lock.ts';
import { readIds } from '../core/query.ts';
import type { Files } from '../core/services.ts';
import { FILE_URI, type ProjectRecord } from '../core/state.ts';
import { storePath } from '../files/stored-file.ts';
import { uploadedFileOrAddress } from '../files/uploads.ts';
import type { HandlerContext, HandlerTable } from '../server/handler.ts';
import { findInputData } from './input-data-search.ts';

const MAX_BULK = 100;

export const supplementaryData = {
  getSupplementaryDataList: ({ project, params, files }) => {
    findInputData(project, params.input_data_id);
    return supplementaryOf(project, params.input_data_id).map((item) => signed(item, files));
  },

  getSupplementaryDataInBulk: ({ project, params, query, files }) => {
    const ids = readIds('input_data_id', query.input_data_id, MAX_BULK);
    const isThere = (id: string) => project.inputData.has(id);
    return {
      success: ids.filter(isThere).flatMap((id) => supplementaryOf(project, id).map((item) => signed(item, files))),
      failure: ids.filter((id) => !isThere(id)).map((id) => ({ project_id: params.project_id, input_data_id: id })),
    };
  },

  putSupplementaryData: (context) => {
    const { project, params, body, files } = context;
    findInputData(project, params.input_data_id);
    const others = supplementaryOf(project, params.input_data_id);
    const present = others.find(hasId(params.supplementary_data_id));
    checkLock('supplementary data', present?.updated_datetime, body.last_updated_datetime);
    const item = toSupplementaryData(context);
    const list = [...others.filter((other) => other !== present), item];
    list.sort((a, b) => a.supplementary_data_number - b.supplementary_data_number);
    project.supplementary.set(params.input_data_id, list);
    return signed(item, files);
  },

  deleteSupplementaryData: ({ project, params, state }) => {
    findInputData(project, params.input_data_id);
    const list = supplementaryOf(project, params.input_data_id);
    const item = list.find(hasId(params.supplementary_data_id));
    if (!item) throw missing('supplementary data', params.supplementary_data_id);
    state.files.delete(storePath(item.supplementary_data_path) ?? '');
    project.supplementary.set(
      params.input_data_id,
      list.filter((other) => other !== item),
    );
    return undefined;
  },
} satisfies HandlerTable;

function supplementaryOf(project: ProjectRecord, inputDataId: string): SupplementaryData[] {
  return project.supplementary.get(inputDataId) ?? [];
}

const hasId = (id: string) => (item: SupplementaryData) => item.supplementary_data_id === id;

/** Copies the upload, which expires after a day. */
function toSupplementaryData(context: HandlerContext<'putSupplementaryData'>): SupplementaryData {
  const { project, params, body, state, clock } = context;
  const { last_updated_datetime: _lock, ...fields } = body;
  const { project_id, organization_id, configuration } = project.project;
  const file = uploadedFileOrAddress('supplementary_data_path', body.supplementary_data_path, context);
  const path = `supplementary-data/${project_id}/${params.input_data_id}/${params.supplementary_data_id}`;
  if (typeof file !== 'string') state.files.set(path, file);
  return {
    organization_id,
    input_data_set_id: configuration.input_data_set_id_list[0] ?? project_id,
    project_id,
    input_data_id: params.input_data_id,
    supplementary_data_id: params.supplementary_data_id,
    supplementary_data_name: fields.supplementary_data_name,
    supplementary_data_path: typeof file === 'string' ? file : FILE_URI + path,
    supplementary_data_type: fields.supplementary_data_type,
    supplementary_data_number: fields.supplementary_data_number,
    ...(typeof file !== 'string' && { etag: file.etag }),
    url: '',
    updated_datetime: clock.stamp(),
  };
}

/** With a new signed URL to its file, or its address in private storage. */
function signed(item: SupplementaryData, files: Files): SupplementaryData {
  const path = storePath(item.supplementary_data_path);
  return { ...item, url: path === undefined ? item.supplementary_data_path : files.sign(path) };
}
