import { join } from 'node:path';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { SQSClient } from '@aws-sdk/client-sqs';
import { type DeadDelivery, findDead } from '../../../cli/deliveries/dead-deliveries.ts';
import { type Deployment, findDeployment } from '../../../cli/deployment/deployment.ts';
import { createQueue } from '../../../lib/aws/queue.ts';
import type { NewDelivery } from '../../../lib/deliveries/ledger/entry.ts';
import { deliveryKey } from '../../../lib/webhooks/delivery-key.ts';
import { createEnvelope } from '../../../lib/webhooks/envelope.ts';
import { createResources } from '../../../local/lambda/serverless-file/resources.ts';
import { readServerlessFile } from '../../../local/lambda/serverless-file/serverless-file.ts';
import { startTestAws, type TestAws } from '../../lambda/support.ts';

/** The ledger and the queues of serverless.yml in an embedded AWS, without workers: tests decide what happens to a delivery. */
export interface DeadWorld {
  readonly aws: TestAws;
  readonly deployment: Deployment;
  delivery(task: string): NewDelivery;
  /** The message of a delivery, as the receiver sends it. */
  message(task: string): string;
  /** Starts a worker. @returns the id of its lease */
  claim(task: string, until?: number): Promise<string>;
  /** Starts and ends a worker. */
  end(task: string, state: 'done' | 'dead'): Promise<void>;
  /** Puts a message into the dead-letter queue. */
  deadLetter(body: string, attributes?: Readonly<Record<string, string>>): Promise<void>;
  /** How many messages in the dead-letter queue are visible. */
  deadLettered(): Promise<number>;
  /** The dead deliveries; their messages are held. */
  dead(): Promise<readonly DeadDelivery[]>;
  releaseAll(): Promise<void>;
  /** Receives the messages of a worker's queue, by default that of completed tasks. */
  sent(queueId?: string): Promise<string[]>;
  /** Dismisses every dead delivery, and empties the queues. */
  clear(): Promise<void>;
  stop(): Promise<void>;
}

const QUEUE_ID = 'TaskCompletedQueue';
const DEAD_LETTER_QUEUE_ID = 'TaskCompletedDeadLetterQueue';
const came = { receivedAt: '2026-01-05T01:00:00.000Z', requestId: 'r' };

export async function startDeadWorld(): Promise<DeadWorld> {
  const aws = await startTestAws();
  const sqs = new SQSClient({ maxAttempts: 1 });
  const dynamoDb = new DynamoDBClient({ maxAttempts: 1 });
  const file = join(import.meta.dirname, '..', '..', '..', 'serverless.yml');
  const { queues } = await createResources(await readServerlessFile(file, { stage: 'local', region: aws.region }), aws);
  const deployment = await findDeployment({ sqs, dynamoDb, stack: 'annofab-functions-local' });
  const { ledger } = deployment;
  const urlOf = (id: string) => queues[id]?.url ?? '';
  const deadLetterQueue = createQueue({ queueUrl: urlOf(DEAD_LETTER_QUEUE_ID), client: sqs });

  function delivery(task_id: string): NewDelivery {
    const complete_datetime = '2026-01-05T10:00:00.000+09:00';
    const event = { event_type: 'task-completed', project_id: 'demo-project', task_id, complete_datetime } as const;
    return { ...deliveryKey(event), event, source: 'webhook', ...came };
  }

  async function claim(task: string, until = Date.now() + 60_000): Promise<string> {
    const lease = { id: `lease-of-${task}`, until };
    await ledger.claim(delivery(task), lease);
    return lease.id;
  }

  return {
    aws,
    deployment,
    delivery,
    message: (task) => JSON.stringify(createEnvelope(delivery(task).event, came)),
    claim,
    async end(task, state) {
      const settlement = state === 'done' ? { state } : { state, reason: 'it cannot work' };
      await ledger.record(delivery(task).key, await claim(task), settlement);
    },
    deadLetter: (body, attributes = {}) => deadLetterQueue.send(body, { attributes }),
    deadLettered: async () => (await aws.counts(urlOf(DEAD_LETTER_QUEUE_ID))).waiting,
    dead: async () => (await findDead(deployment)).all,
    async releaseAll() {
      await Promise.all(deployment.queues.map(({ deadLetterQueue: reader }) => reader.releaseAll()));
    },
    sent: async (id = QUEUE_ID) => (await aws.messages(urlOf(id))).map(({ body }) => body),
    async clear() {
      aws.faults.clear();
      await Promise.all(Object.values(queues).map(({ url }) => aws.empty(url)));
      for (const state of ['dead', 'received'] as const) {
        for await (const { key } of ledger.open(state)) await ledger.dismiss(key, 'left by a test');
      }
    },
    async stop() {
      sqs.destroy();
      dynamoDb.destroy();
      await aws.stop();
    },
  };
}
