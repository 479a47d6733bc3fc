/**
 * What this application costs on AWS: a million deliveries, and a TB of mirrored archives. Times and requests are measured in this
 * run, with the functions' memory of serverless.yml; the prices are a table.
 */
import type { Run } from '../figures.ts';
import { costOfDeliveries } from './deliveries.ts';
import { memoryOfFunctions } from './functions.ts';
import { costOfMirrors } from './mirrors.ts';

export const run: Run = async ({ quick }) => {
  const memoryOf = await memoryOfFunctions();
  const archives = quick ? { mebibytes: 256, rounds: 1 } : { mebibytes: 1_024, rounds: 3 };
  return [
    ...(await costOfDeliveries(quick ? 20 : 100, memoryOf)),
    ...(await costOfMirrors(archives, memoryOf('on-annotation-archive-updated'))),
  ];
};
