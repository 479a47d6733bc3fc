const JAPAN_MS = 9 * 60 * 60 * 1_000;

/**
 * A moment as Annofab writes it: in Japanese time, with milliseconds. For values of one's own; a date-time that came from
 * Annofab goes back as it came.
 *
 * @example
 * formatDateTime(new Date(0)) // 1970-01-01T09:00:00.000+09:00
 * @throws RangeError for a Date that is none
 */
export function formatDateTime(date: Date): string {
  return new Date(date.getTime() + JAPAN_MS).toISOString().replace('Z', '+09:00');
}
