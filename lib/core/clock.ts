/** The client's source of time and randomness; tests provide their own. */
export interface Clock {
  /** Milliseconds since 1970. */
  now(): number;
  /** Resolves not before `ms` have passed; rejects with the signal's reason as soon as it aborts. */
  sleep(ms: number, signal: AbortSignal): Promise<void>;
  /** Runs `action` after `ms`, unless the function it returns is called first. */
  after(ms: number, action: () => void): () => void;
  /** From 0, and less than 1. */
  random(): number;
}

/** Node fires a longer timer (about 25 days) immediately; nothing here lives that long. */
const LONGEST_TIMER_MS = 2 ** 31 - 1;

export const systemClock: Clock = {
  now: () => Date.now(),
  sleep: (ms, signal) =>
    new Promise((resolve, reject) => {
      const stop = () => {
        clearTimeout(timer);
        reject(signal.reason);
      };
      if (signal.aborted) return reject(signal.reason);
      // A timer of Node may fire within the millisecond before it is due.
      const timer = setTimeout(
        () => {
          signal.removeEventListener('abort', stop);
          resolve();
        },
        Math.min(LONGEST_TIMER_MS, Math.ceil(ms) + 1),
      );
      signal.addEventListener('abort', stop, { once: true });
    }),
  after(ms, action) {
    // Node warns about a negative delay.
    const timer = setTimeout(action, Math.min(LONGEST_TIMER_MS, Math.max(0, ms)));
    return () => clearTimeout(timer);
  },
  random: () => Math.random(),
};
