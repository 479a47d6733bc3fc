import { afterAll, afterEach, beforeAll, beforeEach, vi } from 'vitest';
import type { Ledger } from '../../../lib/deliveries/ledger/ledger.ts';
import { type QueueRecipe, queueHandler } from '../../../lib/lambda/queue-handler.ts';
import {
  captureOutput,
  envelopeOf,
  lambdaContext,
  sqsEvent,
  sqsRecord,
  startTestAws,
  type TestAws,
} from '../../lambda/support.ts';
import { taskCompleted } from '../../webhooks/events.ts';

export type Recipe = QueueRecipe<'task-completed', object>;

/** When each test begins. */
export const start = Date.parse('2019-05-08T01:00:00Z');
export const envelope = envelopeOf(taskCompleted);

/** What the handler answers: the ids of the messages that are to be received again. */
export const acknowledged: string[] = [];
export const RETRIED = ['message-1'];

export const failing = (error: unknown) => async () => {
  throw error;
};

/** Lets a recipe work on one message: the answer of the handler. */
export async function run(recipe: Recipe, body: unknown = envelope): Promise<string[]> {
  const { batchItemFailures } = await queueHandler('task-completed', recipe)(
    sqsEvent(sqsRecord(body, { id: 'message-1' })),
    lambdaContext(),
  );
  return batchItemFailures.map(({ itemIdentifier }) => itemIdentifier);
}

/** What a queue handler works with: of its own for each file, and empty for each test. */
export interface QueueWorld {
  readonly aws: TestAws;
  readonly queueUrl: string;
  readonly deadLetterUrl: string;
  readonly ledger: Ledger;
  readonly output: ReturnType<typeof captureOutput>;
}

export function useQueue(): QueueWorld {
  let aws: TestAws;
  let queueUrl: string;
  let deadLetterUrl: string;
  let ledger: Ledger;
  let output: ReturnType<typeof captureOutput>;

  beforeAll(async () => {
    aws = await startTestAws();
    queueUrl = process.env['QUEUE_URL'] = (await aws.createQueue('queue')).url;
    deadLetterUrl = process.env['DEAD_LETTER_QUEUE_URL'] = (await aws.createQueue('dead')).url;
  });
  afterAll(() => aws.stop());
  beforeEach(async () => {
    output = captureOutput();
    ledger = await aws.newLedger();
    vi.useFakeTimers({ toFake: ['Date'], now: start });
    for (const url of [queueUrl, deadLetterUrl]) await aws.empty(url);
  });
  afterEach(() => {
    vi.useRealTimers();
    aws.faults.clear();
  });

  return {
    get aws() {
      return aws;
    },
    get queueUrl() {
      return queueUrl;
    },
    get deadLetterUrl() {
      return deadLetterUrl;
    },
    get ledger() {
      return ledger;
    },
    get output() {
      return output;
    },
  };
}
