import type { LocalAws } from '../../aws/index.ts';
import { type Lookup, resolveIntrinsics } from './intrinsics.ts';
import type { ResourceDefinition, ServiceDefinition } from './serverless-file.ts';
import { fieldsAt } from './values.ts';

/** A service's queues, buckets and tables in the embedded AWS, by their logical ids. */
export interface Resources {
  readonly queues: Readonly<Record<string, CreatedQueue>>;
  /** Logical id → name. */
  readonly buckets: Readonly<Record<string, string>>;
  readonly tables: Readonly<Record<string, CreatedTable>>;
  readonly lookup: Lookup;
}

export interface CreatedTable {
  readonly name: string;
  readonly arn: string;
}

export interface CreatedQueue {
  readonly url: string;
  readonly arn: string;
  readonly visibilityTimeoutSeconds: number;
}

/** Queue attributes with the same name in CloudFormation and SQS. Other properties have no effect here. */
const QUEUE_ATTRIBUTES = ['DelaySeconds', 'MessageRetentionPeriod', 'ReceiveMessageWaitTimeSeconds'];
/** The default of SQS, in seconds. */
const DEFAULT_VISIBILITY = 30;

/**
 * Creates the resources of a service. Their names consist of service, stage and logical id, as in CloudFormation.
 *
 * @param refs what `!Ref` gives for others
 */
export async function createResources(
  service: ServiceDefinition,
  aws: LocalAws,
  refs: Readonly<Record<string, string>> = {},
): Promise<Resources> {
  const queues: Record<string, CreatedQueue> = {};
  const buckets: Record<string, string> = {};
  const tables: Record<string, CreatedTable> = {};
  const nameOf = (logicalId: string) => `${service.name}-${service.stage}-${logicalId}`;
  const lookup: Lookup = {
    ref: (name) =>
      queues[name]?.url ?? buckets[name] ?? tables[name]?.name ?? refs[name] ?? pseudoParameter(name, service.region),
    getAtt: (id, attribute) =>
      attribute === 'Arn' ? (queues[id]?.arn ?? tables[id]?.arn ?? bucketArn(buckets[id])) : undefined,
  };

  for (const { logicalId } of service.buckets) {
    const name = nameOf(logicalId).toLowerCase();
    await aws.createBucket(name);
    buckets[logicalId] = name;
  }
  for (const { logicalId, properties } of service.tables) {
    const name = nameOf(logicalId);
    tables[logicalId] = { name, ...(await aws.createTable(name, properties)) };
  }
  for (const { logicalId, properties } of deadLetterQueuesFirst(service.queues)) {
    const visibility = Number(properties['VisibilityTimeout'] ?? DEFAULT_VISIBILITY);
    const { url, arn } = await aws.createQueue(nameOf(logicalId), {
      VisibilityTimeout: String(visibility),
      ...attributesOf(properties, lookup),
    });
    queues[logicalId] = { url, arn, visibilityTimeoutSeconds: visibility };
  }
  return { queues, buckets, tables, lookup };
}

/** A dead-letter queue has to exist before the queue that refers to it. */
function deadLetterQueuesFirst(queues: readonly ResourceDefinition[]): ResourceDefinition[] {
  const redrives = ({ properties }: ResourceDefinition) => Number('RedrivePolicy' in properties);
  return queues.toSorted((a, b) => redrives(a) - redrives(b));
}

function attributesOf(properties: ResourceDefinition['properties'], lookup: Lookup): Record<string, string> {
  const attributes: Record<string, string> = {};
  for (const name of QUEUE_ATTRIBUTES) if (name in properties) attributes[name] = String(properties[name]);
  if ('RedrivePolicy' in properties) {
    const policy = fieldsAt(resolveIntrinsics(properties['RedrivePolicy'], lookup), 'RedrivePolicy');
    attributes['RedrivePolicy'] = JSON.stringify(policy);
  }
  return attributes;
}

function bucketArn(name: string | undefined): string | undefined {
  return name === undefined ? undefined : `arn:aws:s3:::${name}`;
}

function pseudoParameter(name: string, region: string): string | undefined {
  const values: Readonly<Record<string, string>> = {
    'AWS::Region': region,
    'AWS::AccountId': '000000000000',
    'AWS::Partition': 'aws',
    'AWS::URLSuffix': 'amazonaws.com',
  };
  return values[name];
}
