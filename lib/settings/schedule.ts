import {
  check,
  integer,
  isJsonObject,
  object,
  optional,
  pattern,
  problem,
  type Read,
  type Shape,
} from '../core/json.ts';

/** When a function runs: once a day at a time, or again and again. */
export type Schedule =
  | { readonly at: string; readonly timezone: string }
  | { readonly everyMinutes: number; readonly timezone?: never };

const MINUTES_A_DAY = 24 * 60;

const timeOfDay = pattern(/^([01]\d|2[0-3]):[0-5]\d$/, 'must be a time of day such as "20:00"');
const timeZone = check(
  (value): value is string => typeof value === 'string' && isTimezone(value),
  'must be a time zone such as "Asia/Tokyo"',
);

/**
 * `{ at: '20:00', timezone: 'Asia/Tokyo' }` or `{ everyMinutes: 15 }`.
 *
 * @param least the shortest interval that makes sense, in minutes
 */
export function schedule(least: number): Shape<Schedule> {
  const everyMinutes = optional(integer(least, MINUTES_A_DAY));
  const fields = object({ at: optional(timeOfDay), timezone: optional(timeZone), everyMinutes });
  return {
    read: (value, path = '') => {
      if (!isJsonObject(value)) {
        return problem(path, 'must be false, { at: "20:00", timezone: "Asia/Tokyo" } or { everyMinutes: 15 }');
      }
      const read = fields.read(value, path);
      return read.ok ? scheduleOf(read.value, path) : read;
    },
  };
}

interface GivenSchedule {
  readonly at?: string;
  readonly timezone?: string;
  readonly everyMinutes?: number;
}

function scheduleOf({ at, timezone, everyMinutes }: GivenSchedule, path: string): Read<Schedule> {
  if (at !== undefined && everyMinutes === undefined) {
    return { ok: true, value: { at, timezone: timezone ?? 'Asia/Tokyo' } };
  }
  if (at !== undefined || everyMinutes === undefined) return problem(path, 'must have either "at" or "everyMinutes"');
  if (timezone !== undefined) return problem(`${path}.timezone`, 'has no effect with everyMinutes');
  return { ok: true, value: { everyMinutes } };
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
