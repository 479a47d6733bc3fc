import { operations } from '../../../lib/annofab/api-description.ts';
import { checkFields, either, flag, isRecord, oneOf, type Rules, someText, wholeNumber } from '../core/rules.ts';
import type { Fault } from './faults.ts';

/** Real time; Node's timers reach no further. */
const milliseconds = wholeNumber(0, 2 ** 31 - 1);

const EVENT_TYPES = [
  'task-completed',
  'annotation-archive-updated',
  'input-data-zip-registered',
  'project-copy-completed',
];

const frequency: Rules = {
  times: wholeNumber(1),
  rate: { fits: (value) => typeof value === 'number' && value > 0 && value <= 1, expected: 'above 0, and 1 at most' },
};

const requestEffects: Rules = {
  status: wholeNumber(400, 599),
  html: flag,
  expiredToken: flag,
  delayMs: milliseconds,
  bodyMs: milliseconds,
  drop: oneOf('before', 'unanswered', 'amid'),
  truncate: flag,
};

/** These say more of a status, and nothing without. */
const statusDetails: Rules = {
  retryAfter: either(wholeNumber(0), someText),
  errorCode: someText,
};

const webhookEffects: Rules = {
  duplicates: wholeNumber(1, 100),
  delayMs: milliseconds,
  reorder: flag,
  drop: oneOf('delivery', 'event'),
  escape: flag,
  staleReads: wholeNumber(1),
  staleMs: milliseconds,
};

/** @throws TypeError naming the field that is wrong, missing or unknown */
export function assertFault(value: unknown): asserts value is Fault {
  if (!isRecord(value)) throw new TypeError('a fault is an object such as {"operation": "getTask", "status": 503}');
  const { operation, ...fields } = value;
  const isWebhook = operation === 'webhook';
  if (!isWebhook && !isRequestOperation(operation)) {
    const known = 'an operation id, "*", "downloadFile", "uploadFile" or "webhook"';
    throw new TypeError(`operation must be ${known}, and not ${JSON.stringify(operation)}`);
  }
  const effects = isWebhook ? webhookEffects : requestEffects;
  checkFields(`a fault of ${operation}`, fields, {
    ...frequency,
    ...effects,
    ...(isWebhook ? { eventType: oneOf(...EVENT_TYPES) } : statusDetails),
  });
  if (!Object.keys(effects).some((name) => name in fields)) {
    throw new TypeError(`it does not say what goes wrong: give ${Object.keys(effects).join(', ')}`);
  }
  const orphan = Object.keys(statusDetails).find((name) => name in fields && !('status' in fields));
  if (orphan !== undefined) throw new TypeError(`${orphan} goes with a status`);
}

function isRequestOperation(operation: unknown): boolean {
  return (
    typeof operation === 'string' &&
    (['*', 'downloadFile', 'uploadFile'].includes(operation) || Object.hasOwn(operations, operation))
  );
}
