import { expect, it } from 'vitest';
import { runFlood } from '../../local/flood/run-flood.ts';

const WORKERS = 2;

it('exports the event of a project while another project has a backlog, after no more messages than there are workers', async () => {
  const { backlog, overtaken } = await runFlood({ events: 40, workers: WORKERS, lookMs: 1_000 });
  expect(backlog).toBeGreaterThan(10 * WORKERS);
  expect(overtaken).toBeLessThanOrEqual(WORKERS);
});
