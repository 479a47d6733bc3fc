import { SQSClient } from '@aws-sdk/client-sqs';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createQueue } from '../../lib/aws/queue.ts';
import { sdkOptions } from '../../lib/aws/sdk-options.ts';
import { startTestAws, type TestAws } from '../lambda/support.ts';

let aws: TestAws;
let queueUrl: string;
let client: SQSClient;

beforeAll(async () => {
  aws = await startTestAws();
  client = new SQSClient(sdkOptions({ timeoutMs: 3_600_000 }));
});

afterAll(async () => {
  client.destroy();
  await aws.stop();
});

beforeEach(async () => {
  queueUrl = (await aws.createQueue('a-queue')).url;
  await aws.empty(queueUrl);
});

afterEach(() => aws.faults.clear());

describe('a queue', () => {
  it('accepts a message with attributes', async () => {
    await createQueue({ queueUrl, client }).send('{"a":"あ"}', { attributes: { reason: 'because' } });
    expect(await aws.messages(queueUrl)).toEqual([{ body: '{"a":"あ"}', attributes: { reason: 'because' } }]);
  });

  it('delays a message', async () => {
    await createQueue({ queueUrl, client }).send('later', { delaySeconds: 900 });
    expect(await aws.counts(queueUrl)).toEqual({ waiting: 0, delayed: 1 });
  });

  it('throws an error without the message when it cannot be reached', async () => {
    aws.faults.add({ service: 'sqs', drop: true });
    const sent = createQueue({ queueUrl, client }).send('marker');
    await expect(sent).rejects.toMatchObject({
      name: 'QueueError',
      queueUrl,
      message: expect.not.stringContaining('marker'),
    });
  });

  it('fails in time when it does not answer', async () => {
    aws.faults.add({ service: 'sqs', delayMs: 3_600_000 });
    const impatient = new SQSClient(sdkOptions({ timeoutMs: 50 }));
    await expect(createQueue({ queueUrl, client: impatient }).send('x')).rejects.toMatchObject({
      cause: { name: 'TimeoutError' },
    });
  });

  it('stops when the signal of the caller aborts', async () => {
    aws.faults.add({ service: 'sqs', delayMs: 3_600_000 });
    await expect(createQueue({ queueUrl, client }).send('x', { signal: AbortSignal.timeout(50) })).rejects.toThrow();
  });
});
