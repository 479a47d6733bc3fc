const JAPAN_MS = 9 * 60 * 60 * 1_000;

/**
 * Formats a moment as Annofab does: in Japanese time, with milliseconds. Use it for your own values only: send date-times
 * from Annofab back verbatim.
 *
 * @example
 * formatDateTime(new Date(0)) // 1970-01-01T09:00:00.000+09:00
 * @throws RangeError for an invalid Date
 */
export function formatDateTime(date: Date): string {
  return new Date(date.getTime() + JAPAN_MS).toISOString().replace('Z', '+09:00');
}
