import { readFile } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { SQSClient } from '@aws-sdk/client-sqs';
import { parseDocument } from 'yaml';
import { sdkOptions } from '../../lib/aws/sdk-options.ts';
import { interrupted } from '../interrupted.ts';
import { type DeadDeliveries, findDead } from './dead-deliveries.ts';
import { type Deployment, findDeployment } from './deployment.ts';
import { unseenText } from './output.ts';

/** Which deployment is meant. */
export interface DeploymentName {
  readonly stage: string;
  readonly region: string;
  readonly table?: string;
  /** The address of the local stack's AWS, instead of stage and region. */
  readonly local?: string;
}

/** What a command works with. The messages of `dead` are held until it has ended. */
export interface Opened {
  readonly deployment: Deployment;
  readonly dead: DeadDeliveries;
}

/** Whoever presses Ctrl-C does not wait longer. */
const PATIENCE_MS = 5_000;

/**
 * Collects what is dead, works on it, and prints what `work` returns. The messages that were looked at are given back
 * whatever happens: when something fails, when nobody reads what is printed, and on Ctrl-C.
 */
export async function inDeployment(name: DeploymentName, work: (opened: Opened) => Promise<string>): Promise<void> {
  const stack = `${await serviceName()}-${name.local === undefined ? name.stage : 'local'}`;
  const deployment = await findDeployment({ ...clientsFor(name), stack, table: name.table });
  const giveBack = () => Promise.all(deployment.places.map(({ deadLetters }) => deadLetters.giveBack()));
  void interrupted().then(async () => {
    await Promise.race([giveBack(), sleep(PATIENCE_MS)]);
    process.exit(130);
  });
  const { text, unseen } = await worked(deployment, work).finally(giveBack);
  if (unseen !== '') console.error(unseen);
  console.log(text);
}

async function worked(deployment: Deployment, work: (opened: Opened) => Promise<string>) {
  const dead = await findDead(deployment);
  return { text: await work({ deployment, dead }), unseen: unseenText(dead.unseen) };
}

/** Credentials come from where the SDK looks for them; the local stack takes any. */
function clientsFor({ region, local }: DeploymentName) {
  const credentials = { accessKeyId: 'local', secretAccessKey: 'local' };
  const client = {
    region,
    ...sdkOptions({ timeoutMs: 10_000 }),
    ...(local !== undefined && { endpoint: local, credentials }),
  };
  return { sqs: new SQSClient(client), dynamoDb: new DynamoDBClient(client) };
}

async function serviceName(): Promise<string> {
  const text = await readFile(new URL('../../serverless.yml', import.meta.url), 'utf8');
  return String(parseDocument(text, { logLevel: 'silent' }).get('service'));
}
