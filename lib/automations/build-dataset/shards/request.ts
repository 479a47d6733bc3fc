import { array, explain, id, integer, object, oneOf, optional, type Shape, type TypeOf } from '../../../core/json.ts';
import { FORMAT_NAMES } from '../../../datasets/choices.ts';
import { NonRetryableError } from '../../../runtime/outcomes.ts';
import { datasetShape } from '../dataset-settings.ts';

/** The input of an execution: which version of a dataset is converted, and how. */
const REQUEST = object({
  project_id: id,
  /** There has to be a manifest of it. */
  version: id,
  formats: array(oneOf(FORMAT_NAMES), { isEmptyAllowed: false }),
  /** As those of a project; its `formats` do not count. */
  settings: optional(datasetShape),
  /** Rounded up to whole blocks of 1,000. Default: 20,000, and fewer with masks. */
  frames_per_shard: optional(integer(1, 1_000_000)),
});

export type DatasetRequest = TypeOf<typeof REQUEST>;

/** An item of the map: a shard in one format. */
const SHARD_ITEM = object({ project_id: id, version: id, format: oneOf(FORMAT_NAMES), shard: integer(0) });

export type ShardItem = TypeOf<typeof SHARD_ITEM>;

const MERGE_ITEM = object({ project_id: id, version: id, format: oneOf(FORMAT_NAMES) });

export type MergeItem = TypeOf<typeof MERGE_ITEM>;

/** Each throws a NonRetryableError that names everything that is wrong. */
export const readRequest = reader(REQUEST, 'The input of the execution');
export const readShardItem = reader(SHARD_ITEM, 'The item of the map');
export const readMergeItem = reader(MERGE_ITEM, 'The item of the merge');

function reader<T>(shape: Shape<T>, what: string): (value: unknown) => T {
  return (value) => {
    const read = shape.read(value);
    if (read.ok) return read.value;
    throw new NonRetryableError(`${what} cannot be used: ${explain(read.problems)}`);
  };
}
