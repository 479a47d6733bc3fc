import { formatDateTime } from '../../../lib/annofab/api-description.ts';

export { formatDateTime };

/** The date of a moment in Japan: `2026-01-31`. */
export function dateInJapan(moment: Date): string {
  return formatDateTime(moment).slice(0, 'yyyy-mm-dd'.length);
}

/** The position of a clock, from which another clock can continue. */
export interface ClockPosition {
  readonly offsetMs: number;
  /** The moment at which it is frozen, in milliseconds since 1970. */
  readonly frozenAt?: number;
}

/** The emulator's own clock: it runs, and a test may set, advance or freeze it. */
export interface Clock {
  now(): Date;
  /** Continues from this moment; a frozen clock stays there. */
  set(date: Date): void;
  advance(milliseconds: number): void;
  /** Stops the clock until `resume`. `set` and `advance` still move it. */
  freeze(): void;
  /** Continues from where it was frozen. */
  resume(): void;
  isFrozen(): boolean;
  /** The difference from the machine's clock. */
  position(): ClockPosition;
  /** Continues from this position; without one, like the machine's clock. */
  restore(position?: ClockPosition): void;
  /** Calls the listener whenever the clock is set or advanced. */
  onMove(listener: () => void): void;
  /**
   * The current time as Annofab writes it, at least a millisecond later than the stamp before, so that two changes in one
   * millisecond have different locks.
   */
  stamp(): string;
}

/**
 * @param source the source of time before the clock is set. Default: the machine's clock
 * @param isShort the setting `shortDateTimes`
 */
export function createClock(source: () => Date = () => new Date(), isShort: () => boolean = () => false): Clock {
  let offset = 0;
  let frozenAt: number | undefined;
  let lastStamp = Number.NEGATIVE_INFINITY;
  const listeners: (() => void)[] = [];
  const time = (): number => frozenAt ?? source().getTime() + offset;

  function move(to: number): void {
    if (frozenAt !== undefined) frozenAt = to;
    offset = to - source().getTime();
    for (const listener of listeners) listener();
  }

  function resume(): void {
    if (frozenAt !== undefined) offset = frozenAt - source().getTime();
    frozenAt = undefined;
  }

  return {
    now: () => new Date(time()),
    set: (date) => {
      lastStamp = Number.NEGATIVE_INFINITY;
      move(date.getTime());
    },
    advance: (milliseconds) => move(time() + milliseconds),
    freeze: () => {
      frozenAt = time();
    },
    resume,
    isFrozen: () => frozenAt !== undefined,
    position: () => ({ offsetMs: offset, ...(frozenAt !== undefined && { frozenAt }) }),
    restore: ({ offsetMs, frozenAt: frozen } = { offsetMs: 0 }) => {
      frozenAt = frozen;
      lastStamp = Number.NEGATIVE_INFINITY;
      offset = offsetMs;
    },
    onMove: (listener) => {
      listeners.push(listener);
    },
    stamp: () => {
      lastStamp = Math.max(time(), lastStamp + 1);
      const text = formatDateTime(new Date(lastStamp));
      return isShort() ? text.replace(/\.?0+(?=\+)/, '') : text;
    },
  };
}
