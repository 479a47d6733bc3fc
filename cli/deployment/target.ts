import { readFile } from 'node:fs/promises';
import { Agent as HttpAgent } from 'node:http';
import { Agent as HttpsAgent } from 'node:https';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { SQSClient } from '@aws-sdk/client-sqs';
import { parseDocument } from 'yaml';
import { sdkOptions } from '../../lib/aws/sdk-options.ts';
import { LOCAL_STAGE } from '../../local/names.ts';
import type { DeploymentOptions } from '../options.ts';
import { type Deployment, findDeployment } from './deployment.ts';
import { findStack, type RunningStack } from './running-stacks.ts';
import { stageSettings } from './stage-settings.ts';

/** Where a deployment is: a stage in AWS, or the stack of `npm start`. */
export interface Target {
  /** The name of the CloudFormation stack. */
  readonly stack: string;
  readonly stage: string;
  /** The name in serverless.yml. */
  readonly service: string;
  /** For the clients of the AWS SDK. */
  readonly sdk: SdkOptions;
  /** Absent for AWS, and for an embedded AWS that another program started. */
  readonly running?: RunningStack;
}

type SdkOptions = ReturnType<typeof localOptions> | Awaited<ReturnType<typeof awsOptions>>;

const DEFAULT_REGION = 'ap-northeast-1';

/** The target that the options name. @throws Error when `--local` finds no stack, or several */
export async function openTarget({ stage, region, local }: DeploymentOptions): Promise<Target> {
  const service = await serviceName();
  if (local === undefined) return { service, stack: `${service}-${stage}`, stage, sdk: await awsOptions(region) };
  const running = await findStack(local);
  return {
    service,
    stack: `${service}-${LOCAL_STAGE}`,
    stage: LOCAL_STAGE,
    sdk: localOptions(running?.aws.sqs_url ?? local),
    ...(running !== undefined && { running }),
  };
}

/** The ledger and the queues of a deployment. @throws Error when they are not there */
export async function openDeployment(options: DeploymentOptions & { readonly table?: string }): Promise<Deployment> {
  const target = await openTarget(options);
  return deploymentOf(target, options.table);
}

/** @param given the name of the ledger's table; by default that of settings/<stage>.yml, or the one of the stack */
export async function deploymentOf({ stack, stage, sdk }: Target, given?: string): Promise<Deployment> {
  const table = given ?? (stage === LOCAL_STAGE ? undefined : (await stageSettings(stage)).ledgerTable);
  return findDeployment({ sqs: new SQSClient(sdk), dynamoDb: new DynamoDBClient(sdk), stack, table });
}

/** The embedded AWS accepts any credentials. */
function localOptions(endpoint: string) {
  const credentials = { accessKeyId: 'local', secretAccessKey: 'local' };
  return { ...sdkOptions({ timeoutMs: TIMEOUT_MS }), region: DEFAULT_REGION, endpoint, credentials };
}

const TIMEOUT_MS = 10_000;

/** The credentials and the region are those of the SDK's default chain. */
async function awsOptions(given: string | undefined) {
  const options = sdkOptions({ timeoutMs: TIMEOUT_MS });
  const region = given ?? (await new SQSClient({}).config.region().catch(() => DEFAULT_REGION));
  return { ...options, region, requestHandler: { ...options.requestHandler, ...proxyAgents() } };
}

/** Agents that honour `HTTPS_PROXY`, `HTTP_PROXY` and `NO_PROXY`, as the client of Annofab does: the SDK's own do not. */
function proxyAgents() {
  const options = { keepAlive: true, proxyEnv: process.env };
  return { httpAgent: new HttpAgent(options), httpsAgent: new HttpsAgent(options) };
}

async function serviceName(): Promise<string> {
  const text = await readFile(new URL('../../serverless.yml', import.meta.url), 'utf8');
  // To parse the whole file takes every command 20 ms.
  const [line = ''] = /^service:.*$/m.exec(text) ?? [];
  return String(parseDocument(line).get('service'));
}
