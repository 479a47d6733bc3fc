import { ReceiveMessageCommand, SendMessageCommand, SQSClient } from '@aws-sdk/client-sqs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fairOrder } from '../../../local/aws/fair-queues.ts';
import { type LocalAws, startLocalAws } from '../../../local/aws/index.ts';

let aws: LocalAws;
let sqs: SQSClient;

beforeAll(async () => {
  aws = await startLocalAws();
  sqs = new SQSClient({
    endpoint: aws.sqsUrl,
    region: aws.region,
    credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
  });
});

afterAll(async () => {
  sqs.destroy();
  await aws.stop();
});

async function queueWith(...messages: readonly (readonly [body: string, group?: string])[]): Promise<string> {
  const { url } = await aws.createQueue(`queue-${crypto.randomUUID()}`);
  for (const [MessageBody, MessageGroupId] of messages) {
    await sqs.send(new SendMessageCommand({ QueueUrl: url, MessageBody, MessageGroupId }));
  }
  return url;
}

async function receive(QueueUrl: string, MaxNumberOfMessages = 1) {
  const command = new ReceiveMessageCommand({
    QueueUrl,
    MaxNumberOfMessages,
    VisibilityTimeout: 43_200,
    MessageSystemAttributeNames: ['MessageGroupId'],
  });
  return (await sqs.send(command)).Messages ?? [];
}

async function bodies(url: string, count: number): Promise<(string | undefined)[]> {
  const received = [];
  for (let n = 0; n < count; n += 1) received.push(...(await receive(url)));
  return received.map(({ Body }) => Body);
}

describe('a standard queue of the embedded AWS', () => {
  it('gives a quiet group its turn before a group that has messages in flight', async () => {
    const url = await queueWith(['a1', 'a'], ['a2', 'a'], ['a3', 'a'], ['b1', 'b'], ['c1', 'c'], ['b2', 'b']);
    expect(await bodies(url, 6)).toEqual(['a1', 'b1', 'c1', 'a2', 'b2', 'a3']);
  });

  it('keeps to the order of sending within a group, and without groups', async () => {
    const one = await queueWith(['a1', 'a'], ['a2', 'a'], ['a3', 'a']);
    expect(await bodies(one, 3)).toEqual(['a1', 'a2', 'a3']);
    const none = await queueWith(['1'], ['2'], ['3']);
    expect(await bodies(none, 3)).toEqual(['1', '2', '3']);
  });

  it('mixes the groups of one batch', async () => {
    const url = await queueWith(['a1', 'a'], ['a2', 'a'], ['a3', 'a'], ['b1', 'b']);
    expect((await receive(url, 2)).map(({ Body }) => Body)).toEqual(['a1', 'b1']);
  });

  it('shows the group of a message', async () => {
    const url = await queueWith(['a1', 'project-a']);
    expect((await receive(url))[0]?.Attributes).toEqual({ MessageGroupId: 'project-a' });
  });
});

describe('fairOrder', () => {
  const messages = (text: string) =>
    text.split('').map((messageGroupId, index) => ({ messageId: `${text} ${index}`, messageGroupId }));
  const order = (waiting: string, inFlight: string, count = 1) =>
    fairOrder(messages(waiting), messages(inFlight), count)
      .map(({ messageGroupId }) => messageGroupId)
      .join('');

  it('does not take a group for noisy that has a tenth of the messages in flight', () => {
    expect(order('ab', 'acdefghijk')).toBe('ab');
    expect(order('ab', 'aacdefghij')).toBe('ba');
  });

  it('prefers the group with the fewest messages in flight when all are noisy', () => {
    expect(order('aab', 'aab')).toBe('baa');
    expect(order('aabb', 'aab', 4)).toBe('baba');
  });
});
