import type { WebhookEvent } from '../../webhooks/events.ts';

/** Where a delivery stands. What may follow what is in `transitions.ts`. */
export const DELIVERY_STATES = ['received', 'queued', 'processing', 'done', 'ignored', 'skipped', 'dead'] as const;

export type DeliveryState = (typeof DELIVERY_STATES)[number];

/** States in which there is something left to do, for us or for an operator. */
export const OPEN_STATES = ['received', 'queued', 'processing', 'dead'] as const satisfies readonly DeliveryState[];

export type OpenState = (typeof OPEN_STATES)[number];

/**
 * What brought a delivery here: Annofab's call, the comparison with Annofab's records, an operator, or a message whose
 * delivery was in no ledger.
 */
export const DELIVERY_SOURCES = ['webhook', 'reconciliation', 'replay', 'queue'] as const;

export type DeliverySource = (typeof DELIVERY_SOURCES)[number];

/** The right of one worker to work on a delivery. */
export interface Lease {
  readonly id: string;
  /** In milliseconds since 1970: its invocation has ended by then, so that another may take over. */
  readonly until: number;
}

/** What is known of a delivery before anything is done about it. */
export interface NewDelivery {
  /** The delivery's key (SHA-256, hex). */
  readonly key: string;
  /** The key for people: `task-completed/demo-project/task-1/2019-05-08T10:00:00.000+09:00`. */
  readonly label: string;
  readonly event: WebhookEvent;
  readonly source: DeliverySource;
  /** The event was not seen, but concluded from what Annofab shows. */
  readonly inferred?: boolean;
  /** When it came: ISO-8601, UTC. */
  readonly receivedAt: string;
  /** The id of the request that brought it. */
  readonly requestId: string;
}

/** What the ledger knows of a delivery. */
export interface LedgerEntry extends NewDelivery {
  readonly state: DeliveryState;
  /** Why it is ignored, skipped or dead, or why it waits. */
  readonly reason?: string;
  /** When it was last written: ISO-8601, UTC. */
  readonly changedAt: string;
  /** How often a worker has begun. */
  readonly tries: number;
  /** How often it was put off, by reason. */
  readonly deferrals: Readonly<Record<string, number>>;
  /** What `ctx.once` has done, by name, and when. */
  readonly effects: Readonly<Record<string, string>>;
  /** While it is processed. */
  readonly lease?: Lease;
  /** When it is forgotten, in seconds since 1970, as DynamoDB's expiry wants it. */
  readonly expiresAt: number;
}

export function isOpenState(state: DeliveryState): state is OpenState {
  return OPEN_STATES.some((open) => open === state);
}
