import type { OperationId, WebhookEventType } from '../../../lib/annofab/api-description.ts';

/** A request to the API, recorded at its arrival. `status` is set when it is answered. */
export interface RecordedRequest {
  /** Undefined for an unknown path. */
  readonly operation: OperationId | undefined;
  readonly method: string;
  /** With the query, as it was sent. */
  readonly url: string;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly body?: unknown;
  readonly status?: number;
  /** Set when a fault cut the connection instead of an answer. */
  readonly dropped?: true;
}

/** One webhook as it was sent, with its outcome. */
export interface RecordedDelivery {
  readonly projectId: string;
  readonly webhookId: string;
  readonly eventType: WebhookEventType;
  readonly jobId?: string;
  readonly method: string;
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
  /** Counts from 1. */
  readonly attempt: number;
  /** The receiver's status; absent when it did not answer. */
  readonly status?: number;
  readonly error?: string;
}

/** The recordings, for tests. Waiting also finds what has already happened. */
export interface Spy {
  readonly requests: readonly RecordedRequest[];
  readonly deliveries: readonly RecordedDelivery[];
  /**
   * The first answered or dropped request that matches.
   *
   * @throws Error after the timeout
   */
  waitForRequest(filter: RequestFilter, options?: WaitOptions): Promise<RecordedRequest>;
  /**
   * The first webhook sent that matches, answered or not.
   *
   * @throws Error after the timeout
   */
  waitForWebhook(filter?: DeliveryFilter, options?: WaitOptions): Promise<RecordedDelivery>;
  /** Clears the recordings: both, or one of them. */
  clear(what?: 'requests' | 'deliveries'): void;
}

export type RequestFilter = Filter<RecordedRequest>;
export type DeliveryFilter = Filter<RecordedDelivery>;

/** Fields that must be equal, or a predicate. */
type Filter<T> = Partial<T> | ((record: T) => boolean);

export interface WaitOptions {
  /** Default 60,000. */
  timeoutMs?: number;
  /** Aborts the wait; its reason is thrown. */
  signal?: AbortSignal;
}

/** Writes the recordings. */
export interface Recorder {
  readonly spy: Spy;
  /** Lists the request now. Waiting finds it after `finish` has set its outcome. */
  begin(request: RecordedRequest): { finish(outcome: Partial<RecordedRequest>): void };
  deliver(delivery: RecordedDelivery): void;
}

export function createRecorder(): Recorder {
  const requests = createLog<RecordedRequest>();
  const deliveries = createLog<RecordedDelivery>();
  return {
    spy: {
      requests: requests.records,
      deliveries: deliveries.records,
      waitForRequest: (filter, options) =>
        requests.waitFor((request) => isFinished(request) && matches(filter, request), 'request', options),
      waitForWebhook: (filter = {}, options) =>
        deliveries.waitFor((delivery) => matches(filter, delivery), 'webhook', options),
      clear: (what) => {
        if (what !== 'deliveries') requests.records.length = 0;
        if (what !== 'requests') deliveries.records.length = 0;
      },
    },
    begin: (request) => {
      const record = { ...request };
      requests.add(record);
      return { finish: (outcome) => requests.announce(Object.assign(record, outcome)) };
    },
    deliver: deliveries.add,
  };
}

function isFinished(request: RecordedRequest): boolean {
  return request.status !== undefined || request.dropped === true;
}

function matches<T extends object>(filter: Filter<T>, record: T): boolean {
  if (typeof filter === 'function') return filter(record);
  const fields = new Map<string, unknown>(Object.entries(record));
  return Object.entries(filter).every(([name, value]) => value === undefined || fields.get(name) === value);
}

/** An emulator may run for weeks, so only the latest recordings are kept. */
const KEPT = 10_000;

function createLog<T>() {
  const records: T[] = [];
  const listeners = new Set<(record: T) => void>();
  const announce = (record: T): void => {
    for (const listener of listeners) listener(record);
  };
  return {
    records,
    announce,
    add: (record: T): void => {
      records.push(record);
      if (records.length > KEPT) records.splice(0, records.length - KEPT);
      announce(record);
    },
    waitFor: async (fits: (record: T) => boolean, what: string, { timeoutMs = 60_000, signal }: WaitOptions = {}) => {
      const past = records.find(fits);
      if (past) return past;
      const { promise, resolve, reject } = Promise.withResolvers<T>();
      const listener = (record: T): void => {
        if (fits(record)) resolve(record);
      };
      const abort = (): void => reject(signal?.reason);
      listeners.add(listener);
      signal?.addEventListener('abort', abort, { once: true });
      const timer = setTimeout(() => reject(new Error(`no such ${what} within ${timeoutMs} ms`)), timeoutMs);
      try {
        return await promise;
      } finally {
        clearTimeout(timer);
        listeners.delete(listener);
        signal?.removeEventListener('abort', abort);
      }
    },
  };
}
