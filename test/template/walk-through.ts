import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { S3Client } from '@aws-sdk/client-s3';
import { type Message, ReceiveMessageCommand, SQSClient } from '@aws-sdk/client-sqs';
import { taskKeys } from '../../lib/automations/bucket/dataset-keys.ts';
import { createDataset } from '../../lib/aws/dataset.ts';
import { createLedger } from '../../lib/deliveries/ledger/ledger.ts';
import { deliveryKey } from '../../lib/webhooks/delivery-key.ts';
import type { WebhookEventOf } from '../../lib/webhooks/events.ts';
import { SECRET_HEADER } from '../../lib/webhooks/templates.ts';
import { type AnnofabEmulator, startAnnofabEmulator } from '../../local/annofab/index.ts';
import { localNames } from '../../local/names.ts';
import { using } from '../support/using.ts';
import { differences } from './compare.ts';
import { type DeployedFunction, type Deployment, startDeployedFunction } from './deployed-function.ts';

type TaskCompleted = WebhookEventOf<'task-completed'>;

/**
 * Processes an event in the deployed stack, from the request to bucket and ledger. Each function runs from its bundle with the
 * environment of the stack, so that each must find the output of the one before it.
 *
 * @returns a line for each problem
 */
export async function walkThrough(deployment: Deployment): Promise<string[]> {
  return using(startAnnofabEmulator(), (annofab) =>
    using(startDeployedFunction('ReceiveWebhook', deployment), (receiver) => {
      const env = { ANNOFAB_ENDPOINT_URL: annofab.url };
      return using(startDeployedFunction('OnTaskCompleted', deployment, env), (worker) =>
        walk(deployment, { annofab, receiver, worker }),
      );
    }),
  );
}

interface Walkers {
  readonly annofab: AnnofabEmulator;
  readonly receiver: DeployedFunction;
  readonly worker: DeployedFunction;
}

async function walk(deployment: Deployment, { annofab, receiver, worker }: Walkers): Promise<string[]> {
  const event = await complete(annofab);
  const refused = await receiver.invoke(request(event, 'wrong'));
  const queued = await receiver.invoke(request(event, localNames.webhookSecret));
  const again = await receiver.invoke(request(event, localNames.webhookSecret));
  const messages = await receiveAll(deployment);
  const worked = await worker.invoke({ Records: messages.map(recordOf) });
  const entry = await ledgerOf(deployment).find(deliveryKey(event).key);
  const latest = await datasetOf(deployment).read(taskKeys.latest(event));
  return [
    ...differences(401, statusOf(refused), 'a request with a wrong secret'),
    ...differences(202, statusOf(queued), 'a request with the secret'),
    ...differences(202, statusOf(again), 'the same request again'),
    ...differences(1, messages.length, 'the number of messages in the queue'),
    ...differences({ batchItemFailures: [] }, worked, 'the answer of the worker'),
    ...differences('done', entry?.state, 'the state in the ledger'),
    ...differences('object', typeof latest, 'the export in the bucket'),
  ];
}

async function complete(annofab: AnnofabEmulator): Promise<TaskCompleted> {
  const { task_id, operation_updated_datetime } = await annofab.completeTask(localNames.project, 'task-1');
  const complete_datetime = operation_updated_datetime ?? '';
  return { event_type: 'task-completed', project_id: localNames.project, task_id, complete_datetime };
}

function request(event: TaskCompleted, secret: string) {
  return {
    version: '2.0',
    headers: { 'content-type': 'application/json', [SECRET_HEADER]: secret },
    requestContext: { http: { method: 'POST' }, requestId: 'request-1' },
    pathParameters: { event_type: event.event_type },
    body: JSON.stringify(event),
    isBase64Encoded: false,
  };
}

function statusOf(answer: unknown): unknown {
  return Object(answer).statusCode;
}

async function receiveAll(deployment: Deployment): Promise<Message[]> {
  const QueueUrl = `${deployment.url}${new URL(idOf('TaskCompletedQueue', deployment)).pathname}`;
  const sqs = new SQSClient(clientOptions(deployment));
  const { Messages = [] } = await sqs.send(new ReceiveMessageCommand({ QueueUrl, MaxNumberOfMessages: 10 }));
  return Messages;
}

function recordOf({ MessageId, Body }: Message) {
  return { messageId: MessageId, body: Body, attributes: { ApproximateReceiveCount: '1' }, messageAttributes: {} };
}

function ledgerOf(deployment: Deployment) {
  const client = new DynamoDBClient(clientOptions(deployment));
  return createLedger({ tableName: idOf('LedgerTable', deployment), client });
}

function datasetOf(deployment: Deployment) {
  return createDataset({ bucket: idOf('DatasetBucket', deployment), client: new S3Client(clientOptions(deployment)) });
}

function idOf(logicalId: string, { stack }: Deployment): string {
  const resource = stack.resources[logicalId];
  if (resource === undefined) throw new Error(`moto has made no ${logicalId}`);
  return resource.id;
}

function clientOptions({ url, region }: Deployment) {
  return { endpoint: url, region, credentials: { accessKeyId: 'moto', secretAccessKey: 'moto' } };
}
