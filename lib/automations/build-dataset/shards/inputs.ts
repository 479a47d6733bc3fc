import { createLists } from '../../../annofab/core.ts';
import { isJsonObject, parseJson } from '../../../core/json.ts';
import { type ImageSizes, imageSizesOf, readImageSizes, type TaskMetadata } from '../../../datasets/index.ts';
import { type DatasetIds, datasetWorkKeys } from '../../bucket/dataset-keys.ts';
import type { Services } from '../../services.ts';
import type { DatasetRequest } from './request.ts';

const BINARY = { contentType: 'application/octet-stream' };
const JSON_TYPE = { contentType: 'application/json' };

/** Stores the sizes of the images for the shards. @returns how many there are */
export async function storeImageSizes(
  { annofab, dataset }: Services,
  of: DatasetIds,
  signal: AbortSignal,
): Promise<number> {
  const { rows, count } = await readImageSizes(
    createLists(annofab).inputData({ project_id: of.project_id }, { signal }),
  );
  const bytes = new Uint8Array(rows.buffer, rows.byteOffset, rows.byteLength);
  await dataset.upload(datasetWorkKeys.imageSizes(of), piecesOf(bytes), {
    ...BINARY,
    contentLength: bytes.length,
    signal,
  });
  return count;
}

const PIECE_BYTES = 2 ** 20;

async function* piecesOf(bytes: Uint8Array): AsyncGenerator<Uint8Array, void, undefined> {
  for (let at = 0; at < bytes.length; at += PIECE_BYTES) yield bytes.subarray(at, at + PIECE_BYTES);
}

export async function loadImageSizes(
  { dataset }: Pick<Services, 'dataset'>,
  of: DatasetIds,
  { count, signal }: { count: number; signal: AbortSignal },
): Promise<ImageSizes> {
  const key = datasetWorkKeys.imageSizes(of);
  const object = await dataset.open(key, { signal });
  if (object === undefined) throw new Error(`${key} is missing`);
  const bytes = new Uint8Array(new SharedArrayBuffer(object.bytes));
  let at = 0;
  for await (const chunk of object.body) {
    bytes.set(chunk, at);
    at += chunk.length;
  }
  return imageSizesOf({ rows: new Uint32Array(bytes.buffer), count });
}

/** Stores the metadata of the tasks by which the dataset is split: that key alone. */
export async function storeMetadata(
  { annofab, dataset }: Services,
  { split_by: key = '', ...of }: DatasetRequest,
  signal: AbortSignal,
): Promise<void> {
  const values: Record<string, TaskMetadata> = {};
  for await (const { task_id, metadata } of createLists(annofab).tasks({ project_id: of.project_id }, { signal })) {
    const value = metadata?.[key];
    if (value !== undefined) values[task_id] = { [key]: value };
  }
  await dataset.put(datasetWorkKeys.metadata(of), JSON.stringify(values), { ...JSON_TYPE, signal });
}

export async function loadMetadata(
  { dataset }: Pick<Services, 'dataset'>,
  of: DatasetIds,
  signal: AbortSignal,
): Promise<ReadonlyMap<string, TaskMetadata>> {
  const key = datasetWorkKeys.metadata(of);
  const values = parseJson((await dataset.read(key, { signal }))?.text ?? '');
  if (!isJsonObject(values)) throw new Error(`${key} is missing`);
  return new Map(Object.entries(values).flatMap(([task_id, value]) => (isJsonObject(value) ? [[task_id, value]] : [])));
}
