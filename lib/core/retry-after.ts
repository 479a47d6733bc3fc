/**
 * Reads a `Retry-After` header (RFC 9110, 10.2.3): whole seconds, or an HTTP date in one of its three forms.
 *
 * @param now epoch milliseconds that a date is measured from: best the `Date` of the same response, since clocks differ
 * @returns milliseconds from `now`, never negative; undefined when it is missing or malformed
 */
export function parseRetryAfter(value: string | undefined, now: number): number | undefined {
  if (value === undefined) return undefined;
  const text = value.trim();
  if (/^\d{1,10}$/.test(text)) return Number(text) * 1000;
  const date = parseHttpDate(text, now);
  return date === undefined ? undefined : Math.max(0, date - now);
}

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
const DAYS = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'];
const LONG_DAYS = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];
const TIME = '(?<hour>\\d{2}):(?<minute>\\d{2}):(?<second>\\d{2})';
const month = `(?<month>${MONTHS.join('|')})`;

/** RFC 9110, 5.6.7: the current form, and the two obsolete ones that must still be parsed. */
const forms = [
  new RegExp(`^(?<weekday>${DAYS.join('|')}), (?<day>\\d{2}) ${month} (?<year>\\d{4}) ${TIME} GMT$`),
  new RegExp(`^(?<weekday>${LONG_DAYS.join('|')}), (?<day>\\d{2})-${month}-(?<year>\\d{2}) ${TIME} GMT$`),
  new RegExp(`^(?<weekday>${DAYS.join('|')}) ${month} (?<day>[ \\d]\\d) ${TIME} (?<year>\\d{4})$`),
];

/**
 * Parses an HTTP date strictly: a day that the calendar does not have, or the wrong weekday, is not a date.
 *
 * @param now epoch milliseconds, for the century of a two-digit year
 */
export function parseHttpDate(text: string, now: number): number | undefined {
  const parts = forms.map((form) => form.exec(text)?.groups).find((groups) => groups !== undefined);
  if (!parts) return undefined;
  const [day, hour, minute, second] = ['day', 'hour', 'minute', 'second'].map((name) => Number(parts[name]));
  if (day === undefined || hour === undefined || minute === undefined || second === undefined) return undefined;
  const year = fullYear(parts['year'] ?? '', now);
  const monthIndex = MONTHS.indexOf(parts['month'] ?? '');
  const date = new Date(Date.UTC(year, monthIndex, day, hour, minute, second));
  const roundTrip =
    date.getUTCFullYear() === year &&
    date.getUTCMonth() === monthIndex &&
    date.getUTCDate() === day &&
    date.getUTCHours() === hour &&
    date.getUTCMinutes() === minute &&
    date.getUTCSeconds() === second &&
    (parts['weekday'] ?? '').startsWith(DAYS[date.getUTCDay()] ?? '?');
  return roundTrip ? date.getTime() : undefined;
}

/** A two-digit year that seems more than 50 years ahead is in the past (RFC 9110, 5.6.7). */
function fullYear(digits: string, now: number): number {
  if (digits.length === 4) return Number(digits);
  const thisYear = new Date(now).getUTCFullYear();
  const year = Math.floor(thisYear / 100) * 100 + Number(digits);
  return year > thisYear + 50 ? year - 100 : year;
}
