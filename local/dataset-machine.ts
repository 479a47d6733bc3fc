import { mapInOrder } from '../lib/core/async/map-in-order.ts';
import { array, explain, object, parseJson, type Shape, string } from '../lib/core/json.ts';

const PLANNED = object(
  { project_id: string, version: string, formats: array(string), items: string },
  { unknown: 'ignore' },
);

/** What the state machine reaches. */
export interface MachineTasks {
  invoke(functionName: string, input: unknown): Promise<unknown>;
  /** Reads an object of the bucket. */
  read(key: string): Promise<Buffer | undefined>;
  /** How many shards are converted at the same time. */
  readonly concurrency: number;
}

/**
 * Builds a dataset in shards with the functions on this machine: what infra/datasets.yml describes, without its retries, which
 * `npm run test:scale` tests.
 */
export async function runDatasetMachine({ invoke, read, concurrency }: MachineTasks, input: unknown): Promise<unknown> {
  const planned = await invoke('plan-dataset', input);
  const { project_id, version, formats, items: key } = checked(PLANNED, planned);
  if (formats.length === 0) return planned;
  const items = parseJson(String(await read(key)));
  if (!Array.isArray(items)) throw new Error(`${key} is not a list`);
  await mapInOrder(items, concurrency, (item) => invoke('convert-dataset-shard', item));
  return await Promise.all(formats.map((format) => invoke('merge-dataset', { project_id, version, format })));
}

function checked<T>(shape: Shape<T>, value: unknown): T {
  const result = shape.read(value);
  if (result.ok) return result.value;
  throw new Error(`plan-dataset: ${explain(result.problems)}`);
}
