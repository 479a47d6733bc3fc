/**
 * Each of the jobs at 1, 10 and 100 times the work: the exponent of its processor time, 1 where it is linear. The servers run in
 * processes of their own, so that only the job is measured.
 */

import type { Figure, Run } from '../figures.ts';
import { startScript } from '../measure.ts';
import { deliveriesGrowing } from './deliveries.ts';
import { exportsGrowing } from './exports.ts';
import { type Growing, measureGrowth } from './grow.ts';
import { measureLedger } from './ledger.ts';
import { mirrorGrowing } from './mirror.ts';
import { pullGrowing } from './pull.ts';
import { requestsGrowing } from './requests.ts';

const CLOUD_SERVER = new URL('../export/cloud-server.ts', import.meta.url);

export const run: Run = async ({ quick }) => {
  const server = await startScript<string>(CLOUD_SERVER, ['0']);
  const jobs: readonly Growing[] = [
    ...requestsGrowing(server.first),
    ...exportsGrowing(server.first),
    ...deliveriesGrowing(server.first),
    pullGrowing,
    mirrorGrowing,
  ];
  try {
    const figures: Figure[] = [];
    for (const job of jobs) figures.push(...(await measureGrowth(quick ? smaller(job) : job)));
    return [...figures, ...(await measureLedger(quick ? [100, 1_000] : [100, 1_000, 10_000]))];
  } finally {
    await server.stop();
  }
};

/** Without the largest size, in one round. The names of the figures, and so their bars, stay the same. */
function smaller(job: Growing): Growing {
  return { ...job, sizes: job.sizes.slice(0, -1), rounds: 1 };
}
