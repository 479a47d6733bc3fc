import { isId } from '../core/ids.ts';
import { LoggableError } from '../core/loggable-error.ts';
import { isComplete } from '../core/typed-object.ts';
import { defaultSettings, type Settings } from './settings.ts';

/** The environment of the functions, each variable with the type that it is read as. */
export interface Variables {
  /** Annofab's address. */
  ANNOFAB_ENDPOINT_URL: string;
  /** Name or ARN of the secret with the API credential. */
  CREDENTIAL_SECRET_ID: string;
  /** Name or ARN of the secret with the webhook secrets. */
  WEBHOOKS_SECRET_ID: string;
  TASK_COMPLETED_QUEUE_URL: string;
  ANNOTATION_ARCHIVE_UPDATED_QUEUE_URL: string;
  INPUT_DATA_ZIP_REGISTERED_QUEUE_URL: string;
  PROJECT_COPY_COMPLETED_QUEUE_URL: string;
  /** The queue that a worker takes its messages from, for the copies that it sends to be delivered later. */
  QUEUE_URL: string;
  DEAD_LETTER_QUEUE_URL: string;
  /** How often the queue gives a message before it moves it to the dead letters, as the queue itself is told. */
  MAX_RECEIVES: number;
  /** How long a message waits for a ledger that fails. */
  LEDGER_DOWN_SECONDS: number;
  /** The DynamoDB table in which deliveries are known. */
  LEDGER_TABLE: string;
  DATASET_BUCKET: string;
  /** How many messages of one batch are worked on at the same time. */
  RECORD_CONCURRENCY: number;
  /** How long to wait after a 429 that names no time. */
  RATE_LIMITED_SECONDS: number;
  /** How long to wait after a 503 that names no time. */
  MAINTENANCE_SECONDS: number;
  /** How many requests one process has under way at Annofab at the same time, and at its file store. */
  REQUESTS_IN_FLIGHT: number;
  /** How long to wait for a running job. */
  JOB_RUNNING_SECONDS: number;
  /** How long to wait when an event comes before its task shows as completed, once for each value: `10,60,300`. */
  EARLY_EVENT_RETRY_SECONDS: readonly number[];
  /** How many frames of a task are read at the same time. */
  FRAME_CONCURRENCY: number;
  /** The projects whose archives are updated on schedule: ids with commas between them, or `*`. */
  ARCHIVE_PROJECT_IDS: '*' | readonly string[];
  /** The address of our HTTP API, under which the webhooks are registered. */
  WEBHOOK_URL: string;
  /** The projects whose events are looked for in Annofab's records: ids with commas between them, or `*`. */
  RECONCILE_PROJECT_IDS: '*' | readonly string[];
  /** Whether what happened without a webhook being fired for it is queued too: `true` or `false`. */
  QUEUE_UNFIRED: boolean;
  /** How old a job of Annofab has to be before it is compared with the ledger. */
  RECONCILE_MIN_AGE_SECONDS: number;
  /** How long a delivery may be received and not queued before it is sent again. */
  RESEND_AFTER_SECONDS: number;
}

export type VariableName = keyof Variables;
export type Config<Name extends VariableName = VariableName> = Pick<Variables, Name>;
export type Environment = Readonly<Record<string, string | undefined>>;

interface Variable<T> {
  /** @throws Error that says what the value must be */
  readonly read: (text: string) => T;
  /** What an unset or empty variable stands for; without it the variable is required. */
  readonly fallback?: string;
}

const table: { readonly [Name in VariableName]: Variable<Variables[Name]> } = {
  ANNOFAB_ENDPOINT_URL: { read: url, fallback: 'https://annofab.com' },
  CREDENTIAL_SECRET_ID: { read: text },
  WEBHOOKS_SECRET_ID: { read: text },
  TASK_COMPLETED_QUEUE_URL: { read: url },
  ANNOTATION_ARCHIVE_UPDATED_QUEUE_URL: { read: url },
  INPUT_DATA_ZIP_REGISTERED_QUEUE_URL: { read: url },
  PROJECT_COPY_COMPLETED_QUEUE_URL: { read: url },
  QUEUE_URL: { read: url },
  DEAD_LETTER_QUEUE_URL: { read: url },
  MAX_RECEIVES: { read: count, fallback: '5' },
  LEDGER_DOWN_SECONDS: { read: count, fallback: '60' },
  LEDGER_TABLE: { read: text },
  DATASET_BUCKET: { read: text },
  RECORD_CONCURRENCY: { read: count, fallback: '5' },
  RATE_LIMITED_SECONDS: { read: count, fallback: '300' },
  MAINTENANCE_SECONDS: { read: count, fallback: '900' },
  REQUESTS_IN_FLIGHT: { read: count, fallback: '16' },
  JOB_RUNNING_SECONDS: { read: count, fallback: String(defaultSettings.jobRunningSeconds) },
  EARLY_EVENT_RETRY_SECONDS: { read: counts, fallback: defaultSettings.earlyEventRetrySeconds.join() },
  FRAME_CONCURRENCY: { read: count, fallback: String(defaultSettings.frameConcurrency) },
  ARCHIVE_PROJECT_IDS: { read: projectIds, fallback: '' },
  WEBHOOK_URL: { read: url },
  RECONCILE_PROJECT_IDS: { read: projectIds, fallback: '*' },
  QUEUE_UNFIRED: { read: flag, fallback: String(defaultSettings.queueUnfired) },
  RECONCILE_MIN_AGE_SECONDS: { read: count, fallback: String(defaultSettings.reconcileMinAgeSeconds) },
  RESEND_AFTER_SECONDS: { read: count, fallback: String(defaultSettings.resendAfterSeconds) },
};

/** What every function with automations reads, for their settings. */
export const SETTING_NAMES = [
  'JOB_RUNNING_SECONDS',
  'EARLY_EVENT_RETRY_SECONDS',
  'FRAME_CONCURRENCY',
  'ARCHIVE_PROJECT_IDS',
  'RECONCILE_PROJECT_IDS',
  'QUEUE_UNFIRED',
  'RECONCILE_MIN_AGE_SECONDS',
  'RESEND_AFTER_SECONDS',
] as const satisfies readonly VariableName[];

/** The environment is not what the function needs: every problem at once. Values are not repeated. */
export class ConfigError extends LoggableError {
  override readonly name = 'ConfigError' as const;
  readonly problems: readonly string[];

  constructor(problems: readonly string[]) {
    super(`The function is not configured: ${problems.join('; ')}`);
    this.problems = problems;
  }
}

/**
 * Reads the named variables. A function names only those it uses, so that it asks for nothing else.
 *
 * @throws ConfigError naming all that are missing or wrong
 */
export function readConfig<Name extends VariableName>(names: readonly Name[], env: Environment): Config<Name> {
  const config: Partial<Config<Name>> = {};
  const problems: string[] = [];
  for (const name of new Set(names)) {
    const problem = readInto(config, name, env);
    if (problem !== undefined) problems.push(problem);
  }
  if (!isComplete<Config<Name>>(config, names)) throw new ConfigError(problems);
  return config;
}

function readInto<Name extends VariableName>(
  config: Partial<Config<Name>>,
  name: Name,
  env: Environment,
): string | undefined {
  const { read, fallback } = table[name];
  const value = env[name] || fallback;
  if (value === undefined) return `${name} is missing`;
  try {
    config[name] = read(value);
    return undefined;
  } catch (error) {
    return `${name} ${error instanceof Error ? error.message : 'is wrong'}`;
  }
}

/** The settings of the automations, as the environment has them. */
export function settingsOf(config: Config<(typeof SETTING_NAMES)[number]>): Settings {
  return {
    ...defaultSettings,
    jobRunningSeconds: config.JOB_RUNNING_SECONDS,
    earlyEventRetrySeconds: config.EARLY_EVENT_RETRY_SECONDS,
    frameConcurrency: config.FRAME_CONCURRENCY,
    archiveProjectIds: config.ARCHIVE_PROJECT_IDS,
    reconcileProjectIds: config.RECONCILE_PROJECT_IDS,
    queueUnfired: config.QUEUE_UNFIRED,
    reconcileMinAgeSeconds: config.RECONCILE_MIN_AGE_SECONDS,
    resendAfterSeconds: config.RESEND_AFTER_SECONDS,
  };
}

function text(value: string): string {
  return value;
}

function url(value: string): string {
  if (!URL.canParse(value) || !/^https?:/i.test(value)) throw new Error('must be an http(s) address');
  return value;
}

function count(value: string): number {
  if (!/^[1-9][0-9]{0,5}$/.test(value)) throw new Error('must be a whole number from 1 to 999999');
  return Number(value);
}

function flag(value: string): boolean {
  if (value !== 'true' && value !== 'false') throw new Error('must be true or false');
  return value === 'true';
}

function counts(value: string): number[] {
  if (!/^[1-9][0-9]{0,5}(,[1-9][0-9]{0,5})*$/.test(value)) throw new Error('must be whole numbers with commas between');
  return value.split(',').map(Number);
}

function projectIds(value: string): '*' | readonly string[] {
  if (value === '*') return value;
  const ids = value === '' ? [] : value.split(',').map((id) => id.trim());
  if (!ids.every(isId)) throw new Error('must be project ids with commas between, or *');
  return ids;
}
