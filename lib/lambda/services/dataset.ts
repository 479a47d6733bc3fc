import { createDataset, type Dataset } from '../../aws/dataset.ts';
import { service } from '../../runtime/service.ts';

/** The bucket that exports and mirrors go to. */
export const dataset = service(
  ['DATASET_BUCKET'],
  (config): Dataset => createDataset({ bucket: config.DATASET_BUCKET }),
);
