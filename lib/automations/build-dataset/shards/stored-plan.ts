import type { Dataset } from '../../../aws/dataset.ts';
import { LoggableError } from '../../../core/loggable-error.ts';
import {
  type AttributeColumn,
  type Category,
  type ConvertTarget,
  createSplit,
  FORMATS,
  type FormatName,
  type Shard,
} from '../../../datasets/index.ts';
import { type DatasetIds, datasetKeys, datasetWorkKeys } from '../../bucket/dataset-keys.ts';
import type { BucketObject } from '../archive-source.ts';
import { bucketOutput } from '../bucket-output.ts';
import { splitOf } from '../convert-version.ts';
import type { DatasetSettings } from '../dataset-settings.ts';

/** What all shards and formats have in common: `plan.json`. It is written once, and a repeated execution uses it as it is. */
export interface StoredPlan extends DatasetIds {
  readonly settings: DatasetSettings;
  readonly frames_per_shard: number | undefined;
  readonly archive: BucketObject;
  readonly categories: readonly StoredCategory[];
  readonly attributes: readonly AttributeColumn[];
  readonly shards: readonly Shard[];
  /** How many images have a size; absent without a list of input data. */
  readonly image_sizes: number | undefined;
}

/** As JSON has it. */
type StoredCategory = Omit<Category, 'annotation_types'> & { readonly annotation_types: readonly string[] };

export function storedCategory(category: Category): StoredCategory {
  return { ...category, annotation_types: [...category.annotation_types] };
}

/** @returns undefined when nothing is planned yet */
export async function readPlan(dataset: Dataset, of: DatasetIds, signal: AbortSignal): Promise<StoredPlan | undefined> {
  const stored = await dataset.read(datasetWorkKeys.plan(of), { signal });
  if (stored === undefined) return undefined;
  // Only this application writes it, and only as a whole.
  const plan: StoredPlan = JSON.parse(stored.text);
  return plan;
}

/** @throws LoggableError when it is not there */
export async function requirePlan(dataset: Dataset, of: DatasetIds, signal: AbortSignal): Promise<StoredPlan> {
  const plan = await readPlan(dataset, of, signal);
  if (plan) return plan;
  throw new LoggableError(`${datasetWorkKeys.plan(of)} is missing: start the execution again`);
}

/** Where a format of the version is written, and its pieces. */
export async function targetOf(
  dataset: Dataset,
  plan: StoredPlan,
  { format, signal }: { format: FormatName; signal: AbortSignal },
): Promise<ConvertTarget> {
  const { project_id, version, settings, categories, attributes } = plan;
  const { selection = {}, options } = settings;
  return {
    plan: {
      categories: categories.map((category) => ({ ...category, annotation_types: new Set(category.annotation_types) })),
      attributes,
      selection,
      split: createSplit(splitOf(settings)),
    },
    format: await FORMATS[format](options),
    out: bucketOutput(dataset, datasetKeys.format(project_id, version, format), { signal }),
    work: bucketOutput(dataset, datasetWorkKeys.pieces(plan, format), { signal }),
    title: project_id,
    withFileList: true,
  };
}
