import type { AnnofabApi } from '../api.ts';
import { contentTypeOf, fileNameOf, type UploadContent } from '../files/upload-source.ts';
import type { SupplementaryData, SupplementaryDataRequest, SupplementaryDataType } from '../generated/schemas.ts';
import type { RequestOptions } from '../options.ts';
import { orUndefined } from './or-undefined.ts';

interface FrameIds {
  project_id: string;
  input_data_id: string;
}

/** Fields to register with the file. Give `last_updated_datetime` only to replace existing data. */
interface Registration
  extends Omit<
    SupplementaryDataRequest,
    'supplementary_data_name' | 'supplementary_data_path' | 'supplementary_data_type'
  > {
  /** Default: the name of the file, or the id if the content is not a file. */
  supplementary_data_name?: string | undefined;
  /** Default: `image` or `text` according to the content type, else `custom`. */
  supplementary_data_type?: SupplementaryDataType | undefined;
}

/** Files that accompany an image or a point cloud: other views, calibration, notes. */
export interface SupplementaryDataResource {
  /** Lists the supplementary data of an input data (getSupplementaryDataList). */
  list(params: FrameIds, options?: RequestOptions): Promise<SupplementaryData[]>;
  /** As {@link list}, but returns undefined when the input data does not exist (getSupplementaryDataList). */
  findList(params: FrameIds, options?: RequestOptions): Promise<SupplementaryData[] | undefined>;
  /** Gets one by id; undefined when it or the input data does not exist (getSupplementaryDataList). */
  find(
    params: FrameIds & { supplementary_data_id: string },
    options?: RequestOptions,
  ): Promise<SupplementaryData | undefined>;
  /**
   * Uploads a file and registers it (createTempPath, putSupplementaryData).
   *
   * @example
   * const ids = { project_id, input_data_id, supplementary_data_id: 'front' };
   * await annofab.supplementaryData.putFile({ ...ids, supplementary_data_number: 1, path: 'views/front.png' });
   * @throws FileError when the file cannot be read or is damaged in transit; ConflictError when the id exists and
   * `last_updated_datetime` is missing or outdated
   */
  putFile(
    params: FrameIds & { supplementary_data_id: string } & Registration & UploadContent,
    options?: RequestOptions,
  ): Promise<SupplementaryData>;
}

export function createSupplementaryData(client: AnnofabApi): SupplementaryDataResource {
  const findList: SupplementaryDataResource['findList'] = (params, options) =>
    orUndefined(client.getSupplementaryDataList(params, options));
  return {
    async list(params, options) {
      return await client.getSupplementaryDataList(params, options);
    },
    findList,
    async find({ supplementary_data_id, ...frame }, options) {
      const all = await findList(frame, options);
      return all?.find((item) => item.supplementary_data_id === supplementary_data_id);
    },
    async putFile(params, options) {
      const { project_id, input_data_id, supplementary_data_id } = params;
      const supplementary_data_path = await client.files.upload(params, options);
      const body: SupplementaryDataRequest = {
        supplementary_data_name: params.supplementary_data_name ?? fileNameOf(params) ?? supplementary_data_id,
        supplementary_data_path,
        supplementary_data_type: params.supplementary_data_type ?? typeOf(contentTypeOf(params)),
        supplementary_data_number: params.supplementary_data_number,
        last_updated_datetime: params.last_updated_datetime ?? null,
      };
      return await client.putSupplementaryData({ project_id, input_data_id, supplementary_data_id, body }, options);
    },
  };
}

function typeOf(contentType = ''): SupplementaryDataType {
  if (contentType.startsWith('image/')) return 'image';
  return contentType.startsWith('text/') ? 'text' : 'custom';
}
