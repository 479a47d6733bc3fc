import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { startFunctionProcess } from '../../local/lambda/processes/function-process.ts';
import { LOCAL_TIME_LIMITS } from '../../local/time-limits.ts';
import { unpackBundle } from '../support/unpack-bundle.ts';
import type { DeployedResource, DeployedStack } from './deploy.ts';

/** A function of the deployed stack, run from its bundle with the environment that the stack gave it. */
export interface DeployedFunction extends AsyncDisposable {
  invoke(event: unknown): Promise<unknown>;
}

/** A deployed stack with its package. */
export interface Deployment {
  readonly stack: DeployedStack;
  /** The URL of moto. */
  readonly url: string;
  /** The folder of the package. */
  readonly folder: string;
  readonly region: string;
}

/**
 * @param id the function's id in the template without the suffix of the framework: `ReceiveWebhook`
 * @param env overrides the environment of the stack
 */
export async function startDeployedFunction(
  id: string,
  deployment: Deployment,
  env: Readonly<Record<string, string>> = {},
): Promise<DeployedFunction> {
  const { url, folder, region } = deployment;
  const found = foundOf(deployment.stack.resources[`${id}LambdaFunction`]);
  const name = String(found['FunctionName']);
  const root = await mkdtemp(join(tmpdir(), 'annofab-functions-deployed-'));
  const bundle = await unpackBundle(join(folder, `${id.charAt(0).toLowerCase()}${id.slice(1)}.zip`), root);
  const handler = `${basename(bundle, '.cjs')}.handler`;
  const lines: string[] = [];
  const process = startFunctionProcess({
    definition: {
      ...{ key: id, fullName: name, name, handler, runtime: String(found['Runtime']), memoryMegabytes: 512 },
      ...{
        timeoutMs: LOCAL_TIME_LIMITS.minTimeoutSeconds * 1_000,
        environment: {},
        routes: [],
        sources: [],
        schedules: [],
      },
    },
    root,
    env: {
      ...variablesOf(found, url),
      ...LOCAL_TIME_LIMITS.env,
      ...env,
      ...{ LAMBDA_TASK_ROOT: '.', _HANDLER: handler, AWS_LAMBDA_FUNCTION_NAME: name },
      ...{ AWS_LAMBDA_FUNCTION_MEMORY_SIZE: '512' },
      ...{ AWS_LAMBDA_LOG_GROUP_NAME: name, AWS_LAMBDA_LOG_STREAM_NAME: 'moto' },
      ...{ AWS_REGION: region, AWS_ACCESS_KEY_ID: 'moto', AWS_SECRET_ACCESS_KEY: 'moto', AWS_ENDPOINT_URL: url },
    },
    log: ({ text }) => lines.push(text),
  });
  const failed = (cause: unknown) => {
    throw new Error(`${name} failed and logged:\n${lines.join('\n')}`, { cause });
  };
  return {
    invoke: (event) => process.invoke(event).catch(failed),
    async [Symbol.asyncDispose]() {
      await process.kill();
      await rm(root, { recursive: true });
    },
  };
}

function foundOf(resource: DeployedResource | undefined): Readonly<Record<string, unknown>> {
  if (!resource?.found) throw new Error('The stack has no such function');
  return resource.found;
}

/** The SDK sends to the URL of a queue, and moto's queue URLs point to AWS. */
function variablesOf({ Environment }: Readonly<Record<string, unknown>>, url: string): Record<string, string> {
  const { Variables } = Object(Environment);
  return Object.fromEntries(
    Object.entries(Variables).map(([name, value]) => [
      name,
      String(value).replace(/^https:\/\/sqs\.[a-z0-9-]+\.amazonaws\.com/, url),
    ]),
  );
}
