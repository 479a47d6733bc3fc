import {
  ChangeMessageVisibilityBatchCommand,
  DeleteMessageCommand,
  GetQueueAttributesCommand,
  type Message,
  ReceiveMessageCommand,
  type SQSClient,
} from '@aws-sdk/client-sqs';
import { LoggableError } from '../core/loggable-error.ts';

/** A message in a dead-letter queue. */
export interface DeadLetter {
  /** Given by SQS; it stays the same while the message lies here. */
  readonly id: string;
  readonly body: string;
  /** Our own, as text. A message that SQS itself moved has none. */
  readonly attributes: Readonly<Record<string, string>>;
  /** ISO-8601, UTC. Of a message that SQS moved: when it was sent to its first queue. */
  readonly sentAt: string;
  /** How often it has been received, by the count of SQS. */
  readonly receives: number;
}

/** What could be taken, and about how many messages could not. SQS counts roughly. */
export interface TakenDeadLetters {
  readonly letters: readonly DeadLetter[];
  /** They were there, but SQS did not give them, or there are too many to be held at once. */
  readonly left: number;
  /** Somebody else has taken them, or had and did not give them back yet. */
  readonly heldByOthers: number;
}

/**
 * The messages of a dead-letter queue, to be looked at and removed one by one.
 *
 * @public
 */
export interface DeadLetters {
  /**
   * Takes all that are there and can be had in two minutes. Nobody else sees them for five minutes, or until they are
   * given back.
   *
   * @throws DeadLettersError
   */
  take(): Promise<TakenDeadLetters>;
  /** For good. @throws DeadLettersError */
  remove(letter: DeadLetter): Promise<void>;
  /** Gives back what was taken and not removed. It never throws: what fails here comes back by itself. */
  giveBack(): Promise<void>;
}

/**
 * A dead-letter queue could not be read or written.
 *
 * @public
 */
export class DeadLettersError extends LoggableError {
  override readonly name = 'DeadLettersError' as const;
  readonly queueUrl: string;

  constructor(problem: string, queueUrl: string, cause: unknown) {
    super(`${problem} ${queueUrl}`, { cause });
    this.queueUrl = queueUrl;
  }
}

/** SQS gives and takes back ten at a time at most. */
const BATCH_SIZE = 10;
const HELD_SECONDS = 300;
/** No more are taken after that: the first ones have to be worked on before they come back. */
const LONGEST_TAKE_MS = 120_000;
/** A receive may find nothing although messages are there. So many in a row are believed. */
const MOST_EMPTY_RECEIVES = 5;

/**
 * @example
 * const deadLetters = createDeadLetters({ queueUrl, client });
 * try {
 *   for (const letter of (await deadLetters.take()).letters) {
 *     if (isOld(letter)) await deadLetters.remove(letter);
 *   }
 * } finally {
 *   await deadLetters.giveBack();
 * }
 */
export function createDeadLetters({ queueUrl, client }: { queueUrl: string; client: SQSClient }): DeadLetters {
  const QueueUrl = queueUrl;
  /** Message id → receipt handle of its last receive, which is the one that counts. */
  const held = new Map<string, string>();

  async function receive(): Promise<Message[]> {
    const command = new ReceiveMessageCommand({
      QueueUrl,
      MaxNumberOfMessages: BATCH_SIZE,
      VisibilityTimeout: HELD_SECONDS,
      WaitTimeSeconds: 1, // with any wait all servers of the queue are asked, without one only some
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

  async function takeAll(): Promise<TakenDeadLetters> {
    const letters = new Map<string, DeadLetter>();
    const until = Date.now() + LONGEST_TAKE_MS;
    for (let empty = 0; empty < MOST_EMPTY_RECEIVES && Date.now() < until; ) {
      const messages = await receive();
      for (const message of messages) {
        const letter = letterOf(message);
        letters.set(letter.id, letter);
        held.set(letter.id, message.ReceiptHandle ?? '');
      }
      empty = messages.length > 0 ? 0 : empty + 1;
      if (empty > 0 && (await count()).visible === 0) break;
    }
    const { visible, hidden } = await count();
    return { letters: [...letters.values()], left: visible, heldByOthers: Math.max(0, hidden - held.size) };
  }

  return {
    async take() {
      try {
        return await takeAll();
      } catch (cause) {
        throw new DeadLettersError('No messages could be taken from', queueUrl, cause);
      }
    },
    async remove({ id }) {
      try {
        await client.send(new DeleteMessageCommand({ QueueUrl, ReceiptHandle: held.get(id) }));
        held.delete(id);
      } catch (cause) {
        throw new DeadLettersError(`Message ${id} could not be removed from`, queueUrl, cause);
      }
    },
    async giveBack() {
      const entries = [...held].map(([Id, ReceiptHandle]) => ({ Id, ReceiptHandle, VisibilityTimeout: 0 }));
      held.clear();
      for (let i = 0; i < entries.length; i += BATCH_SIZE) {
        const Entries = entries.slice(i, i + BATCH_SIZE);
        await client.send(new ChangeMessageVisibilityBatchCommand({ QueueUrl, Entries })).catch(() => undefined);
      }
    },
  };
}

function letterOf({ MessageId = '', Body = '', MessageAttributes = {}, Attributes = {} }: Message): DeadLetter {
  const attributes = Object.entries(MessageAttributes).map(([name, { StringValue = '' }]) => [name, StringValue]);
  return {
    id: MessageId,
    body: Body,
    attributes: Object.fromEntries(attributes),
    sentAt: new Date(Number(Attributes.SentTimestamp ?? 0)).toISOString(),
    receives: Number(Attributes.ApproximateReceiveCount ?? 0),
  };
}
