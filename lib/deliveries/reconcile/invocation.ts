import type { ProjectJobInfo } from '../../annofab/index.ts';
import { isJsonObject, type JsonObject, ownField } from '../../core/json.ts';
import { type EventType, isEventType, type WebhookEvent } from '../../webhooks/events.ts';
import { readEvent } from '../../webhooks/read-event.ts';
import { WEBHOOK_PATH } from '../../webhooks/templates.ts';

/** A webhook invocation, as Annofab recorded it. */
export type WebhookInvocation =
  | { readonly kind: 'event'; readonly eventType: EventType; readonly event: WebhookEvent }
  /** A test delivery: nothing has happened. */
  | { readonly kind: 'test'; readonly eventType: EventType }
  /** The webhook has another address: only its owner knows what its body means. */
  | { readonly kind: 'elsewhere'; readonly eventType: EventType | 'other' }
  /** The body is missing, or the receiver would refuse it, for example because of unfilled placeholders. */
  | { readonly kind: 'no body'; readonly eventType: EventType | 'other' }
  /** A project's owner can put anything into a body, but not an event of another project. */
  | { readonly kind: 'other project'; readonly eventType: EventType };

/**
 * Reads an `invoke-hook` job by the rules of the receiver. The event type is that of the webhook when it was invoked.
 * Annofab does not always show the webhook or the body, so both are optional.
 *
 * @param o.webhookUrl the address of our HTTP API
 * @param o.now milliseconds since 1970
 */
export function readInvocation(
  { project_id, job_detail }: ProjectJobInfo,
  { webhookUrl, now }: { readonly webhookUrl: string | undefined; readonly now: number },
): WebhookInvocation {
  const detail = objectOf(job_detail);
  const webhook = objectOf(ownField(detail, 'webhook'));
  const type = ownField(webhook, 'event_type');
  const eventType = isEventType(type) ? type : 'other';
  const url = ownField(webhook, 'url');
  if (typeof url === 'string' && !pointsHere(url, webhookUrl)) return { kind: 'elsewhere', eventType };
  if (eventType === 'other') return { kind: 'no body', eventType };
  const body = ownField(detail, 'replaced_body');
  const read = typeof body === 'string' ? readEvent(eventType, body, now) : undefined;
  if (read?.kind === 'test') return { kind: 'test', eventType };
  if (read?.kind !== 'event') return { kind: 'no body', eventType };
  if (read.event.project_id !== project_id) return { kind: 'other project', eventType };
  return { kind: 'event', eventType, event: read.event };
}

/** Whether a webhook with this address calls our receiver. */
export function pointsHere(url: string, webhookUrl: string | undefined): boolean {
  if (webhookUrl === undefined || !URL.canParse(url)) return false;
  const receiver = new URL(`${webhookUrl.replace(/\/+$/, '')}${WEBHOOK_PATH}/`);
  return new URL(url).href.startsWith(receiver.href);
}

function objectOf(value: unknown): JsonObject {
  return isJsonObject(value) ? value : {};
}
