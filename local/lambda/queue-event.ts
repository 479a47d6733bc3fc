import type { Message } from '@aws-sdk/client-sqs';
import { isFields } from './serverless-file/values.ts';

/** Converts received messages to the event that Lambda passes to a function. */
export function queueEvent(messages: readonly Message[], { arn, region }: { arn: string; region: string }) {
  return {
    Records: messages.map((message) => ({
      messageId: message.MessageId ?? '',
      receiptHandle: message.ReceiptHandle ?? '',
      body: message.Body ?? '',
      attributes: message.Attributes ?? {},
      messageAttributes: Object.fromEntries(
        Object.entries(message.MessageAttributes ?? {}).map(([name, { DataType, StringValue, BinaryValue }]) => [
          name,
          {
            dataType: DataType ?? 'String',
            ...(StringValue === undefined ? {} : { stringValue: StringValue }),
            ...(BinaryValue === undefined ? {} : { binaryValue: Buffer.from(BinaryValue).toString('base64') }),
            stringListValues: [],
            binaryListValues: [],
          },
        ]),
      ),
      md5OfBody: message.MD5OfBody ?? '',
      eventSource: 'aws:sqs',
      eventSourceARN: arn,
      awsRegion: region,
    })),
  };
}

/**
 * The messages of a batch that failed according to the function's result, by Lambda's rules: none for no result or an empty
 * list, those that are named, and all when the result is malformed or names a message that is not in the batch.
 */
export function failedMessages(messages: readonly Message[], answer: unknown): ReadonlySet<Message> {
  const failures = isFields(answer) ? answer['batchItemFailures'] : undefined;
  if (failures === undefined || failures === null) return new Set();
  if (!Array.isArray(failures)) return new Set(messages);
  const failed = new Set<Message>();
  for (const failure of failures) {
    const id = isFields(failure) ? failure['itemIdentifier'] : undefined;
    const message = messages.find(({ MessageId }) => MessageId === id);
    if (message === undefined) return new Set(messages);
    failed.add(message);
  }
  return failed;
}
