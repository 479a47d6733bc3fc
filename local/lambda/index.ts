import { dirname, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { GetQueueAttributesCommand, SQSClient } from '@aws-sdk/client-sqs';
import type { LocalAws } from '../aws/index.ts';
import { createFunctionPool, type FunctionPool } from './function-pool.ts';
import { startHttpGateway } from './http-gateway.ts';
import { type Lookup, resolveIntrinsics } from './intrinsics.ts';
import type { LogLine, LogSink } from './logs.ts';
import { type PollerOptions, startQueuePoller } from './queue-poller.ts';
import { createResources } from './resources.ts';
import { scheduledEvent, startSchedules } from './schedules.ts';
import { type FunctionDefinition, readServerlessFile } from './serverless-file.ts';
import { fieldsAt, textAt } from './values.ts';

export { formatLogLine } from './format-log.ts';
export type { LogLine, LogSink } from './logs.ts';
export type { FunctionDefinition } from './serverless-file.ts';

export interface LambdaHostOptions {
  /** Functions, routes, queues, schedules, timeouts and environment are read from it. Default `serverless.yml`. */
  readonly serverlessFile?: string;
  readonly aws: LocalAws;
  /** For all functions, over what the file says. */
  readonly env?: Readonly<Record<string, string>>;
  /** Over the file's own `params`. */
  readonly params?: Readonly<Record<string, string | number>>;
  /** Default `local`. */
  readonly stage?: string;
  /** Of the HTTP API; a free one by default. */
  readonly httpPort?: number;
  /** How many processes a function gets at most. Default 4. */
  readonly maxProcesses?: number;
  /** Gives a failed message again after so many seconds, instead of 6 × the function's timeout. For tests. */
  readonly retryAfterFailureSeconds?: number;
  /** By the function's name: what is to be otherwise than in the file. */
  readonly overrides?: Readonly<Record<string, FunctionOverride>>;
  /** Called with each line that a function writes. */
  readonly onLog?: LogSink;
}

export interface FunctionOverride {
  /** As in the file: `functions/on-task-completed.handler`. */
  readonly handler?: string;
  readonly timeoutSeconds?: number;
}

/** The functions of a serverless.yml, running on this machine. */
export interface LambdaHost {
  /** Of the HTTP API, without a slash at its end. */
  readonly url: string;
  readonly functions: readonly FunctionDefinition[];
  /** Logical id → URL, dead-letter queues too. */
  readonly queues: Readonly<Record<string, string>>;
  /** Logical id → name. */
  readonly buckets: Readonly<Record<string, string>>;
  /** Logical id → name. */
  readonly tables: Readonly<Record<string, string>>;
  /** How many invocations have begun so far. */
  readonly invocations: number;
  /** The last lines that the functions wrote, oldest first. An invocation that has ended has all of its lines here. */
  readonly logs: readonly LogLine[];
  /**
   * Runs a function at once, by its name (`on-task-completed`) or its key in the file. Without an event, a function with
   * a schedule gets what its schedule would give it.
   *
   * @throws FunctionError when the function fails
   */
  invoke(functionName: string, event?: unknown): Promise<unknown>;
  /** Kills a process (SIGKILL) that works on an event, as a crash would. @returns whether there was one */
  kill(functionName: string): boolean;
  /** How many messages the queues hold that feed functions. */
  backlog(): Promise<Backlog>;
  /**
   * Resolves when nothing is under way: no function runs, no message is ready. Messages that wait for a delay, or to be
   * retried after a failure, are waited for only with `delayed`.
   */
  settled(o?: { delayed?: boolean }): Promise<void>;
  stop(): Promise<void>;
}

/** Messages, by whether they can be received. */
export interface Backlog {
  readonly visible: number;
  /** With a function, or to be retried. */
  readonly hidden: number;
  readonly delayed: number;
}

const KEPT_LOG_LINES = 10_000;
const SETTLED_POLL_MS = 20;

/**
 * Runs a service's functions as AWS would: each in processes of its own that stay warm, fed by its routes, queues and
 * schedules.
 *
 * @example
 * const host = await startLambdaHost({ aws, env: { ANNOFAB_ENDPOINT_URL: annofab.url } });
 * await fetch(`${host.url}/webhooks/annofab/task-completed`, { method: 'POST', headers, body });
 * await host.settled();
 */
export async function startLambdaHost(options: LambdaHostOptions): Promise<LambdaHost> {
  const { aws, serverlessFile = 'serverless.yml', stage = 'local', params = {}, httpPort = 0 } = options;
  const file = await readServerlessFile(serverlessFile, { stage, region: aws.region, params });
  const service = { ...file, functions: file.functions.map((definition) => overridden(definition, options)) };
  const resources = await createResources(service, aws);
  const logs: LogLine[] = [];
  const pools = new Map<string, FunctionPool>();
  const sqs = new SQSClient({
    endpoint: aws.sqsUrl,
    region: aws.region,
    credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
    maxAttempts: 1,
  });
  let running = 0;
  let started = 0;

  // What can be wrong in the file is found before anything runs.
  const sources = service.functions.flatMap(sourcesOf);
  // A scheduled run has nobody who waits for its result: a failure stands in the log.
  const schedules = startSchedules(
    service.functions,
    (name, event) => void invoke(name, event).catch(() => undefined),
    aws.region,
  );
  const gateway = await startHttpGateway({ port: httpPort, functions: service.functions, invoke }).catch(giveUp);
  try {
    createPools({ ...resources.lookup, httpApiUrl: gateway.url });
  } catch (error) {
    await gateway.stop();
    giveUp(error);
  }
  const pollers = sources.map(startQueuePoller);

  return {
    url: gateway.url,
    functions: service.functions,
    queues: Object.fromEntries(Object.entries(resources.queues).map(([id, { url }]) => [id, url])),
    buckets: resources.buckets,
    tables: Object.fromEntries(Object.entries(resources.tables).map(([id, { name }]) => [id, name])),
    get invocations() {
      return started;
    },
    logs,
    invoke,
    kill: (functionName) => findPool(functionName).kill(),
    async backlog() {
      const counts = await Promise.all(pollers.map(({ queueUrl }) => countMessages(sqs, queueUrl)));
      const sum = (of: keyof Backlog) => counts.reduce((total, count) => total + count[of], 0);
      return { visible: sum('visible'), hidden: sum('hidden'), delayed: sum('delayed') };
    },
    async settled({ delayed = false } = {}) {
      while (!(await isSettled(delayed))) await sleep(SETTLED_POLL_MS);
    },
    async stop() {
      schedules.stop();
      await gateway.stop();
      const stoppedPollers = pollers.map((poller) => poller.stop());
      await Promise.all([...pools.values()].map((pool) => pool.stop()));
      await Promise.all(stoppedPollers);
      sqs.destroy();
    },
  };

  function giveUp(error: unknown): never {
    schedules.stop();
    sqs.destroy();
    throw error;
  }

  function createPools(lookup: Lookup): void {
    const root = dirname(resolve(serverlessFile));
    const { maxProcesses = 4 } = options;
    for (const definition of service.functions) {
      const env = functionEnvironment(definition, lookup, options);
      pools.set(definition.name, createFunctionPool({ definition, root, env, log, maxProcesses }));
    }
  }

  function log(line: LogLine): void {
    logs.push(line);
    if (logs.length > KEPT_LOG_LINES) logs.shift();
    options.onLog?.(line);
  }

  function find(functionName: string): FunctionDefinition {
    const definition = service.functions.find(({ name, key }) => name === functionName || key === functionName);
    if (definition === undefined) throw new Error(`There is no function ${functionName}`);
    return definition;
  }

  function findPool(functionName: string): FunctionPool {
    const pool = pools.get(find(functionName).name);
    if (pool === undefined) throw new Error(`${functionName} does not run yet`);
    return pool;
  }

  async function invoke(functionName: string, event?: unknown): Promise<unknown> {
    const definition = find(functionName);
    const pool = findPool(functionName);
    const otherwise = definition.schedules.length > 0 ? scheduledEvent(definition.name, aws.region) : {};
    running += 1;
    started += 1;
    try {
      return await pool.invoke(event ?? otherwise);
    } finally {
      running -= 1;
    }
  }

  function sourcesOf({ name, sources }: FunctionDefinition): PollerOptions[] {
    return sources.map(({ arn, batchSize, maximumConcurrency, reportsFailures }) => {
      const queueArn = textAt(resolveIntrinsics(arn, resources.lookup), `The queue of ${name}`);
      const queue = Object.values(resources.queues).find((created) => created.arn === queueArn);
      if (queue === undefined) throw new Error(`${queueArn}, which feeds ${name}, is not a queue of this file`);
      return {
        sqs,
        queue,
        region: aws.region,
        batchSize,
        // Messages that no process is free for had better stay in the queue.
        maximumConcurrency: Math.min(maximumConcurrency ?? Number.POSITIVE_INFINITY, options.maxProcesses ?? 4),
        reportsFailures,
        retryAfterFailureSeconds: options.retryAfterFailureSeconds,
        invoke: (event) => invoke(name, event),
      };
    });
  }

  async function isSettled(withDelayed: boolean): Promise<boolean> {
    if (running > 0) return false;
    const startedBefore = started;
    for (const poller of pollers) {
      const { visible, hidden, delayed } = await countMessages(sqs, poller.queueUrl);
      const waiting = withDelayed ? 0 : poller.waitingForRetry();
      if (visible > 0 || poller.inFlight > 0 || hidden > waiting || (withDelayed && delayed > 0)) return false;
    }
    // What ran while we counted may have put a message where we had counted already.
    return started === startedBefore;
  }
}

function overridden(definition: FunctionDefinition, { overrides = {} }: LambdaHostOptions): FunctionDefinition {
  const { handler = definition.handler, timeoutSeconds } = overrides[definition.name] ?? {};
  return {
    ...definition,
    handler,
    timeoutMs: timeoutSeconds === undefined ? definition.timeoutMs : timeoutSeconds * 1000,
  };
}

function functionEnvironment(
  definition: FunctionDefinition,
  lookup: Lookup,
  { aws, env }: LambdaHostOptions,
): Record<string, string> {
  const own = fieldsAt(resolveIntrinsics(definition.environment, lookup), `${definition.name}: environment`);
  return {
    ...Object.fromEntries(Object.entries(own).map(([name, value]) => [name, String(value)])),
    ...aws.env,
    ...env,
    ...reservedVariables(definition, aws.region),
  };
}

/** What Lambda itself sets. */
function reservedVariables({ fullName, name, handler, runtime, memoryMegabytes }: FunctionDefinition, region: string) {
  return {
    // The keys of its role: here they only say who calls.
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

async function countMessages(sqs: SQSClient, QueueUrl: string): Promise<Backlog> {
  const AttributeNames = [
    'ApproximateNumberOfMessages',
    'ApproximateNumberOfMessagesNotVisible',
    'ApproximateNumberOfMessagesDelayed',
  ] as const;
  const { Attributes = {} } = await sqs.send(
    new GetQueueAttributesCommand({ QueueUrl, AttributeNames: [...AttributeNames] }),
  );
  const [visible, hidden, delayed] = AttributeNames.map((name) => Number(Attributes[name] ?? 0));
  return { visible: visible ?? 0, hidden: hidden ?? 0, delayed: delayed ?? 0 };
}
