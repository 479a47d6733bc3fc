import { type DynamoDBClient, paginateListTables, paginateScan } from '@aws-sdk/client-dynamodb';
import { GetQueueAttributesCommand, GetQueueUrlCommand, paginateListQueues, type SQSClient } from '@aws-sdk/client-sqs';
import { createQueue, type Queue } from '../../lib/aws/queue.ts';
import { queueDepth } from '../../lib/aws/queue-depth.ts';
import {
  createDeadLetterQueueReader,
  type DeadLetterQueueReader,
} from '../../lib/deliveries/dead-letter-queue-reader.ts';
import { createLedger, type Ledger } from '../../lib/deliveries/ledger/ledger.ts';
import { EVENT_TYPES, type EventType } from '../../lib/webhooks/events.ts';

/** The ledger and the queues of one deployment. */
export interface Deployment {
  readonly ledger: Ledger;
  /** One for each event type that is switched on. */
  readonly queues: readonly EventQueues[];
  /** The keys in the ledger that start so. No index has the start of a key, so the whole table is read. */
  keysStartingWith(start: string): Promise<string[]>;
}

/** The queues of one event type. */
export interface EventQueues {
  readonly eventType: EventType;
  readonly queue: Queue;
  readonly deadLetterQueue: DeadLetterQueueReader;
  /** About how many messages wait in the queue, or are delayed. */
  depth(): Promise<number>;
  /** About how many messages wait in the dead-letter queue. */
  deadLetters(): Promise<number>;
}

export interface DeploymentOptions {
  readonly sqs: SQSClient;
  readonly dynamoDb: DynamoDBClient;
  /** The name of the CloudFormation stack. */
  readonly stack: string;
  /** The name of the ledger's table, if the stage has more than one: a table outlives its stack. */
  readonly table?: string | undefined;
}

/** Logical ids in serverless.yml. */
const TABLE_ID = 'LedgerTable';
const QUEUE_IDS: Readonly<Record<EventType, string>> = {
  'task-completed': 'TaskCompletedQueue',
  'annotation-archive-updated': 'AnnotationArchiveUpdatedQueue',
  'input-data-zip-registered': 'InputDataZipRegisteredQueue',
  'project-copy-completed': 'ProjectCopyCompletedQueue',
};

/**
 * Finds the ledger and the queues of a stack by their names: CloudFormation composes them from the stack's name, the logical
 * id and a random suffix. A dead-letter queue is found by the redrive policy of its queue.
 *
 * @throws Error when one is missing, or there are two candidates
 */
export async function findDeployment({ sqs, dynamoDb, stack, table }: DeploymentOptions): Promise<Deployment> {
  const urls = await queueUrls(sqs, `${stack}-`);
  const isOn = (eventType: EventType) =>
    urls.some((url) => nameOfQueue(url).startsWith(`${stack}-${QUEUE_IDS[eventType]}`));
  if (!EVENT_TYPES.some(isOn))
    throw new Error(
      `There is no queue of ${stack} in this account and region. Check --stage, --region and the AWS credentials.`,
    );
  const find = async (eventType: EventType): Promise<EventQueues> => {
    const queueUrl = theOne(urls, nameOfQueue, `${stack}-${QUEUE_IDS[eventType]}`);
    const deadLettersUrl = await deadLetterQueueUrl(sqs, queueUrl);
    return {
      eventType,
      queue: createQueue({ queueUrl, client: sqs }),
      deadLetterQueue: createDeadLetterQueueReader({ queueUrl: deadLettersUrl, client: sqs }),
      depth: () => queueDepth(sqs, queueUrl),
      deadLetters: () => queueDepth(sqs, deadLettersUrl),
    };
  };
  const queues = await Promise.all(EVENT_TYPES.filter(isOn).map(find));
  const tableName = table ?? theOne(await tableNames(dynamoDb), (name) => name, `${stack}-${TABLE_ID}`);
  return {
    ledger: createLedger({ tableName, client: dynamoDb }),
    queues,
    keysStartingWith: (start) => keysStartingWith(dynamoDb, tableName, start),
  };
}

async function keysStartingWith(client: DynamoDBClient, TableName: string, start: string): Promise<string[]> {
  const input = {
    TableName,
    FilterExpression: 'begins_with(#key, :start)',
    ProjectionExpression: '#key',
    ExpressionAttributeNames: { '#key': 'key' },
    ExpressionAttributeValues: { ':start': { S: start } },
  };
  const keys: string[] = [];
  for await (const { Items = [] } of paginateScan({ client }, input))
    keys.push(...Items.map(({ key }) => key?.S ?? ''));
  return keys;
}

export function queueOf(deployment: Deployment, eventType: EventType): Queue {
  return queuesOf(deployment, eventType).queue;
}

export function queuesOf({ queues }: Deployment, eventType: EventType): EventQueues {
  const found = queues.find((candidate) => candidate.eventType === eventType);
  if (found === undefined) throw new Error(`The deployment has no queue for ${eventType}.`);
  return found;
}

async function queueUrls(client: SQSClient, QueueNamePrefix: string): Promise<string[]> {
  const urls: string[] = [];
  for await (const page of paginateListQueues({ client, pageSize: 1000 }, { QueueNamePrefix })) {
    urls.push(...(page.QueueUrls ?? []));
  }
  return urls;
}

async function tableNames(client: DynamoDBClient): Promise<string[]> {
  const names: string[] = [];
  for await (const page of paginateListTables({ client }, {})) names.push(...(page.TableNames ?? []));
  return names;
}

/** The only one with this name and CloudFormation's random suffix, which the local stack leaves out. */
function theOne(all: readonly string[], nameOf: (one: string) => string, name: string): string {
  const pattern = new RegExp(`^${name}(-[A-Za-z0-9]+)?$`);
  const [one, another] = all.filter((candidate) => pattern.test(nameOf(candidate)));
  if (one === undefined) {
    throw new Error(`There is no ${name} in this account and region. Check --stage, --region and the AWS credentials.`);
  }
  if (another !== undefined) {
    throw new Error(`There are two: ${nameOf(one)} and ${nameOf(another)}. Name the one in use with --table.`);
  }
  return one;
}

function nameOfQueue(url: string): string {
  return url.slice(url.lastIndexOf('/') + 1);
}

async function deadLetterQueueUrl(client: SQSClient, QueueUrl: string): Promise<string> {
  const command = new GetQueueAttributesCommand({ QueueUrl, AttributeNames: ['RedrivePolicy'] });
  const { Attributes } = await client.send(command);
  const policy: { deadLetterTargetArn?: unknown } = JSON.parse(Attributes?.RedrivePolicy ?? '{}');
  const arn = String(policy.deadLetterTargetArn ?? '');
  const QueueName = arn.slice(arn.lastIndexOf(':') + 1);
  if (QueueName === '')
    throw new Error(`The queue ${nameOfQueue(QueueUrl)} has no dead-letter queue. Deploy the stack again.`);
  const { QueueUrl: url = '' } = await client.send(new GetQueueUrlCommand({ QueueName }));
  return url;
}
