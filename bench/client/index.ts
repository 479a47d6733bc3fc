/** How many requests a second the client makes against a server that answers at once, beside plain undici on the same agent settings. */
import { join } from 'node:path';
import { type Figure, figure, type Run, ratio } from '../figures.ts';
import { type Cost, interleave, runProgram, startMeter, startScript } from '../measure.ts';
import { findPython } from '../python.ts';
import type { Round } from './caller.ts';
import { SUBJECTS } from './subjects.ts';

type Callers = Readonly<Record<'bare' | 'client', (round: Round) => Promise<Cost>>>;

export const run: Run = async ({ quick }) => {
  const server = await startScript<string>(new URL('task-server.ts', import.meta.url));
  const start = (caller: keyof Callers) =>
    startMeter<Round, Cost>(new URL('caller.ts', import.meta.url), [server.first, caller]);
  const [bare, client] = [start('bare'), start('client')];
  try {
    const figures: Figure[] = [];
    for (const subject of SUBJECTS.keys()) {
      for (const concurrency of [1, 32]) {
        figures.push(
          ...(await compare({ bare: bare.measure, client: client.measure }, { subject, concurrency }, quick)),
        );
      }
    }
    figures.push(...(await measurePython(server.first, client.measure, quick)));
    return figures;
  } finally {
    await Promise.all([bare, client, server].map((each) => each.stop()));
  }
};

/** The requests of Annofab's Python client, which makes one at a time; `subject` is its place in the list. */
const PYTHON_SUBJECTS = [
  { subject: 0, what: 'task' },
  { subject: 1, what: 'tasks' },
];

async function measurePython(url: string, client: Callers['client'], quick: boolean): Promise<Figure[]> {
  const python = findPython('client');
  if (python === undefined) return [];
  const script = join(import.meta.dirname, 'get_tasks.py');
  const figures: Figure[] = [];
  for (const { subject, what } of PYTHON_SUBJECTS) {
    const turn = SUBJECTS[subject]?.turn ?? 0;
    const measurements = {
      python: () => runProgram<Cost>(python.program, [script, url, what, String(turn)]),
      client: () => client({ subject, concurrency: 1 }),
    };
    const costs = await interleave(measurements, quick ? 5 : 20);
    const rates = (all: readonly Cost[]) => all.map(({ seconds }) => turn / seconds);
    const perCpu = (all: readonly Cost[]) => all.map(({ cpuSeconds }) => turn / cpuSeconds);
    const name = `client: ${SUBJECTS[subject]?.what}, 1 at a time`;
    figures.push(
      figure(`${name}, by ${python.client}`, rates(costs.python), 'requests/s'),
      ratio(`${name}, beside ${python.client}`, rates(costs.client), rates(costs.python)),
      ratio(`${name}, beside ${python.client} by processor time`, perCpu(costs.client), perCpu(costs.python)),
    );
  }
  return figures;
}

async function compare(callers: Callers, round: Round, quick: boolean): Promise<Figure[]> {
  const { what, turn } = SUBJECTS[round.subject] ?? { what: '', turn: 0 };
  const measurements = { bare: () => callers.bare(round), client: () => callers.client(round) };
  await interleave(measurements, 10); // Warm both up.
  const { bare, client } = await interleave(measurements, quick ? 10 : 40);
  const rates = (costs: readonly Cost[]) => costs.map(({ seconds }) => turn / seconds);
  const perCpu = (costs: readonly Cost[]) => costs.map(({ cpuSeconds }) => turn / cpuSeconds);
  const name = `client: ${what}, ${round.concurrency} at a time`;
  return [
    figure(name, rates(client), 'requests/s'),
    ratio(`${name}, beside undici`, rates(client), rates(bare)),
    ratio(`${name}, beside undici by processor time`, perCpu(client), perCpu(bare)),
  ];
}
