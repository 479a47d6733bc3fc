import { isDeepStrictEqual } from 'node:util';
import { ArchiveError, type SimpleArchive, type SplitArchive, splitArchive } from '../../../annofab/archives/index.ts';
import { mapInOrder } from '../../../core/map-in-order.ts';
import { planDataset, type Shard, shardsOf } from '../../../datasets/index.ts';
import type { Invocation } from '../../../runtime/context.ts';
import { NonRetryableError } from '../../../runtime/outcomes.ts';
import { archiveKeys, datasetWorkKeys } from '../../bucket/dataset-keys.ts';
import type { Services } from '../../services.ts';
import { archiveSource, findArchive } from './archive-source.ts';
import { storeImageSizes, storeMetadata } from './inputs.ts';
import type { DatasetRequest, ShardItem } from './request.ts';
import { readPlan, type StoredPlan, splitOf, storedCategory } from './stored-plan.ts';

/** What the state machine needs of a plan. */
export interface PlannedDataset {
  readonly project_id: string;
  readonly version: string;
  readonly formats: readonly string[];
  /** The key of the items of the map. */
  readonly items: string;
  /** The prefix of the results of the map. */
  readonly results: string;
  readonly shards: number;
  readonly frames: number;
}

type Context = Services & Pick<Invocation, 'log' | 'signal'>;

/** Files of the archive in one shard: a few minutes of work, so that a repeated shard does not cost much. */
const FILES_PER_SHARD = 20_000;

/** What 10 GB of memory hold of an archive's directory. The limit for archives on a small machine is lower. */
const MAX_ENTRIES = 40_000_000;

/** Writes that are under way at the same time. */
const CONCURRENCY = 16;

/**
 * Decides what a dataset consists of and how it is cut into shards. Only the directory of the archive is read. A repeated call finds
 * the plan that was written before: it is written last, and never replaced.
 *
 * @throws NonRetryableError when the dataset was planned otherwise, there is no such archive, or the request does not fit the project
 */
export async function planShards(ctx: Context, request: DatasetRequest): Promise<PlannedDataset> {
  const before = await readPlan(ctx, request, ctx.signal);
  if (before) return resumed(ctx, before, request);
  const plan = await makePlan(ctx, request);
  const written = await ctx.dataset.replace(datasetWorkKeys.plan(request), JSON.stringify(plan), {
    contentType: 'application/json',
    etag: undefined,
    signal: ctx.signal,
  });
  if (written === 'changed') return await planShards(ctx, request);
  ctx.log.info('Dataset planned', { shards: plan.shards.length });
  return plannedDataset(plan);
}

function resumed({ log }: Context, plan: StoredPlan, request: DatasetRequest): PlannedDataset {
  if (!isDeepStrictEqual(plan.request, JSON.parse(JSON.stringify(request)))) {
    throw new NonRetryableError(
      `Version ${request.version} of project ${request.project_id} was planned with another input: name another version`,
    );
  }
  log.info('Dataset was planned before', { shards: plan.shards.length });
  return plannedDataset(plan);
}

function plannedDataset({ request, shards }: StoredPlan): PlannedDataset {
  const { project_id, version, formats } = request;
  return {
    ...{ project_id, version, formats },
    items: datasetWorkKeys.items(request),
    results: datasetWorkKeys.results(request),
    shards: shards.length,
    frames: shards.at(-1)?.end ?? 0,
  };
}

async function makePlan(ctx: Context, request: DatasetRequest): Promise<StoredPlan> {
  const { dataset, signal } = ctx;
  const archive = await findArchive(dataset, archiveKeys.archive(request.project_id, request.archive), signal);
  const opened = await splitArchive(archiveSource(dataset, archive, signal), { maxEntries: MAX_ENTRIES }).catch(
    asFinal,
  );
  try {
    const shards = shardsOf(opened.frameCount, framesPerShard(opened, request));
    const { categories, attributes } = await planOf(ctx, request);
    await storeDirectories(ctx, request, opened, shards);
    const image_sizes = request.image_sizes === false ? undefined : await storeImageSizes(ctx, request, signal);
    if (request.split_by !== undefined) await storeMetadata(ctx, request, signal);
    await storeItems(ctx, request, shards);
    return {
      ...{ request, archive, attributes, shards },
      categories: categories.map(storedCategory),
      ...(image_sizes !== undefined && { image_sizes }),
    };
  } finally {
    await opened.close();
  }
}

function framesPerShard({ frameCount, entries }: SplitArchive, { frames_per_shard }: DatasetRequest): number {
  return frames_per_shard ?? FILES_PER_SHARD / Math.max(1, entries / Math.max(1, frameCount));
}

async function planOf({ annofab, signal }: Context, request: DatasetRequest) {
  const specs = await annofab.specs.load({ project_id: request.project_id }, { signal });
  try {
    return await planDataset(NOT_READ, { specs, selection: request.selection, split: splitOf(request), signal });
  } catch (error) {
    if (error instanceof RangeError) throw new NonRetryableError(error.message);
    throw error;
  }
}

/** The labels come from the annotation specs. */
const NOT_READ: Pick<SimpleArchive, 'frames'> = { async *frames() {} };

function asFinal(error: unknown): never {
  throw error instanceof ArchiveError ? new NonRetryableError(error.message) : error;
}

async function storeDirectories(
  { dataset, signal }: Context,
  request: DatasetRequest,
  archive: SplitArchive,
  shards: readonly Shard[],
): Promise<void> {
  await mapInOrder(shards, CONCURRENCY, async (shard) => {
    await dataset.put(datasetWorkKeys.directory(request, shard.index), archive.directoryOf(shard), {
      contentType: 'application/octet-stream',
      signal,
    });
  });
}

async function storeItems({ dataset, signal }: Context, request: DatasetRequest, shards: readonly Shard[]) {
  const { project_id, version, formats } = request;
  const items = formats.flatMap((format) =>
    shards.map(({ index }): ShardItem => ({ project_id, version, format, shard: index })),
  );
  await dataset.put(datasetWorkKeys.items(request), JSON.stringify(items), { contentType: 'application/json', signal });
}
