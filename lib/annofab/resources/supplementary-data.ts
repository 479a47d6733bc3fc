import type { AnnofabApi } from '../api.ts';
import { contentTypeOf, fileNameOf, type UploadContent } from '../files/upload-source.ts';
import type { SupplementaryData, SupplementaryDataRequest, SupplementaryDataType } from '../generated/schemas.ts';
import type { RequestOptions } from '../options.ts';
import { orUndefined } from './or-undefined.ts';

interface FrameIds {
  project_id: string;
  input_data_id: string;
}

/** What to register, beside the file itself. `last_updated_datetime` only where it is to replace what is there. */
interface Registration
  extends Omit<
    SupplementaryDataRequest,
    'supplementary_data_name' | 'supplementary_data_path' | 'supplementary_data_type'
  > {
  /** Left out: the name of the file, or where it is no file the id. */
  supplementary_data_name?: string | undefined;
  /** Left out: `image` or `text` where the content type is one, else `custom`. */
  supplementary_data_type?: SupplementaryDataType | undefined;
}

/** What belongs to input data beside the image or point cloud itself: other views, calibration, notes. */
export interface SupplementaryDataGroup {
  /** All that belong to one input data (getSupplementaryDataList). */
  list(params: FrameIds, options?: RequestOptions): Promise<SupplementaryData[]>;
  /** All that belong to one input data, or undefined when there is no such input data (getSupplementaryDataList). */
  findList(params: FrameIds, options?: RequestOptions): Promise<SupplementaryData[] | undefined>;
  /** One of them, or undefined when there is none with this id, or no such input data (getSupplementaryDataList). */
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
   * @throws FileError when it cannot be read or arrives damaged; ConflictError when there is one with this id already and
   * `last_updated_datetime` does not say which
   */
  putFile(
    params: FrameIds & { supplementary_data_id: string } & Registration & UploadContent,
    options?: RequestOptions,
  ): Promise<SupplementaryData>;
}

export function createSupplementaryData(client: AnnofabApi): SupplementaryDataGroup {
  const findList: SupplementaryDataGroup['findList'] = (params, options) =>
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
