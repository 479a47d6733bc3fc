import type { OperationId } from '../../lib/annofab/operation.ts';

/** What is to go wrong. Without `status` and `drop` the operation is only slow. */
export interface Fault {
  /** `downloadFile` is the file server; `*` is every operation of the API. */
  operation: OperationId | 'downloadFile' | '*';
  status?: number;
  /** Seconds, or a date, for the `Retry-After` header; left out: no such header. */
  retryAfter?: number | string;
  /** Annofab's usual code for the status, unless told otherwise. */
  errorCode?: string;
  /** Real time, before anything else happens. */
  delayMs?: number;
  /**
   * Cut the connection: `before` anything is done or answered, or `amid` the body of the answer, when the operation has
   * already taken effect.
   */
  drop?: 'before' | 'amid';
  /** How often; left out: until `clear`. */
  times?: number;
}

export interface Faults {
  add(fault: Fault): void;
  clear(): void;
  /** The fault of this call, if there is one; counts it. The first one added goes first. */
  take(operation: OperationId | 'downloadFile'): Fault | undefined;
}

export function createFaults(): Faults {
  let waiting: { fault: Fault; left: number }[] = [];
  return {
    add: (fault) => {
      waiting.push({ fault, left: fault.times ?? Number.POSITIVE_INFINITY });
    },
    clear: () => {
      waiting = [];
    },
    take: (operation) => {
      const found = waiting.find(({ fault }) => isFor(fault, operation));
      if (!found) return undefined;
      found.left -= 1;
      waiting = waiting.filter(({ left }) => left > 0);
      return found.fault;
    },
  };
}

function isFor(fault: Fault, operation: OperationId | 'downloadFile'): boolean {
  if (fault.operation === '*') return operation !== 'downloadFile';
  return fault.operation === operation;
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

export function errorCodeOf(fault: Fault, status: number): string {
  return fault.errorCode ?? CODES.get(status) ?? 'INTERNAL_SERVER_ERROR';
}
