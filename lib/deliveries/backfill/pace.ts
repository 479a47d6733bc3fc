import { setTimeout as sleep } from 'node:timers/promises';

export interface PaceOptions {
  /** How many turns a second. */
  readonly rate: number;
  /** Up to how many messages may wait in the queue. */
  readonly maxBacklog: number;
  /** How many messages wait in the queue now. */
  readonly depth: () => Promise<number>;
  readonly signal: AbortSignal;
}

/** How often a full queue is looked at. */
const LOOK_AGAIN_MS = 500;

/**
 * Runs work at a bounded rate, and none while the queue is full. So a live event never waits behind more than a few messages of a
 * backfill, even where SQS does not prefer it: SQS needs some messages of a group in flight to find out that it is noisy.
 */
export function createPace({ rate, maxBacklog, depth, signal }: PaceOptions) {
  let nextAt = performance.now();
  /** How many messages may be sent before the queue is looked at again. */
  let room = 0;
  /** Turns whose message may not be in the queue yet. */
  let sending = 0;
  let looking: Promise<void> | undefined;

  async function look(): Promise<void> {
    for (;;) {
      room = maxBacklog - (await depth()) - sending;
      if (room > 0) return;
      await sleep(LOOK_AGAIN_MS, undefined, { signal });
    }
  }

  async function takeRoom(): Promise<void> {
    while (room <= 0) {
      looking ??= look().finally(() => {
        looking = undefined;
      });
      await looking;
    }
    room -= 1;
    sending += 1;
  }

  async function waitForRate(): Promise<void> {
    const now = performance.now();
    const at = Math.max(now, nextAt);
    nextAt = at + 1_000 / rate;
    if (at > now) await sleep(at - now, undefined, { signal });
  }

  return {
    /** @param send sends one message */
    async turn<T>(send: () => Promise<T>): Promise<T> {
      await takeRoom();
      try {
        await waitForRate();
        return await send();
      } finally {
        sending -= 1;
      }
    },
  };
}
