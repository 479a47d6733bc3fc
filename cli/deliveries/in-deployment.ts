import { readFile } from 'node:fs/promises';
import { Agent as HttpAgent } from 'node:http';
import { Agent as HttpsAgent } from 'node:https';
import { setTimeout as sleep } from 'node:timers/promises';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { SQSClient } from '@aws-sdk/client-sqs';
import { parseDocument } from 'yaml';
import { sdkOptions } from '../../lib/aws/sdk-options.ts';
import { interrupted } from '../signals.ts';
import { type DeadDeliveries, findDead } from './dead-deliveries.ts';
import { type Deployment, findDeployment } from './deployment.ts';
import { unseenText } from './output.ts';

/** Identifies a deployment. */
export interface DeploymentName {
  readonly stage: string;
  readonly region: string;
  readonly table?: string;
  /** The AWS address of the local stack, instead of stage and region. */
  readonly local?: string;
}

/** The input of a command. The messages of `dead` are held until the command has ended. */
export interface Opened {
  readonly deployment: Deployment;
  readonly dead: DeadDeliveries;
}

/** The longest wait after Ctrl-C. */
const RELEASE_TIMEOUT_MS = 5_000;

/**
 * Collects the dead deliveries, and prints what `work` returns. The messages that were received are always released: after an
 * error, when nobody reads the output, and on Ctrl-C.
 */
export async function inDeployment(name: DeploymentName, work: (opened: Opened) => Promise<string>): Promise<void> {
  const deployment = await openDeployment(name);
  const releaseAll = () => Promise.all(deployment.queues.map(({ deadLetterQueue }) => deadLetterQueue.releaseAll()));
  void interrupted().then(async () => {
    await Promise.race([releaseAll(), sleep(RELEASE_TIMEOUT_MS)]);
    process.exit(130);
  });
  const { text, unseen } = await run(deployment, work).finally(releaseAll);
  if (unseen !== '') console.error(unseen);
  console.log(text);
}

/** The ledger and the queues of a deployment. @throws Error when they are not there */
export async function openDeployment(name: DeploymentName): Promise<Deployment> {
  const stack = `${await serviceName()}-${name.local === undefined ? name.stage : 'local'}`;
  return findDeployment({ ...clientsFor(name), stack, table: name.table });
}

async function run(deployment: Deployment, work: (opened: Opened) => Promise<string>) {
  const dead = await findDead(deployment);
  return { text: await work({ deployment, dead }), unseen: unseenText(dead.unseen) };
}

/** The credentials are those of the SDK's default chain; the local stack accepts any. */
function clientsFor({ region, local }: DeploymentName) {
  const credentials = { accessKeyId: 'local', secretAccessKey: 'local' };
  const options = sdkOptions({ timeoutMs: 10_000 });
  const client = {
    region,
    ...options,
    ...(local === undefined
      ? { requestHandler: { ...options.requestHandler, ...proxyAgents() } }
      : { endpoint: local, credentials }),
  };
  return { sqs: new SQSClient(client), dynamoDb: new DynamoDBClient(client) };
}

/** Agents that honour `HTTPS_PROXY`, `HTTP_PROXY` and `NO_PROXY`, as the client of Annofab does: the SDK's own do not. */
function proxyAgents() {
  const options = { keepAlive: true, proxyEnv: process.env };
  return { httpAgent: new HttpAgent(options), httpsAgent: new HttpsAgent(options) };
}

async function serviceName(): Promise<string> {
  const text = await readFile(new URL('../../serverless.yml', import.meta.url), 'utf8');
  return String(parseDocument(text, { logLevel: 'silent' }).get('service'));
}
