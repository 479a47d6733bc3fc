import { TASK_PHASES, TASK_STATUSES } from '../../../annofab/generated/enumerations.ts';
import {
  array,
  boolean,
  explain,
  id,
  integer,
  nonEmptyString,
  numberWhere,
  object,
  oneOf,
  optional,
  record,
  type Shape,
  type TypeOf,
} from '../../../core/json.ts';
import type { FormatName } from '../../../datasets/index.ts';
import { NonRetryableError } from '../../../runtime/outcomes.ts';

const FORMAT_NAMES = [
  ...['coco', 'yolo', 'masks', 'parquet', 'jsonl', 'webdataset', 'kitti'],
] as const satisfies readonly FormatName[];

const names = array(nonEmptyString, { isEmptyAllowed: false });

/** The input of an execution: which dataset is built, and how. */
const REQUEST = object({
  project_id: id,
  /** The version of the mirrored archive. */
  archive: id,
  /** The version of the dataset. */
  version: id,
  formats: array(oneOf(FORMAT_NAMES), { isEmptyAllowed: false }),
  /** Names the dataset in files that have a title. Default: the id of the project. */
  title: optional(nonEmptyString),
  split: optional(record(numberWhere((value) => value > 0, 'a number greater than 0'))),
  /** A metadata key: all tasks that have the same value of it stay together. */
  split_by: optional(nonEmptyString),
  selection: optional(
    object({
      phases: optional(array(oneOf(TASK_PHASES), { isEmptyAllowed: false })),
      statuses: optional(array(oneOf(TASK_STATUSES), { isEmptyAllowed: false })),
      labels: optional(names),
      attributes: optional(names),
      where: optional(record(nonEmptyString)),
    }),
  ),
  options: optional(
    object({
      rle: optional(oneOf(['compressed', 'uncompressed'])),
      yolo: optional(oneOf(['detect', 'segment', 'obb'])),
      masks: optional(oneOf(['semantic', 'instance'])),
    }),
  ),
  /** Whether the sizes of the images are read from the list of input data. Default true. */
  image_sizes: optional(boolean),
  /** Rounded up to whole blocks of 1,000. Default: as many as have 20,000 files in the archive. */
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
