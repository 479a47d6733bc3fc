import type { WebhookEvent } from './events.ts';
import type { FieldProblem } from './parse-event.ts';

const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;

/** Annofab's clock and ours may differ by minutes. Only a sender who makes events up is further ahead. */
export const MAX_AHEAD_MS = 5 * MINUTE_MS;

/** Annofab lists webhook invocations for 14 days; a job of Annofab may take a day until its event. */
const MAX_AGE_MS = 15 * DAY_MS;

/** What is wrong with the time of an event that is received now: it is in the future, or older than Annofab could show it. */
export function eventTimeProblem({ complete_datetime }: WebhookEvent, now: number): FieldProblem | undefined {
  const aheadMs = Date.parse(complete_datetime) - now;
  const field = 'complete_datetime';
  if (aheadMs > MAX_AHEAD_MS) return { field, message: 'must not be more than 5 minutes in the future' };
  if (aheadMs < -MAX_AGE_MS) return { field, message: 'must not be more than 15 days in the past' };
  return undefined;
}
