import { buffer } from 'node:stream/consumers';
import type { Dataset } from '../../../aws/dataset.ts';
import { isJsonObject, parseJson } from '../../../core/json.ts';
import { LoggableError } from '../../../core/loggable-error.ts';
import { type ImageSizes, imageSizesOf, type TaskMetadata } from '../../../datasets/index.ts';
import { type DatasetIds, datasetWorkKeys } from '../../bucket/dataset-keys.ts';

const PIECE_BYTES = 2 ** 20;

/** Stores the sizes of images as a shard uses them: the list of input data has to be parsed only once. */
export async function storeImageSizes(
  dataset: Dataset,
  of: DatasetIds,
  { sizes: { rows }, signal }: { sizes: ImageSizes; signal: AbortSignal },
): Promise<void> {
  const bytes = new Uint8Array(rows.buffer, rows.byteOffset, rows.byteLength);
  const options = { contentType: 'application/octet-stream', contentLength: bytes.length, signal };
  await dataset.upload(datasetWorkKeys.imageSizes(of), piecesOf(bytes), options);
}

async function* piecesOf(bytes: Uint8Array): AsyncGenerator<Uint8Array, void, undefined> {
  for (let at = 0; at < bytes.length; at += PIECE_BYTES) yield bytes.subarray(at, at + PIECE_BYTES);
}

/** @param o.count how many sizes there are */
export async function loadImageSizes(
  dataset: Dataset,
  of: DatasetIds,
  { count, signal }: { count: number; signal: AbortSignal },
): Promise<ImageSizes> {
  const object = await openWork(dataset, datasetWorkKeys.imageSizes(of), signal);
  const bytes = new Uint8Array(new SharedArrayBuffer(object.bytes));
  let at = 0;
  for await (const chunk of object.body) {
    bytes.set(chunk, at);
    at += chunk.length;
  }
  return imageSizesOf({ rows: new Uint32Array(bytes.buffer), count });
}

/** Stores the metadata of the tasks: the key alone by which the dataset is split. */
export async function storeMetadata(
  dataset: Dataset,
  of: DatasetIds,
  o: { metadata: ReadonlyMap<string, TaskMetadata>; splitBy: string; signal: AbortSignal },
): Promise<void> {
  const { splitBy, signal } = o;
  const values = Array.from(o.metadata, ([task_id, { [splitBy]: value }]) => [task_id, { [splitBy]: value }] as const);
  const body = JSON.stringify(Object.fromEntries(values));
  await dataset.put(datasetWorkKeys.metadata(of), body, { contentType: 'application/json', signal });
}

export async function loadMetadata(
  dataset: Dataset,
  of: DatasetIds,
  signal: AbortSignal,
): Promise<ReadonlyMap<string, TaskMetadata>> {
  const values = parseJson((await readWork(dataset, datasetWorkKeys.metadata(of), signal)).toString('utf8'));
  if (!isJsonObject(values)) throw new LoggableError(`${datasetWorkKeys.metadata(of)} is not a JSON object`);
  return new Map(
    Object.entries(values).flatMap(([task_id, value]) => (isJsonObject(value) ? [[task_id, value] as const] : [])),
  );
}

/** @throws LoggableError when it is missing */
export async function readWork(dataset: Dataset, key: string, signal: AbortSignal): Promise<Buffer> {
  return await buffer((await openWork(dataset, key, signal)).body);
}

async function openWork(dataset: Dataset, key: string, signal: AbortSignal) {
  const object = await dataset.open(key, { signal });
  if (object !== undefined) return object;
  throw new LoggableError(`${key} is missing: delete plan.json beside it, and start the execution again`);
}
