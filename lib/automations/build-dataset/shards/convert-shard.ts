import { openArchivePart, type SimpleArchive } from '../../../annofab/archives/index.ts';
import { LoggableError } from '../../../core/loggable-error.ts';
import { convertShard, type DatasetSource, readShardReport, type Shard } from '../../../datasets/index.ts';
import type { Invocation } from '../../../runtime/context.ts';
import { datasetWorkKeys } from '../../bucket/dataset-keys.ts';
import type { Services } from '../../services.ts';
import { bucketSource } from '../archive-source.ts';
import type { ShardItem } from './request.ts';
import { loadImageSizes, loadMetadata, readWork } from './shard-inputs.ts';
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
  const { dataset, signal, log } = ctx;
  const { project_id, version, format, shard: index } = item;
  const plan = await requirePlan(dataset, item, signal);
  const shard = plan.shards[index];
  if (shard === undefined) throw new LoggableError(`The plan has no shard ${index}: start the execution again`);
  const target = await targetOf(dataset, plan, { format, signal });
  if ((await readShardReport(target.work, index)) !== undefined) return { format, shard: index, was_done: true };
  const archive = await openShard(ctx, plan, shard);
  try {
    const source = { archive: shifted(archive, shard), ...(await inputsOf(ctx, plan)) };
    const { frames, annotations } = await convertShard(source, target, shard, signal);
    const counts = { frames: frames.written, annotations: annotations.written };
    log.info('Shard converted', { project_id, version, format, shard: index, ...counts });
    return { format, shard: index, was_done: false };
  } finally {
    await archive.close();
  }
}

async function openShard({ dataset, signal }: Context, plan: StoredPlan, shard: Shard): Promise<SimpleArchive> {
  const directory = await readWork(dataset, datasetWorkKeys.directory(plan, shard.index), signal);
  return await openArchivePart(bucketSource(dataset, plan.archive, signal), directory);
}

/** The part of the archive counts its frames from 0, and a shard by their place in the whole archive. */
function shifted(archive: SimpleArchive, { start: first }: Shard): Pick<SimpleArchive, 'frames'> {
  return {
    frames: ({ range, ...options } = {}) =>
      archive.frames({ ...options, ...(range && { range: { start: range.start - first, end: range.end - first } }) }),
  };
}

async function inputsOf({ dataset, signal }: Context, plan: StoredPlan): Promise<Omit<DatasetSource, 'archive'>> {
  const { image_sizes: count, settings } = plan;
  const imageSizes = count === undefined ? undefined : await loadImageSizes(dataset, plan, { count, signal });
  if (settings.splitBy === undefined) return { imageSizes };
  const metadata = await loadMetadata(dataset, plan, signal);
  return { imageSizes, metadataOf: (task_id) => metadata.get(task_id) };
}
