import { ReceiveMessageCommand, SendMessageBatchCommand, SQSClient } from '@aws-sdk/client-sqs';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest';
import { createQueue } from '../../lib/aws/queue.ts';
import { createDeadLetters, type DeadLetters } from '../../lib/deliveries/dead-letter-queue.ts';
import { startTestAws, type TestAws } from '../lambda/support.ts';

let aws: TestAws;
let sqs: SQSClient;
let queueUrl: string;
let deadLetters: DeadLetters;

beforeAll(async () => {
  aws = await startTestAws();
  sqs = new SQSClient({ maxAttempts: 1 });
  queueUrl = (await aws.createQueue('dead')).url;
});

beforeEach(async () => {
  await aws.empty(queueUrl);
  deadLetters = createDeadLetters({ queueUrl, client: sqs });
});

afterEach(() => aws.faults.clear());

afterAll(async () => {
  sqs.destroy();
  await aws.stop();
});

const send = (body: string, attributes = {}) => createQueue({ queueUrl }).send(body, { attributes });

async function sendMany(count: number): Promise<void> {
  for (let i = 0; i < count; i += 10) {
    const Entries = Array.from({ length: 10 }, (_, j) => ({ Id: String(j), MessageBody: String(i + j) }));
    await sqs.send(new SendMessageBatchCommand({ QueueUrl: queueUrl, Entries }));
  }
}

describe('the dead letters', () => {
  it('are taken with what stands beside them', async () => {
    const before = Date.now();
    await send('ours', { reason: 'it cannot work', delivery_key: 'k' });
    const { letters, left, heldByOthers } = await deadLetters.take();
    expect(letters).toEqual([
      {
        id: expect.stringMatching(/^[0-9a-f-]{36}$/),
        body: 'ours',
        attributes: { reason: 'it cannot work', delivery_key: 'k' },
        sentAt: expect.stringMatching(/Z$/),
        receives: 1,
      },
    ]);
    expect(Date.parse(letters[0]?.sentAt ?? '')).toBeGreaterThanOrEqual(before - 1_000);
    expect({ left, heldByOthers }).toEqual({ left: 0, heldByOthers: 0 });
  });

  it('are taken all, however many there are', async () => {
    await sendMany(250);
    const { letters } = await deadLetters.take();
    expect(new Set(letters.map(({ body }) => body)).size).toBe(250);
    expect(await aws.counts(queueUrl)).toMatchObject({ waiting: 0 });
  });

  it('are hidden from others until they are given back; those that are removed do not come back', async () => {
    await sendMany(30);
    const { letters } = await deadLetters.take();
    expect(await createDeadLetters({ queueUrl, client: sqs }).take()).toEqual({
      letters: [],
      left: 0,
      heldByOthers: 30,
    });
    for (const letter of letters.slice(0, 5)) await deadLetters.remove(letter);
    await deadLetters.giveBack();
    expect(await aws.counts(queueUrl)).toMatchObject({ waiting: 25 });
  });

  it('are looked for again when SQS finds nothing although they are there', async () => {
    await sendMany(20);
    const forgetful = new SQSClient({});
    let receives = 0;
    forgetful.middlewareStack.add(
      (next, { commandName }) =>
        async (args) => {
          const odd = commandName === ReceiveMessageCommand.name && receives++ % 3 === 1;
          return odd ? { response: undefined, output: { $metadata: {} } } : next(args);
        },
      { step: 'initialize' },
    );
    const { letters } = await createDeadLetters({ queueUrl, client: forgetful }).take();
    expect(letters).toHaveLength(20);
    forgetful.destroy();
  });

  it('that SQS does not give are told of', async () => {
    await sendMany(20);
    const blind = new SQSClient({});
    blind.middlewareStack.add(
      (next, { commandName }) =>
        async (args) =>
          commandName === ReceiveMessageCommand.name ? { response: undefined, output: { $metadata: {} } } : next(args),
      { step: 'initialize' },
    );
    expect(await createDeadLetters({ queueUrl, client: blind }).take()).toMatchObject({ letters: [], left: 20 });
    blind.destroy();
  });

  it('that are too many to be held at once are left, and told of', async () => {
    await sendMany(50);
    vi.useFakeTimers({ toFake: ['Date'] });
    onTestFinished(() => void vi.useRealTimers());
    aws.faults.decideBy(({ operation }) => {
      // A slow line: after five minutes the first ones would come again.
      if (operation === 'ReceiveMessage') vi.advanceTimersByTime(60_000);
      return undefined;
    });
    const { letters, left, heldByOthers } = await deadLetters.take();
    expect(letters).toHaveLength(20);
    expect({ left, heldByOthers }).toEqual({ left: 30, heldByOthers: 0 });
  });

  it('that cannot be taken or removed say so, with the queue', async () => {
    await send('stays');
    aws.faults.add({ service: 'sqs', operation: 'ReceiveMessage', drop: true, times: 1 });
    await expect(deadLetters.take()).rejects.toMatchObject({ name: 'DeadLettersError', queueUrl });
    const [letter] = (await deadLetters.take()).letters;
    aws.faults.add({ service: 'sqs', operation: 'DeleteMessage', status: 503, times: 1 });
    const removed = letter && deadLetters.remove(letter);
    await expect(removed).rejects.toThrow(/^Message \S+ could not be removed from http/);
    await deadLetters.giveBack();
    expect(await aws.counts(queueUrl)).toMatchObject({ waiting: 1 });
  });

  it('that cannot be given back come back by themselves: that is no error', async () => {
    await send('stays');
    await deadLetters.take();
    aws.faults.add({ service: 'sqs', operation: 'ChangeMessageVisibilityBatch', drop: true });
    await deadLetters.giveBack();
  });
});
