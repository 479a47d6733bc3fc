import { setTimeout as sleep } from 'node:timers/promises';
import { SQSClient } from '@aws-sdk/client-sqs';
import { type Backlog, countBacklog, isIdle } from './backlog.ts';
import { createFunctions, type Functions } from './functions.ts';
import { GATEWAY_TIMEOUT_MS, startHttpGateway } from './http-gateway.ts';
import type { LogLine } from './logs.ts';
import { DEFAULT_PROCESSES, type LambdaHostOptions } from './options.ts';
import { type PollerOptions, startQueuePoller } from './queue-poller.ts';
import { startSchedules } from './schedules.ts';
import { resolveIntrinsics } from './serverless-file/intrinsics.ts';
import { createResources, type Resources } from './serverless-file/resources.ts';
import { type FunctionDefinition, readServerlessFile } from './serverless-file/serverless-file.ts';
import { textAt } from './serverless-file/values.ts';

export { clockTime, formatLogLine, logLineAsJson } from './format-log.ts';
export type { LogLine, LogSink } from './logs.ts';
export type { LambdaHostOptions } from './options.ts';
export type { Reload } from './reload/reloader.ts';
export type { FunctionDefinition } from './serverless-file/serverless-file.ts';

/** The functions of a serverless.yml, running on this machine. */
export interface LambdaHost {
  /** Base URL of the HTTP API, without a trailing slash. */
  readonly url: string;
  readonly functions: readonly FunctionDefinition[];
  /** Logical id → URL, dead-letter queues included. */
  readonly queues: Readonly<Record<string, string>>;
  /** Logical id → name. */
  readonly buckets: Readonly<Record<string, string>>;
  /** Logical id → name. */
  readonly tables: Readonly<Record<string, string>>;
  /** How many invocations have begun so far. */
  readonly invocations: number;
  /** The last lines that the functions wrote, oldest first. All lines of an invocation are here when it has ended. */
  readonly logs: readonly LogLine[];
  /**
   * Runs a function at once, by its name (`on-task-completed`) or its key in the file. Without an event, a function with
   * a schedule gets the event of its schedule.
   *
   * @throws FunctionError when the function fails
   */
  invoke(functionName: string, event?: unknown): Promise<unknown>;
  /** Kills a process (SIGKILL) that works on an event, as a crash would. @returns whether there was one */
  kill(functionName: string): boolean;
  /** Counts the messages in the queues that feed functions. */
  backlog(): Promise<Backlog>;
  /**
   * Resolves when no function runs and no message is ready. Messages that wait for a delay, or to be retried after a
   * failure, are waited for only with `delayed`.
   */
  settled(o?: { delayed?: boolean }): Promise<void>;
  stop(): Promise<void>;
}

const KEPT_LOG_LINES = 10_000;
/** Each look asks SQS for the messages of every queue, so that the looks get rarer while nothing happens. */
const SETTLED_POLL_MS = { first: 5, longest: 100, growth: 1.5 };

/**
 * Runs a service's functions as AWS would: each in its own processes, which stay warm, fed by its routes, queues and
 * schedules.
 *
 * @example
 * const host = await startLambdaHost({ aws, env: { ANNOFAB_ENDPOINT_URL: annofab.url } });
 * await fetch(`${host.url}/webhooks/annofab/task-completed`, { method: 'POST', headers, body });
 * await host.settled();
 */
export async function startLambdaHost(options: LambdaHostOptions): Promise<LambdaHost> {
  const { aws, serverlessFile = 'serverless.yml', stage = 'local', params = {}, settings = {}, httpPort = 0 } = options;
  const { minTimeoutSeconds = 0 } = options;
  const file = await readServerlessFile(serverlessFile, { stage, region: aws.region, params, settings });
  const service = { ...file, functions: file.functions.map((definition) => overridden(definition, options)) };
  const resources = await createResources(service, aws, options.refs);
  const logs = createLogs(options);
  const functions = createFunctions(service.functions, { ...options, serverlessFile }, logs.add);
  const sqs = new SQSClient({
    endpoint: aws.sqsUrl,
    region: aws.region,
    credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
    maxAttempts: 1,
  });

  // Mistakes in the file are found before anything runs.
  const sources = service.functions.flatMap((definition) =>
    sourcesOf(definition, { sqs, resources, functions, options }),
  );
  // Nothing waits for the result of a scheduled run: its failure is in the log.
  const schedules = startSchedules(
    service.functions,
    (name, event) => void functions.invoke(name, event).catch(() => undefined),
    aws.region,
  );
  const abort = (error: unknown): never => {
    schedules.stop();
    sqs.destroy();
    throw error;
  };
  const { invoke } = functions;
  const timeoutMs = Math.max(GATEWAY_TIMEOUT_MS, minTimeoutSeconds * 1_000);
  const gateway = await startHttpGateway({ port: httpPort, functions: service.functions, invoke, timeoutMs }).catch(
    abort,
  );
  try {
    functions.start({ ...resources.lookup, httpApiUrl: gateway.url });
  } catch (error) {
    await gateway.stop();
    abort(error);
  }
  if (options.onReload !== undefined) functions.reloadOnChange(options.onReload);
  const pollers = sources.map(startQueuePoller);

  return {
    url: gateway.url,
    functions: service.functions,
    queues: Object.fromEntries(Object.entries(resources.queues).map(([id, { url }]) => [id, url])),
    buckets: resources.buckets,
    tables: Object.fromEntries(Object.entries(resources.tables).map(([id, { name }]) => [id, name])),
    get invocations() {
      return functions.begun;
    },
    logs: logs.lines,
    invoke,
    kill: functions.kill,
    backlog: () => countBacklog(sqs, pollers),
    async settled({ delayed = false } = {}) {
      const { first, longest, growth } = SETTLED_POLL_MS;
      let [wait, begun] = [first, functions.begun];
      while (!(await isIdle({ sqs, pollers, functions }, { delayed }))) {
        await sleep(wait);
        wait = functions.begun === begun ? Math.min(wait * growth, longest) : first;
        begun = functions.begun;
      }
    },
    async stop() {
      schedules.stop();
      await gateway.stop();
      const stoppedPollers = pollers.map((poller) => poller.stop());
      await functions.stop();
      await Promise.all(stoppedPollers);
      sqs.destroy();
    },
  };
}

function createLogs({ onLog }: LambdaHostOptions) {
  const lines: LogLine[] = [];
  return {
    lines,
    add(line: LogLine): void {
      lines.push(line);
      if (lines.length > KEPT_LOG_LINES) lines.shift();
      onLog?.(line);
    },
  };
}

function overridden(
  definition: FunctionDefinition,
  { overrides = {}, minTimeoutSeconds = 0 }: LambdaHostOptions,
): FunctionDefinition {
  const { handler = definition.handler, timeoutSeconds } = overrides[definition.name] ?? {};
  const timeoutMs =
    timeoutSeconds === undefined ? Math.max(definition.timeoutMs, minTimeoutSeconds * 1_000) : timeoutSeconds * 1_000;
  return { ...definition, handler, timeoutMs };
}

interface SourceContext {
  readonly sqs: SQSClient;
  readonly resources: Resources;
  readonly functions: Functions;
  readonly options: LambdaHostOptions;
}

function sourcesOf({ name, sources }: FunctionDefinition, context: SourceContext): PollerOptions[] {
  const { sqs, resources, functions, options } = context;
  const { maxProcesses = DEFAULT_PROCESSES, retryAfterFailureSeconds } = options;
  return sources.map(({ arn, batchSize, maximumConcurrency, reportsFailures }) => {
    const queueArn = textAt(resolveIntrinsics(arn, resources.lookup), `The queue of ${name}`);
    const queue = Object.values(resources.queues).find((created) => created.arn === queueArn);
    if (queue === undefined) throw new Error(`${queueArn}, which feeds ${name}, is not a queue of this file`);
    return {
      sqs,
      queue,
      region: options.aws.region,
      batchSize,
      // A message that no process is free for stays in the queue.
      maximumConcurrency: Math.min(maximumConcurrency ?? Number.POSITIVE_INFINITY, maxProcesses),
      reportsFailures,
      retryAfterFailureSeconds,
      invoke: (event) => functions.invoke(name, event),
    };
  });
}
