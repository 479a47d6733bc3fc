import type { EventType, WebhookEventOf } from '../webhooks/events.ts';
import type { HttpRequest } from './http-request.ts';
import type { HandlerLog, Log } from './log.ts';
import type { Count, Counters } from './metrics.ts';
import type { Settings } from './settings.ts';

/** One invocation of an automation, on an event or on a schedule. */
export interface Invocation {
  readonly settings: Settings;
  readonly log: Log;
  /** Aborts when the invocation has to end. */
  readonly signal: AbortSignal;
  /** When the invocation ends, in milliseconds since 1970. */
  readonly deadline: number;
  /** Milliseconds since 1970. */
  now(): number;
}

export interface Delivery {
  readonly key: string;
  readonly label: string;
  readonly receivedAt: string;
  /** How often this event has been deferred so far, by the counter that {@link RetryLater} named. */
  readonly deferrals: Readonly<Record<string, number>>;
}

/**
 * Runs an effect that must not happen twice for one delivery, such as a post to a chat: an effect that the ledger has
 * recorded is skipped. After a crash between the effect and its record it happens once more.
 *
 * @param name what the ledger records: one name for each effect of a recipe
 * @throws what the effect throws; an error when another worker has taken the delivery over, or may have
 * @example
 * await ctx.once('notify', () => postToChat(`${ctx.event.task_id} is completed`));
 */
export type Once = (name: string, effect: () => Promise<unknown>) => Promise<void>;

/** A metric as an automation on an event counts it; the event's type is filled in. */
export type EventCount = Count<'event_type'>;

/** A metric as an automation on a schedule counts it; the name of the schedule is filled in. */
export type TickCount = Count<'function'>;

/** What an automation on an event gets: its services `S`, and everything about the event. */
export type EventContext<T extends EventType = EventType, S = object> = S &
  Invocation & {
    readonly event: WebhookEventOf<T>;
    readonly delivery: Delivery;
    readonly once: Once;
    /** Counts a metric. That the event was processed, deferred or failed is counted anyway. */
    count(what: EventCount): void;
  };

/** What an automation on a schedule gets: its services `S`, and what it was invoked with. */
export type TickContext<S = object> = S &
  Invocation & {
    /** Sent by the schedule, or by a person who invokes the function. */
    readonly event: unknown;
    /** Counts a metric. That the schedule has run or failed is counted anyway. */
    count(what: TickCount): void;
  };

/** What a task of a state machine gets: its services `S`, and its input. */
export type TaskContext<I, S = object> = S &
  Invocation & {
    readonly input: I;
    /** Counts a metric. That the task was done or failed is counted anyway. */
    count(what: TickCount): void;
  };

/** What an HTTP recipe gets, beside its services. */
export interface HttpInvocation {
  readonly request: HttpRequest;
  readonly log: HandlerLog;
  readonly counters: Counters;
  /** Aborts when an answer is due. */
  readonly signal: AbortSignal;
  /** Milliseconds since 1970. */
  now(): number;
}
