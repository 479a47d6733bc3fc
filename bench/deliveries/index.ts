/**
 * What a delivery costs, through the Lambda host of this machine and its embedded AWS: the receiver and a worker, each beside the
 * least code that does the same writes, and the requests to AWS of one delivery.
 */
import { type Figure, figure, type Run, ratio } from '../figures.ts';
import { costOf, interleave } from '../measure.ts';
import { countRequests } from './count-requests.ts';
import type { Metered } from './meter.ts';
import { PATHS, QUEUES, startWorld, type World } from './world.ts';

/** How a round is measured: as a caller sees it, and the processor time of the function's process alone. */
interface Round {
  readonly wallMs: number;
  readonly cpuMs: number;
}

/** The requests to AWS that a round's subject and its peer make. */
interface Requests {
  readonly subject: number;
  readonly bare: number;
}

export const run: Run = async ({ quick }) => {
  const world = await startWorld();
  try {
    const { webhook, message } = await countRequests(world);
    const figures: Figure[] = [];
    for (const concurrency of [1, 16, 64]) {
      figures.push(
        ...(await measureReceiver(world, { concurrency, rounds: quick ? 5 : 20, requests: webhook.length })),
      );
    }
    figures.push(...(await measureWorker(world, { rounds: quick ? 3 : 10, requests: message.length })));
    const ofLedger = (requests: readonly string[]) => requests.filter((service) => service === 'dynamodb').length;
    return [
      ...figures,
      figure('deliveries: requests of a webhook to AWS', [webhook.length], ''),
      figure('deliveries: requests of a webhook, of them to the ledger', [ofLedger(webhook)], ''),
      figure('deliveries: requests of a message without work to the ledger', [ofLedger(message)], ''),
    ];
  } finally {
    await world.stop();
  }
};

async function measureReceiver(
  world: World,
  { concurrency, rounds, requests }: { concurrency: number; rounds: number; requests: number },
): Promise<Figure[]> {
  const calls = concurrency === 1 ? 40 : 2 * concurrency;
  const measured = (path: string, name: string) => async (): Promise<Round> => {
    world.meter.take(name);
    const { seconds } = await costOf(calls, concurrency, () => world.post(path));
    return { wallMs: (seconds / calls) * concurrency * 1_000, cpuMs: meanCpu(world.meter.take(name)) };
  };
  const paths = { receiver: measured(PATHS.receiver, 'receiver'), bare: measured(PATHS.bare, 'bareReceiver') };
  await interleave(paths, 2); // Warm both up.
  const { receiver, bare } = await interleave(paths, rounds);
  const name = `deliveries: webhook, ${concurrency} at a time`;
  return compared(name, {
    subject: receiver,
    bare,
    beside: 'a bare handler',
    requests: { subject: requests, bare: 2 },
  });
}

async function measureWorker(
  world: World,
  { rounds, requests }: { rounds: number; requests: number },
): Promise<Figure[]> {
  const count = 100;
  const measured = (queue: string, name: string) => async (): Promise<Round> => {
    const messages: string[] = [];
    await costOf(count, 16, async () => messages.push(await world.queuedMessage()));
    world.meter.take(name);
    const start = performance.now();
    await costOf(count, 16, () => world.send(queue, messages.pop() ?? ''));
    await world.host.settled();
    return { wallMs: (performance.now() - start) / count, cpuMs: meanCpu(world.meter.take(name)) };
  };
  const queues = { worker: measured(QUEUES.worker, 'worker'), bare: measured(QUEUES.bare, 'bareWorker') };
  await interleave(queues, 1); // Warm both up.
  const { worker, bare } = await interleave(queues, rounds);
  const name = 'deliveries: message without work, 4 at a time';
  const beside = 'a bare handler with two writes';
  return compared(name, { subject: worker, bare, beside, requests: { subject: requests, bare: 2 } });
}

/** The time, its ratio to the peer's, the same by processor time, and that for each request to AWS. */
function compared(
  name: string,
  o: { subject: readonly Round[]; bare: readonly Round[]; beside: string; requests: Requests },
): Figure[] {
  const wall = (rounds: readonly Round[]) => rounds.map(({ wallMs }) => wallMs);
  const cpu = (rounds: readonly Round[], requests = 1) => rounds.map(({ cpuMs }) => cpuMs / requests);
  const beside = `${name}, beside ${o.beside}`;
  return [
    figure(name, wall(o.subject), 'ms'),
    ratio(beside, wall(o.subject), wall(o.bare)),
    figure(`${name}, processor time of the function`, cpu(o.subject), 'ms'),
    ratio(`${beside} by processor time`, cpu(o.subject), cpu(o.bare)),
    ratio(
      `${beside} by processor time for each request to AWS`,
      cpu(o.subject, o.requests.subject),
      cpu(o.bare, o.requests.bare),
    ),
  ];
}

function meanCpu(invocations: readonly Metered[]): number {
  return invocations.reduce((sum, { cpuMilliseconds }) => sum + cpuMilliseconds, 0) / invocations.length;
}
