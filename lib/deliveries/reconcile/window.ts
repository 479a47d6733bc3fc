import { LoggableError } from '../../core/loggable-error.ts';
import type { Invocation } from '../../runtime/context.ts';
import { MAX_DAYS } from './request.ts';
import type { Watermark } from './watermarks.ts';

const DAY_MS = 24 * 60 * 60 * 1_000;

/** A job in progress that is older than this will not end: it is processed as it is. */
const MAX_JOB_WAIT_MS = DAY_MS;

/** The period that a run reads. Times are in milliseconds since 1970. */
export interface Window {
  /** When the run started. */
  readonly begun: number;
  readonly since: number;
  /** Newer jobs are left to a later run: their webhook may still arrive. */
  readonly until: number;
  /** A job in progress that was created after this is left to a later run. */
  readonly patientSince: number;
  /** When the last complete run started. */
  readonly lastRunAt: number | undefined;
}

/** Starts at the watermark minus an overlap, since clocks differ; the first time, as far back as Annofab keeps jobs. */
export function windowOf(
  { settings, now }: Pick<Invocation, 'settings' | 'now'>,
  { watermark, days = 0 }: { watermark: Watermark | undefined; days?: number | undefined },
): Window {
  const begun = now();
  const due = watermark === undefined ? 0 : watermark.readTo - settings.reconcileOverlapSeconds * 1_000;
  return {
    begun,
    since: Math.max(begun - MAX_DAYS * DAY_MS, Math.min(due, begun - days * DAY_MS)),
    until: begun - settings.reconcileMinAgeSeconds * 1_000,
    patientSince: begun - MAX_JOB_WAIT_MS,
    // A manual run reports everything, even if an earlier run reported it.
    lastRunAt: days > 0 ? undefined : watermark?.lastRunAt,
  };
}

/** The time is too short for another step: the rest is left to the next run. */
export class OutOfTime extends LoggableError {
  override readonly name = 'OutOfTime' as const;
}

/**
 * When a step has to end that must not use up the time of those after it.
 *
 * @param share of the time that is left
 */
export function endOfShare({ deadline, now }: Pick<Invocation, 'deadline' | 'now'>, share: number): number {
  const begun = now();
  return begun + (deadline - begun) * share;
}

/** @throws OutOfTime when the invocation must end */
export function assertTime({ settings, deadline, now }: Pick<Invocation, 'settings' | 'deadline' | 'now'>): void {
  if (deadline - now() < settings.reconcileMarginMs) throw new OutOfTime('The time of the invocation is nearly up');
}
