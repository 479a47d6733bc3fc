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
  /** Seconds until a failed message is visible again. Default: the queue's visibility timeout, as on AWS. */
  readonly retryAfterFailureSeconds: number | undefined;
  invoke(event: unknown): Promise<unknown>;
}

/** Delivers the messages of a queue to a function, as an event source mapping does. */
export interface QueuePoller {
  readonly queueUrl: string;
  /** How many messages the function processes now. */
  readonly inFlight: number;
  /** How many messages failed and are hidden until their visibility timeout. */
  waitingForRetry(): number;
  stop(): Promise<void>;
}

/**
 * Short, because fauxqs keeps a long poll open after its client has disconnected and would lose a message to it. One second
 * after a stop, the queue is safe again.
 */
const WAIT_SECONDS = 1;
const SQS_BATCH_LIMIT = 10;
const PAUSE_AFTER_ERROR_MS = 200;
/** SQS counts from when it sent the message, which is slightly earlier than when we received it. */
const MARGIN_MS = 100;

export function startQueuePoller(options: PollerOptions): QueuePoller {
  const { sqs, queue, invoke } = options;
  const stopping = new AbortController();
  const batches = new Set<Promise<void>>();
  /** Message id → the time at which it is visible again, in milliseconds since 1970. */
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
      // SQS is down, or a test simulates it. Keep polling, as Lambda does.
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
        messages.map((message) => (failed.has(message) ? retryLater(message, receivedAt) : remove(message))),
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
      // The reason is in the function's log.
      return new Set(messages);
    }
  }

  async function remove({ ReceiptHandle }: Message): Promise<void> {
    // A message that could not be deleted is delivered again, as on AWS.
    await sqs.send(new DeleteMessageCommand({ QueueUrl: queue.url, ReceiptHandle })).catch(() => undefined);
  }

  async function retryLater({ MessageId = '', ReceiptHandle }: Message, receivedAt: number): Promise<void> {
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
