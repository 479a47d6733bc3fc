import { fieldsOf, type WebhookEvent } from '../../webhooks/events.ts';

/** A set of events, searched by subject and date-time. */
export interface KnownEvents {
  add(event: WebhookEvent): void;
  /** Whether it has an event about the same subject from `from` to `to`, both included (milliseconds since 1970). */
  has(event: WebhookEvent, period: { readonly from: number; readonly to: number }): boolean;
}

export function createKnownEvents(): KnownEvents {
  const timesOf = new Map<string, number[]>();
  return {
    add(event) {
      const subject = subjectOf(event);
      const times = timesOf.get(subject) ?? [];
      times.push(Date.parse(event.complete_datetime));
      timesOf.set(subject, times);
    },
    has: (event, { from, to }) => timesOf.get(subjectOf(event))?.some((time) => time >= from && time <= to) ?? false,
  };
}

/** Everything but the date-time: `task-completed/demo-project/task-1`. An id contains no slash. */
function subjectOf(event: WebhookEvent): string {
  const fields = fieldsOf(event).filter(({ field }) => field !== 'complete_datetime');
  return [event.event_type, ...fields.map(({ value }) => value)].join('/');
}
