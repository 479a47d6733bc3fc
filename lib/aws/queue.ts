import { SendMessageCommand, type SQSClient } from '@aws-sdk/client-sqs';
import { LoggableError } from '../core/loggable-error.ts';
import { abortedBy } from './sdk-options.ts';

export interface SendOptions {
  /** 0 to 900: SQS delays a message by 15 minutes at most. */
  readonly delaySeconds?: number;
  /** SQS prefers the messages of groups that have few messages in flight: a fair queue. Up to 128 characters of ASCII. */
  readonly group?: string | undefined;
  /** Message attributes, as text that SQS accepts: no control characters, and never empty. */
  readonly attributes?: Readonly<Record<string, string>>;
  readonly signal?: AbortSignal;
}

export interface Queue {
  /** @throws QueueError when SQS may not have accepted the message */
  send(body: string, options?: SendOptions): Promise<void>;
}

export interface QueueOptions {
  readonly queueUrl: string;
  readonly client: SQSClient;
}

/**
 * Sending failed. The error text never contains the message body.
 *
 * @public
 */
export class QueueError extends LoggableError {
  override readonly name = 'QueueError' as const;
  readonly queueUrl: string;

  constructor(queueUrl: string, cause: unknown) {
    super(`A message could not be sent to ${queueUrl}`, { cause });
    this.queueUrl = queueUrl;
  }
}

/** A queue of Amazon SQS. */
export function createQueue({ queueUrl, client }: QueueOptions): Queue {
  return {
    async send(body, { delaySeconds, group, attributes = {}, signal } = {}) {
      const command = new SendMessageCommand({
        QueueUrl: queueUrl,
        MessageBody: body,
        ...(delaySeconds !== undefined && { DelaySeconds: delaySeconds }),
        ...(group !== undefined && { MessageGroupId: group }),
        MessageAttributes: Object.fromEntries(
          Object.entries(attributes).map(([name, value]) => [name, { DataType: 'String', StringValue: value }]),
        ),
      });
      await client.send(command, abortedBy(signal)).catch((cause: unknown) => {
        throw new QueueError(queueUrl, cause);
      });
    },
  };
}
