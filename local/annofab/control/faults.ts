import type { OperationId, WebhookEventType } from '../../../lib/annofab/api-description.ts';
import { createRandom } from '../../random.ts';
import type { Settings } from '../core/settings.ts';
import { assertFault, type Fault, type FileOperation, type RequestFault, type WebhookFault } from './fault.ts';

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
