import { Logger } from '@aws-lambda-powertools/logger';
import type { Context } from 'aws-lambda';
import { allowedFields, type LogFields } from './log-fields.ts';

/** Structured log lines: a message, and fields of the allow-list. */
export interface Log {
  debug(message: string, fields?: LogFields): void;
  info(message: string, fields?: LogFields): void;
  warn(message: string, fields?: LogFields): void;
  error(message: string, fields?: LogFields): void;
}

/** What every line about a delivery carries. */
export interface DeliveryFields {
  delivery_key: string;
  delivery: string;
  message_id?: string;
}

export interface HandlerLog extends Log {
  /** From here on the lines name the invocation. */
  begin(context: Context): void;
  /** A log whose every line names the delivery. */
  forDelivery(fields: DeliveryFields): HandlerLog;
}

/** Structured lines on standard output: Powertools, with fields by allow-list. `LOG_LEVEL` sets the level. */
export function createLog(): HandlerLog {
  return logWith(new Logger({ serviceName: serviceName() }));
}

/** Not Powertools' child loggers: each of them takes the invocation that it is made in for a cold start. */
function logWith(logger: Logger, delivery?: DeliveryFields): HandlerLog {
  const extra = (fields: LogFields | undefined) => ({ ...delivery, ...allowedFields(fields) });
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
