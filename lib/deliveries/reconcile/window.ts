import { LoggableError } from '../../core/loggable-error.ts';
import type { Invocation } from '../../runtime/context.ts';
import { LONGEST_DAYS } from './request.ts';
import type { Watermark } from './watermarks.ts';

const DAY_MS = 24 * 60 * 60 * 1_000;

/** So long a job that is in progress is waited for; then it is taken as it is. */
const longestWaitMs = DAY_MS;

/** The part of a project's records that a run looks at. Moments are in milliseconds since 1970. */
export interface Window {
  readonly begun: number;
  readonly since: number;
  /** What is younger is left to a later run: its webhook may be on its way. */
  readonly until: number;
  /** What is in progress since then is waited for. */
  readonly patientSince: number;
  /** When the last run began that came to its end. */
  readonly lastRunAt: number | undefined;
}

/** From the watermark less an overlap on, since clocks differ; the first time as far back as Annofab remembers. */
export function windowOf(
  { settings, now }: Pick<Invocation, 'settings' | 'now'>,
  { watermark, days = 0 }: { watermark: Watermark | undefined; days?: number | undefined },
): Window {
  const begun = now();
  const due = watermark === undefined ? 0 : watermark.readTo - settings.reconcileOverlapSeconds * 1_000;
  return {
    begun,
    since: Math.max(begun - LONGEST_DAYS * DAY_MS, Math.min(due, begun - days * DAY_MS)),
    until: begun - settings.reconcileMinAgeSeconds * 1_000,
    patientSince: begun - longestWaitMs,
    // By hand all is told, whether it has been told before or not.
    lastRunAt: days > 0 ? undefined : watermark?.lastRunAt,
  };
}

/** There is not time enough for another step: what was not looked at is the next run's. */
export class OutOfTime extends LoggableError {
  override readonly name = 'OutOfTime' as const;
}

/** @throws OutOfTime when the invocation has to come to its end */
export function assertTime({ settings, deadline, now }: Pick<Invocation, 'settings' | 'deadline' | 'now'>): void {
  if (deadline - now() < settings.reconcileMarginMs) throw new OutOfTime('The time of the invocation is nearly up');
}
