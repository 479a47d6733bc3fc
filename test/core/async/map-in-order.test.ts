import { setImmediate } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { mapInOrder } from '../../../lib/core/async/map-in-order.ts';

describe('mapInOrder', () => {
  it('returns results in the order of the items, whichever is ready first', async () => {
    const gates = [0, 1, 2].map(() => Promise.withResolvers<void>());
    const results = mapInOrder(gates, 3, async (gate, index) => {
      await gate.promise;
      return index;
    });
    for (const gate of gates.toReversed()) {
      gate.resolve();
      await setImmediate();
    }
    expect(await results).toEqual([0, 1, 2]);
  });

  it('runs no more items at a time than the concurrency', async () => {
    let running = 0;
    let most = 0;
    await mapInOrder(Array.from({ length: 20 }), 4, async () => {
      running += 1;
      most = Math.max(most, running);
      await setImmediate();
      running -= 1;
    });
    expect(most).toBe(4);
  });

  it('starts no item after a failure, and throws it when the running ones have ended', async () => {
    const slow = Promise.withResolvers<void>();
    const begun: number[] = [];
    let slowEnded = false;
    const work = mapInOrder([0, 1, 2, 3], 2, async (item) => {
      begun.push(item);
      if (item === 1) throw new Error('no');
      await slow.promise;
      slowEnded = true;
    });
    setImmediate().then(() => slow.resolve());
    await expect(work).rejects.toThrow('no');
    expect({ begun, slowEnded }).toEqual({ begun: [0, 1], slowEnded: true });
  });

  it('returns an empty list for no items', async () => {
    expect(await mapInOrder([], 4, async () => 1)).toEqual([]);
  });
});
