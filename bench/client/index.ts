/** How many requests a second the client makes against a server that answers at once, beside plain undici on the same agent settings. */
import { type Dispatcher, request } from 'undici';
import { createAgent } from '../../lib/annofab/http/agent.ts';
import { AnnofabClient } from '../../lib/annofab/index.ts';
import { type Figure, figure, type Run, ratio } from '../figures.ts';
import { interleave, secondsOf, startScript } from '../measure.ts';

const TURN = 200;

export const run: Run = async ({ quick }) => {
  const server = await startScript<string>(new URL('task-server.ts', import.meta.url));
  const agent = createAgent(32);
  const annofab = new AnnofabClient({ credentials: { pat: 'bench' }, baseUrl: server.first, dispatcher: agent });
  try {
    const figures: Figure[] = [];
    for (const concurrency of [1, 32]) {
      figures.push(...(await compare(annofab, agent, server.first, concurrency, quick ? 10 : 100)));
    }
    return figures;
  } finally {
    await annofab.close();
    await agent.close();
    await server.stop();
  }
};

async function compare(annofab: AnnofabClient, agent: Dispatcher, url: string, concurrency: number, rounds: number) {
  const headers = { authorization: 'Bearer bench', accept: 'application/json' };
  const bare = async () => {
    const { body } = await request(`${url}/api/v1/projects/project/tasks/task`, { dispatcher: agent, headers });
    await body.json();
  };
  const client = () => annofab.getTask({ project_id: 'project', task_id: 'task' });
  await Promise.all([secondsOf(500, concurrency, bare), secondsOf(500, concurrency, client)]); // Warm both up.
  const rate = async (call: () => PromiseLike<unknown>) => TURN / (await secondsOf(TURN, concurrency, call));
  const rates = await interleave({ bare: () => rate(bare), client: () => rate(client) }, rounds);
  const what = `client: getTask of 4 KB, ${concurrency} at a time`;
  return [figure(what, rates.client, 'requests/s'), ratio(`${what}, beside undici`, rates.client, rates.bare)];
}
