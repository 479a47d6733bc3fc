/** How long a live event takes while a backfill exports the tasks that were completed before: the whole local stack, with the real command. */
import { runBackfill } from '../../local/backfill/run-backfill.ts';
import { figure, type Run } from '../figures.ts';

export const run: Run = async ({ quick }) => {
  const tasks = quick ? 100 : 1_000;
  const liveTasks = quick ? 9 : 40;
  const { liveAloneMs, liveMeanwhileMs, seconds } = await runBackfill({ tasks, workers: 2, rate: 20, liveTasks });
  const name = `backfill: ${tasks.toLocaleString('en')} tasks at 20 a second`;
  return [
    figure(name, [seconds], 's'),
    figure(`${name}, a live event before it`, [liveAloneMs], 'ms'),
    figure(`${name}, a live event meanwhile`, [liveMeanwhileMs], 'ms'),
    figure(`${name}, a live event meanwhile, beside one before it`, [liveMeanwhileMs / liveAloneMs], '×'),
  ];
};
