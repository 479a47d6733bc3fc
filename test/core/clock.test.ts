import { describe, expect, it } from 'vitest';
import { startDeadline } from '../../lib/core/async/deadline.ts';
import { raceSignal } from '../../lib/core/async/race-signal.ts';
import { SingleFlight } from '../../lib/core/async/single-flight.ts';
import { systemClock } from '../../lib/core/clock.ts';
import { createTestClock, failureOf, gate } from '../annofab/support.ts';

describe('the system clock', () => {
  it('sleep never ends too early', async () => {
    for (const ms of [0, 1, 2.5, 7]) {
      const start = performance.now();
      await systemClock.sleep(ms, new AbortController().signal);
      expect(performance.now() - start).toBeGreaterThanOrEqual(ms);
    }
  });

  it('sleep ends immediately when the signal aborts', async () => {
    const controller = new AbortController();
    const sleeping = failureOf(systemClock.sleep(3_600_000, controller.signal));
    controller.abort(new Error('wake up'));
    expect((await sleeping).message).toBe('wake up');
    expect((await failureOf(systemClock.sleep(1, controller.signal))).message).toBe('wake up');
  });

  it('after() runs nothing that was cancelled', async () => {
    let ran = false;
    systemClock.after(0, () => {
      ran = true;
    })();
    await systemClock.sleep(2, new AbortController().signal);
    expect(ran).toBe(false);
  });

  it.each([2 ** 31, Number.POSITIVE_INFINITY])(
    'after() does not fire immediately for a time beyond the longest timer: %d ms',
    async (ms) => {
      const early: string[] = [];
      const controller = new AbortController();
      const stop = systemClock.after(ms, () => early.push('after'));
      const sleeping = systemClock.sleep(ms, controller.signal).then(
        () => early.push('sleep'),
        () => {},
      );
      await systemClock.sleep(5, new AbortController().signal);
      stop();
      controller.abort();
      await sleeping;
      expect(early).toEqual([]);
    },
  );
});

describe('a deadline', () => {
  it('a deadline aborts with its own error, and not after it has ended', () => {
    const clock = createTestClock();
    const start = () => startDeadline({ clock, timeoutMs: 10, onTimeout: () => new Error('late') });
    const [running, ended] = [start(), start()];
    ended.end();
    clock.advance(4);
    expect(running.leftMs()).toBe(6);
    clock.advance(6);
    expect(running.signal.reason).toEqual(new Error('late'));
    expect(ended.signal.aborted).toBe(false);
  });
});

describe('SingleFlight', () => {
  it('does shared work once, and again for a later call', async () => {
    let times = 0;
    const flight = new SingleFlight<number>();
    const work = async () => {
      times += 1;
      return times;
    };
    const { signal } = new AbortController();
    expect(await Promise.all([flight.join(work, signal), flight.join(work, signal)])).toEqual([1, 1]);
    expect(await flight.join(work, signal)).toBe(2);
  });

  it('fails for all callers, and starts again for a later call', async () => {
    const flight = new SingleFlight<string>();
    const { signal } = new AbortController();
    const fail = async () => {
      throw new Error('no');
    };
    const failures = await Promise.all([failureOf(flight.join(fail, signal)), failureOf(flight.join(fail, signal))]);
    expect(failures.map(({ message }) => message)).toEqual(['no', 'no']);
    expect(await flight.join(async () => 'yes', signal)).toBe('yes');
  });

  it('aborts the work when the last caller has left, not before', async () => {
    const flight = new SingleFlight<never>();
    const aborted = gate();
    const left: string[] = [];
    const work = (signal: AbortSignal) => {
      signal.addEventListener('abort', () => {
        left.push('aborted');
        aborted.open();
      });
      return new Promise<never>(() => {});
    };
    const [one, two] = [new AbortController(), new AbortController()];
    const waiting = [failureOf(flight.join(work, one.signal)), failureOf(flight.join(work, two.signal))];
    one.abort();
    await waiting[0];
    left.push('one');
    two.abort();
    await waiting[1];
    await aborted.opened;
    expect(left).toEqual(['one', 'aborted']);
  });
});

it('raceSignal leaves no listener on the signal', async () => {
  const { signal } = new AbortController();
  expect(await raceSignal(signal, async () => 1)).toBe(1);
});
