import type { Queue } from '../../aws/queue.ts';
import type { Once } from '../../runtime/context.ts';
import type { HandlerLog } from '../../runtime/log.ts';
import type { Counters } from '../../runtime/metrics.ts';
import type { DeliveryKey } from '../../webhooks/delivery-key.ts';
import type { Envelope } from '../../webhooks/envelope.ts';
import type { EventType, WebhookEventOf } from '../../webhooks/events.ts';
import type { CircuitBreaker } from '../circuit-breaker.ts';
import type { Ledger } from '../ledger/ledger.ts';

/** A delivery that was read from a message. */
export interface Received<T extends EventType> {
  readonly event: WebhookEventOf<T>;
  readonly envelope: Envelope;
  readonly delivery: DeliveryKey;
  readonly log: HandlerLog;
}

/** What is needed to work on the messages of one queue. */
export interface Worker<T extends EventType> {
  readonly eventType: T;
  readonly queue: Queue;
  readonly deadLetters: Queue;
  readonly ledger: Ledger;
  /** Of those that work with Annofab: while it is under maintenance, nobody asks it. */
  readonly pause?: CircuitBreaker | undefined;
  /** How often the queue gives a message before it moves it to the dead letters. */
  readonly maxReceives: number;
  /** How long a message waits for a ledger that fails. */
  readonly ledgerDownSeconds: number;
  readonly log: HandlerLog;
  readonly counters: Counters;
  /** When the invocation ends, in milliseconds since 1970. */
  readonly deadline: number;
  readonly now: () => number;
  /** Runs the recipe. */
  readonly run: (received: Received<T>, once: Once) => Promise<unknown>;
}
