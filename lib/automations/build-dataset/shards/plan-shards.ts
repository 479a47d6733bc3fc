import { isDeepStrictEqual } from 'node:util';
import { ArchiveError, type SimpleArchive, type SplitArchive, splitArchive } from '../../../annofab/archives/index.ts';
import { mapInOrder } from '../../../core/async/map-in-order.ts';
import { type FormatName, planDataset, type Shard, shardsOf } from '../../../datasets/index.ts';
import type { Invocation } from '../../../runtime/context.ts';
import { NonRetryableError } from '../../../runtime/outcomes.ts';
import { datasetKeys, datasetWorkKeys } from '../../bucket/dataset-keys.ts';
import type { Services } from '../../services.ts';
import { bucketSource, findObject } from '../archive-source.ts';
import { splitOf } from '../convert-version.ts';
import { type DatasetManifest, parseDatasetManifest } from '../dataset-manifest.ts';
import { readSource, SOURCE_FILES } from '../source-files.ts';
import type { DatasetRequest, ShardItem } from './request.ts';
import { storeImageSizes, storeMetadata } from './shard-inputs.ts';
import { readPlan, type StoredPlan, storedCategory } from './stored-plan.ts';

/** What the state machine needs of a plan. */
export interface PlannedShards {
  readonly project_id: string;
  readonly version: string;
  /** Those that are not complete. */
  readonly formats: readonly FormatName[];
  /** The key of the items of the map. */
  readonly items: string;
  readonly shards: number;
  readonly frames: number;
}

type Context = Pick<Services, 'dataset'> & Pick<Invocation, 'log' | 'signal'>;

/** Frames without outer files in one shard: a few minutes of work, so that a repeated shard does not cost much. */
const FRAMES_PER_SHARD = 20_000;

/**
 * A mask of 1920 × 1080 pixels takes at most as long as this number of frames with ten boxes: `npm run bench -- datasets-scale`
 * measures 66 for COCO and 61 for Parquet.
 */
const FRAMES_PER_MASK = 100;

/** What 10 GB of memory hold of an archive's directory. */
const MAX_ENTRIES = 40_000_000;

/** Writes that are under way at the same time. */
const CONCURRENCY = 16;

const JSON_TYPE = 'application/json';

/**
 * Cuts the archive of a version into shards. Only the directory of the archive is read. A repeated call finds the plan that was
 * written before: it is written last, and never replaced. Formats that are complete are left out.
 *
 * @throws NonRetryableError when the version does not exist, was planned with other settings, or the settings do not fit it
 */
export async function planShards(ctx: Context, request: DatasetRequest): Promise<PlannedShards> {
  const plan = await storedPlan(ctx, request);
  const { project_id, version, shards } = plan;
  const formats = await pendingFormats(ctx, request);
  const items = formats.flatMap((format) =>
    shards.map(({ index }): ShardItem => ({ project_id, version, format, shard: index })),
  );
  const key = datasetWorkKeys.items(request, formats);
  await ctx.dataset.put(key, JSON.stringify(items), { contentType: JSON_TYPE, signal: ctx.signal });
  ctx.log.info('Dataset planned', { project_id, version, shards: shards.length });
  return {
    ...{ project_id, version, formats, items: key },
    shards: shards.length,
    frames: shards.at(-1)?.end ?? 0,
  };
}

async function storedPlan(ctx: Context, request: DatasetRequest): Promise<StoredPlan> {
  const { dataset, signal } = ctx;
  const before = await readPlan(dataset, request, signal);
  if (before) return assertSame(before, request);
  const plan = await makePlan(ctx, request);
  const options = { contentType: JSON_TYPE, etag: undefined, signal };
  const written = await dataset.replace(datasetWorkKeys.plan(request), JSON.stringify(plan), options);
  return written === 'written' ? plan : await storedPlan(ctx, request);
}

function assertSame(plan: StoredPlan, request: DatasetRequest): StoredPlan {
  const { settings, frames_per_shard } = inputsOf(request);
  const isSame = isDeepStrictEqual(plan.settings, settings) && plan.frames_per_shard === frames_per_shard;
  if (isSame) return plan;
  throw new NonRetryableError(
    `project ${request.project_id}, version ${request.version}: it was planned with other settings: ` +
      `to start from the beginning, delete ${datasetWorkKeys.plan(request)} and what is beside it`,
  );
}

/** The formats do not count: a plan serves all of them. */
function inputsOf({ settings: { formats: _, ...settings } = {}, frames_per_shard }: DatasetRequest) {
  return { settings, frames_per_shard };
}

async function pendingFormats({ dataset, signal }: Context, request: DatasetRequest): Promise<FormatName[]> {
  const { project_id, version, formats } = request;
  const reports = await Promise.all(
    formats.map((format) => dataset.read(datasetKeys.report(project_id, version, format), { signal })),
  );
  return formats.filter((_, at) => reports[at] === undefined);
}

async function makePlan(ctx: Context, request: DatasetRequest): Promise<StoredPlan> {
  const { dataset, signal } = ctx;
  const { project_id, version } = request;
  const { settings, frames_per_shard } = inputsOf(request);
  const manifest = await readManifest(ctx, request);
  const { specs, imageSizes: sizes, metadata } = await readSource(dataset, manifest, signal);
  const planned = planDataset(NOT_READ, { specs, selection: settings.selection, split: splitOf(settings), signal });
  const { categories, attributes } = await planned.catch(asFinal(RangeError, request));
  const archive = await findObject(dataset, manifest.archive.key, signal);
  const shards = await storeDirectories(ctx, request, archive);
  if (sizes) await storeImageSizes(dataset, request, { sizes, signal });
  const { splitBy } = settings;
  if (splitBy !== undefined && metadata) await storeMetadata(dataset, request, { metadata, splitBy, signal });
  return {
    ...{ project_id, version, settings, frames_per_shard, archive, attributes, shards },
    categories: categories.map(storedCategory),
    image_sizes: sizes?.count,
  };
}

async function readManifest({ dataset, signal }: Context, request: DatasetRequest): Promise<DatasetManifest> {
  const { project_id, version, settings } = request;
  const key = datasetKeys.manifest(project_id, version);
  const stored = await dataset.read(key, { signal });
  if (stored === undefined)
    throw new NonRetryableError(
      `There is no version ${version} of the dataset of project ${project_id}: ${key} is missing`,
    );
  const manifest = parseDatasetManifest(stored.text, key);
  const has = (path: string) => manifest.files.some((file) => file.path === path);
  if (!has(SOURCE_FILES.specs)) throw new NonRetryableError(`${key} names no annotation specs`);
  if (settings?.splitBy !== undefined && !has(SOURCE_FILES.tasks))
    throw new NonRetryableError(`${key} names no list of tasks, which splitBy needs`);
  return manifest;
}

/** The labels come from the annotation specs. */
const NOT_READ: Pick<SimpleArchive, 'frames'> = { async *frames() {} };

/** Stores the part of the archive's directory that each shard needs. */
async function storeDirectories(
  ctx: Context,
  request: DatasetRequest,
  archive: StoredPlan['archive'],
): Promise<Shard[]> {
  const { dataset, signal } = ctx;
  const source = bucketSource(dataset, archive, signal);
  const opened = await splitArchive(source, { maxEntries: MAX_ENTRIES }).catch(asFinal(ArchiveError, request));
  try {
    const shards = shardsOf(opened.frameCount, framesPerShard(opened, request));
    await mapInOrder(shards, CONCURRENCY, async (shard) => {
      const key = datasetWorkKeys.directory(request, shard.index);
      await dataset.put(key, opened.directoryOf(shard), { contentType: 'application/octet-stream', signal });
    });
    return shards;
  } finally {
    await opened.close();
  }
}

function framesPerShard({ frameCount, entries }: SplitArchive, { frames_per_shard }: DatasetRequest): number {
  const masks = (entries - frameCount) / Math.max(1, frameCount);
  return frames_per_shard ?? FRAMES_PER_SHARD / (1 + FRAMES_PER_MASK * masks);
}

/** Turns an error that would come again into one that is not retried. */
function asFinal(type: typeof RangeError | typeof ArchiveError, { project_id, version }: DatasetRequest) {
  return (error: unknown): never => {
    if (!(error instanceof type)) throw error;
    throw new NonRetryableError(`project ${project_id}, version ${version}: ${error.message}`, { cause: error });
  };
}
