import { isJsonObject } from '../core/json.ts';
import { ImpossibleValue, type Reader, unknownNames, wholeNumber } from './readers.ts';

/** When a function runs: once a day at a time, or again and again. */
export type Schedule =
  | { readonly at: string; readonly timezone: string }
  | { readonly everyMinutes: number; readonly timezone?: never };

const MINUTES_A_DAY = 24 * 60;

/**
 * Reads `false`, `{ at: '20:00', timezone: 'Asia/Tokyo' }` or `{ everyMinutes: 15 }`.
 *
 * @param least the shortest interval that makes sense, in minutes
 */
export function schedule(least: number): Reader<Schedule | false> {
  return (value) => {
    if (value === false) return false;
    if (!isJsonObject(value)) {
      throw new ImpossibleValue(' must be false, { at: "20:00", timezone: "Asia/Tokyo" } or { everyMinutes: 15 }');
    }
    const unknown = unknownNames(Object.keys(value), ['at', 'timezone', 'everyMinutes']);
    if (unknown.length > 0) throw new ImpossibleValue(...unknown.map((problem) => `.${problem}`));
    const { at, everyMinutes, timezone = 'Asia/Tokyo' } = value;
    if ((at === undefined) === (everyMinutes === undefined)) {
      throw new ImpossibleValue(' must have either "at" or "everyMinutes"');
    }
    if (everyMinutes === undefined) return { at: timeOfDay(at), timezone: timezoneOf(timezone) };
    if ('timezone' in value) throw new ImpossibleValue('.timezone has no effect with everyMinutes');
    return { everyMinutes: interval(least)(everyMinutes) };
  };
}

function interval(least: number): Reader<number> {
  const read = wholeNumber(least, MINUTES_A_DAY);
  return (value) => {
    try {
      return read(value);
    } catch {
      throw new ImpossibleValue(`.everyMinutes must be a whole number from ${least} to ${MINUTES_A_DAY}`);
    }
  };
}

function timeOfDay(value: unknown): string {
  if (typeof value === 'string' && /^([01]\d|2[0-3]):[0-5]\d$/.test(value)) return value;
  throw new ImpossibleValue('.at must be a time of day such as "20:00"');
}

function timezoneOf(value: unknown): string {
  if (typeof value === 'string' && isTimezone(value)) return value;
  throw new ImpossibleValue('.timezone must be a time zone such as "Asia/Tokyo"');
}

function isTimezone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone !== '' && !/^[+-]/.test(name);
  } catch {
    return false;
  }
}

/** As EventBridge Scheduler takes it. */
export function expressionOf(when: Schedule): { readonly expression: string; readonly timezone: string } {
  if ('everyMinutes' in when) {
    const { everyMinutes } = when;
    return { expression: `rate(${everyMinutes} minute${everyMinutes === 1 ? '' : 's'})`, timezone: 'UTC' };
  }
  const [hour, minute] = when.at.split(':').map(Number);
  return { expression: `cron(${minute} ${hour} * * ? *)`, timezone: when.timezone };
}

/** How long it is from one run to the next, in seconds. */
export function secondsBetweenRuns(when: Schedule): number {
  return 60 * ('everyMinutes' in when && when.everyMinutes !== undefined ? when.everyMinutes : MINUTES_A_DAY);
}
