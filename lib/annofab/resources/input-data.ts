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

/** What to register, beside the file itself. `last_updated_datetime` only where it is to replace what is there. */
interface Registration extends Omit<InputDataRequest, 'input_data_name' | 'input_data_path'> {
  /** Left out: the name of the file, or where it is no file the id. */
  input_data_name?: string | undefined;
}

/** The input data of a project: images, videos, point clouds. */
export interface InputDataGroup {
  /**
   * All input data of a project that match (getInputDataList).
   *
   * @throws ResultWindowExceededError when more than 10,000 match, unless `allowTruncated`: `annofab.lists.inputData` has
   * all
   */
  all(params: AllParams<'getInputDataList'>, options?: AllOptions): AsyncGenerator<InputData, void, undefined>;
  /** The input data, or undefined when there is none with this id (getInputData). */
  find(params: InputDataIds, options?: RequestOptions): Promise<InputData | undefined>;
  /**
   * Uploads a file and registers it (createTempPath, putInputData). Annofab tells the kind of file, a ZIP too, by the
   * extension of `input_data_name`.
   *
   * @returns the input data; for a ZIP the job that registers what is in it, whose id and not this one counts
   * @example
   * await annofab.inputData.putFile({ project_id, input_data_id: 'photo-1', path: 'photos/1.jpg' });
   * @throws FileError when it cannot be read or arrives damaged; ConflictError when there is one with this id already and
   * `last_updated_datetime` does not say which
   */
  putFile(
    params: InputDataIds & Registration & UploadContent,
    options?: RequestOptions,
  ): Promise<Result<'putInputData'>>;
}

export function createInputData(client: AnnofabApi): InputDataGroup {
  return {
    all: ({ query, ...params }, options) =>
      allPages(
        { operation: 'getInputDataList', instead: 'read the list file with annofab.lists.inputData' },
        (page) => client.getInputDataList({ ...params, query: { limit: PAGE_SIZE, ...query, page } }, options),
        options,
      ),
    find: (params, options) => orUndefined(client.getInputData(params, options)),
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
