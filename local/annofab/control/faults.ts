import type { OperationId, WebhookEventType } from '../../../lib/annofab/api-description.ts';
import { createRandom } from '../../chaos/random.ts';
import type { Settings } from '../core/settings.ts';
import { assertFault } from './fault-check.ts';

/** What is to go wrong: with a request, or with a webhook. */
export type Fault = RequestFault | WebhookFault;

/** How often. Without both: each time, until it is removed. */
interface Frequency {
  /** How often at most. */
  times?: number;
  /** The chance that it hits, above 0 and up to 1. The setting `faultSeed` makes the same hits come again. */
  rate?: number;
}

/** The file server's two: everything that is read from it, and everything that is uploaded to it. */
export type FileOperation = 'downloadFile' | 'uploadFile';

/** Of a request to the API or to the file server. Its parts go together: a slow 503 is one fault. */
export interface RequestFault extends Frequency {
  /** `*` is every operation of the API, and neither of the file server's. */
  operation: OperationId | FileOperation | '*';
  /** Answered instead of doing anything. */
  status?: number;
  /** Seconds, or a date, for the `Retry-After` header; left out: no such header. */
  retryAfter?: number | string;
  /** Annofab's usual code for the status, unless told otherwise. */
  errorCode?: string;
  /** Answer a page of HTML, as a gateway does before the request reaches Annofab. A 502 does so anyway. */
  html?: boolean;
  /** The caller's token expires: 401 EXPIRED_TOKEN now, and a login's token stays expired. */
  expiredToken?: boolean;
  /** Real time, before anything else happens: slow headers. */
  delayMs?: number;
  /** Real time that the body takes, in ten pieces, once the headers are there. */
  bodyMs?: number;
  /**
   * Cut the connection: `before` anything is done or answered; `unanswered`, when the operation has taken effect but
   * before the answer's first byte; or `amid` the body of the answer, when it has taken effect as well.
   */
  drop?: 'before' | 'unanswered' | 'amid';
  /** Answer half of the JSON, as though it were all. */
  truncate?: boolean;
}

/** Of a webhook that fires. */
export interface WebhookFault extends Frequency {
  operation: 'webhook';
  /** Only webhooks of this event. */
  eventType?: WebhookEventType;
  /** How many more times it is sent, as a job of its own each, although it succeeded. */
  duplicates?: number;
  /** Real time between the event and the webhook. */
  delayMs?: number;
  /** It waits until another webhook has overtaken it, at most for five seconds. */
  reorder?: boolean;
  /** `delivery`: nothing is sent, and its job fails. `event`: there is no job either, as though it had not fired. */
  drop?: 'delivery' | 'event';
  /** Whether placeholders are escaped for JSON, whatever the setting says. */
  escape?: boolean;
  /** For so many reads, the task that was completed is answered as it was before. */
  staleReads?: number;
  /** For so much real time, the task that was completed is answered as it was before. */
  staleMs?: number;
}

export interface ActiveFault {
  readonly id: string;
  readonly fault: Fault;
  /** How often it has hit. */
  readonly hits: number;
}

export interface Faults {
  /**
   * @returns an id to remove it by
   * @throws TypeError when it is no fault, saying why
   */
  add(fault: Fault): string;
  /** Those that are not used up, in the order in which they go. */
  list(): ActiveFault[];
  /** @returns whether there was one */
  remove(id: string): boolean;
  clear(): void;
  /** The fault of this request, if there is one; counts it. The first one added goes first. */
  take(operation: OperationId | FileOperation): RequestFault | undefined;
  takeForWebhook(eventType: WebhookEventType): WebhookFault | undefined;
}

interface Waiting {
  readonly id: string;
  readonly fault: Fault;
  readonly random: () => number;
  hits: number;
}

export function createFaults(settings: Pick<Settings, 'faultSeed'>): Faults {
  let waiting: Waiting[] = [];
  let added = 0;

  /** Counts the first that fits and hits. */
  function hit(fits: (fault: Fault) => boolean): Fault | undefined {
    const found = waiting.find(
      ({ fault, random }) => fits(fault) && (fault.rate === undefined || random() < fault.rate),
    );
    if (!found) return undefined;
    found.hits += 1;
    waiting = waiting.filter(({ fault: { times = Number.POSITIVE_INFINITY }, hits }) => hits < times);
    return found.fault;
  }

  return {
    add: (fault) => {
      assertFault(fault);
      added += 1;
      const id = `fault-${added}`;
      // Each has its own chances, so that one more fault leaves the hits of the others as they were.
      waiting.push({ id, fault: { ...fault }, random: createRandom(settings.faultSeed + added), hits: 0 });
      return id;
    },
    list: () => waiting.map(({ id, fault, hits }) => ({ id, fault, hits })),
    remove: (id) => {
      const before = waiting.length;
      waiting = waiting.filter((one) => one.id !== id);
      return waiting.length < before;
    },
    clear: () => {
      waiting = [];
      added = 0;
    },
    take: (operation) => {
      const fault = hit((one) => one.operation === operation || (one.operation === '*' && !isFileOperation(operation)));
      return fault?.operation === 'webhook' ? undefined : fault;
    },
    takeForWebhook: (eventType) => {
      const fault = hit((one) => one.operation === 'webhook' && (one.eventType ?? eventType) === eventType);
      return fault?.operation === 'webhook' ? fault : undefined;
    },
  };
}

function isFileOperation(operation: string): operation is FileOperation {
  return operation === 'downloadFile' || operation === 'uploadFile';
}

const CODES = new Map([
  [400, 'INVALID_BODY'],
  [401, 'UNAUTHORIZED_API'],
  [403, 'FORBIDDEN_RESOURCE'],
  [404, 'MISSING_RESOURCE'],
  [409, 'STATE_MISMATCH'],
  [429, 'TOO_MANY_REQUESTS'],
  [500, 'INTERNAL_SERVER_ERROR'],
  [503, 'UNDER_MAINTENANCE'],
  [504, 'TIMEOUT'],
]);

export function errorCodeOf(fault: RequestFault, status: number): string {
  return fault.errorCode ?? CODES.get(status) ?? 'INTERNAL_SERVER_ERROR';
}
