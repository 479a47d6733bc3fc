import { createDataset, type Dataset } from '../../aws/dataset.ts';
import { s3Client } from '../../aws/s3-client.ts';
import { service } from '../../runtime/service.ts';

/** The bucket of exports and mirrors. */
export const dataset = service(
  ['DATASET_BUCKET'],
  (config): Dataset => createDataset({ bucket: config.DATASET_BUCKET, client: s3Client() }),
);
