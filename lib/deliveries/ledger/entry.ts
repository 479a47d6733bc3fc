import type { WebhookEvent } from '../../webhooks/events.ts';

/** The states of a delivery. Their transitions are in `transitions.ts`. */
export const DELIVERY_STATES = ['received', 'queued', 'processing', 'done', 'skipped', 'dead'] as const;

export type DeliveryState = (typeof DELIVERY_STATES)[number];

/** States in which something is left to do, for a worker or for an operator. */
export const OPEN_STATES = ['received', 'queued', 'processing', 'dead'] as const satisfies readonly DeliveryState[];

export type OpenState = (typeof OPEN_STATES)[number];

/**
 * Where a delivery came from: Annofab's webhook, the comparison with Annofab's records, an operator, a backfill, or
 * a message whose delivery the ledger did not have.
 */
export const DELIVERY_SOURCES = ['webhook', 'reconciliation', 'replay', 'backfill', 'queue'] as const;

export type DeliverySource = (typeof DELIVERY_SOURCES)[number];

/** The right of one worker to process a delivery. */
export interface Lease {
  readonly id: string;
  /** In milliseconds since 1970: its invocation has ended by then, so that another worker may take over. */
  readonly until: number;
}

/** What is known of a delivery when it arrives. */
export interface NewDelivery {
  /** The delivery's key (SHA-256, hex). */
  readonly key: string;
  /** The key for people: `task-completed/demo-project/task-1/2019-05-08T10:00:00.000+09:00`. */
  readonly label: string;
  readonly event: WebhookEvent;
  readonly source: DeliverySource;
  /** The event was not received, but inferred from Annofab's data. */
  readonly inferred?: boolean;
  /** When it arrived: ISO-8601, UTC. */
  readonly receivedAt: string;
  /** The id of the request that brought it. */
  readonly requestId: string;
}

/** What the ledger has recorded of a delivery. */
export interface LedgerEntry extends NewDelivery {
  readonly state: DeliveryState;
  /** Why it is skipped or dead, or why it waits. */
  readonly reason?: string;
  /** When it was last written: ISO-8601, UTC. */
  readonly changedAt: string;
  /** How often a worker has claimed it. */
  readonly tries: number;
  /** How often it was deferred, by counter. */
  readonly deferrals: Readonly<Record<string, number>>;
  /** The effects that `ctx.once` has applied, by name, and when. */
  readonly effects: Readonly<Record<string, string>>;
  /** While it is processed. */
  readonly lease?: Lease;
  /** When it expires, in seconds since 1970: DynamoDB's time to live. */
  readonly expiresAt: number;
}

export function isOpenState(state: DeliveryState): state is OpenState {
  return OPEN_STATES.some((open) => open === state);
}
