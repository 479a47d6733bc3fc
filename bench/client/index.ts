/** How many requests a second the client makes against a server that answers at once, beside plain undici on the same agent settings. */
import { join } from 'node:path';
import { type Dispatcher, request } from 'undici';
import { createAgent } from '../../lib/annofab/http/agent.ts';
import { AnnofabClient } from '../../lib/annofab/index.ts';
import { type Figure, figure, type Run, ratio } from '../figures.ts';
import { type Cost, costOf, interleave, runProgram, startScript } from '../measure.ts';

interface Subject {
  readonly what: string;
  readonly path: string;
  /** Requests of one round. */
  readonly turn: number;
  call(annofab: AnnofabClient): PromiseLike<unknown>;
}

const TASK: Subject = {
  what: 'getTask of 4 KB',
  path: '/api/v1/projects/project/tasks/task',
  turn: 200,
  call: (annofab) => annofab.getTask({ project_id: 'project', task_id: 'task' }),
};

const SUBJECTS: readonly Subject[] = [
  TASK,
  {
    what: 'getTasks, 200 of them',
    path: '/api/v1/projects/project/tasks?limit=200&page=1',
    turn: 60,
    call: (annofab) => annofab.getTasks({ project_id: 'project', query: { limit: 200, page: 1 } }),
  },
  {
    what: 'getAnnotation of 1,000 details, 1 MB',
    path: '/api/v1/projects/project/tasks/task/inputs/frame/annotation/simple',
    turn: 20,
    call: (annofab) => annofab.getAnnotation({ project_id: 'project', task_id: 'task', input_data_id: 'frame' }),
  },
];

export const run: Run = async ({ quick }) => {
  const server = await startScript<string>(new URL('task-server.ts', import.meta.url));
  const agent = createAgent(32);
  const annofab = new AnnofabClient({ credentials: { pat: 'bench' }, baseUrl: server.first, dispatcher: agent });
  try {
    const figures: Figure[] = [];
    for (const subject of SUBJECTS) {
      for (const concurrency of [1, 32]) {
        figures.push(...(await compare(subject, { annofab, agent, url: server.first, concurrency, quick })));
      }
    }
    figures.push(...(await measurePython(server.first, quick)));
    return figures;
  } finally {
    await annofab.close();
    await agent.close();
    await server.stop();
  }
};

/** The same task by Annofab's Python client, if a Python has it (ANNOFAB_PYTHON, or python3). */
async function measurePython(url: string, quick: boolean): Promise<Figure[]> {
  const program = process.env['ANNOFAB_PYTHON'] ?? 'python3';
  const script = join(import.meta.dirname, 'get_tasks.py');
  const rate = await runProgram<number>(program, [script, url, quick ? '200' : '2000']).catch(() => undefined);
  if (rate === undefined) return [];
  return [figure("client: Python's get_task of 4 KB, 1 at a time", [rate], 'requests/s')];
}

interface Setting {
  readonly annofab: AnnofabClient;
  readonly agent: Dispatcher;
  readonly url: string;
  readonly concurrency: number;
  readonly quick: boolean;
}

async function compare({ what, path, turn, call }: Subject, { annofab, agent, url, concurrency, quick }: Setting) {
  const headers = { authorization: 'Bearer bench', accept: 'application/json' };
  const calls: Record<'bare' | 'client', () => PromiseLike<unknown>> = {
    async bare() {
      const { body } = await request(url + path, { dispatcher: agent, headers });
      await body.json();
    },
    client: () => call(annofab),
  };
  const measured = (name: keyof typeof calls) => () => costOf(turn, concurrency, calls[name]);
  await interleave({ bare: measured('bare'), client: measured('client') }, 3); // Warm both up.
  const { bare, client } = await interleave({ bare: measured('bare'), client: measured('client') }, quick ? 10 : 60);
  const rates = (costs: readonly Cost[]) => costs.map(({ seconds }) => turn / seconds);
  const perCpu = (costs: readonly Cost[]) => costs.map(({ cpuSeconds }) => turn / cpuSeconds);
  const name = `client: ${what}, ${concurrency} at a time`;
  return [
    figure(name, rates(client), 'requests/s'),
    ratio(`${name}, beside undici`, rates(client), rates(bare)),
    ratio(`${name}, beside undici by processor time`, perCpu(client), perCpu(bare)),
  ];
}
