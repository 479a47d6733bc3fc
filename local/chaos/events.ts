import { type DeliveryKey, deliveryKey } from '../../lib/webhooks/delivery-key.ts';
import type { EventType, WebhookEvent, WebhookEventOf } from '../../lib/webhooks/events.ts';
import { isEventType } from '../../lib/webhooks/events.ts';
import { parseEvent } from '../../lib/webhooks/parse-event.ts';
import type { State } from '../annofab/index.ts';

/** An event that fired, whether or not a webhook was sent for it. */
export interface FiredEvent extends DeliveryKey {
  readonly event: WebhookEvent;
  /** The task was damaged, so that the event cannot be processed. */
  readonly isDamaged?: boolean;
  /** The ETag of the archive that was built. */
  readonly archiveEtag?: string;
}

/** All events that fired, oldest first. */
export interface Events {
  fire(event: WebhookEvent, more?: Pick<FiredEvent, 'isDamaged' | 'archiveEtag'>): void;
  readonly all: readonly FiredEvent[];
}

export function createEvents(): Events {
  const all: FiredEvent[] = [];
  return {
    all,
    fire: (event, more = {}) => {
      all.push({ ...deliveryKey(event), event, ...more });
    },
  };
}

/** A webhook that Annofab sent, according to its job. */
export interface SentWebhook extends FiredEvent {
  /** The receiver answered with success. */
  readonly acknowledged: boolean;
}

/** The `invoke-hook` jobs of all projects. */
export function sentWebhooks(state: State): SentWebhook[] {
  return [...state.projects.values()].flatMap(({ jobs }) =>
    jobs.flatMap(({ job_type, job_status, job_detail: detail }) => {
      if (job_type !== 'invoke-hook' || detail?._type !== 'InvokeHook' || !('replaced_body' in detail)) return [];
      const event = eventOf(detail.replaced_body ?? '');
      return event === undefined ? [] : [{ ...deliveryKey(event), event, acknowledged: job_status === 'succeeded' }];
    }),
  );
}

function eventOf(body: string): WebhookEvent | undefined {
  const json: unknown = JSON.parse(body);
  const { event_type: eventType }: { event_type?: unknown } = Object(json);
  if (!isEventType(eventType)) return undefined;
  const parsed = parseEvent(eventType, json);
  return parsed.ok ? parsed.event : undefined;
}

/** The events of a type. */
export function ofType<T extends EventType>(
  events: readonly FiredEvent[],
  type: T,
): (FiredEvent & { readonly event: WebhookEventOf<T> })[] {
  return events.filter((fired): fired is FiredEvent & { readonly event: WebhookEventOf<T> } => isOfType(fired, type));
}

function isOfType({ event }: FiredEvent, type: EventType): boolean {
  return event.event_type === type;
}
