import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseHttpDate, parseRetryAfter } from '../../../lib/core/retry-after.ts';

const now = Date.UTC(2026, 0, 15, 3, 0, 0);

describe('Retry-After', () => {
  it.each([
    ['seconds', '120', 120_000],
    ['nought', '0', 0],
    ['seconds with blanks around', ' 7 ', 7_000],
    ['a date', 'Thu, 15 Jan 2026 03:00:30 GMT', 30_000],
    ['a date of the second form', 'Thursday, 15-Jan-26 03:00:30 GMT', 30_000],
    ['a date of the third form', 'Thu Jan 15 03:00:30 2026', 30_000],
    ['a date that has passed', 'Thu, 15 Jan 2026 02:00:00 GMT', 0],
  ])('parses Retry-After as %s', (_what, text, expected) => {
    expect(parseRetryAfter(text, now)).toBe(expected);
  });

  it.each([
    undefined,
    '',
    '1.5',
    '-1',
    '+1',
    '1e3',
    '0x10',
    '12345678901',
    'soon',
    '2026-01-15T03:00:30Z',
    'Thu, 32 Jan 2026 03:00:30 GMT',
    'Fri, 15 Jan 2026 03:00:30 GMT',
    'Thu, 15 Jan 2026 25:00:30 GMT',
    'Thu, 15 Jan 2026 03:00:30 JST',
    'Thu, 15 Jan 2026 03:00:30 GMT ok',
    'Thu, 15 jan 2026 03:00:30 GMT',
  ])('ignores a Retry-After that is %s', (text) => {
    expect(parseRetryAfter(text, now)).toBeUndefined();
  });

  it('parses every date that JavaScript writes as an HTTP date', () => {
    fc.assert(
      fc.property(
        fc.date({ min: new Date('1990-01-01'), max: new Date('2200-01-01'), noInvalidDate: true }),
        (date) => {
          expect(parseHttpDate(date.toUTCString(), now)).toBe(Math.floor(date.getTime() / 1000) * 1000);
        },
      ),
    );
  });

  it('reads a two-digit year far in the future as one of the last century', () => {
    expect(parseHttpDate('Sunday, 06-Nov-94 08:49:37 GMT', now)).toBe(Date.UTC(1994, 10, 6, 8, 49, 37));
  });
});
