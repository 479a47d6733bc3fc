import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { deferred, early, fresh } from '../../../lib/deliveries/process/delayed-copy.ts';
import { deadLetterReason } from '../../../lib/deliveries/process/reason-attribute.ts';
import { deliveryKey } from '../../../lib/webhooks/delivery-key.ts';
import { parseEnvelope } from '../../../lib/webhooks/envelope.ts';
import { envelopeOf } from '../../lambda/support.ts';
import { taskCompleted } from '../../webhooks/events.ts';

const start = Date.parse('2019-05-08T01:00:00Z');
const envelope = envelopeOf(taskCompleted);
const HOUR = 3_600;

describe('a deferred event', () => {
  it('is delivered again after the seconds, counted, with the time of the first deferral', () => {
    expect(deferred(envelope, { seconds: 300, counter: 'rate-limited', now: start, random: 0 })).toEqual({
      delaySeconds: 300,
      envelope: {
        ...envelope,
        deferrals: { 'rate-limited': 1 },
        first_deferred_at: '2019-05-08T01:00:00.000Z',
        not_before: '2019-05-08T01:05:00.000Z',
      },
    });
  });

  it.each([
    [10, 12],
    [300, 360],
    [900, 1_020],
    [0, 0],
  ])('of %i seconds returns after %i at the latest, so that not all return together', (seconds, latest) => {
    const at = (random: number) => {
      const { envelope: copy } = deferred(envelope, { seconds, counter: 'x', now: start, random }) ?? { envelope };
      return (Date.parse(copy.not_before ?? '') - start) / 1_000;
    };
    expect([at(0), at(0.999_999)]).toEqual([seconds, latest]);
  });

  it('keeps a count for each counter', () => {
    const once =
      deferred(envelope, { seconds: 10, counter: 'early-event', now: start, random: 0 })?.envelope ?? envelope;
    const twice =
      deferred(once, { seconds: 60, counter: 'early-event', now: start + 10_000, random: 0 })?.envelope ?? envelope;
    const thrice = deferred(twice, { seconds: 300, counter: 'rate-limited', now: start + 70_000, random: 0 });
    expect(thrice?.envelope).toMatchObject({
      deferrals: { 'early-event': 2, 'rate-limited': 1 },
      first_deferred_at: '2019-05-08T01:00:00.000Z',
    });
  });

  it.each([
    ['constructor', 'constructor'],
    ['my_own.Counter-1', 'my_own.Counter-1'],
    ['__proto__', 'later'],
    ['題名', 'later'],
    ['', 'later'],
  ])('with the counter %j is counted as %s, in an envelope that can be read again', (counter, name) => {
    const once = deferred(envelope, { seconds: 10, counter, now: start, random: 0 })?.envelope ?? envelope;
    const twice = deferred(once, { seconds: 10, counter, now: start, random: 0 })?.envelope ?? envelope;
    expect(parseEnvelope(JSON.stringify(twice))).toEqual({
      ok: true,
      envelope: twice,
      delivery: deliveryKey(taskCompleted),
    });
    expect(Object.entries(twice.deferrals ?? {})).toEqual([[name, 2]]);
  });

  it('waits through a chain of messages, counted as one deferral, when a queue cannot delay for so long', () => {
    let copy = deferred(envelope, { seconds: 2_000, counter: 'maintenance', now: start, random: 0 });
    const delays: number[] = [];
    let now = start;
    while (copy !== undefined) {
      delays.push(copy.delaySeconds);
      expect(copy.envelope.deferrals).toEqual({ maintenance: 1 });
      now += copy.delaySeconds * 1_000;
      copy = early(copy.envelope, now);
    }
    expect(delays).toEqual([900, 900, 200]);
  });

  it('runs at its time, even if the clocks differ by a second', () => {
    const copy = deferred(envelope, { seconds: 60, counter: 'x', now: start, random: 0 });
    expect(early(copy?.envelope ?? envelope, start + 59_000)).toBeUndefined();
    expect(early(envelope, start)).toBeUndefined();
  });

  it.each([
    ['a daily quota', 24 * HOUR, 0],
    ['a maintenance date far away', 365 * 24 * HOUR, 0],
    ['a daily quota, with a jitter', 24 * HOUR, 0.999],
    ['the rest of the day and more', 2 * HOUR, 23 * HOUR],
  ])('is tried once more at the end of the 24 hours when it is asked to wait for %s', (_what, seconds, passed) => {
    const waiting = { ...envelope, first_deferred_at: '2019-05-08T01:00:00.000Z' };
    const now = start + Math.floor(passed) * 1_000;
    const copy = deferred(waiting, { seconds, counter: 'x', now, random: passed % 1 });
    expect(copy?.envelope.not_before).toBe('2019-05-09T01:00:00.000Z');
  });

  it('is not deferred again when the 24 hours are over', () => {
    const waiting = { ...envelope, first_deferred_at: '2019-05-08T01:00:00.000Z' };
    const end = start + 24 * HOUR * 1_000;
    const at = (now: number) => deferred(waiting, { seconds: 300, counter: 'x', now, random: 0 });
    expect(at(end - 60_000)).toMatchObject({ delaySeconds: 60 });
    // A message may arrive a second before its time.
    expect([at(end - 1_000), at(end), at(end + HOUR * 1_000)]).toEqual([undefined, undefined, undefined]);
  });

  it.each([
    [Number.NaN, 900],
    [Number.POSITIVE_INFINITY, 900],
    [-5, 0],
    [0.2, 1],
  ])('of %d seconds waits %i', (seconds, delaySeconds) => {
    expect(deferred(envelope, { seconds, counter: 'x', now: start, random: 0 })).toMatchObject({ delaySeconds });
  });

  it('starts from scratch when it is redriven from the dead-letter queue', () => {
    const copy = deferred(envelope, { seconds: 60, counter: 'x', now: start, random: 0 });
    expect(fresh(copy?.envelope ?? envelope)).toEqual(envelope);
  });
});

describe('deadLetterReason', () => {
  it('cuts a reason to 1 KiB, and not within a character', () => {
    const reason = deadLetterReason('あ'.repeat(1_000));
    expect(reason).toBe('あ'.repeat(341));
  });

  it('puts a reason on one line', () => {
    expect(deadLetterReason('a\r\nb\u0000c\u007fd\u0085e')).toBe('a b c d e');
  });

  it('never returns an empty reason, which the queue would reject', () => {
    expect(deadLetterReason(' \n')).toBe('no reason given');
  });

  it('makes any text fit into a message attribute', () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.string({ unit: 'binary' }), fc.string({ unit: 'grapheme', maxLength: 3_000 })),
        (text) => {
          const reason = deadLetterReason(text);
          expect(Buffer.byteLength(reason)).toBeLessThanOrEqual(1_024);
          expect(reason).toMatch(/^[ -~\u00a0-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]+$/u);
        },
      ),
      { numRuns: 1_000 },
    );
    expect(deadLetterReason('x\ufffe\uffff\ud800y')).toBe('x\ufffd\ufffd\ufffdy');
  });
});
