/**
 * How long the event of one project waits while another project floods the application with events: the whole local stack, with
 * the message groups and the fair order of its queues.
 */
import { runFlood } from '../../local/flood/run-flood.ts';
import { figure, type Run } from '../figures.ts';

const WORKERS = 4;

export const run: Run = async ({ quick }) => {
  const events = quick ? 60 : 600;
  const { backlog, overtaken, seconds } = await runFlood({ events, workers: WORKERS, lookMs: 1_000 });
  const name = `flood: ${events} events of one project, ${WORKERS} exports at a time`;
  return [
    figure(`${name}, backlog when another project's event arrives`, [backlog], ''),
    figure(`${name}, of them started before it although it waited`, [overtaken], ''),
    figure(`${name}, from its arrival until it is exported`, [seconds], 's'),
  ];
};
