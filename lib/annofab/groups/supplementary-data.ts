import type { AnnofabClient, RequestOptions } from '../client.ts';
import type { SupplementaryData as SupplementaryDataItem, SupplementaryDataRequest } from '../generated/schemas.ts';
import type { UploadContent } from '../upload-source.ts';

interface FrameIds {
  project_id: string;
  input_data_id: string;
}

/** What to register, beside the file itself. `last_updated_datetime` only where it is to replace what is there. */
type Registration = Omit<SupplementaryDataRequest, 'supplementary_data_path'>;

/** What belongs to input data beside the image or point cloud itself: other views, calibration, notes. */
export interface SupplementaryData {
  /** All that belong to one input data (getSupplementaryDataList). */
  list(params: FrameIds, options?: RequestOptions): Promise<SupplementaryDataItem[]>;
  /** One of them, or undefined when the input data has none with this id (getSupplementaryDataList). */
  find(
    params: FrameIds & { supplementary_data_id: string },
    options?: RequestOptions,
  ): Promise<SupplementaryDataItem | undefined>;
  /**
   * Uploads a file and registers it (createTempPath, putSupplementaryData).
   *
   * @example
   * const ids = { project_id, input_data_id, supplementary_data_id: 'front' };
   * const about = { supplementary_data_name: 'front.png', supplementary_data_type: 'image', supplementary_data_number: 1 };
   * await annofab.supplementaryData.putFile({ ...ids, ...about, path: 'front.png' });
   * @throws FileError when it cannot be read or arrives damaged; ConflictError when there is one with this id already and
   * `last_updated_datetime` does not say which
   */
  putFile(
    params: FrameIds & { supplementary_data_id: string } & Registration & UploadContent,
    options?: RequestOptions,
  ): Promise<SupplementaryDataItem>;
}

export function createSupplementaryData(client: AnnofabClient): SupplementaryData {
  return {
    async list(params, options) {
      return await client.getSupplementaryDataList(params, options);
    },
    async find({ supplementary_data_id, ...frame }, options) {
      const all = await client.getSupplementaryDataList(frame, options);
      return all.find((item) => item.supplementary_data_id === supplementary_data_id);
    },
    async putFile(params, options) {
      const { project_id, input_data_id, supplementary_data_id } = params;
      const supplementary_data_path = await client.files.upload(params, options);
      const { supplementary_data_name, supplementary_data_type, supplementary_data_number } = params;
      const body = {
        supplementary_data_name,
        supplementary_data_path,
        supplementary_data_type,
        supplementary_data_number,
        last_updated_datetime: params.last_updated_datetime ?? null,
      };
      return await client.putSupplementaryData({ project_id, input_data_id, supplementary_data_id, body }, options);
    },
  };
}
