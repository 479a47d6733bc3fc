import type { DateRange } from '../../../lib/annofab/api-description.ts';
import { type Clock, formatDateTime } from '../core/clock.ts';
import { invalidQuery, missingQuery } from '../core/errors.ts';
import type { ProjectRecord } from '../core/state.ts';

/** A day in Japan. */
export interface Day {
  /** YYYY-MM-DD */
  readonly date: string;
  /** Epoch ms of its midnight, and of the next one. */
  readonly start: number;
  readonly end: number;
}

const DAY_MS = 24 * 60 * 60 * 1000;

/** The longest that daily statistics may be asked for at once. */
const MAX_MONTHS = 3;

/**
 * The days that a query asks for and that there are statistics of.
 *
 * @throws Failure 400 without `from` and `to`, for what is no date, and for more than three months
 */
export function readDays(query: { from?: string | undefined; to?: string | undefined }, dates: DateRange[]): Day[] {
  const from = readDate('from', query.from);
  const to = readDate('to', query.to);
  if (from > to) throw invalidQuery('from must not be later than to');
  if (to >= addMonths(from, MAX_MONTHS)) throw invalidQuery(`from and to may be at most ${MAX_MONTHS} months apart`);
  return daysOf(dates).filter(({ date }) => from <= date && date <= to);
}

/** The days on which the project was not suspended, from its first to today. */
export function availableDates({ activePeriods }: ProjectRecord, clock: Clock): DateRange[] {
  const today = dateOf(clock.now().getTime());
  return activePeriods.map((period) => ({
    from: dateOf(Date.parse(period.from)),
    to: period.to === undefined ? today : dateOf(Date.parse(period.to)),
  }));
}

/** Each day of the ranges once: one that ends a range may begin the next. */
export function daysOf(dates: readonly DateRange[]): Day[] {
  const days = new Map<string, Day>();
  for (const { from, to } of dates) {
    for (let start = midnight(from); start <= midnight(to); start += DAY_MS) {
      const date = dateOf(start);
      days.set(date, { date, start, end: start + DAY_MS });
    }
  }
  return [...days.values()];
}

/** Japan has no summer time, so every day is as long. */
function midnight(date: string): number {
  return Date.parse(`${date}T00:00:00.000+09:00`);
}

function dateOf(time: number): string {
  return formatDateTime(new Date(time)).slice(0, 10);
}

function readDate(name: string, value: string | undefined): string {
  if (value === undefined) throw missingQuery(name);
  const isDate =
    /^\d{4}-\d{2}-\d{2}$/.test(value) && !Number.isNaN(midnight(value)) && dateOf(midnight(value)) === value;
  if (!isDate) throw invalidQuery(`${name} must be a date as YYYY-MM-DD`);
  return value;
}

/** The same day some months later; where that month is shorter, the first day after it. */
function addMonths(date: string, months: number): string {
  const moved = new Date(`${date}T00:00:00.000Z`);
  moved.setUTCMonth(moved.getUTCMonth() + months);
  return moved.toISOString().slice(0, 10);
}
