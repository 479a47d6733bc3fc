import {
  ChangeMessageVisibilityBatchCommand,
  DeleteMessageCommand,
  GetQueueAttributesCommand,
  type Message,
  ReceiveMessageCommand,
  type SQSClient,
} from '@aws-sdk/client-sqs';
import { batchesOf } from '../core/batches-of.ts';
import { LoggableError } from '../core/loggable-error.ts';

/** A message in a dead-letter queue. */
export interface DeadLetterMessage {
  /** Assigned by SQS; it does not change while the message is in this queue. */
  readonly id: string;
  readonly body: string;
  /** The message attributes as text. A message that SQS itself moved has none. */
  readonly attributes: Readonly<Record<string, string>>;
  /** ISO-8601, UTC. For a message that SQS moved: when it was sent to its first queue. */
  readonly sentAt: string;
  /** The number of receives, as SQS counts them. */
  readonly receives: number;
}

/** The messages that were received, and approximate numbers of those that were not. */
export interface ReceivedDeadLetters {
  readonly messages: readonly DeadLetterMessage[];
  /** Visible messages that SQS did not return, or that are too many to hold at once. */
  readonly left: number;
  /** Messages that another reader holds, or that it received and did not release. */
  readonly heldByOthers: number;
}

/**
 * An operator's access to a dead-letter queue: receives all messages, and deletes them one by one. What sends messages there
 * is in `process/`.
 *
 * @public
 */
export interface DeadLetterQueueReader {
  /**
   * Receives all messages that it can within two minutes. They are hidden from other readers for five minutes, or until they
   * are released.
   *
   * @throws DeadLetterQueueError
   */
  receiveAll(): Promise<ReceivedDeadLetters>;
  /** @throws DeadLetterQueueError */
  delete(message: DeadLetterMessage): Promise<void>;
  /** Makes the messages visible that were received and not deleted. Never throws: SQS itself makes them visible later. */
  releaseAll(): Promise<void>;
}

/**
 * A dead-letter queue could not be read or written.
 *
 * @public
 */
export class DeadLetterQueueError extends LoggableError {
  override readonly name = 'DeadLetterQueueError' as const;
  readonly queueUrl: string;

  constructor(problem: string, queueUrl: string, cause: unknown) {
    super(`${problem} ${queueUrl}`, { cause });
    this.queueUrl = queueUrl;
  }
}

/** The most that SQS returns and releases at once. */
const BATCH_SIZE = 10;
const HELD_SECONDS = 300;
/** No further receives after this: the first messages must be processed before they become visible again. */
const MAX_RECEIVE_MS = 120_000;
/** A receive may return nothing although there are messages; this many empty receives in a row mean an empty queue. */
const MAX_EMPTY_RECEIVES = 5;

/**
 * @example
 * const reader = createDeadLetterQueueReader({ queueUrl, client });
 * try {
 *   for (const message of (await reader.receiveAll()).messages) {
 *     if (isOld(message)) await reader.delete(message);
 *   }
 * } finally {
 *   await reader.releaseAll();
 * }
 */
export function createDeadLetterQueueReader({
  queueUrl,
  client,
}: {
  readonly queueUrl: string;
  readonly client: SQSClient;
}): DeadLetterQueueReader {
  const QueueUrl = queueUrl;
  /** Message id → receipt handle of its last receive: the only valid one. */
  const held = new Map<string, string>();

  async function receive(): Promise<Message[]> {
    const command = new ReceiveMessageCommand({
      QueueUrl,
      MaxNumberOfMessages: BATCH_SIZE,
      VisibilityTimeout: HELD_SECONDS,
      WaitTimeSeconds: 1, // long polling asks all servers of the queue, short polling only some
      MessageAttributeNames: ['All'],
      MessageSystemAttributeNames: ['SentTimestamp', 'ApproximateReceiveCount'],
    });
    return (await client.send(command)).Messages ?? [];
  }

  async function count(): Promise<{ visible: number; hidden: number }> {
    const AttributeNames = ['ApproximateNumberOfMessages', 'ApproximateNumberOfMessagesNotVisible'] as const;
    const command = new GetQueueAttributesCommand({ QueueUrl, AttributeNames: [...AttributeNames] });
    const { Attributes = {} } = await client.send(command);
    const [visible = 0, hidden = 0] = AttributeNames.map((name) => Number(Attributes[name] ?? 0));
    return { visible, hidden };
  }

  async function receiveUntilEmpty(): Promise<ReceivedDeadLetters> {
    const received = new Map<string, DeadLetterMessage>();
    const until = Date.now() + MAX_RECEIVE_MS;
    for (let empty = 0; empty < MAX_EMPTY_RECEIVES && Date.now() < until; ) {
      const messages = await receive();
      for (const message of messages) {
        const deadLetter = fromSqs(message);
        received.set(deadLetter.id, deadLetter);
        held.set(deadLetter.id, message.ReceiptHandle ?? '');
      }
      empty = messages.length > 0 ? 0 : empty + 1;
      if (empty > 0 && (await count()).visible === 0) break;
    }
    const { visible, hidden } = await count();
    return { messages: [...received.values()], left: visible, heldByOthers: Math.max(0, hidden - held.size) };
  }

  return {
    async receiveAll() {
      try {
        return await receiveUntilEmpty();
      } catch (cause) {
        throw new DeadLetterQueueError('Messages could not be received from', queueUrl, cause);
      }
    },
    async delete({ id }) {
      try {
        await client.send(new DeleteMessageCommand({ QueueUrl, ReceiptHandle: held.get(id) }));
        held.delete(id);
      } catch (cause) {
        throw new DeadLetterQueueError(`Message ${id} could not be deleted from`, queueUrl, cause);
      }
    },
    async releaseAll() {
      const entries = [...held].map(([Id, ReceiptHandle]) => ({ Id, ReceiptHandle, VisibilityTimeout: 0 }));
      held.clear();
      for (const Entries of batchesOf(entries, BATCH_SIZE)) {
        await client.send(new ChangeMessageVisibilityBatchCommand({ QueueUrl, Entries })).catch(() => undefined);
      }
    },
  };
}

function fromSqs({ MessageId = '', Body = '', MessageAttributes = {}, Attributes = {} }: Message): DeadLetterMessage {
  const attributes = Object.entries(MessageAttributes).map(([name, { StringValue = '' }]) => [name, StringValue]);
  return {
    id: MessageId,
    body: Body,
    attributes: Object.fromEntries(attributes),
    sentAt: new Date(Number(Attributes.SentTimestamp ?? 0)).toISOString(),
    receives: Number(Attributes.ApproximateReceiveCount ?? 0),
  };
}
