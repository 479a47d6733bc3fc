import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { type Message, ReceiveMessageCommand, SQSClient } from '@aws-sdk/client-sqs';
import { createLedger } from '../../lib/aws/ledger/ledger.ts';
import { deliveryKey } from '../../lib/webhooks/delivery-key.ts';
import { secretHeader } from '../../lib/webhooks/templates.ts';
import { differences } from './compare.ts';
import { type Deployment, startDeployedFunction } from './deployed-function.ts';

const event = {
  event_type: 'input-data-zip-registered',
  project_id: 'demo-project',
  complete_datetime: '2019-05-08T10:00:00.000+09:00',
} as const;
const { key } = deliveryKey(event);

/** As the script that deploys has stored it. */
const secret = 'the-secret-of-the-suite';

/**
 * Lets an event go through the deployed stack, from the request to its end in the ledger: what one function writes with
 * the environment that it was given, the next one finds with its own.
 *
 * @returns what is not as it should be
 */
export async function walkThrough(deployment: Deployment): Promise<string[]> {
  await using receiver = await startDeployedFunction('ReceiveWebhook', deployment);
  await using worker = await startDeployedFunction('OnInputDataZipRegistered', deployment);
  const refused = await receiver.invoke(request('wrong'));
  const queued = await receiver.invoke(request(secret));
  const again = await receiver.invoke(request(secret));
  const messages = await receiveAll(deployment);
  const worked = await worker.invoke({ Records: messages.map(recordOf) });
  const entry = await ledgerOf(deployment).find(key);
  return [
    ...differences(401, statusOf(refused), 'a request with a wrong secret'),
    ...differences(202, statusOf(queued), 'a request with the secret'),
    ...differences(202, statusOf(again), 'the same request again'),
    ...differences(1, messages.length, 'the messages in the queue'),
    ...differences({ batchItemFailures: [] }, worked, 'the answer of the worker'),
    ...differences('done', entry?.state, 'the state in the ledger'),
  ];
}

function request(secretValue: string) {
  return {
    version: '2.0',
    headers: { 'content-type': 'application/json', [secretHeader]: secretValue },
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
  const { id } = deployment.stack.resources['InputDataZipRegisteredQueue'] ?? { id: '' };
  const QueueUrl = `${deployment.url}${new URL(id).pathname}`;
  const sqs = new SQSClient(clientOptions(deployment));
  const { Messages = [] } = await sqs.send(new ReceiveMessageCommand({ QueueUrl, MaxNumberOfMessages: 10 }));
  return Messages;
}

function recordOf({ MessageId, Body }: Message) {
  return { messageId: MessageId, body: Body, attributes: { ApproximateReceiveCount: '1' }, messageAttributes: {} };
}

function ledgerOf(deployment: Deployment) {
  const tableName = deployment.stack.resources['LedgerTable']?.id ?? '';
  return createLedger({ tableName, client: new DynamoDBClient(clientOptions(deployment)) });
}

function clientOptions({ url, region }: Deployment) {
  return { endpoint: url, region, credentials: { accessKeyId: 'moto', secretAccessKey: 'moto' } };
}
