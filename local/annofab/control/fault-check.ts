import { operations } from '../../../lib/annofab/api-description.ts';
import {
  boolean,
  check,
  explain,
  integer,
  isJsonObject,
  literal,
  numberWhere,
  object,
  oneOf,
  optional,
  someText,
  textOr,
} from '../../../lib/core/json.ts';
import { EVENT_TYPES } from '../../../lib/webhooks/events.ts';
import { timerMilliseconds } from '../core/settings-check.ts';
import type { Fault } from './fault.ts';

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
  drop: optional(oneOf(['before', 'unanswered', 'amid'])),
  truncate: optional(boolean),
};

/** They add to a status, and have no effect without one. */
const statusDetails = {
  retryAfter: optional(textOr(integer(0))),
  errorCode: optional(someText),
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
