import { PRICES } from '../cost/prices.ts';
import type { Step } from './step.ts';

/** What was measured of a format. */
export interface Measured {
  readonly plan: Step;
  readonly shard: Step;
  readonly merge: Step;
  readonly frames: number;
  readonly framesPerShard: number;
}

/** As many shards are converted at the same time. */
export const CONCURRENCY = 100;

/** The memory of serverless.yml, in GB: a processor for 1,769 MB. */
const GB = 1_769 / 1_024;

/** What `total` frames take: everything but the memory of plan and merge grows with the frames alone. */
export function computed(
  { plan, shard, merge, frames, framesPerShard }: Measured,
  total: number,
): { seconds: number; dollars: number } {
  const [times, shards] = [total / frames, Math.ceil(total / framesPerShard)];
  const once = (plan.cpuSeconds + merge.cpuSeconds) * times;
  const ofShards = (shard.cpuSeconds * total) / framesPerShard;
  const requests = (kind: 'reads' | 'writes') =>
    (plan[kind] + merge[kind]) * times + (shard[kind] * total) / framesPerShard;
  return {
    seconds: once + ofShards / Math.min(shards, CONCURRENCY),
    dollars:
      PRICES.lambdaGbSecond * GB * (once + ofShards) +
      PRICES.lambdaRequest * shards +
      PRICES.s3Read * requests('reads') +
      PRICES.s3Write * requests('writes') +
      // Of each item: an execution's start, its state and its end.
      PRICES.stateTransition * 3 * shards,
  };
}
