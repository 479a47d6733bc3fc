import type { AnnofabApi } from '../api.ts';
import { fileNameOf, type UploadContent } from '../files/upload-source.ts';
import type { InputData, InputDataRequest } from '../generated/schemas.ts';
import type { Result } from '../operation-types.ts';
import type { RequestOptions } from '../options.ts';
import { orUndefined } from './or-undefined.ts';
import { type AllOptions, type AllParams, allPages, PAGE_SIZE } from './paging.ts';

interface InputDataIds {
  project_id: string;
  input_data_id: string;
}

/** Fields to register with the file. Give `last_updated_datetime` only to replace existing data. */
interface Registration extends Omit<InputDataRequest, 'input_data_name' | 'input_data_path'> {
  /** Default: the name of the file, or the id if the content is not a file. */
  input_data_name?: string | undefined;
}

/** The input data of a project: images, videos, point clouds. */
export interface InputDataResource {
  /**
   * Lists all matching input data of a project (getInputDataList).
   *
   * @throws ResultWindowExceededError when more than 10,000 match, unless `allowTruncated`: `annofab.lists.inputData` has
   * all
   */
  all(params: AllParams<'getInputDataList'>, options?: AllOptions): AsyncGenerator<InputData, void, undefined>;
  /** Gets the input data; undefined when it does not exist (getInputData). */
  find(params: InputDataIds, options?: RequestOptions): Promise<InputData | undefined>;
  /**
   * Uploads a file and registers it (createTempPath, putInputData). Annofab detects the kind of file, including ZIP, by
   * the extension of `input_data_name`.
   *
   * @returns the input data; for a ZIP, the job that registers its files, each under an id of its own
   * @example
   * await annofab.inputData.putFile({ project_id, input_data_id: 'photo-1', path: 'photos/1.jpg' });
   * @throws FileError when the file cannot be read or is damaged in transit; ConflictError when the id exists and
   * `last_updated_datetime` is missing or outdated
   */
  putFile(
    params: InputDataIds & Registration & UploadContent,
    options?: RequestOptions,
  ): Promise<Result<'putInputData'>>;
}

export function createInputData(client: AnnofabApi): InputDataResource {
  return {
    all: ({ query, ...params }, options) =>
      allPages(
        { operation: 'getInputDataList', alternative: 'read the list file with annofab.lists.inputData' },
        (page, request) => client.getInputDataList({ ...params, query: { limit: PAGE_SIZE, ...query, page } }, request),
        options,
      ),
    find: ({ project_id, input_data_id }, options) =>
      orUndefined(client.getInputData({ project_id, input_data_id }, options)),
    async putFile(params, options) {
      const { project_id, input_data_id } = params;
      const input_data_path = await client.files.upload(params, options);
      const body: InputDataRequest = {
        input_data_name: params.input_data_name ?? fileNameOf(params) ?? input_data_id,
        input_data_path,
        last_updated_datetime: params.last_updated_datetime ?? null,
        sign_required: params.sign_required ?? null,
        metadata: params.metadata ?? null,
      };
      return await client.putInputData({ project_id, input_data_id, body }, options);
    },
  };
}
