import { SendMessageCommand, SQSClient } from '@aws-sdk/client-sqs';
import { LoggableError } from '../core/loggable-error.ts';
import { abortedBy, type CallLimits, sdkOptions } from './sdk-options.ts';

export interface SendOptions {
  /** 0 to 900: SQS delays a message by 15 minutes at most. */
  readonly delaySeconds?: number;
  /** Travel beside the body, as text that SQS takes: no control characters, and none may be empty. */
  readonly attributes?: Readonly<Record<string, string>>;
  readonly signal?: AbortSignal;
}

export interface Queue {
  /** @throws QueueError when the message may not have been taken */
  send(body: string, options?: SendOptions): Promise<void>;
}

export interface QueueOptions {
  readonly queueUrl: string;
  readonly client?: SQSClient;
  readonly limits?: CallLimits;
}

/**
 * A message could not be sent. The message is not repeated.
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
export function createQueue({ queueUrl, limits, client = new SQSClient(sdkOptions(limits)) }: QueueOptions): Queue {
  return {
    async send(body, { delaySeconds, attributes = {}, signal } = {}) {
      const command = new SendMessageCommand({
        QueueUrl: queueUrl,
        MessageBody: body,
        ...(delaySeconds !== undefined && { DelaySeconds: delaySeconds }),
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
