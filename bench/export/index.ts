/**
 * How long exports take beside their requests alone: those that depend on each other one after the other, and each as long as a
 * bare request to the same server.
 */
import { S3Client } from '@aws-sdk/client-s3';
import { request } from 'undici';
import { createAgent } from '../../lib/annofab/http/agent.ts';
import { AnnofabClient } from '../../lib/annofab/index.ts';
import { exportTask } from '../../lib/automations/export-task/export-task.ts';
import { createDataset } from '../../lib/aws/dataset.ts';
import { readConfigAndSettings } from '../../lib/runtime/settings.ts';
import { type Figure, figure, type Run } from '../figures.ts';
import { costOf, startScript } from '../measure.ts';
import { silentEvent } from '../silent-event.ts';

const { settings } = readConfigAndSettings([], {});

/** The task, its manifest, the task again, the manifest, and the pointer to the latest version: read and written. */
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
/** Fewer of them where each takes longer. */
const MANY_TASKS: readonly Work[] = [
  { latencyMs: 5, tasks: 10_000, frames: 1 },
  { latencyMs: 50, tasks: 1_000, frames: 1 },
  { latencyMs: 200, tasks: 200, frames: 1 },
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
    await exporter.export(frames, 'warm-up');
    const latency = await bareLatency(server.first);
    let next = 0;
    const exportNext = () => {
      next += 1;
      return exporter.export(frames, String(next));
    };
    const { seconds } = await costOf(tasks, TASKS_AT_ONCE, exportNext);
    const name = `export: ${tasks.toLocaleString('en')} × ${frames} frames at ${latencyMs} ms`;
    return [
      figure(name, [seconds], 's'),
      figure(
        `${name}, beside the requests alone`,
        [seconds / (secondsAlone(work) * (latency / (latencyMs / 1_000)))],
        '×',
      ),
    ];
  } finally {
    await exporter.close();
    await server.stop();
  }
}

/** How long the requests take that have to follow each other, at the latency. */
function secondsAlone({ latencyMs, tasks, frames }: Work): number {
  const inSequence = REQUESTS_OF_TASK + REQUESTS_OF_FRAME * Math.ceil(frames / settings.frameConcurrency);
  return (Math.ceil(tasks / TASKS_AT_ONCE) * inSequence * latencyMs) / 1_000;
}

/** The latency of the server as a client sees it, in seconds: a timer that is late, and the connection, belong to it. */
async function bareLatency(url: string): Promise<number> {
  const requests = 40;
  const call = async () => (await request(`${url}/api/v1/projects/project/tasks/1-frames`)).body.text();
  return (await costOf(requests, 1, call)).seconds / requests;
}

function createExporter(url: string) {
  const agent = createAgent(32);
  const annofab = new AnnofabClient({ credentials: { pat: 'bench' }, baseUrl: url, dispatcher: agent });
  const credentials = { accessKeyId: 'bench', secretAccessKey: 'bench' };
  const client = new S3Client({ endpoint: url, region: 'ap-northeast-1', credentials, forcePathStyle: true });
  const dataset = createDataset({ bucket: 'dataset', client });
  return {
    export: (frames: number, name: string) =>
      exportTask({
        ...silentEvent(),
        ...{ annofab, dataset },
        event: {
          event_type: 'task-completed',
          project_id: 'project',
          task_id: `${frames}-frames-${name}`,
          complete_datetime: '2026-01-05T11:00:00.000+09:00',
        },
      }),
    async close() {
      await annofab.close();
      await agent.close();
      client.destroy();
    },
  };
}
