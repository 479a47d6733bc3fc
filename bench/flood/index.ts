/**
 * How long the event of one project waits while another project floods the application with events: the whole local stack, with
 * the message groups and the fair order of its queues.
 *
 *     node bench/flood/index.ts [events of the flood, 1000 by default]
 */
import { runFlood } from '../../local/flood/run-flood.ts';

const WORKERS = 4;

const events = Number(process.argv[2] ?? 1_000);
if (!Number.isInteger(events) || events < 1) throw new Error('the number of events is a whole number');

const { backlog, overtaken, seconds } = await runFlood({ events, workers: WORKERS, lookMs: 1_000 });
console.log(`${events} events of one project, ${WORKERS} exports at the same time.`);
console.log(`Backlog when the event of another project arrived:  ${backlog} messages`);
console.log(`Started before it although it waited:               ${overtaken} messages`);
console.log(`From its arrival until it was exported:             ${seconds.toFixed(1)} s`);
const passed = overtaken <= WORKERS;
console.log(`\nflood: ${passed ? 'ok' : 'too many'}: at most ${WORKERS} may start before it`);
process.exitCode = passed ? 0 : 1;
