import { readFile } from 'node:fs/promises';
import { isJsonObject, ownField, parseJson } from '../../lib/core/json.ts';
import { deliveryKey } from '../../lib/webhooks/delivery-key.ts';
import { countRequests, type RequestsOfDelivery } from '../deliveries/count-requests.ts';
import { isMetered } from '../deliveries/meter.ts';
import { PATHS, QUEUES, startWorld, type World } from '../deliveries/world.ts';
import { type Figure, figure } from '../figures.ts';
import { gbSeconds, lambdaMs } from './functions.ts';
import { PRICES } from './prices.ts';
import { writeUnitsOf } from './write-units.ts';

const MILLION = 1e6;

/** Of which functions of serverless.yml the memory is taken: those of `task-completed`. */
const FUNCTIONS = { receiver: 'receive-webhook', worker: 'on-task-completed' } as const;

/** SQS bills the send, the receive and the deletion of a message. Lambda makes the last two. */
const QUEUE_REQUESTS_OF_LAMBDA = 2;

/** What Lambda itself writes for each invocation. */
const LAMBDA_LINES = [
  'START RequestId: 6f2f9a5c-5b1e-4f6e-9d1b-0c4a8f1f6a52 Version: $LATEST',
  'END RequestId: 6f2f9a5c-5b1e-4f6e-9d1b-0c4a8f1f6a52',
  'REPORT RequestId: 6f2f9a5c-5b1e-4f6e-9d1b-0c4a8f1f6a52\tDuration: 12.34 ms\tBilled Duration: 13 ms\tMemory Size: 1024 MB\tMax Memory Used: 123 MB\t',
];

/** What a million deliveries of events cost that need no work. */
export async function costOfDeliveries(rounds: number, memoryOf: (name: string) => number): Promise<Figure[]> {
  const world = await startWorld();
  try {
    const requests = await countRequests(world);
    const log = await logOfOne(world);
    const times = await lambdaTimes(world, rounds, memoryOf);
    return figuresOf({ requests, log, times, accessLogBytes: await accessLogBytes() });
  } finally {
    await world.stop();
  }
}

type Times = Readonly<Record<keyof typeof FUNCTIONS, { readonly ms: readonly number[]; readonly megabytes: number }>>;

/** One at a time: the load of this machine is not that of Lambda, where each invocation has its own process. */
async function lambdaTimes(world: World, rounds: number, memoryOf: (name: string) => number): Promise<Times> {
  const [receiver, worker] = [memoryOf(FUNCTIONS.receiver), memoryOf(FUNCTIONS.worker)];
  for (let round = 0; round < 2 * rounds; round += 1) {
    if (round === rounds) for (const name of ['receiver', 'worker']) world.meter.take(name); // Those were to warm up.
    await world.post(PATHS.receiver);
    await world.send(QUEUES.worker, await world.queuedMessage());
    await world.host.settled();
  }
  const timesOf = (name: string, megabytes: number) => ({
    ms: world.meter.take(name).map((took) => Math.ceil(lambdaMs(took, megabytes))),
    megabytes,
  });
  return { receiver: timesOf('receiver', receiver), worker: timesOf('worker', worker) };
}

interface LogOfOne {
  readonly bytes: number;
  /** The metrics that the lines count: each name with each value of its dimension. */
  readonly metrics: number;
}

async function logOfOne(world: World): Promise<LogOfOne> {
  const message = await world.queuedMessage();
  const before = world.host.logs.length;
  await world.post(PATHS.receiver);
  await world.send(QUEUES.worker, message);
  await world.host.settled();
  const lines = world.host.logs.slice(before).flatMap(({ text }) => (isMetered(text) ? [] : [text]));
  const platform = [...LAMBDA_LINES, ...LAMBDA_LINES];
  return { bytes: bytesOf([...lines, ...platform]), metrics: lines.reduce((sum, line) => sum + metricsIn(line), 0) };
}

function metricsIn(line: string): number {
  const json = parseJson(line, {});
  const emf = isJsonObject(json) ? ownField(json, '_aws') : undefined;
  const directives = isJsonObject(emf) ? ownField(emf, 'CloudWatchMetrics') : undefined;
  return Array.isArray(directives) ? directives.length : 0;
}

/** A line of the HTTP API's log is about as long as its format in serverless.yml: a value is about as long as its name there. */
async function accessLogBytes(): Promise<number> {
  const file = await readFile(new URL('../../serverless.yml', import.meta.url), 'utf8');
  const format = /format: >-\n(.*?)\n {2}\w/s.exec(file)?.[1];
  if (format === undefined) throw new Error('serverless.yml has no format of the access log');
  return bytesOf([format.replaceAll(/\n\s*/g, ' ').trim()]);
}

function bytesOf(lines: readonly string[]): number {
  return lines.reduce((sum, line) => sum + Buffer.byteLength(line) + 1, 0);
}

interface Measured {
  readonly requests: RequestsOfDelivery;
  readonly log: LogOfOne;
  readonly times: Times;
  readonly accessLogBytes: number;
}

function figuresOf({ requests, log, times, accessLogBytes }: Measured): Figure[] {
  const { receiver, worker } = times;
  const sent = [...requests.webhook, ...requests.message].filter((service) => service === 'sqs').length;
  const queueRequests = sent + QUEUE_REQUESTS_OF_LAMBDA;
  const units = unitsOf(requests);
  const logBytes = log.bytes + accessLogBytes;
  const gb = receiver.ms.map(
    (ms, at) => gbSeconds(ms, receiver.megabytes) + gbSeconds(worker.ms[at] ?? Number.NaN, worker.megabytes),
  );
  const fixed = {
    'HTTP API, 1 request': PRICES.httpApiRequest,
    'Lambda, 2 requests': 2 * PRICES.lambdaRequest,
    [`SQS, ${queueRequests} requests`]: queueRequests * PRICES.sqsRequest,
    [`DynamoDB, ${units} write units`]: units * PRICES.dynamoDbWrite,
    [`logs, ${logBytes.toLocaleString('en')} bytes`]: (logBytes / 2 ** 30) * PRICES.logGb,
  };
  const name = 'cost: a million deliveries';
  const sum = Object.values(fixed).reduce((total, price) => total + price, 0);
  const lambda = gb.map((seconds) => seconds * PRICES.lambdaGbSecond);
  return [
    figure(`cost: a webhook in Lambda with ${receiver.megabytes} MB`, receiver.ms, 'ms'),
    figure(`cost: a message without work in Lambda with ${worker.megabytes} MB`, worker.ms, 'ms'),
    ...Object.entries(fixed).map(([what, price]) => figure(`${name}, ${what}`, [price * MILLION], 'USD')),
    figure(
      `${name}, Lambda, time`,
      lambda.map((price) => price * MILLION),
      'USD',
    ),
    figure(
      `${name}, in all`,
      lambda.map((price) => (price + sum) * MILLION),
      'USD',
    ),
    figure(`cost: metrics of one event type, ${log.metrics} in a month`, [log.metrics * PRICES.metricMonth], 'USD'),
  ];
}

/** The write units of a delivery: as many writes as were counted. */
function unitsOf({ webhook, message }: RequestsOfDelivery): number {
  const task_id = 'a-task-with-an-id-of-36-characters-12';
  const complete_datetime = new Date().toISOString();
  const event = { event_type: 'task-completed', project_id: 'project', task_id, complete_datetime } as const;
  const arrival = { receivedAt: complete_datetime, requestId: crypto.randomUUID(), source: 'webhook' } as const;
  const units = writeUnitsOf({ ...deliveryKey(event), event, ...arrival }, Date.now());
  const counted = [...webhook, ...message].filter((service) => service === 'dynamodb').length;
  if (counted !== units.length) throw new Error(`${counted} requests to the ledger, but ${units.length} writes`);
  return units.reduce((sum, of) => sum + of, 0);
}
