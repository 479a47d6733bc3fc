import { expect, it } from 'vitest';
import { runBackfill } from '../../local/backfill/run-backfill.ts';

/** `npm run test:backfill` takes 10,000. */
const TASKS = Number(process.env['BACKFILL_TASKS'] ?? 50);

it('a backfill that is killed in the middle exports each task once, and live events are processed meanwhile', {
  timeout: 300_000 + TASKS * 120,
}, async () => {
  const liveTasks = Math.max(4, Math.min(60, TASKS / 100));
  const report = await runBackfill({ tasks: TASKS, workers: 2, rate: 20, liveTasks });
  expect(report.sentBeforeKill).toBeGreaterThanOrEqual(TASKS / 2);
  expect(report.resumed.known).toBeGreaterThanOrEqual(report.sentBeforeKill);
  expect(report).toMatchObject({ exported: TASKS, exportedAgain: 0 });
});
