import { type OperationId, operations, type WebhookEventType } from '../../../lib/annofab/api-description.ts';
import {
  boolean,
  check,
  explain,
  integer,
  isJsonObject,
  literal,
  nonEmptyString,
  numberWhere,
  object,
  oneOf,
  optional,
  stringOr,
} from '../../../lib/core/json.ts';
import { EVENT_TYPES } from '../../../lib/webhooks/events.ts';
import { timerMilliseconds } from '../core/settings-check.ts';

/** Something that goes wrong with a request or a webhook. */
export type Fault = RequestFault | WebhookFault;

/** How often a fault applies. Without both: each time, until it is removed. */
interface Frequency {
  /** At most this often. */
  times?: number;
  /** Probability, above 0 and up to 1. The same setting `faultSeed` gives the same hits. */
  rate?: number;
}

/** The operations of the file server: all downloads, and all uploads. */
export type FileOperation = 'downloadFile' | 'uploadFile';

/** A fault of a request to the API or the file server. Its fields can be combined: a slow 503 is one fault. */
export interface RequestFault extends Frequency {
  /** `*`: every operation of the API, but not of the file server. */
  operation: OperationId | FileOperation | '*';
  /** Answer this status instead of running the operation. */
  status?: number;
  /** Seconds or a date for the `Retry-After` header. Default: no header. */
  retryAfter?: number | string;
  /** Default: Annofab's usual code for the status. */
  errorCode?: string;
  /** Answer an HTML page, as a gateway does before the request reaches Annofab. Default for a 502. */
  html?: boolean;
  /** The caller's token expires: 401 EXPIRED_TOKEN now, and a login's token stays expired. */
  expiredToken?: boolean;
  /** Real time before the request is processed: slow headers. */
  delayMs?: number;
  /** Real time over which the body is sent, in ten pieces, after the headers. */
  bodyMs?: number;
  /**
   * Cut the connection: `before` anything is done or answered; `unanswered`, after the operation took effect but
   * before the first byte of the answer; or `during` the body of the answer, also after it took effect.
   */
  drop?: 'before' | 'unanswered' | 'during';
  /** Answer half of the JSON as if it were complete. */
  truncate?: boolean;
}

/** A fault of a webhook that fires. */
export interface WebhookFault extends Frequency {
  operation: 'webhook';
  /** Only webhooks of this event. */
  eventType?: WebhookEventType;
  /** How many more times it is sent although it succeeded, each as a separate job. */
  duplicates?: number;
  /** Real time between the event and the webhook. */
  delayMs?: number;
  /** It waits until another webhook overtakes it, for five seconds at most. */
  reorder?: boolean;
  /** `delivery`: nothing is sent, and its job fails. `event`: there is no job either, as if it had not fired. */
  drop?: 'delivery' | 'event';
  /** Whether placeholders are escaped for JSON, whatever the setting says. */
  escape?: boolean;
  /** How many reads still return the task as it was before it was completed. */
  staleReads?: number;
  /** For how much real time the task is still returned as it was before it was completed. */
  staleMs?: number;
}

const frequency = {
  times: optional(integer(1)),
  rate: optional(numberWhere((value) => value > 0 && value <= 1, 'above 0, and 1 at most')),
};

const requestEffects = {
  status: optional(integer(400, 599)),
  html: optional(boolean),
  expiredToken: optional(boolean),
  delayMs: optional(timerMilliseconds),
  bodyMs: optional(timerMilliseconds),
  drop: optional(oneOf(['before', 'unanswered', 'during'])),
  truncate: optional(boolean),
};

/** They add to a status, and have no effect without one. */
const statusDetails = {
  retryAfter: optional(stringOr(integer(0))),
  errorCode: optional(nonEmptyString),
};

const webhookEffects = {
  duplicates: optional(integer(1, 100)),
  delayMs: optional(timerMilliseconds),
  reorder: optional(boolean),
  drop: optional(oneOf(['delivery', 'event'])),
  escape: optional(boolean),
  staleReads: optional(integer(1)),
  staleMs: optional(timerMilliseconds),
};

const requestFault = object({
  operation: check(isRequestOperation, 'must be an operation id, "*", "downloadFile", "uploadFile" or "webhook"'),
  ...frequency,
  ...requestEffects,
  ...statusDetails,
});

const webhookFault = object({
  operation: literal('webhook'),
  eventType: optional(oneOf(EVENT_TYPES)),
  ...frequency,
  ...webhookEffects,
});

/** @throws TypeError naming each field that is wrong, missing or unknown */
export function assertFault(value: unknown): asserts value is Fault {
  const isWebhook = isJsonObject(value) && value['operation'] === 'webhook';
  const read = (isWebhook ? webhookFault : requestFault).read(value);
  if (!read.ok) throw new TypeError(explain(read.problems, 'a fault'));
  const effects = Object.keys(isWebhook ? webhookEffects : requestEffects);
  if (!effects.some((name) => name in read.value)) {
    throw new TypeError(`a fault must say what goes wrong: give ${effects.join(', ')}`);
  }
  const detail = Object.keys(statusDetails).find((name) => name in read.value && !('status' in read.value));
  if (detail !== undefined) throw new TypeError(`${detail} needs a status`);
}

function isRequestOperation(operation: unknown): operation is string {
  return (
    typeof operation === 'string' &&
    (['*', 'downloadFile', 'uploadFile'].includes(operation) || Object.hasOwn(operations, operation))
  );
}
