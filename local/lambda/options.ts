import type { StageSettings } from '../../lib/settings/stage-settings.ts';
import type { LocalAws } from '../aws/index.ts';
import type { LogSink } from './logs.ts';
import type { Reload } from './reload/reloader.ts';

export interface LambdaHostOptions {
  /** The file with functions, routes, queues, schedules, timeouts and environment. Default `serverless.yml`. */
  readonly serverlessFile?: string;
  readonly aws: LocalAws;
  /** Environment variables of all functions; overrides those of the file. */
  readonly env?: Readonly<Record<string, string>>;
  /** Overrides the `params` of the file. */
  readonly params?: Readonly<Record<string, string | number>>;
  /** What differs from the default settings of a stage. */
  readonly settings?: Partial<StageSettings>;
  /** Logical id → value of `!Ref`, for resources that the file leaves to infra/. Default: none. */
  readonly refs?: Readonly<Record<string, string>>;
  /** Default `local`. */
  readonly stage?: string;
  /** Port of the HTTP API; a free one by default. */
  readonly httpPort?: number;
  /** The largest number of processes per function. Default 4. */
  readonly maxProcesses?: number;
  /** Seconds until a failed message is delivered again, instead of 6 × the function's timeout. For tests. */
  readonly retryAfterFailureSeconds?: number;
  /**
   * The shortest timeout of a function and of the HTTP API, in seconds: on a busy machine, work that takes a second on AWS may
   * take a minute. Default: what the file says, and what API Gateway has.
   */
  readonly minTimeoutSeconds?: number;
  /** Overrides what the file says about a function, by the function's name. */
  readonly overrides?: Readonly<Record<string, FunctionOverride>>;
  /** Called with each line that a function writes. */
  readonly onLog?: LogSink;
  /** Writes errors into the log with their messages and causes. Default false, as on AWS, where they could hold content. */
  readonly wholeErrors?: boolean;
  /** Reloads functions when their files change, and reports it. Default: files are not watched. */
  readonly onReload?: (reload: Reload) => void;
  /** Files, beside that of the service, that were read for these options: `onReload` reports a change. */
  readonly startFiles?: readonly string[];
}

export interface FunctionOverride {
  /** A handler as the file names it: `functions/on-task-completed.handler`. */
  readonly handler?: string;
  readonly timeoutSeconds?: number;
}

export const DEFAULT_PROCESSES = 4;
