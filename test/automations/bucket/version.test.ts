import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareVersions, isDatedVersion, versionOf } from '../../../lib/automations/bucket/version.ts';

describe('versionOf', () => {
  it.each([
    ['2019-05-08T10:00:00.000+09:00', '20190508T010000.000Z'],
    ['2019-05-08T10:00:10.25+09:00', '20190508T010010.250Z'],
    ['2019-05-08T10:00:00+09:00', '20190508T010000.000Z'],
    ['2019-05-08T01:00:00Z', '20190508T010000.000Z'],
    ['2019-05-08T01:00:00.1Z', '20190508T010000.100Z'],
    ['2019-05-08T05:29:59.999+09:30', '20190507T195959.999Z'],
    ['2020-03-01T08:59:59.000+09:00', '20200229T235959.000Z'],
    ['2019-05-07T20:00:00.000-05:00', '20190508T010000.000Z'],
    ['2019-05-08T10:00:00.123456+09:00', '20190508T010000.123456Z'],
    ['2019-05-08T10:00:00.123000000+09:00', '20190508T010000.123Z'],
  ])('names %s as %s', (dateTime, version) => {
    expect(versionOf(dateTime)).toBe(version);
    expect(isDatedVersion(version)).toBe(true);
  });

  it.each(['', 'yesterday', '2019-05-08', '2019-05-08T10:00:00', '2019-02-30T10:00:00Z', '../2019-05-08T10:00:00Z'])(
    'refuses %j',
    (text) => {
      expect(() => versionOf(text)).toThrow(RangeError);
    },
  );

  it('keeps the order of instants with any zone and number of digits', () => {
    const instant = fc.record({
      ms: fc.integer({ min: 0, max: Date.UTC(2100, 0) }),
      hours: fc.integer({ min: -12, max: 14 }),
      trim: fc.boolean(),
    });
    fc.assert(
      fc.property(instant, instant, (a, b) => {
        const order = Math.sign(compareVersions(versionOf(write(a)), versionOf(write(b))));
        expect(order).toBe(Math.sign(a.ms - b.ms));
      }),
    );
  });

  it('distinguishes instants that differ by less than a millisecond', () => {
    const [earlier, later] = [versionOf('2019-05-08T01:00:00.123Z'), versionOf('2019-05-08T01:00:00.1234Z')];
    expect(compareVersions(earlier, later)).toBeLessThan(0);
  });
});

function write({ ms, hours, trim }: { ms: number; hours: number; trim: boolean }): string {
  const local = new Date(ms + hours * 3_600_000).toISOString().slice(0, -1);
  const zone = `${hours < 0 ? '-' : '+'}${String(Math.abs(hours)).padStart(2, '0')}:00`;
  return (trim ? local.replace(/\.?0+$/, '') : local) + zone;
}
