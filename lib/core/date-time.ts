// Annofab writes ISO-8601 in Japanese time, drops the fraction's trailing zeros or the whole fraction, and sometimes
// writes `Z`. Digits and length are bounded: at most 35 characters.
const DATE_TIME_PATTERN =
  /^(\d{4})-(\d{2})-(\d{2})T([01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d{1,9})?(?:Z|[+-](?:[01]\d|2[0-3]):[0-5]\d)$/;

/**
 * Whether a value is a date-time as Annofab writes one: `2019-05-08T10:00:00.000+09:00`, `2019-05-08T10:00:00.25+09:00`,
 * `2019-05-08T01:00:00Z`. It only checks: date-times are kept verbatim, because two spellings of one instant are
 * different texts for a lock or a key.
 */
export function isDateTime(value: unknown): value is string {
  if (typeof value !== 'string') return false;
  const [, year, month, day] = DATE_TIME_PATTERN.exec(value)?.map(Number) ?? [];
  if (year === undefined || month === undefined || day === undefined) return false;
  return month >= 1 && month <= 12 && day >= 1 && day <= daysIn(year, month);
}

function daysIn(year: number, month: number): number {
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  if (month === 2) return leap ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}
