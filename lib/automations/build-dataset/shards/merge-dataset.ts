import { LoggableError } from '../../../core/loggable-error.ts';
import { mapInOrder } from '../../../core/map-in-order.ts';
import { mergeShards, readShardReport } from '../../../datasets/index.ts';
import type { Invocation } from '../../../runtime/context.ts';
import { datasetKeys } from '../../bucket/dataset-keys.ts';
import type { Services } from '../../services.ts';
import type { MergeItem } from './request.ts';
import { requirePlan, targetOf } from './stored-plan.ts';

type Context = Pick<Services, 'dataset'> & Pick<Invocation, 'log' | 'signal'>;

export interface MergedDataset {
  readonly format: string;
  /** All files of the format start with it. */
  readonly prefix: string;
  readonly frames: number;
  readonly annotations: number;
}

/** Reports that are read at the same time. */
const CONCURRENCY = 32;

/**
 * Writes what is known only when all shards are there, and last `report.json`. It can be repeated: it writes the same again.
 *
 * @throws LoggableError when a shard is not converted yet
 */
export async function mergeFormat(ctx: Context, item: MergeItem): Promise<MergedDataset> {
  const { signal, log } = ctx;
  const { project_id, version, format } = item;
  const plan = await requirePlan(ctx, item, signal);
  const target = await targetOf(ctx, plan, { format, signal });
  const reports = await mapInOrder(plan.shards, CONCURRENCY, async ({ index }) => {
    const report = await readShardReport(target.work, index);
    if (report) return report;
    throw new LoggableError(`Shard ${index} of ${format} is not converted: start the execution again`);
  });
  const { frames, annotations } = await mergeShards(target, reports);
  log.info('Dataset merged', { format, frames: frames.written, annotations: annotations.written });
  const prefix = datasetKeys.format(project_id, version, format);
  return { format, prefix, frames: frames.written, annotations: annotations.written };
}
