import { randomUUID } from 'node:crypto';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import type { Queue } from '../../../lib/aws/queue.ts';
import type { DeliveryState } from '../../../lib/deliveries/ledger/entry.ts';
import { createLedger, type Ledger } from '../../../lib/deliveries/ledger/ledger.ts';
import { processMessage, type Worker } from '../../../lib/deliveries/process/process-message.ts';
import { acceptDelivery } from '../../../lib/deliveries/receive/accept-delivery.ts';
import type { Once } from '../../../lib/runtime/context.ts';
import { createLog } from '../../../lib/runtime/log.ts';
import { createCounters } from '../../../lib/runtime/metrics.ts';
import { NonRetryableError, RetryLater } from '../../../lib/runtime/outcomes.ts';
import { deliveryKey } from '../../../lib/webhooks/delivery-key.ts';
import { captureOutput, sqsRecord, startTestAws, type TestAws } from '../../lambda/support.ts';
import { createLedgerTable } from '../../support/ledger-table.ts';
import { taskCompleted } from '../../webhooks/events.ts';

const MINUTE = 60_000;
const MAX_RECEIVES = 3;

let aws: TestAws;
let dynamoDb: DynamoDBClient;
let tableName: string;
let clock: number;

beforeAll(async () => {
  aws = await startTestAws();
  dynamoDb = new DynamoDBClient({ maxAttempts: 1 });
  tableName = await createLedgerTable(aws);
  aws.faults.decideBy(() => {
    const fate = nextFate();
    return fate === 'well' ? undefined : { drop: fate === 'lost' ? true : 'unanswered' };
  });
});

afterAll(async () => {
  dynamoDb.destroy();
  await aws.stop();
});

beforeEach(() => void captureOutput());

/** What happens to one call of a process: it may be lost, or be carried out while its answer is lost. */
type Fate = 'well' | 'lost' | 'unanswered';

interface Failure {
  /** Which of all calls it hits, counted from 1. */
  readonly call: number;
  readonly fate: Fate;
  /** Whether the process that made the call dies of it: it makes no further calls. */
  readonly kills: boolean;
}

/** To die of a lost answer is the same as to die of the next call. */
const FAILURES: readonly Omit<Failure, 'call'>[] = [
  { fate: 'lost', kills: true },
  { fate: 'lost', kills: false },
  { fate: 'unanswered', kills: false },
];

let failure: Failure;
let calls: number;
let isDead: boolean;
/** The test itself reads the ledger. */
let isWatching = false;

function nextFate(): Fate {
  if (isWatching) return 'well';
  if (isDead) return 'lost';
  calls += 1;
  if (calls !== failure.call) return 'well';
  isDead = failure.kills;
  return failure.fate;
}

/** A call to anything but the ledger, whose calls are hit in the embedded AWS. */
async function outside(act: () => void): Promise<void> {
  const fate = nextFate();
  if (fate !== 'lost') act();
  if (fate !== 'well') throw new Error(`the call was ${fate}`);
}

async function watch<T>(look: () => Promise<T>): Promise<T> {
  isWatching = true;
  return look().finally(() => {
    isWatching = false;
  });
}

/** One process: nothing that it does has an effect once it is dead. */
async function inProcess<T>(work: () => Promise<T>): Promise<T | undefined> {
  isDead = false;
  const result = await work().catch(() => undefined);
  return isDead ? undefined : result;
}

interface Message {
  readonly body: string;
  due: number;
  receives: number;
}

/** A queue like one of SQS, on the clock of the test. */
function createSqs() {
  const messages = new Set<Message>();
  const dead: string[] = [];
  const queue: Queue = {
    send: (body, { delaySeconds = 0 } = {}) =>
      outside(() => messages.add({ body, due: clock + delaySeconds * 1_000, receives: 0 })),
  };
  const deadLetters: Queue = { send: (body) => outside(() => dead.push(body)) };

  /** Receives a message that is due, and hides it for half an hour. */
  function receive(): Message | undefined {
    for (const message of messages) {
      if (message.due > clock) continue;
      message.due = clock + 30 * MINUTE;
      message.receives += 1;
      if (message.receives <= MAX_RECEIVES) return message;
      messages.delete(message);
      dead.push(message.body);
    }
    return undefined;
  }

  return { queue, deadLetters, dead, messages, receive };
}

interface Work {
  /** How often it was started, this time included. */
  readonly attempt: number;
  readonly once: Once;
  readonly post: () => Promise<void>;
}

/** How a recipe behaves, and where its delivery may end. */
const recipes: readonly { name: string; run: (work: Work) => Promise<unknown>; ends: readonly DeliveryState[] }[] = [
  { name: 'succeeds', run: ({ once, post }) => once('notify', post), ends: ['done'] },
  {
    name: 'is deferred at first',
    run: async ({ attempt, once, post }) => {
      await once('notify', post);
      if (attempt === 1) throw new RetryLater('not yet', { seconds: 1_000 });
    },
    ends: ['done'],
  },
  {
    name: 'fails at first',
    run: async ({ attempt, once, post }) => {
      await once('notify', post);
      if (attempt === 1) throw new Error('failed');
    },
    ends: ['done'],
  },
  // After a crash between the dead letter and its record nothing records it: an operator finds the letter.
  {
    name: 'fails with a non-retryable error',
    run: async ({ once, post }) => {
      await once('notify', post);
      throw new NonRetryableError('gone');
    },
    ends: ['dead', 'processing'],
  },
  {
    name: 'fails each time',
    run: async ({ once, post }) => {
      await once('notify', post);
      throw new Error('failed');
    },
    ends: ['dead', 'processing', 'queued'],
  },
];

/** One delivery from its webhook to its end. @returns how many calls it took */
async function live({ run, ends }: (typeof recipes)[number], hit: Failure): Promise<number> {
  [failure, calls, clock] = [hit, 0, Date.parse(taskCompleted.complete_datetime)];
  const sqs = createSqs();
  const ledger: Ledger = createLedger({ tableName, client: dynamoDb, now: () => clock });
  const event = { ...taskCompleted, task_id: randomUUID() };
  const came = { event, source: 'webhook', receivedAt: new Date(clock).toISOString(), requestId: 'r' } as const;
  const delivery = { ...deliveryKey(event), ...came };
  const { queue } = sqs;
  const queues = {
    'task-completed': queue,
    'annotation-archive-updated': queue,
    'input-data-zip-registered': queue,
    'project-copy-completed': queue,
  };
  const posts: string[] = [];
  let attempt = 0;

  const worker = (): Worker<'task-completed'> => ({
    eventType: 'task-completed',
    queue,
    deadLetters: sqs.deadLetters,
    ledger,
    maxReceives: MAX_RECEIVES,
    ledgerDownSeconds: 60,
    log: createLog(),
    counters: createCounters(),
    deadline: clock + 5 * MINUTE,
    now: () => clock,
    run: (_received, once) => {
      attempt += 1;
      return run({ attempt, once, post: () => outside(() => posts.push('posted')) });
    },
  });

  let state: DeliveryState | undefined;
  const isOver = () =>
    sqs.messages.size === 0 && (sqs.dead.length > 0 || (state !== undefined && ends.includes(state)));
  // The webhook; then the reconciliation, which finds its job each time, while workers receive the messages that are due.
  for (let round = 0; round < 12 && !isOver(); round += 1) {
    await inProcess(() => acceptDelivery({ ledger, queues }, delivery, { onUnrecorded: () => {} }));
    for (let message = sqs.receive(); message !== undefined; message = sqs.receive()) {
      const { body, receives } = message;
      const result = await inProcess(() => processMessage(sqsRecord(body, { receiveCount: receives }), worker()));
      if (result === 'acknowledged') sqs.messages.delete(message);
    }
    clock += 31 * MINUTE;
    state = (await watch(() => ledger.find(delivery.key)))?.state;
  }

  const what = JSON.stringify(hit);
  expect(ends, what).toContain(state);
  expect(sqs.messages.size, what).toBe(0);
  expect(sqs.dead.length > 0, what).toBe(ends.includes('dead'));
  expect(posts.length, what).toBeGreaterThanOrEqual(1);
  expect(posts.length, what).toBeLessThanOrEqual(2);
  return calls;
}

it.each(recipes)(
  'a delivery whose recipe $name reaches an end state, whichever call fails or is the last of its process',
  async (recipe) => {
    for (const kind of FAILURES) {
      let taken = Number.POSITIVE_INFINITY;
      for (let call = 1; call <= taken; call += 1) taken = await live(recipe, { ...kind, call });
    }
  },
);
