import { Logger } from '@aws-lambda-powertools/logger';
import type { Context } from 'aws-lambda';
import type { Log, LogFields } from './context.ts';

/** What the handlers themselves log, beside what the automations may. */
export interface HandlerLogFields extends LogFields {
  body_bytes?: number;
  receive_count?: number;
  error_stack?: string;
}

/** What every line about a delivery carries. */
export interface DeliveryFields {
  delivery_key: string;
  delivery: string;
  message_id?: string;
}

export interface HandlerLog extends Log {
  debug(message: string, fields?: HandlerLogFields): void;
  info(message: string, fields?: HandlerLogFields): void;
  warn(message: string, fields?: HandlerLogFields): void;
  error(message: string, fields?: HandlerLogFields): void;
  /** From here on the lines name the invocation. */
  begin(context: Context): void;
  /** A log whose every line names the delivery. */
  forDelivery(fields: DeliveryFields): HandlerLog;
}

/** The allow-list, once more for the running program: what is not in it is not written. */
const allowed: Readonly<Record<keyof HandlerLogFields, true>> = {
  event_type: true,
  project_id: true,
  task_id: true,
  input_data_id: true,
  annotation_id: true,
  version: true,
  phase: true,
  status: true,
  operation: true,
  job_id: true,
  account_id: true,
  reason: true,
  counter: true,
  outcome: true,
  error_name: true,
  error_message: true,
  error_code: true,
  request_id: true,
  attempt: true,
  seconds: true,
  bytes: true,
  bytes_per_second: true,
  files: true,
  frames: true,
  entries: true,
  annotations: true,
  projects: true,
  jobs: true,
  recovered: true,
  inferred: true,
  unfired: true,
  failed_firings: true,
  no_body: true,
  elsewhere: true,
  days: true,
  changed: true,
  body_bytes: true,
  receive_count: true,
  error_stack: true,
};

/** Structured lines on standard output: Powertools, with fields by allow-list. `LOG_LEVEL` sets the level. */
export function createLog(): HandlerLog {
  return logWith(new Logger({ serviceName: serviceName() }));
}

/** Not Powertools' child loggers: each of them takes the invocation that it is made in for a cold start. */
function logWith(logger: Logger, delivery?: DeliveryFields): HandlerLog {
  const extra = (fields: HandlerLogFields | undefined) => ({ ...delivery, ...allowedOf(fields) });
  return {
    debug: (message, fields) => logger.debug(message, extra(fields)),
    info: (message, fields) => logger.info(message, extra(fields)),
    warn: (message, fields) => logger.warn(message, extra(fields)),
    error: (message, fields) => logger.error(message, extra(fields)),
    begin: (context) => logger.addContext(context),
    forDelivery: (fields) => logWith(logger, fields),
  };
}

export function serviceName(): string {
  return process.env['POWERTOOLS_SERVICE_NAME'] || 'annofab-functions';
}

function allowedOf(fields: HandlerLogFields = {}): Record<string, string | number | boolean> {
  const plain = Object.entries(fields).filter(([name, value]) => Object.hasOwn(allowed, name) && isPlain(value));
  return Object.fromEntries(plain);
}

function isPlain(value: unknown): value is string | number | boolean {
  return ['string', 'number', 'boolean'].includes(typeof value);
}
