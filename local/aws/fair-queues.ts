import { AsyncLocalStorage } from 'node:async_hooks';
import type { FastifyInstance } from 'fastify';
import type { BuildAppOptions } from 'fauxqs';
import { isJsonObject, ownField } from '../../lib/core/json.ts';
// fauxqs takes stores, but does not export their classes. Its version is exact in package.json.
import { S3Store } from '../../node_modules/fauxqs/dist/s3/s3Store.js';
import { SnsStore } from '../../node_modules/fauxqs/dist/sns/snsStore.js';
import { SqsStore } from '../../node_modules/fauxqs/dist/sqs/sqsStore.js';
import { awsCall } from './services.ts';

type Queue = ReturnType<SqsStore['createQueue']>;

/** A message as far as its turn depends on it. */
export interface Waiting {
  readonly messageId: string;
  readonly messageGroupId?: string;
}

/** A group with a larger share of the messages in flight is a noisy neighbour. */
const NOISY_SHARE = 0.1;

/** The message group of the `SendMessage` that is answered now: fauxqs drops the group of a standard queue's message. */
const groupOfRequest = new AsyncLocalStorage<string | undefined>();

/**
 * Stores for fauxqs whose standard queues are fair, as those of AWS: while a group has more than a tenth of the messages in
 * flight, the messages of quieter groups are received first. AWS also looks at the processing time, and needs 30 messages of
 * the group in flight to judge by their number; with so few workers as here that would never happen.
 *
 * @see https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-fair-queues.html
 */
export function fairStores(): NonNullable<BuildAppOptions['stores']> {
  const sqsStore = new SqsStore();
  const createQueue = sqsStore.createQueue.bind(sqsStore);
  sqsStore.createQueue = (...properties) => makeFair(createQueue(...properties));
  return { sqsStore, snsStore: new SnsStore(), s3Store: new S3Store() };
}

/** Lets the queues know the group of each message that is sent. */
export function addMessageGroups(app: FastifyInstance): void {
  app.addHook('preHandler', (request, _reply, done) => {
    const { service, operation } = awsCall(request);
    const isSend = service === 'sqs' && operation === 'SendMessage';
    groupOfRequest.run(isSend ? groupIn(request.body) : undefined, done);
  });
}

function groupIn(body: unknown): string | undefined {
  const group = isJsonObject(body) ? ownField(body, 'MessageGroupId') : undefined;
  return typeof group === 'string' ? group : undefined;
}

function makeFair(queue: Queue): Queue {
  if (queue.isFifo()) return queue;
  const enqueue = queue.enqueue.bind(queue);
  const dequeue = queue.dequeue.bind(queue);
  queue.enqueue = (message) => {
    const messageGroupId = message.messageGroupId ?? groupOfRequest.getStore();
    enqueue(messageGroupId === undefined ? message : Object.assign(message, { messageGroupId }));
  };
  queue.dequeue = (count, ...rest) => {
    queue.processTimers();
    const inFlight = [...queue.inflightMessages.values()].map(({ message }) => message);
    queue.messages = fairOrder(queue.messages, inFlight, count);
    return dequeue(count, ...rest);
  };
  return queue;
}

/**
 * The messages with the next `count` of them in front: each time the oldest of a quiet group, and if all groups are noisy, the
 * oldest of the group with the fewest messages in flight. A message without a group is a group of its own.
 */
export function fairOrder<Message extends Waiting>(
  waiting: readonly Message[],
  inFlight: readonly Waiting[],
  count: number,
): Message[] {
  const flying = new Map<string, number>();
  const add = (message: Waiting) => flying.set(groupOf(message), (flying.get(groupOf(message)) ?? 0) + 1);
  inFlight.forEach(add);
  const rest = [...waiting];
  const first: Message[] = [];
  for (let total = inFlight.length; first.length < count && rest.length > 0; total += 1) {
    const noise = (message: Message) => {
      const own = flying.get(groupOf(message)) ?? 0;
      return own > total * NOISY_SHARE ? own : 0;
    };
    const next = rest.splice(quietest(rest, noise), 1);
    first.push(...next);
    next.forEach(add);
  }
  return [...first, ...rest];
}

/** The index of the first message that is as quiet as any. */
function quietest<Message>(messages: readonly Message[], noise: (message: Message) => number): number {
  let best = 0;
  let least = Number.POSITIVE_INFINITY;
  for (const [index, message] of messages.entries()) {
    const own = noise(message);
    if (own < least) [best, least] = [index, own];
    if (least === 0) break;
  }
  return best;
}

function groupOf({ messageGroupId, messageId }: Waiting): string {
  return messageGroupId === undefined ? `message ${messageId}` : `group ${messageGroupId}`;
}
