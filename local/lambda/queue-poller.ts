import { setTimeout as sleep } from 'node:timers/promises';
import {
  ChangeMessageVisibilityCommand,
  DeleteMessageCommand,
  type Message,
  ReceiveMessageCommand,
  type SQSClient,
} from '@aws-sdk/client-sqs';
import { failedMessages, queueEvent } from './queue-event.ts';

export interface PollerOptions {
  readonly sqs: SQSClient;
  readonly queue: { readonly url: string; readonly arn: string; readonly visibilityTimeoutSeconds: number };
  readonly region: string;
  readonly batchSize: number;
  readonly maximumConcurrency: number;
  readonly reportsFailures: boolean;
  /** After so many seconds a failed message is there again; without it, after the queue's visibility timeout as on AWS. */
  readonly retryAfterFailureSeconds: number | undefined;
  invoke(event: unknown): Promise<unknown>;
}

/** Feeds a function from a queue, as an event source mapping does. */
export interface QueuePoller {
  readonly queueUrl: string;
  /** Messages that the function has now. */
  readonly inFlight: number;
  /** Messages that failed and stay hidden until their visibility timeout. */
  waitingForRetry(): number;
  stop(): Promise<void>;
}

/**
 * Short, because fauxqs keeps a long poll alive when its client has gone, and would give a message to nobody: after a
 * stop a queue is safe again in a second.
 */
const WAIT_SECONDS = 1;
const SQS_BATCH_LIMIT = 10;
const PAUSE_AFTER_ERROR_MS = 200;
/** SQS counts from when it gave the message out, which is a little sooner than when we have it. */
const MARGIN_MS = 100;

export function startQueuePoller(options: PollerOptions): QueuePoller {
  const { sqs, queue, invoke } = options;
  const stopping = new AbortController();
  const batches = new Set<Promise<void>>();
  /** Message id → when it is visible again, in milliseconds since 1970. */
  const hidden = new Map<string, number>();
  let inFlight = 0;
  const polling = poll();

  return {
    queueUrl: queue.url,
    get inFlight() {
      return inFlight;
    },
    waitingForRetry() {
      const now = Date.now();
      for (const [id, until] of hidden) if (until <= now) hidden.delete(id);
      return hidden.size;
    },
    async stop() {
      stopping.abort();
      await polling;
      await Promise.all(batches);
    },
  };

  async function poll(): Promise<void> {
    while (!stopping.signal.aborted) {
      if (batches.size >= options.maximumConcurrency) {
        await Promise.race(batches);
        continue;
      }
      const messages = await receive();
      if (messages.length === 0) continue;
      const batch: Promise<void> = work(messages).finally(() => batches.delete(batch));
      batches.add(batch);
    }
  }

  async function receive(): Promise<Message[]> {
    const command = new ReceiveMessageCommand({
      QueueUrl: queue.url,
      MaxNumberOfMessages: Math.min(options.batchSize, SQS_BATCH_LIMIT),
      WaitTimeSeconds: WAIT_SECONDS,
      MessageSystemAttributeNames: ['All'],
      MessageAttributeNames: ['All'],
    });
    try {
      const { Messages = [] } = await sqs.send(command, { abortSignal: stopping.signal });
      inFlight += Messages.length;
      return Messages;
    } catch {
      // SQS is down, or made to be so by a test. Lambda goes on asking, and so do we.
      await sleep(PAUSE_AFTER_ERROR_MS, undefined, { signal: stopping.signal }).catch(() => undefined);
      return [];
    }
  }

  async function work(messages: readonly Message[]): Promise<void> {
    const receivedAt = Date.now();
    for (const { MessageId = '' } of messages) hidden.delete(MessageId);
    try {
      const failed = await failedOf(messages);
      await Promise.all(
        messages.map((message) => (failed.has(message) ? giveBack(message, receivedAt) : remove(message))),
      );
    } finally {
      inFlight -= messages.length;
    }
  }

  async function failedOf(messages: readonly Message[]): Promise<ReadonlySet<Message>> {
    try {
      const answer = await invoke(queueEvent(messages, { arn: queue.arn, region: options.region }));
      return options.reportsFailures ? failedMessages(messages, answer) : new Set();
    } catch {
      // The function's own log says why.
      return new Set(messages);
    }
  }

  async function remove({ ReceiptHandle }: Message): Promise<void> {
    // What cannot be deleted comes again, as on AWS: the functions have to bear it.
    await sqs.send(new DeleteMessageCommand({ QueueUrl: queue.url, ReceiptHandle })).catch(() => undefined);
  }

  async function giveBack({ MessageId = '', ReceiptHandle }: Message, receivedAt: number): Promise<void> {
    const VisibilityTimeout = options.retryAfterFailureSeconds;
    const visibleAt =
      VisibilityTimeout === undefined
        ? receivedAt + queue.visibilityTimeoutSeconds * 1000
        : Date.now() + VisibilityTimeout * 1000;
    hidden.set(MessageId, visibleAt - MARGIN_MS);
    if (VisibilityTimeout === undefined) return;
    const command = new ChangeMessageVisibilityCommand({ QueueUrl: queue.url, ReceiptHandle, VisibilityTimeout });
    await sqs.send(command).catch(() => undefined);
  }
}
