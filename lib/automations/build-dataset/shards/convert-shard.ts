import { openArchivePart, type SimpleArchive } from '../../../annofab/archives/index.ts';
import { LoggableError } from '../../../core/loggable-error.ts';
import { convertShard, type DatasetSource, readShardReport, type Shard } from '../../../datasets/index.ts';
import type { Invocation } from '../../../runtime/context.ts';
import { datasetWorkKeys } from '../../bucket/dataset-keys.ts';
import type { Services } from '../../services.ts';
import { archiveSource } from './archive-source.ts';
import { loadImageSizes, loadMetadata } from './inputs.ts';
import type { ShardItem } from './request.ts';
import { requirePlan, type StoredPlan, targetOf } from './stored-plan.ts';

type Context = Pick<Services, 'dataset'> & Pick<Invocation, 'log' | 'signal'>;

export interface ConvertedShard {
  readonly format: string;
  readonly shard: number;
  /** Whether an earlier invocation had converted it. */
  readonly was_done: boolean;
}

/** Converts one shard in one format, unless that is done. It reads only its own ranges of the archive. */
export async function convertOneShard(ctx: Context, item: ShardItem): Promise<ConvertedShard> {
  const { format, shard: index } = item;
  const { signal, log } = ctx;
  const plan = await requirePlan(ctx, item, signal);
  const target = await targetOf(ctx, plan, { format, signal });
  if ((await readShardReport(target.work, index)) !== undefined) return { format, shard: index, was_done: true };
  const shard = plan.shards[index];
  if (shard === undefined) throw new LoggableError(`The plan has no shard ${index}: start the execution again`);
  const archive = await openShard(ctx, plan, shard);
  try {
    const source = { archive: shifted(archive, shard), ...(await inputsOf(ctx, plan)) };
    const { frames, annotations } = await convertShard(source, target, shard, signal);
    log.info('Shard converted', { format, shard: index, frames: frames.written, annotations: annotations.written });
    return { format, shard: index, was_done: false };
  } finally {
    await archive.close();
  }
}

async function openShard({ dataset, signal }: Context, plan: StoredPlan, shard: Shard): Promise<SimpleArchive> {
  const key = datasetWorkKeys.directory(plan.request, shard.index);
  const object = await dataset.open(key, { signal });
  if (object === undefined) throw new LoggableError(`${key} is missing: build another version`);
  const chunks: Uint8Array[] = [];
  for await (const chunk of object.body) chunks.push(chunk);
  return await openArchivePart(archiveSource(dataset, plan.archive, signal), Buffer.concat(chunks));
}

/** The part of the archive counts its frames from 0, and a shard by their place in the whole archive. */
function shifted(archive: SimpleArchive, { start: first }: Shard): Pick<SimpleArchive, 'frames'> {
  return {
    frames: ({ range, ...options } = {}) =>
      archive.frames({ ...options, ...(range && { range: { start: range.start - first, end: range.end - first } }) }),
  };
}

async function inputsOf(ctx: Context, plan: StoredPlan): Promise<Omit<DatasetSource, 'archive'>> {
  const { request, image_sizes: count } = plan;
  const { signal } = ctx;
  const imageSizes = count === undefined ? undefined : await loadImageSizes(ctx, request, { count, signal });
  if (request.split_by === undefined) return { imageSizes };
  const metadata = await loadMetadata(ctx, request, signal);
  return { imageSizes, metadataOf: (task_id) => metadata.get(task_id) };
}
