import { randomUUID } from 'node:crypto';
import { GetQueueAttributesCommand, PurgeQueueCommand, ReceiveMessageCommand, SQSClient } from '@aws-sdk/client-sqs';
import type { APIGatewayProxyEventV2, Context, SQSEvent, SQSRecord } from 'aws-lambda';
import { vi } from 'vitest';
import { createLedger, type Ledger } from '../../lib/deliveries/ledger/ledger.ts';
import { createEnvelope, type Envelope } from '../../lib/webhooks/envelope.ts';
import type { WebhookEvent } from '../../lib/webhooks/events.ts';
import { type LocalAws, startLocalAws } from '../../local/aws/index.ts';
import { LOCAL_TIME_LIMITS } from '../../local/time-limits.ts';
import { createLedgerTable, localDynamoDb } from '../support/ledger-table.ts';

/** A message as a test looks at it. */
export interface Message {
  readonly body: string;
  readonly attributes: Readonly<Record<string, string>>;
  /** Its message group, if it has one. */
  readonly group?: string;
}

export interface TestAws extends LocalAws {
  /** Takes what can be received from a queue now. */
  messages(queueUrl: string): Promise<Message[]>;
  /** How many messages wait, and how many are delayed. */
  counts(queueUrl: string): Promise<{ waiting: number; delayed: number }>;
  empty(queueUrl: string): Promise<void>;
  /** An empty ledger, which functions that start from now on work with. */
  newLedger(): Promise<Ledger>;
}

/** What SQS returns at once. */
const MOST_RECEIVED = 10;

/** The embedded AWS, with the environment of this process set for it; `stop` puts the environment back. */
export async function startTestAws(secrets: Readonly<Record<string, unknown>> = {}): Promise<TestAws> {
  const before = { ...process.env };
  const aws = await startLocalAws({ secrets, longPolls: false });
  // A busy machine is not an outage. A test that needs a time limit sets its own.
  Object.assign(process.env, aws.env, LOCAL_TIME_LIMITS.env);
  const [sqs, dynamoDb] = [new SQSClient({}), localDynamoDb(aws)];
  return {
    ...aws,
    async messages(queueUrl) {
      const taken: Message[] = [];
      for (;;) {
        const { Messages = [] } = await sqs.send(
          new ReceiveMessageCommand({
            QueueUrl: queueUrl,
            MaxNumberOfMessages: MOST_RECEIVED,
            // The longest there is: on a busy machine, what was taken would else be taken again.
            VisibilityTimeout: 43_200,
            MessageAttributeNames: ['All'],
            MessageSystemAttributeNames: ['MessageGroupId'],
          }),
        );
        for (const { Body = '', MessageAttributes = {}, Attributes = {} } of Messages) {
          const attributes = Object.entries(MessageAttributes).map(([name, { StringValue = '' }]) => [
            name,
            StringValue,
          ]);
          const group = Attributes.MessageGroupId;
          taken.push({
            body: Body,
            attributes: Object.fromEntries(attributes),
            ...(group !== undefined && { group }),
          });
        }
        // The embedded SQS returns as many as it has.
        if (Messages.length < MOST_RECEIVED) return taken;
      }
    },
    async counts(queueUrl) {
      const { Attributes = {} } = await sqs.send(
        new GetQueueAttributesCommand({ QueueUrl: queueUrl, AttributeNames: ['All'] }),
      );
      return {
        waiting: Number(Attributes['ApproximateNumberOfMessages']),
        delayed: Number(Attributes['ApproximateNumberOfMessagesDelayed']),
      };
    },
    async empty(queueUrl) {
      await sqs.send(new PurgeQueueCommand({ QueueUrl: queueUrl }));
    },
    async newLedger() {
      const tableName = await createLedgerTable(aws);
      process.env['LEDGER_TABLE'] = tableName;
      return createLedger({ tableName, client: dynamoDb, now: () => Date.now() });
    },
    async stop() {
      sqs.destroy();
      dynamoDb.destroy();
      process.env = before;
      await aws.stop();
    },
  };
}

/** The context of an invocation with this much time left. */
export function lambdaContext(remainingMs = 60_000): Context {
  const end = performance.now() + remainingMs;
  return {
    callbackWaitsForEmptyEventLoop: false,
    functionName: 'a-function',
    functionVersion: '$LATEST',
    invokedFunctionArn: 'arn:aws:lambda:ap-northeast-1:000000000000:function:a-function',
    memoryLimitInMB: '256',
    awsRequestId: randomUUID(),
    logGroupName: '/aws/lambda/a-function',
    logStreamName: 'stream',
    getRemainingTimeInMillis: () => Math.max(0, Math.round(end - performance.now())),
    done: () => {},
    fail: () => {},
    succeed: () => {},
  };
}

export interface HttpInput {
  readonly method?: string;
  /** `null`: the path names none. */
  readonly eventType?: string | null;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | undefined;
  readonly base64?: boolean;
}

/** A request as an HTTP API hands it to Lambda (payload version 2.0). */
export function httpEvent({
  method = 'POST',
  eventType = 'task-completed',
  headers = {},
  body,
  base64 = false,
}: HttpInput) {
  const path = `/webhooks/annofab/${eventType}`;
  const event: APIGatewayProxyEventV2 = {
    version: '2.0',
    routeKey: 'POST /webhooks/annofab/{event_type}',
    rawPath: path,
    rawQueryString: '',
    headers: { ...headers },
    requestContext: {
      accountId: '000000000000',
      apiId: 'api',
      domainName: 'api.example',
      domainPrefix: 'api',
      http: { method, path, protocol: 'HTTP/1.1', sourceIp: '192.0.2.1', userAgent: 'Annofab' },
      requestId: 'request-1',
      routeKey: 'POST /webhooks/annofab/{event_type}',
      stage: '$default',
      time: '08/May/2019:01:00:00 +0000',
      timeEpoch: 1557277200000,
    },
    pathParameters: eventType === null ? {} : { event_type: eventType },
    isBase64Encoded: base64,
    ...(body !== undefined && { body }),
  };
  return event;
}

export function envelopeOf(event: WebhookEvent, more: Partial<Envelope> = {}): Envelope {
  return { ...createEnvelope(event, { receivedAt: '2019-05-08T01:00:01.000Z', requestId: 'request-1' }), ...more };
}

/** A message as the queue hands it to Lambda. */
export function sqsRecord(
  body: unknown,
  more: { receiveCount?: number; sentAt?: number; id?: string } = {},
): SQSRecord {
  const { receiveCount = 1, sentAt = 1557277200000, id = randomUUID() } = more;
  return {
    messageId: id,
    receiptHandle: 'handle',
    body: typeof body === 'string' ? body : JSON.stringify(body),
    attributes: {
      ApproximateReceiveCount: String(receiveCount),
      SentTimestamp: String(sentAt),
      SenderId: 'sender',
      ApproximateFirstReceiveTimestamp: String(sentAt),
    },
    messageAttributes: {},
    md5OfBody: '',
    eventSource: 'aws:sqs',
    eventSourceARN: 'arn:aws:sqs:ap-northeast-1:000000000000:queue',
    awsRegion: 'ap-northeast-1',
  };
}

export function sqsEvent(...records: SQSRecord[]): SQSEvent {
  return { Records: records };
}

/** A line of JSON that a function wrote. */
export type Line = Readonly<Record<string, unknown>>;

/** What the functions write on standard output from here on: log lines and metrics. */
export function captureOutput(): { text(): string; lines(): Line[]; metrics(): Line[]; logs(): Line[]; clear(): void } {
  let written = '';
  vi.spyOn(process.stdout, 'write').mockImplementation((chunk) => {
    written += String(chunk);
    return true;
  });
  vi.spyOn(process.stderr, 'write').mockImplementation((chunk) => {
    written += String(chunk);
    return true;
  });
  const lines = () =>
    written
      .split('\n')
      .filter((line) => line.startsWith('{'))
      .map((line): Line => JSON.parse(line));
  return {
    text: () => written,
    lines,
    metrics: () => lines().filter((line) => '_aws' in line),
    logs: () => lines().filter((line) => 'level' in line),
    clear: () => {
      written = '';
    },
  };
}
