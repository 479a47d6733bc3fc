/**
 * How long exports take beside their requests alone: those that depend on each other one after the other, and each as long as a
 * bare request to the same server.
 */
import { request } from 'undici';
import { readConfigAndSettings } from '../../lib/runtime/settings.ts';
import { type Figure, figure, type Run } from '../figures.ts';
import { costOf, startScript } from '../measure.ts';
import { createExporter } from './exporter.ts';

const { settings } = readConfigAndSettings([], {});

/** The task is read twice, its manifest and the pointer to its latest version are read and written. */
const REQUESTS_OF_TASK = 6;
/** Its annotation is read and stored. */
const REQUESTS_OF_FRAME = 2;
/** As many as a deployment exports at the same time by default. */
const TASKS_AT_ONCE = 4;

interface Work {
  readonly latencyMs: number;
  readonly tasks: number;
  readonly frames: number;
}

const ONE_TASK: readonly Work[] = [5, 50, 200].map((latencyMs) => ({ latencyMs, tasks: 1, frames: 200 }));
/** As many frames as this open the connections and compile the code before anything is measured. */
const WARM_UP_FRAMES = 10;

/** Fewer of them where each takes longer. */
const MANY_TASKS: readonly Work[] = [
  { latencyMs: 5, tasks: 10_000, frames: 1 },
  { latencyMs: 50, tasks: 250, frames: 1 },
  { latencyMs: 200, tasks: 50, frames: 1 },
];
const QUICK: readonly Work[] = [
  { latencyMs: 50, tasks: 1, frames: 200 },
  { latencyMs: 5, tasks: 500, frames: 1 },
];

export const run: Run = async ({ quick }) => {
  const figures: Figure[] = [];
  for (const work of quick ? QUICK : [...ONE_TASK, ...MANY_TASKS]) figures.push(...(await measure(work)));
  return figures;
};

async function measure(work: Work): Promise<Figure[]> {
  const { latencyMs, tasks, frames } = work;
  const server = await startScript<string>(new URL('cloud-server.ts', import.meta.url), [String(latencyMs)]);
  const exporter = createExporter(server.first);
  try {
    await exporter.export(WARM_UP_FRAMES, 'warm-up');
    const latency = await bareLatency(server.first, latencyMs);
    let next = 0;
    const exportNext = () => {
      next += 1;
      return exporter.export(frames, String(next));
    };
    const { seconds, cpuSeconds } = await costOf(tasks, TASKS_AT_ONCE, exportNext);
    const alone = secondsAlone(work) * (latency / (latencyMs / 1_000));
    const requests = tasks * (REQUESTS_OF_TASK + REQUESTS_OF_FRAME * frames);
    const name = `export: ${tasks.toLocaleString('en')} × ${frames} frames at ${latencyMs} ms`;
    return [
      figure(name, [seconds], 's'),
      figure(`${name}, beside the requests alone`, [seconds / alone], '×'),
      figure(`${name}, processor time of a request`, [(cpuSeconds / requests) * 1_000], 'ms'),
      figure(`${name}, share of the time that the processor works`, [(cpuSeconds / seconds) * 100], '%'),
    ];
  } finally {
    await exporter.close();
    await server.stop();
  }
}

/** How long all requests take at the latency, as many at a time as the export has under way. */
function secondsAlone({ latencyMs, tasks, frames }: Work): number {
  const inSequence = REQUESTS_OF_TASK + REQUESTS_OF_FRAME * Math.ceil(frames / settings.frameConcurrency);
  return (Math.ceil(tasks / TASKS_AT_ONCE) * inSequence * latencyMs) / 1_000;
}

/** The latency of the server as a client sees it, in seconds: a timer that is late, and the connection, belong to it. */
async function bareLatency(url: string, latencyMs: number): Promise<number> {
  const requests = latencyMs < 50 ? 200 : 20;
  const call = async () => (await request(`${url}/api/v1/projects/project/tasks/1-frames`)).body.text();
  await call(); // It opens the connection.
  return (await costOf(requests, 1, call)).seconds / requests;
}
