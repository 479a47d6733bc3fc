import { ReceiveMessageCommand, SendMessageBatchCommand, SQSClient } from '@aws-sdk/client-sqs';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest';
import { createQueue } from '../../lib/aws/queue.ts';
import {
  createDeadLetterQueueReader,
  type DeadLetterQueueReader,
} from '../../lib/deliveries/dead-letter-queue-reader.ts';
import { startTestAws, type TestAws } from '../lambda/support.ts';

let aws: TestAws;
let sqs: SQSClient;
let queueUrl: string;
let reader: DeadLetterQueueReader;

beforeAll(async () => {
  aws = await startTestAws();
  sqs = new SQSClient({ maxAttempts: 1 });
  queueUrl = (await aws.createQueue('dead')).url;
});

beforeEach(async () => {
  await aws.empty(queueUrl);
  reader = createDeadLetterQueueReader({ queueUrl, client: sqs });
});

afterEach(() => aws.faults.clear());

afterAll(async () => {
  sqs.destroy();
  await aws.stop();
});

const send = (body: string, attributes = {}) => createQueue({ queueUrl, client: sqs }).send(body, { attributes });

async function sendMany(count: number): Promise<void> {
  for (let i = 0; i < count; i += 10) {
    const Entries = Array.from({ length: 10 }, (_, j) => ({ Id: String(j), MessageBody: String(i + j) }));
    await sqs.send(new SendMessageBatchCommand({ QueueUrl: queueUrl, Entries }));
  }
}

describe('the reader of a dead-letter queue', () => {
  it('receives messages with their attributes', async () => {
    const before = Date.now();
    await send('ours', { reason: 'it cannot work', delivery_key: 'k' });
    const { messages, left, heldByOthers } = await reader.receiveAll();
    expect(messages).toEqual([
      {
        id: expect.stringMatching(/^[0-9a-f-]{36}$/),
        body: 'ours',
        attributes: { reason: 'it cannot work', delivery_key: 'k' },
        sentAt: expect.stringMatching(/Z$/),
        receives: 1,
      },
    ]);
    expect(Date.parse(messages[0]?.sentAt ?? '')).toBeGreaterThanOrEqual(before - 1_000);
    expect({ left, heldByOthers }).toEqual({ left: 0, heldByOthers: 0 });
  });

  it('receives hundreds of messages', async () => {
    await sendMany(250);
    const { messages } = await reader.receiveAll();
    expect(new Set(messages.map(({ body }) => body)).size).toBe(250);
    expect(await aws.counts(queueUrl)).toMatchObject({ waiting: 0 });
  });

  it('hides messages until it releases them, and deletes for good', async () => {
    await sendMany(30);
    const { messages } = await reader.receiveAll();
    expect(await createDeadLetterQueueReader({ queueUrl, client: sqs }).receiveAll()).toEqual({
      messages: [],
      left: 0,
      heldByOthers: 30,
    });
    for (const message of messages.slice(0, 5)) await reader.delete(message);
    await reader.releaseAll();
    expect(await aws.counts(queueUrl)).toMatchObject({ waiting: 25 });
  });

  it('receives again when SQS returns nothing although there are messages', async () => {
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
    const { messages } = await createDeadLetterQueueReader({ queueUrl, client: forgetful }).receiveAll();
    expect(messages).toHaveLength(20);
    forgetful.destroy();
  });

  it('reports messages that SQS does not return', async () => {
    await sendMany(20);
    const blind = new SQSClient({});
    blind.middlewareStack.add(
      (next, { commandName }) =>
        async (args) =>
          commandName === ReceiveMessageCommand.name ? { response: undefined, output: { $metadata: {} } } : next(args),
      { step: 'initialize' },
    );
    expect(await createDeadLetterQueueReader({ queueUrl, client: blind }).receiveAll()).toMatchObject({
      messages: [],
      left: 20,
    });
    blind.destroy();
  });

  it('leaves and reports messages that are too many to hold', async () => {
    await sendMany(50);
    vi.useFakeTimers({ toFake: ['Date'] });
    onTestFinished(() => void vi.useRealTimers());
    aws.faults.decideBy(({ operation }) => {
      // A slow line: after five minutes the first ones would come again.
      if (operation === 'ReceiveMessage') vi.advanceTimersByTime(60_000);
      return undefined;
    });
    const { messages, left, heldByOthers } = await reader.receiveAll();
    expect(messages).toHaveLength(20);
    expect({ left, heldByOthers }).toEqual({ left: 30, heldByOthers: 0 });
  });

  it('throws an error that names the queue when a receive or a delete fails', async () => {
    await send('stays');
    aws.faults.add({ service: 'sqs', operation: 'ReceiveMessage', drop: true, times: 1 });
    await expect(reader.receiveAll()).rejects.toMatchObject({ name: 'DeadLetterQueueError', queueUrl });
    const [message] = (await reader.receiveAll()).messages;
    aws.faults.add({ service: 'sqs', operation: 'DeleteMessage', status: 503, times: 1 });
    const deletion = message && reader.delete(message);
    await expect(deletion).rejects.toThrow(/^Message \S+ could not be deleted from http/);
    await reader.releaseAll();
    expect(await aws.counts(queueUrl)).toMatchObject({ waiting: 1 });
  });

  it('does not throw when the release fails', async () => {
    await send('stays');
    await reader.receiveAll();
    aws.faults.add({ service: 'sqs', operation: 'ChangeMessageVisibilityBatch', drop: true });
    await reader.releaseAll();
  });
});
