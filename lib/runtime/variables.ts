import { CHAT_FORMATS } from '../core/chat-formats.ts';
import { LoggableError } from '../core/loggable-error.ts';
import {
  count,
  type Environment,
  eventTypes,
  oneOf,
  optionalVariable,
  readRows,
  text,
  url,
  type ValuesOf,
  variable,
} from './environment.ts';

/**
 * The variables that services and handlers read, one row each: a parser, and a default where the variable is not required.
 * What an automation can be set to is a row of `SETTINGS`.
 */
const VARIABLES = {
  /** Annofab's address. */
  ANNOFAB_ENDPOINT_URL: variable(url, 'https://annofab.com'),
  /** Name or ARN of the secret with the API credential. */
  CREDENTIAL_SECRET_ID: variable(text),
  /** Name or ARN of the secret with the webhook secrets. */
  WEBHOOKS_SECRET_ID: variable(text),
  /** The queue of each event type; none for one that is switched off. */
  TASK_COMPLETED_QUEUE_URL: optionalVariable(url),
  ANNOTATION_ARCHIVE_UPDATED_QUEUE_URL: optionalVariable(url),
  INPUT_DATA_ZIP_REGISTERED_QUEUE_URL: optionalVariable(url),
  PROJECT_COPY_COMPLETED_QUEUE_URL: optionalVariable(url),
  /** The queue that a worker receives its messages from; it sends delayed copies to it. */
  QUEUE_URL: variable(url),
  DEAD_LETTER_QUEUE_URL: variable(url),
  /** How often the queue delivers a message before it moves it to the dead-letter queue: the queue's own `maxReceiveCount`. */
  MAX_RECEIVES: variable(count, 5),
  /** How long a message waits, in seconds, when the ledger fails. */
  LEDGER_DOWN_SECONDS: variable(count, 60),
  /** The DynamoDB table of the ledger. */
  LEDGER_TABLE: variable(text),
  DATASET_BUCKET: variable(text),
  /** The ARN of the state machine that builds datasets in shards; none while it is switched off. */
  DATASET_STATE_MACHINE_ARN: optionalVariable(text),
  /** The form of chat messages, and the name or ARN of the secret with the chat's address; none while they are switched off. */
  CHAT_FORMAT: optionalVariable(oneOf(CHAT_FORMATS)),
  CHAT_SECRET_ID: optionalVariable(text),
  /** How many messages of one batch are processed at the same time. */
  RECORD_CONCURRENCY: variable(count, 5),
  /** How long to wait, in seconds, after a 429 without `Retry-After`. */
  RATE_LIMITED_SECONDS: variable(count, 300),
  /** How long to wait, in seconds, after a 503 without `Retry-After`. */
  MAINTENANCE_SECONDS: variable(count, 900),
  /** How many requests one process sends at the same time to Annofab, and to its file store. */
  REQUESTS_IN_FLIGHT: variable(count, 16),
  /** How long one attempt of a call to SQS, DynamoDB, Secrets Manager or Step Functions may take, in milliseconds. */
  AWS_TIMEOUT_MS: variable(count, 1_000),
  /** After how many milliseconds the receiver answers a request with a 503: every answer is to be sent within 3 s. */
  ANSWER_WITHIN_MS: variable(count, 2_700),
  /** The address of our HTTP API, under which the webhooks are registered; none while the receiver is switched off. */
  WEBHOOK_URL: optionalVariable(url),
  /** The stage that the webhooks have in their ids. */
  WEBHOOK_STAGE: variable(text),
  /** The events that have a webhook: those that are switched on. */
  WEBHOOK_EVENTS: variable(eventTypes, []),
};

type Variables = ValuesOf<typeof VARIABLES>;

export type VariableName = keyof Variables;
export type Config<Name extends VariableName = VariableName> = Pick<Variables, Name>;

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
 * Reads the named variables. A function names only those that it uses, so that no other is required.
 *
 * @throws ConfigError that names all that are missing or wrong
 */
export function readConfig<Name extends VariableName>(names: readonly Name[], env: Environment): Config<Name> {
  const problems: string[] = [];
  const config = readVariables(names, { env, problems });
  if (config === undefined) throw new ConfigError(problems);
  return config;
}

/** The same, but problems are added to `problems`, and then nothing is returned. */
export function readVariables<Name extends VariableName>(
  names: readonly Name[],
  from: { env: Environment; problems: string[] },
): Config<Name> | undefined {
  return readRows<Variables, Name>(VARIABLES, names, from);
}
