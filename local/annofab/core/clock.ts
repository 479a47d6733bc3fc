import { formatDateTime } from '../../../lib/annofab/api-description.ts';

export { formatDateTime };

/** Where a clock stands, so that another can go on from there. */
export interface ClockPosition {
  readonly offsetMs: number;
  /** The moment at which it is frozen, in milliseconds since 1970. */
  readonly frozenAt?: number;
}

/** The emulator's own time: it runs on, and a test may set it, move it forward or hold it. */
export interface Clock {
  now(): Date;
  /** Goes on from this moment; a frozen clock stays at it. */
  set(date: Date): void;
  advance(milliseconds: number): void;
  /** Holds the clock at the present moment until `resume`. `set` and `advance` still move it. */
  freeze(): void;
  /** Goes on from where it was held. */
  resume(): void;
  isFrozen(): boolean;
  /** How it differs from the machine's. */
  position(): ClockPosition;
  /** Goes on as a clock in this position does; without one, as the machine's. */
  restore(position?: ClockPosition): void;
  /** Calls back whenever the clock was set or advanced. */
  onMove(listener: () => void): void;
  /**
   * The present moment as Annofab writes it, each one later than the one before by at least a millisecond, so that two
   * changes in one millisecond still have different locks.
   */
  stamp(): string;
}

/**
 * @param source where time comes from before it is set; the machine's clock unless told otherwise
 * @param isShort whether stamps are written short: see `Settings`
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
