import type { AnnofabClient, RequestOptions } from '../client.ts';
import type { InputData as InputDataItem } from '../generated/schemas.ts';
import { type AllOptions, type AllParams, allPages, pageSize } from '../paging.ts';
import { orUndefined } from './find.ts';

interface InputDataIds {
  project_id: string;
  input_data_id: string;
}

/** The input data of a project: images, videos, point clouds. */
export interface InputData {
  /**
   * All input data of a project that match (getInputDataList).
   *
   * @throws ResultWindowExceededError when more than 10,000 match, unless `allowTruncated`: `annofab.lists.inputData` has
   * all
   */
  all(params: AllParams<'getInputDataList'>, options?: AllOptions): AsyncGenerator<InputDataItem, void, undefined>;
  /** The input data, or undefined when there is none with this id (getInputData). */
  find(params: InputDataIds, options?: RequestOptions): Promise<InputDataItem | undefined>;
}

export function createInputData(client: AnnofabClient): InputData {
  return {
    all: ({ query, ...params }, options) =>
      allPages(
        { operation: 'getInputDataList', instead: 'read the list file with annofab.lists.inputData' },
        (page) => client.getInputDataList({ ...params, query: { limit: pageSize, ...query, page } }, options),
        options,
      ),
    find: (params, options) => orUndefined(client.getInputData(params, options)),
  };
}
