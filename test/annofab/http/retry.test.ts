import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { answerIsLost, decideRetry, type Outcome, type RetryQuestion } from '../../../lib/annofab/http/retry.ts';

function ask(outcome: Outcome, given: Partial<RetryQuestion> = {}) {
  return decideRetry({
    outcome,
    safety: 'safe',
    attempt: 1,
    waitLeftMs: 30_000,
    timeLeftMs: 60_000,
    rateLimitedSeconds: 300,
    maintenanceSeconds: 900,
    random: 0.5,
    ...given,
  });
}

const status = (code: number, retryAfterMs?: number): Outcome => ({ kind: 'status', status: code, retryAfterMs });

describe('decideRetry: whether to retry', () => {
  it.each([500, 502, 504])('retries after %i only where that is safe', (code) => {
    expect(ask(status(code)).action).toBe('retry');
    expect(ask(status(code), { safety: 'unsafe' }).action).toBe('fail');
  });

  it.each([400, 401, 403, 404, 409, 302, 501, 505])('never retries after %i', (code) => {
    expect(ask(status(code)).action).toBe('fail');
  });

  it('retries after a cut connection only where that is safe', () => {
    expect(ask({ kind: 'cut' }).action).toBe('retry');
    expect(ask({ kind: 'cut' }, { safety: 'unsafe' }).action).toBe('fail');
  });

  it('always retries after a refused connection, since nothing was sent', () => {
    expect(ask({ kind: 'not-sent' }, { safety: 'unsafe' }).action).toBe('retry');
  });

  it('does not retry after a permanent failure', () => {
    expect(ask({ kind: 'failed' }).action).toBe('fail');
  });

  it.each([429, 503])('always retries after a refusal (%i), since nothing was carried out', (code) => {
    expect(ask(status(code, 1_000), { safety: 'unsafe' }).action).toBe('retry');
  });

  it('stops after a few attempts', () => {
    expect(ask({ kind: 'cut' }, { attempt: 3 }).action).toBe('retry');
    expect(ask({ kind: 'cut' }, { attempt: 4 }).action).toBe('fail');
    expect(ask(status(429, 0), { attempt: 4 })).toEqual({ action: 'later', seconds: 1, reason: 'rate-limited' });
  });
});

describe('decideRetry: when to retry', () => {
  it('decides `later` with the default seconds when a refusal has no Retry-After', () => {
    expect(ask(status(429))).toEqual({ action: 'later', seconds: 300, reason: 'rate-limited' });
    expect(ask(status(503))).toEqual({ action: 'later', seconds: 900, reason: 'maintenance' });
  });

  it('decides `later` when the wait does not fit', () => {
    const later = { action: 'later', seconds: 3, reason: 'rate-limited' };
    expect(ask(status(429, 2_500), { waitLeftMs: 2_000 })).toEqual(later);
    expect(ask(status(429, 2_500), { timeLeftMs: 2_500 })).toEqual(later);
    expect(ask(status(429, 2_500), { waitLeftMs: 2_500 })).toEqual({ action: 'retry', waitMs: 2_500 });
  });

  it('waits at least Retry-After, with jitter on top', () => {
    expect(ask(status(429, 1_000), { random: 0.5 })).toEqual({ action: 'retry', waitMs: 1_150 });
  });

  it('does not back off beyond the time that is left for waiting', () => {
    expect(ask({ kind: 'cut' }, { waitLeftMs: 10, random: 0.9 }).action).toBe('fail');
    expect(ask({ kind: 'cut' }, { waitLeftMs: 150, random: 0.5 })).toEqual({ action: 'retry', waitMs: 150 });
  });

  const questions = fc.record({
    retryAfterMs: fc.option(fc.integer({ min: 0, max: 100_000 }), { nil: undefined }),
    code: fc.constantFrom(429, 503, 500, 502, 504),
    attempt: fc.integer({ min: 1, max: 5 }),
    waitLeftMs: fc.integer({ min: -10, max: 60_000 }),
    timeLeftMs: fc.integer({ min: -10, max: 60_000 }),
    random: fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }),
  });

  it('never waits less than Retry-After, nor beyond maxWaitMs and the deadline', () => {
    fc.assert(
      fc.property(questions, ({ retryAfterMs, code, ...given }) => {
        const decision = ask(status(code, retryAfterMs), given);
        if (decision.action === 'later')
          expect(decision.seconds * 1000).toBeGreaterThanOrEqual(retryAfterMs ?? 300_000);
        if (decision.action !== 'retry') return;
        expect(decision.waitMs).toBeGreaterThanOrEqual(retryAfterMs ?? 0);
        expect(decision.waitMs).toBeLessThanOrEqual(given.waitLeftMs);
        expect(decision.waitMs).toBeLessThan(given.timeLeftMs);
      }),
      { numRuns: 1_000 },
    );
  });

  it('spreads the wait at random over a window that doubles', () => {
    const waits = [1, 2, 3].map((attempt) => [0, 0.5].map((random) => ask({ kind: 'cut' }, { attempt, random })));
    expect(waits).toEqual(
      [150, 300, 600].map((waitMs) => [
        { action: 'retry', waitMs: 0 },
        { action: 'retry', waitMs },
      ]),
    );
  });
});

describe('answerIsLost', () => {
  it.each<[string, Outcome, boolean]>([
    ['a connection that was cut', { kind: 'cut' }, true],
    ['a 500', { kind: 'status', status: 500 }, true],
    ['a 502 of a gateway', { kind: 'status', status: 502 }, true],
    ['a 504 of a gateway', { kind: 'status', status: 504 }, true],
    ['a request that was not sent', { kind: 'not-sent' }, false],
    ['an answer that cannot be read', { kind: 'failed' }, false],
    ['a refusal', { kind: 'status', status: 404 }, false],
    ['a 429, which was not carried out', { kind: 'status', status: 429 }, false],
    ['a 503, which was not carried out', { kind: 'status', status: 503 }, false],
  ])('says for %s whether the request may have been carried out', (_case, outcome, isLost) => {
    expect(answerIsLost(outcome)).toBe(isLost);
  });
});
