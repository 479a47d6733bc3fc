import { fileURLToPath } from 'node:url';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { SendMessageCommand, SQSClient } from '@aws-sdk/client-sqs';
import { request } from 'undici';
import { createLedger, type Ledger } from '../../lib/deliveries/ledger/ledger.ts';
import { deliveryKey } from '../../lib/webhooks/delivery-key.ts';
import { createEnvelope } from '../../lib/webhooks/envelope.ts';
import type { WebhookEvent } from '../../lib/webhooks/events.ts';
import { SECRET_HEADER, WEBHOOK_PATH } from '../../lib/webhooks/templates.ts';
import { type LocalAws, startLocalAws } from '../../local/aws/index.ts';
import { type LambdaHost, startLambdaHost } from '../../local/lambda/index.ts';
import { createMeter, type Meter } from './meter.ts';

const SERVERLESS_FILE = fileURLToPath(new URL('serverless.yml', import.meta.url));
const SECRET = 'a secret that only the benchmark uses';
const PROJECT = 'project';

/** The address of the receiver, and that of its peer. */
export const PATHS = { receiver: `${WEBHOOK_PATH}/task-completed`, bare: '/bare' } as const;
/** The queue of the worker, and that of its peer. */
export const QUEUES = { worker: 'WorkQueue', bare: 'BareQueue' } as const;

/** The receiver, a worker and their peers in the Lambda host, with the embedded AWS. */
export interface World {
  readonly aws: LocalAws;
  readonly host: LambdaHost;
  readonly meter: Meter;
  /** Sends a webhook whose event did not arrive before. */
  post(path: string): Promise<void>;
  /** The message of a delivery that the ledger has as queued, as the receiver leaves it. */
  queuedMessage(): Promise<string>;
  send(queue: string, message: string): Promise<void>;
  stop(): Promise<void>;
}

export async function startWorld(): Promise<World> {
  const aws = await startLocalAws({
    secrets: { webhooks: { webhook_secrets: [{ secret: SECRET, project_id: PROJECT }] } },
  });
  const meter = createMeter();
  const host = await startLambdaHost({ serverlessFile: SERVERLESS_FILE, aws, onLog: meter.onLog });
  const options = { region: aws.region, credentials: { accessKeyId: 'bench', secretAccessKey: 'bench' } };
  const sqs = new SQSClient({ ...options, endpoint: aws.sqsUrl });
  const dynamoDb = new DynamoDBClient({ ...options, endpoint: aws.dynamodbUrl });
  const ledger = createLedger({ tableName: host.tables['LedgerTable'] ?? '', client: dynamoDb });
  const newEvent = eventsOf(Date.now());
  return {
    aws,
    host,
    meter,
    post: (path) => post(host.url + path, newEvent()),
    queuedMessage: () => queuedMessage(ledger, newEvent()),
    async send(queue, MessageBody) {
      await sqs.send(new SendMessageCommand({ QueueUrl: host.queues[queue] ?? '', MessageBody }));
    },
    async stop() {
      sqs.destroy();
      dynamoDb.destroy();
      await host.stop();
      await aws.stop();
    },
  };
}

function eventsOf(begun: number): () => WebhookEvent {
  let events = 0;
  return () => {
    events += 1;
    const complete_datetime = new Date(begun - events).toISOString();
    return { event_type: 'task-completed', project_id: PROJECT, task_id: `task-${events}`, complete_datetime };
  };
}

async function post(url: string, event: WebhookEvent): Promise<void> {
  const headers = { 'content-type': 'application/json', [SECRET_HEADER]: SECRET };
  const answer = await request(url, { method: 'POST', headers, body: JSON.stringify(event) });
  const text = await answer.body.text();
  if (answer.statusCode !== 202) throw new Error(`${url} answered with ${answer.statusCode}: ${text}`);
}

async function queuedMessage(ledger: Ledger, event: WebhookEvent): Promise<string> {
  const arrival = { receivedAt: new Date().toISOString(), requestId: 'bench', source: 'webhook' } as const;
  const { key, label } = deliveryKey(event);
  await ledger.receive({ key, label, event, ...arrival });
  await ledger.queued(key);
  return JSON.stringify(createEnvelope(event, { key, ...arrival }));
}
