import { describe, expect, it, vi } from 'vitest';
import { createPace } from '../../../lib/deliveries/backfill/pace.ts';

const { signal } = new AbortController();

describe('the pace of a backfill', () => {
  it('gives turns at its rate', async () => {
    const pace = createPace({ rate: 100, maxBacklog: 1_000, depth: async () => 0, signal });
    const begun = performance.now();
    await Promise.all(Array.from({ length: 21 }, () => pace.turn(async () => {})));
    expect(performance.now() - begun).toBeGreaterThanOrEqual(195);
  });

  it('lets no more messages wait than it may, and goes on when they are fewer', async () => {
    let depth = 7;
    let turns = 0;
    const pace = createPace({ rate: 1_000, maxBacklog: 10, depth: async () => depth, signal });
    const all = Array.from({ length: 13 }, () =>
      pace.turn(async () => {
        turns += 1;
        depth += 1;
      }),
    );
    await vi.waitFor(() => expect(turns).toBe(3), { timeout: 300_000 });
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect(turns).toBe(3);
    depth = 0;
    await vi.waitFor(() => expect(turns).toBe(13), { timeout: 300_000 });
    await Promise.all(all);
  });

  it('ends its waits when it is interrupted, and when the depth of the queue cannot be read', async () => {
    const stopping = new AbortController();
    const full = createPace({ rate: 1, maxBacklog: 1, depth: async () => 5, signal: stopping.signal });
    const waiting = full.turn(async () => {});
    stopping.abort();
    await expect(waiting).rejects.toThrow('aborted');
    const blind = createPace({ rate: 1, maxBacklog: 1, depth: () => Promise.reject(new Error('no right')), signal });
    await expect(blind.turn(async () => {})).rejects.toThrow('no right');
  });
});
