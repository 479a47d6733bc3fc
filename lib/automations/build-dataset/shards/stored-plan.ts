import { LoggableError } from '../../../core/loggable-error.ts';
import {
  type AttributeColumn,
  type Category,
  type ConvertTarget,
  createSplit,
  type DatasetPlan,
  FORMATS,
  type FormatName,
  type Shard,
  type SplitOptions,
} from '../../../datasets/index.ts';
import { type DatasetIds, datasetKeys, datasetWorkKeys } from '../../bucket/dataset-keys.ts';
import type { Services } from '../../services.ts';
import { bucketOutput } from '../bucket-output.ts';
import type { ArchiveObject } from './archive-source.ts';
import type { DatasetRequest } from './request.ts';

/** What all shards have in common: `plan.json`. It is written once, and a repeated execution uses it as it is. */
export interface StoredPlan {
  readonly request: DatasetRequest;
  readonly archive: ArchiveObject;
  readonly categories: readonly StoredCategory[];
  readonly attributes: readonly AttributeColumn[];
  readonly shards: readonly Shard[];
  /** How many images have a size; absent when their sizes were not read. */
  readonly image_sizes?: number;
}

/** As JSON has it. */
type StoredCategory = Omit<Category, 'annotation_types'> & { readonly annotation_types: readonly string[] };

export function storedCategory(category: Category): StoredCategory {
  return { ...category, annotation_types: [...category.annotation_types] };
}

/** @returns undefined when nothing is planned yet */
export async function readPlan(
  { dataset }: Pick<Services, 'dataset'>,
  of: DatasetIds,
  signal: AbortSignal,
): Promise<StoredPlan | undefined> {
  const stored = await dataset.read(datasetWorkKeys.plan(of), { signal });
  if (stored === undefined) return undefined;
  // Only this application writes it, and only as a whole.
  const plan: StoredPlan = JSON.parse(stored.text);
  return plan;
}

/** @throws LoggableError when it is not there */
export async function requirePlan(
  services: Pick<Services, 'dataset'>,
  of: DatasetIds,
  signal: AbortSignal,
): Promise<StoredPlan> {
  const plan = await readPlan(services, of, signal);
  if (plan) return plan;
  throw new LoggableError(`${datasetWorkKeys.plan(of)} is missing: start the execution again`);
}

export function splitOf({ split, split_by }: DatasetRequest): SplitOptions {
  return { ratios: split, ...(split_by !== undefined && { by: { metadata: split_by } }) };
}

/** Where a format of the dataset is written, and its pieces. */
export async function targetOf(
  { dataset }: Pick<Services, 'dataset'>,
  { request, categories, attributes }: StoredPlan,
  { format, signal }: { format: FormatName; signal: AbortSignal },
): Promise<ConvertTarget> {
  const { project_id, version, selection = {}, title = project_id, options } = request;
  const plan: DatasetPlan = {
    categories: categories.map((category) => ({ ...category, annotation_types: new Set(category.annotation_types) })),
    attributes,
    selection,
    split: createSplit(splitOf(request)),
  };
  return {
    plan,
    format: await FORMATS[format](options),
    out: bucketOutput(dataset, datasetKeys.format(project_id, version, format), { signal }),
    work: bucketOutput(dataset, datasetWorkKeys.format(request, format), { signal }),
    title,
  };
}
