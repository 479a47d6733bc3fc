import { dirname, resolve } from 'node:path';
import type { LogSink } from './logs.ts';
import { DEFAULT_PROCESSES, type LambdaHostOptions } from './options.ts';
import { createFunctionPool, type FunctionPool } from './processes/function-pool.ts';
import { bundleHandlers, handlerFiles } from './processes/handler-bundles.ts';
import { type Reload, type Reloader, startReloader } from './reload/reloader.ts';
import { scheduledEvent } from './schedules.ts';
import { type Lookup, resolveIntrinsics } from './serverless-file/intrinsics.ts';
import type { FunctionDefinition } from './serverless-file/serverless-file.ts';
import { fieldsAt } from './serverless-file/values.ts';

/** The functions of a service, each with its pool of processes. */
export interface Functions {
  /** How many invocations run now. */
  readonly running: number;
  /** How many invocations have begun so far. */
  readonly begun: number;
  /** Creates the pools, once the values that the functions' environment refers to are known. */
  start(lookup: Lookup): void;
  /** @throws FunctionError when the function fails */
  invoke(functionName: string, event?: unknown): Promise<unknown>;
  kill(functionName: string): boolean;
  /** Reloads functions when their files change, until they are stopped. */
  reloadOnChange(onReload: (reload: Reload) => void): void;
  stop(): Promise<void>;
}

export function createFunctions(
  definitions: readonly FunctionDefinition[],
  options: LambdaHostOptions & { readonly serverlessFile: string },
  log: LogSink,
): Functions {
  const { region } = options.aws;
  const pools = new Map<string, FunctionPool>();
  const root = dirname(resolve(options.serverlessFile));
  const handlers = handlerFiles(
    root,
    definitions.map(({ handler }) => handler),
  );
  const bundles = bundleHandlers(handlers);
  let reloader: Reloader | undefined;
  let running = 0;
  let begun = 0;

  function find(functionName: string): FunctionDefinition {
    const definition = definitions.find(({ name, key }) => name === functionName || key === functionName);
    if (definition === undefined) throw new Error(`There is no function ${functionName}`);
    return definition;
  }

  function findPool(functionName: string): FunctionPool {
    const pool = pools.get(find(functionName).name);
    if (pool === undefined) throw new Error(`${functionName} has not been started yet`);
    return pool;
  }

  return {
    get running() {
      return running;
    },
    get begun() {
      return begun;
    },
    start(lookup) {
      const { maxProcesses = DEFAULT_PROCESSES, wholeErrors = false } = options;
      for (const definition of definitions) {
        const env = environmentOf(definition, lookup, options);
        const bundle = bundles.then(({ find }) => find(definition.handler));
        const pool = createFunctionPool({ definition, root, bundle, env, log, maxProcesses, wholeErrors });
        pools.set(definition.name, pool);
      }
    },
    async invoke(functionName, event) {
      const { name, schedules } = find(functionName);
      const pool = findPool(functionName);
      const defaultEvent = schedules.length > 0 ? scheduledEvent(name, region) : {};
      running += 1;
      begun += 1;
      try {
        return await pool.invoke(event ?? defaultEvent);
      } finally {
        running -= 1;
      }
    },
    kill: (functionName) => findPool(functionName).kill(),
    reloadOnChange(onReload) {
      const replace = (name: string, bundle: string | undefined) => findPool(name).replace(bundle);
      const startFiles = [resolve(options.serverlessFile), ...(options.startFiles ?? [])];
      reloader ??= startReloader({ handlers, bundles, functions: definitions, replace, startFiles, onReload });
    },
    async stop() {
      // The reloader first: it would report code as broken when its process is ended while it loads.
      await Promise.all([reloader?.close(), ...[...pools.values()].map((pool) => pool.stop())]);
    },
  };
}

function environmentOf(
  definition: FunctionDefinition,
  lookup: Lookup,
  { aws, env }: LambdaHostOptions,
): Record<string, string> {
  const ofFile = fieldsAt(resolveIntrinsics(definition.environment, lookup), `${definition.name}: environment`);
  return {
    ...Object.fromEntries(Object.entries(ofFile).map(([name, value]) => [name, String(value)])),
    ...aws.env,
    ...env,
    ...reservedVariables(definition, aws.region),
  };
}

/** The variables that Lambda itself sets. */
function reservedVariables({ fullName, name, handler, runtime, memoryMegabytes }: FunctionDefinition, region: string) {
  return {
    // On AWS the access key of the function's role; here it only tells the embedded AWS which function calls.
    AWS_ACCESS_KEY_ID: name,
    _HANDLER: handler,
    LAMBDA_TASK_ROOT: '.',
    TZ: 'UTC',
    AWS_REGION: region,
    AWS_DEFAULT_REGION: region,
    AWS_EXECUTION_ENV: `AWS_Lambda_${runtime}`,
    AWS_LAMBDA_FUNCTION_NAME: fullName,
    AWS_LAMBDA_FUNCTION_VERSION: '$LATEST',
    AWS_LAMBDA_FUNCTION_MEMORY_SIZE: String(memoryMegabytes),
    AWS_LAMBDA_INITIALIZATION_TYPE: 'on-demand',
    AWS_LAMBDA_LOG_GROUP_NAME: `/aws/lambda/${fullName}`,
    AWS_LAMBDA_LOG_STREAM_NAME: 'local',
  };
}
