import { PRICES } from '../cost/prices.ts';
import type { Step } from './step.ts';

/** The invocations for a format. */
export interface Steps {
  readonly plan: Step;
  readonly shard: Step;
  readonly merge: Step;
}

/** What was measured of a format. */
export interface Measured extends Steps {
  readonly frames: number;
  readonly framesPerShard: number;
}

/** As many shards are converted at the same time. */
export const CONCURRENCY = 100;

/** The memory of serverless.yml, in GB: a processor for 1,769 MB. */
const GB = 1_769 / 1_024;

type Amount = 'cpuSeconds' | 'reads' | 'writes';

/** What `total` frames take. @param one what a single frame takes: the part of plan and merge that does not grow */
export function computed(
  { plan, shard, merge, frames, framesPerShard }: Measured,
  one: Steps,
  total: number,
): { seconds: number; dollars: number } {
  const shards = Math.ceil(total / framesPerShard);
  const grown = (name: 'plan' | 'merge', amount: Amount) => {
    const [fixed, measured] = [one[name][amount], { plan, merge }[name][amount]];
    return fixed + (Math.max(0, measured - fixed) * total) / frames;
  };
  const once = (amount: Amount) => grown('plan', amount) + grown('merge', amount);
  const ofShards = (amount: Amount) => (shard[amount] * total) / framesPerShard;
  const requests = (amount: Amount) => once(amount) + ofShards(amount);
  return {
    seconds: once('cpuSeconds') + ofShards('cpuSeconds') / Math.min(shards, CONCURRENCY),
    dollars:
      PRICES.lambdaGbSecond * GB * requests('cpuSeconds') +
      PRICES.lambdaRequest * shards +
      PRICES.s3Read * requests('reads') +
      PRICES.s3Write * requests('writes') +
      // Of each item: an execution's start, its state and its end.
      PRICES.stateTransition * 3 * shards,
  };
}
