import type { DateRange } from '../../../lib/annofab/api-description.ts';
import { type Clock, dateInJapan } from '../core/clock.ts';
import { invalidQuery, missingQuery } from '../core/errors.ts';
import type { ProjectRecord } from '../core/state.ts';

/** A day in Japan. */
export interface Day {
  /** YYYY-MM-DD */
  readonly date: string;
  /** Epoch ms of its first moment, and of the next day's. */
  readonly start: number;
  readonly end: number;
}

const DAY_MS = 24 * 60 * 60 * 1000;

/** The longest period of one request for daily statistics. */
const MAX_MONTHS = 3;

/**
 * The requested days that have statistics.
 *
 * @throws Failure 400 without `from` and `to`, for an invalid date, and for more than three months
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
  const today = dateInJapan(clock.now());
  return activePeriods.map((period) => ({
    from: dateInJapan(new Date(Date.parse(period.from))),
    to: period.to === undefined ? today : dateInJapan(new Date(Date.parse(period.to))),
  }));
}

/** The days of the ranges without duplicates: a range may begin on the last day of another. */
export function daysOf(dates: readonly DateRange[]): Day[] {
  const days = new Map<string, Day>();
  for (const { from, to } of dates) {
    for (let start = midnight(from); start <= midnight(to); start += DAY_MS) {
      const date = dateInJapan(new Date(start));
      days.set(date, { date, start, end: start + DAY_MS });
    }
  }
  return [...days.values()];
}

/** Japan has no daylight saving time, so all days have the same length. */
function midnight(date: string): number {
  return Date.parse(`${date}T00:00:00.000+09:00`);
}

function readDate(name: string, value: string | undefined): string {
  if (value === undefined) throw missingQuery(name);
  const isDate =
    /^\d{4}-\d{2}-\d{2}$/.test(value) &&
    !Number.isNaN(midnight(value)) &&
    dateInJapan(new Date(midnight(value))) === value;
  if (!isDate) throw invalidQuery(`${name} must be a date as YYYY-MM-DD`);
  return value;
}

/** The same day some months later, or the first day after a month that is too short. */
function addMonths(date: string, months: number): string {
  const moved = new Date(`${date}T00:00:00.000Z`);
  moved.setUTCMonth(moved.getUTCMonth() + months);
  return moved.toISOString().slice(0, 10);
}

const HOUR_MS = 3_600_000;

const MINUTE_MS = 60_000;

/** In Annofab's format: `PT34H17M36.789S`. */
export function formatDuration(milliseconds: number): string {
  const whole = Math.round(milliseconds);
  const hours = Math.floor(whole / HOUR_MS);
  const minutes = Math.floor((whole % HOUR_MS) / MINUTE_MS);
  const seconds = (whole % MINUTE_MS) / 1000;
  const parts = [hours > 0 && `${hours}H`, minutes > 0 && `${minutes}M`, (seconds > 0 || whole === 0) && `${seconds}S`];
  return `PT${parts.filter(Boolean).join('')}`;
}

/** @returns ms; 0 unless the text is a duration of hours, minutes and seconds */
export function parseDuration(text: string): number {
  const [, hours = 0, minutes = 0, seconds = 0] = /^PT(?:(\d+)H)?(?:(\d+)M)?(?:([\d.]+)S)?$/.exec(text) ?? [];
  return Number(hours) * HOUR_MS + Number(minutes) * MINUTE_MS + Number(seconds) * 1000;
}
