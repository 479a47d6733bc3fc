/**
 * How long exports take beside their requests alone, as many at a time, and each as long as a bare request to the same server.
 */
import { request } from 'undici';
import { readConfigAndSettings } from '../../lib/runtime/settings.ts';
import { type Figure, figure, type Run, ratio } from '../figures.ts';
import { type Cost, costOf, interleave, startScript } from '../measure.ts';
import { createExporter } from './exporter.ts';

const { settings } = readConfigAndSettings([], {});

/** The task is read twice, its manifest and the pointer to its latest version are read and written. */
const REQUESTS_OF_TASK = 6;
/** Its annotation is read and stored. */
const REQUESTS_OF_FRAME = 2;
/** In one process, which shares its processor among them: a worker exports one task at a time. */
const TASKS_AT_ONCE = 4;

interface Work {
  readonly latencyMs: number;
  readonly tasks: number;
  readonly frames: number;
  /** Each exports its share of the tasks, or the one task again, beside a round of bare requests. */
  readonly rounds: number;
}

const ONE_TASK: readonly Work[] = [
  { latencyMs: 5, tasks: 1, frames: 200, rounds: 10 },
  { latencyMs: 50, tasks: 1, frames: 200, rounds: 3 },
  { latencyMs: 200, tasks: 1, frames: 200, rounds: 1 },
];
/** Fewer of them where each takes longer. */
const MANY_TASKS: readonly Work[] = [
  { latencyMs: 5, tasks: 10_000, frames: 1, rounds: 10 },
  { latencyMs: 50, tasks: 240, frames: 1, rounds: 3 },
  { latencyMs: 200, tasks: 48, frames: 1, rounds: 2 },
];
const QUICK: readonly Work[] = [
  { latencyMs: 50, tasks: 1, frames: 200, rounds: 2 },
  { latencyMs: 5, tasks: 500, frames: 1, rounds: 5 },
];

/** They open the connections, and compile the code, before anything is measured. */
const WARM_UP_FRAMES = 10;
const WARM_UP_TASKS = 40;

export const run: Run = async ({ quick }) => {
  const figures: Figure[] = [];
  for (const work of quick ? QUICK : [...ONE_TASK, ...MANY_TASKS]) figures.push(...(await measure(work)));
  return figures;
};

async function measure(work: Work): Promise<Figure[]> {
  const { latencyMs, tasks, frames, rounds } = work;
  const server = await startScript<string>(new URL('cloud-server.ts', import.meta.url), [String(latencyMs)]);
  const exporter = createExporter(server.first);
  let exported = 0;
  const exportNext = (count: number) => {
    exported += 1;
    return exporter.export(count, String(exported));
  };
  const tasksOfRound = Math.ceil(tasks / rounds);
  try {
    await (frames > 1 ? exportNext(WARM_UP_FRAMES) : costOf(WARM_UP_TASKS, TASKS_AT_ONCE, () => exportNext(frames)));
    const measurements = {
      bare: () => bareRequests(server.first, work),
      exports: () => costOf(tasksOfRound, TASKS_AT_ONCE, () => exportNext(frames)),
    };
    const { bare, exports } = await interleave(measurements, rounds);
    const inSequence = requestsInSequence(work, tasksOfRound);
    const requests = tasksOfRound * (REQUESTS_OF_TASK + REQUESTS_OF_FRAME * frames);
    const seconds = exports.map((cost) => cost.seconds);
    const alone = bare.map((cost) => (inSequence * cost.seconds) / bareInSequence(work));
    const name = `export: ${tasks.toLocaleString('en')} × ${frames} frames at ${latencyMs} ms`;
    return [
      figure(name, [seconds.reduce((sum, each) => sum + each, 0) / (rounds * (tasksOfRound / tasks))], 's'),
      ratio(`${name}, beside the requests alone`, seconds, alone),
      figure(
        `${name}, processor time of a request`,
        exports.map(({ cpuSeconds }) => (cpuSeconds / requests) * 1_000),
        'ms',
      ),
      figure(
        `${name}, share of the processor`,
        exports.map((cost) => (cost.cpuSeconds / cost.seconds) * 100),
        '%',
      ),
    ];
  } finally {
    await exporter.close();
    await server.stop();
  }
}

/** How many requests follow each other when all are made, as many at a time as the export has under way. */
function requestsInSequence({ frames }: Work, tasks: number): number {
  const ofTask = REQUESTS_OF_TASK + REQUESTS_OF_FRAME * Math.ceil(frames / settings.frameConcurrency);
  return Math.ceil(tasks / TASKS_AT_ONCE) * ofTask;
}

function bareInSequence({ latencyMs }: Work): number {
  return latencyMs < 50 ? 50 : 5;
}

/** Bare requests to the same server, as many at a time as the export makes: a timer that is late, and the load of the machine, belong to them. */
async function bareRequests(url: string, work: Work): Promise<Cost> {
  const atOnce = work.frames > 1 ? settings.frameConcurrency : TASKS_AT_ONCE;
  const call = async () => (await request(`${url}/api/v1/projects/project/tasks/1-frames`)).body.text();
  return await costOf(atOnce * bareInSequence(work), atOnce, call);
}
