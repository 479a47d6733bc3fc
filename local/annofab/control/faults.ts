import type { OperationId, WebhookEventType } from '../../../lib/annofab/api-description.ts';
import { createRandom } from '../../chaos/random.ts';
import type { Settings } from '../core/settings.ts';
import { assertFault } from './fault-check.ts';

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
   * before the first byte of the answer; or `amid` the body of the answer, also after it took effect.
   */
  drop?: 'before' | 'unanswered' | 'amid';
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

export interface ActiveFault {
  readonly id: string;
  readonly fault: Fault;
  /** How often it has applied. */
  readonly hits: number;
}

export interface Faults {
  /**
   * @returns an id to remove it by
   * @throws TypeError naming what is wrong with the fault
   */
  add(fault: Fault): string;
  /** The faults that are not used up, in the order in which they apply. */
  list(): ActiveFault[];
  /** @returns whether the fault existed */
  remove(id: string): boolean;
  clear(): void;
  /** The fault that applies to this request, if any, and counts it. Faults apply in the order in which they were added. */
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

  /** The first fault that matches and hits; counts it. */
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
      // Each fault has its own random numbers, so that adding one does not change the hits of the others.
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
