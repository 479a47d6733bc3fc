/**
 * What a delivery costs, through the Lambda host of this machine and its embedded AWS: the receiver and a worker, each beside the
 * least code that does the same writes, and the requests to AWS of one delivery.
 */
import { fileURLToPath } from 'node:url';
import { SendMessageCommand, SQSClient } from '@aws-sdk/client-sqs';
import { request } from 'undici';
import { createEnvelope } from '../../lib/webhooks/envelope.ts';
import type { WebhookEvent } from '../../lib/webhooks/events.ts';
import { SECRET_HEADER, WEBHOOK_PATH } from '../../lib/webhooks/templates.ts';
import { type LocalAws, startLocalAws } from '../../local/aws/index.ts';
import { type LambdaHost, startLambdaHost } from '../../local/lambda/index.ts';
import { type Figure, figure, type Run, ratio } from '../figures.ts';
import { costOf, interleave } from '../measure.ts';

const serverlessFile = fileURLToPath(new URL('serverless.yml', import.meta.url));
const SECRET = 'a secret that only the benchmark uses';
const PROJECT = 'project';

interface World {
  readonly aws: LocalAws;
  readonly host: LambdaHost;
  readonly sqs: SQSClient;
  /** One that did not arrive before. */
  newEvent(): WebhookEvent;
}

export const run: Run = async ({ quick }) => {
  const aws = await startLocalAws({
    secrets: { webhooks: { webhook_secrets: [{ secret: SECRET, project_id: PROJECT }] } },
  });
  const host = await startLambdaHost({ serverlessFile, aws });
  const credentials = { accessKeyId: 'bench', secretAccessKey: 'bench' };
  const sqs = new SQSClient({ endpoint: aws.sqsUrl, region: aws.region, credentials });
  const begun = Date.now();
  let events = 0;
  const newEvent = (): WebhookEvent => {
    events += 1;
    const complete_datetime = new Date(begun - events).toISOString();
    return { event_type: 'task-completed', project_id: PROJECT, task_id: `task-${events}`, complete_datetime };
  };
  const world = { aws, host, sqs, newEvent };
  try {
    const figures: Figure[] = [];
    for (const concurrency of [1, 16, 64]) figures.push(...(await measureReceiver(world, concurrency, quick ? 5 : 20)));
    figures.push(...(await measureWorker(world, quick ? 3 : 10)));
    figures.push(...(await countRequests(world)));
    return figures;
  } finally {
    sqs.destroy();
    await host.stop();
    await aws.stop();
  }
};

async function measureReceiver(world: World, concurrency: number, rounds: number): Promise<Figure[]> {
  const calls = concurrency === 1 ? 40 : 2 * concurrency;
  const measured = (path: string) => async () => {
    const { seconds } = await costOf(calls, concurrency, () => post(world, path));
    return (seconds / calls) * concurrency * 1_000;
  };
  const paths = { receiver: measured(`${WEBHOOK_PATH}/task-completed`), bare: measured('/bare') };
  await interleave(paths, 2); // Warm both up.
  const { receiver, bare } = await interleave(paths, rounds);
  const name = `deliveries: webhook, ${concurrency} at a time`;
  return [figure(name, receiver, 'ms'), ratio(`${name}, beside a bare handler`, receiver, bare)];
}

async function post({ host, newEvent }: World, path: string): Promise<void> {
  const headers = { 'content-type': 'application/json', [SECRET_HEADER]: SECRET };
  const answer = await request(host.url + path, { method: 'POST', headers, body: JSON.stringify(newEvent()) });
  const text = await answer.body.text();
  if (answer.statusCode !== 202) throw new Error(`${path} answered with ${answer.statusCode}: ${text}`);
}

async function measureWorker(world: World, rounds: number): Promise<Figure[]> {
  const messages = 100;
  const measured = (queue: string) => async () => {
    const start = performance.now();
    await costOf(messages, 16, () => send(world, queue));
    await world.host.settled();
    return (performance.now() - start) / messages;
  };
  const queues = { worker: measured('WorkQueue'), bare: measured('BareQueue') };
  await interleave(queues, 1); // Warm both up.
  const { worker, bare } = await interleave(queues, rounds);
  const name = 'deliveries: message without work, 4 at a time';
  return [figure(name, worker, 'ms'), ratio(`${name}, beside a bare handler with two writes`, worker, bare)];
}

function send({ host, sqs, newEvent }: World, queue: string): Promise<unknown> {
  const envelope = createEnvelope(newEvent(), { receivedAt: new Date().toISOString(), requestId: 'bench' });
  return sqs.send(
    new SendMessageCommand({ QueueUrl: host.queues[queue] ?? '', MessageBody: JSON.stringify(envelope) }),
  );
}

/** Of one webhook, and of one message without work: what is counted does not depend on the machine. */
async function countRequests(world: World): Promise<Figure[]> {
  const counted = async (work: () => Promise<unknown>) => {
    const requests: string[] = [];
    world.aws.faults.decideBy(({ service, operation }) => {
      // The host polls the queues and deletes messages, as Lambda does, not the functions.
      if (!/^(Receive|Delete|Get(Queue|Secret))/.test(operation)) requests.push(service);
      return undefined;
    });
    await work();
    await world.host.settled();
    world.aws.faults.clear();
    return requests;
  };
  const webhook = await counted(() => post(world, `${WEBHOOK_PATH}/task-completed`));
  const message = (await counted(() => send(world, 'WorkQueue'))).slice(1); // The first is ours.
  return [
    figure('deliveries: requests of a webhook to AWS', [webhook.length], ''),
    figure('deliveries: requests of a webhook, of them to the ledger', [ledgerRequests(webhook)], ''),
    figure('deliveries: requests of a message without work to the ledger', [ledgerRequests(message)], ''),
  ];
}

function ledgerRequests(requests: readonly string[]): number {
  return requests.filter((service) => service === 'dynamodb').length;
}
