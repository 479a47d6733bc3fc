import { fieldsOf, type WebhookEvent } from '../../webhooks/events.ts';

/** Events that are known, to be found by what they are about and when it happened. */
export interface KnownEvents {
  add(event: WebhookEvent): void;
  /** Whether one about the same tells of a moment from `from` to `to`, both included (milliseconds since 1970). */
  has(event: WebhookEvent, moments: { readonly from: number; readonly to: number }): boolean;
}

export function createKnownEvents(): KnownEvents {
  const momentsOf = new Map<string, number[]>();
  return {
    add(event) {
      const subject = subjectOf(event);
      const moments = momentsOf.get(subject) ?? [];
      moments.push(Date.parse(event.complete_datetime));
      momentsOf.set(subject, moments);
    },
    has: (event, { from, to }) =>
      momentsOf.get(subjectOf(event))?.some((moment) => moment >= from && moment <= to) ?? false,
  };
}

/** All but the moment: `task-completed/demo-project/task-1`. No id has a slash in it. */
function subjectOf(event: WebhookEvent): string {
  const fields = fieldsOf(event).filter(({ field }) => field !== 'complete_datetime');
  return [event.event_type, ...fields.map(({ value }) => value)].join('/');
}
