import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createQueue } from '../../lib/aws/queue.ts';
import { startTestAws, type TestAws } from '../lambda/support.ts';

let aws: TestAws;
let queueUrl: string;

beforeAll(async () => {
  aws = await startTestAws();
});

afterAll(() => aws.stop());

beforeEach(async () => {
  queueUrl = (await aws.createQueue('a-queue')).url;
  await aws.empty(queueUrl);
});

afterEach(() => aws.faults.clear());

describe('a queue', () => {
  it('takes a message with attributes beside it', async () => {
    await createQueue({ queueUrl }).send('{"a":"あ"}', { attributes: { reason: 'because' } });
    expect(await aws.messages(queueUrl)).toEqual([{ body: '{"a":"あ"}', attributes: { reason: 'because' } }]);
  });

  it('delays a message', async () => {
    await createQueue({ queueUrl }).send('later', { delaySeconds: 900 });
    expect(await aws.counts(queueUrl)).toEqual({ waiting: 0, delayed: 1 });
  });

  it('that cannot be reached tells so, without the message', async () => {
    aws.faults.add({ service: 'sqs', drop: true });
    const sent = createQueue({ queueUrl, limits: { attempts: 2 } }).send('marker');
    await expect(sent).rejects.toMatchObject({
      name: 'QueueError',
      queueUrl,
      message: expect.not.stringContaining('marker'),
    });
  });

  it('that does not answer fails in time', async () => {
    aws.faults.add({ service: 'sqs', delayMs: 5_000 });
    const start = performance.now();
    await expect(createQueue({ queueUrl, limits: { timeoutMs: 50, attempts: 2 } }).send('x')).rejects.toMatchObject({
      cause: { name: 'TimeoutError' },
    });
    expect(performance.now() - start).toBeLessThan(1_500);
  });

  it('is not waited for when the caller has no time left', async () => {
    aws.faults.add({ service: 'sqs', delayMs: 5_000 });
    const start = performance.now();
    await expect(createQueue({ queueUrl }).send('x', { signal: AbortSignal.timeout(50) })).rejects.toThrow();
    expect(performance.now() - start).toBeLessThan(1_500);
  });
});
