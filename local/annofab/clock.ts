/** The emulator's own time: it runs on, and a test may set it or move it forward. */
export interface Clock {
  now(): Date;
  /** Goes on from this moment. */
  set(date: Date): void;
  advance(milliseconds: number): void;
  /**
   * The present moment as Annofab writes it, each one later than the one before by at least a millisecond, so that two
   * changes in one millisecond still have different locks.
   */
  stamp(): string;
}

/** @param source where time comes from before it is set; the machine's clock unless told otherwise */
export function createClock(source: () => Date = () => new Date()): Clock {
  let offset = 0;
  let lastStamp = Number.NEGATIVE_INFINITY;
  const now = (): Date => new Date(source().getTime() + offset);
  return {
    now,
    set: (date) => {
      offset = date.getTime() - source().getTime();
      lastStamp = Number.NEGATIVE_INFINITY;
    },
    advance: (milliseconds) => {
      offset += milliseconds;
    },
    stamp: () => {
      lastStamp = Math.max(now().getTime(), lastStamp + 1);
      return formatDateTime(new Date(lastStamp));
    },
  };
}

const JST_OFFSET_MS = 9 * 60 * 60 * 1000;

/** Annofab writes Japanese time with milliseconds: `2019-05-08T10:00:00.000+09:00`. */
export function formatDateTime(date: Date): string {
  return new Date(date.getTime() + JST_OFFSET_MS).toISOString().replace('Z', '+09:00');
}
