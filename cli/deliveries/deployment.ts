import { type DynamoDBClient, paginateListTables } from '@aws-sdk/client-dynamodb';
import { GetQueueAttributesCommand, GetQueueUrlCommand, paginateListQueues, type SQSClient } from '@aws-sdk/client-sqs';
import { createQueue, type Queue } from '../../lib/aws/queue.ts';
import { createDeadLetters, type DeadLetters } from '../../lib/deliveries/dead-letter-queue.ts';
import { createLedger, type Ledger } from '../../lib/deliveries/ledger/ledger.ts';
import { EVENT_TYPES, type EventType } from '../../lib/webhooks/events.ts';

/** Where the deliveries of one deployment are. */
export interface Deployment {
  readonly ledger: Ledger;
  /** One for each event type. */
  readonly places: readonly Place[];
}

export interface Place {
  readonly eventType: EventType;
  readonly queue: Queue;
  readonly deadLetters: DeadLetters;
}

export interface DeploymentOptions {
  readonly sqs: SQSClient;
  readonly dynamoDb: DynamoDBClient;
  /** Name of the CloudFormation stack. */
  readonly stack: string;
  /** Name of the ledger's table, where the stack has had more than one: it outlives the stack. */
  readonly table?: string | undefined;
}

/** Logical ids in serverless.yml. */
const TABLE_ID = 'LedgerTable';
const queueIds: Readonly<Record<EventType, string>> = {
  'task-completed': 'TaskCompletedQueue',
  'annotation-archive-updated': 'AnnotationArchiveUpdatedQueue',
  'input-data-zip-registered': 'InputDataZipRegisteredQueue',
  'project-copy-completed': 'ProjectCopyCompletedQueue',
};

/**
 * Finds the ledger and the queues of a stack by their names, which CloudFormation makes of the stack's name, the logical id
 * and something random. The dead letters are where the queue itself sends them.
 *
 * @throws Error when something is missing, or two could be meant
 */
export async function findDeployment({ sqs, dynamoDb, stack, table }: DeploymentOptions): Promise<Deployment> {
  const urls = await queueUrls(sqs, `${stack}-`);
  const found = async (eventType: EventType): Promise<Place> => {
    const queueUrl = theOne(urls, nameOfQueue, `${stack}-${queueIds[eventType]}`);
    return {
      eventType,
      queue: createQueue({ queueUrl, client: sqs }),
      deadLetters: createDeadLetters({ queueUrl: await deadLettersUrl(sqs, queueUrl), client: sqs }),
    };
  };
  const places = await Promise.all(EVENT_TYPES.map(found));
  const tableName = table ?? theOne(await tableNames(dynamoDb), (name) => name, `${stack}-${TABLE_ID}`);
  return { ledger: createLedger({ tableName, client: dynamoDb }), places };
}

export function placeOf({ places }: Deployment, eventType: EventType): Place {
  const place = places.find((candidate) => candidate.eventType === eventType);
  if (place === undefined) throw new Error(`There is no queue for ${eventType}`);
  return place;
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

/** The one that is called so, with CloudFormation's random end or, on one's own machine, without. */
function theOne(all: readonly string[], nameOf: (one: string) => string, name: string): string {
  const pattern = new RegExp(`^${name}(-[A-Za-z0-9]+)?$`);
  const [one, another] = all.filter((candidate) => pattern.test(nameOf(candidate)));
  if (one === undefined) {
    throw new Error(`There is no ${name} here. Are stage, region and account those of the deployment?`);
  }
  if (another !== undefined) {
    throw new Error(`There are two: ${nameOf(one)} and ${nameOf(another)}. Say with --table which one the stack uses.`);
  }
  return one;
}

function nameOfQueue(url: string): string {
  return url.slice(url.lastIndexOf('/') + 1);
}

async function deadLettersUrl(client: SQSClient, QueueUrl: string): Promise<string> {
  const command = new GetQueueAttributesCommand({ QueueUrl, AttributeNames: ['RedrivePolicy'] });
  const { Attributes } = await client.send(command);
  const policy: { deadLetterTargetArn?: unknown } = JSON.parse(Attributes?.RedrivePolicy ?? '{}');
  const arn = String(policy.deadLetterTargetArn ?? '');
  const QueueName = arn.slice(arn.lastIndexOf(':') + 1);
  if (QueueName === '') throw new Error(`${nameOfQueue(QueueUrl)} has no dead-letter queue`);
  const { QueueUrl: url = '' } = await client.send(new GetQueueUrlCommand({ QueueName }));
  return url;
}
