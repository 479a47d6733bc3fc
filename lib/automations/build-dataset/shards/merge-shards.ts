import { mapInOrder } from '../../../core/async/map-in-order.ts';
import { LoggableError } from '../../../core/loggable-error.ts';
import { mergeShards, readShardReport } from '../../../datasets/index.ts';
import type { Invocation } from '../../../runtime/context.ts';
import { datasetKeys } from '../../bucket/dataset-keys.ts';
import type { Services } from '../../services.ts';
import { assertComplete } from '../convert-version.ts';
import type { MergeItem } from './request.ts';
import { requirePlan, targetOf } from './stored-plan.ts';

type Context = Pick<Services, 'dataset'> & Pick<Invocation, 'log' | 'signal'>;

export interface MergedFormat {
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
 * @throws LoggableError when a shard is not converted yet; NonRetryableError with `strict`, when an annotation would be left out
 */
export async function mergeFormat({ dataset, signal, log }: Context, item: MergeItem): Promise<MergedFormat> {
  const { project_id, version, format } = item;
  const plan = await requirePlan(dataset, item, signal);
  const target = await targetOf(dataset, plan, { format, signal });
  const reports = await mapInOrder(plan.shards, CONCURRENCY, async ({ index }) => {
    const report = await readShardReport(target.work, index);
    if (report) return report;
    throw new LoggableError(`Shard ${index} of ${format} is not converted: start the execution again`);
  });
  assertComplete(reports, { project_id, version, format, settings: plan.settings });
  const { frames, annotations } = await mergeShards(target, reports);
  const counts = { frames: frames.written, annotations: annotations.written };
  log.info('Dataset format published', { project_id, version, format, ...counts });
  return { format, prefix: datasetKeys.format(project_id, version, format), ...counts };
}
