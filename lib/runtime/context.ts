import type { AnnofabClient } from '../annofab/index.ts';
import type { Dataset } from '../aws/dataset.ts';
import type { EventType, WebhookEventOf } from '../webhooks/events.ts';
import type { Settings } from './settings.ts';

/** What a log line may carry beside its message. A list of what is allowed, so that no secret and no content slips in. */
export interface LogFields {
  event_type?: string;
  project_id?: string;
  task_id?: string;
  input_data_id?: string;
  annotation_id?: string;
  version?: string;
  phase?: string;
  status?: string;
  operation?: string;
  job_id?: string;
  account_id?: string;
  reason?: string;
  counter?: string;
  outcome?: string;
  error_name?: string;
  error_message?: string;
  error_code?: string;
  request_id?: string;
  attempt?: number;
  seconds?: number;
  bytes?: number;
  bytes_per_second?: number;
  files?: number;
  frames?: number;
  entries?: number;
  annotations?: number;
  projects?: number;
  jobs?: number;
  recovered?: number;
  inferred?: number;
  unfired?: number;
  failed_firings?: number;
  no_body?: number;
  elsewhere?: number;
  days?: number;
  changed?: boolean;
}

export interface Log {
  debug(message: string, fields?: LogFields): void;
  info(message: string, fields?: LogFields): void;
  warn(message: string, fields?: LogFields): void;
  error(message: string, fields?: LogFields): void;
}

/** What the automations work with. A function names those it needs, so that its bundle holds nothing else. */
export interface Services {
  annofab: AnnofabClient;
  dataset: Dataset;
}

/** One invocation, whatever started it. */
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
  /** How often this event has been put off so far, by the counter that {@link RetryLater} named. */
  readonly deferrals: Readonly<Record<string, number>>;
}

/**
 * Runs an effect that must not happen twice for one delivery, such as a post to a chat: what the ledger knows to have
 * happened is not done again. A crash in the moment between the effect and its note lets it happen once more.
 *
 * @param name what the ledger notes: one name for each effect of a recipe
 * @throws what the effect throws; an error when another worker has taken the delivery over, or may have
 * @example
 * await ctx.once('notify', () => postToChat(`${ctx.event.task_id} is completed`));
 */
export type Once = (name: string, effect: () => Promise<unknown>) => Promise<void>;

/** What an automation on an event gets. */
export type EventContext<T extends EventType = EventType, S = Services> = S &
  Invocation & { readonly event: WebhookEventOf<T>; readonly delivery: Delivery; readonly once: Once };

/** What an automation on a schedule counts, for alarms; that it ended well or failed is counted anyway. */
export type TickCount =
  | {
      readonly name:
        | 'recovered'
        | 'inferred'
        | 'unfired'
        | 'failed_firing'
        | 'no_body'
        | 'elsewhere'
        | 'resent'
        | 'stuck';
      readonly event_type: EventType | 'other';
      /** How many at once; 1 unless told. */
      readonly value?: number;
    }
  | { readonly name: 'reconciled' | 'reconciliation_put_off' }
  | { readonly name: 'trouble'; readonly reason: 'token-expiring' };

/** What an automation on a schedule gets. */
export type TickContext<S = Services> = S &
  Invocation & {
    /** What it was invoked with: by the schedule, or by hand. */
    readonly event: unknown;
    count(what: TickCount): void;
  };
