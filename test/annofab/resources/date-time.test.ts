import { expect, it } from 'vitest';
import { formatDateTime } from '../../../lib/annofab/index.ts';

it('formatDateTime writes Japanese time in every time zone', () => {
  expect(formatDateTime(new Date('2019-05-08T01:00:00Z'))).toBe('2019-05-08T10:00:00.000+09:00');
  expect(formatDateTime(new Date('2029-12-31T20:00:00.125-05:00'))).toBe('2030-01-01T10:00:00.125+09:00');
  expect(() => formatDateTime(new Date('never'))).toThrow(RangeError);
});
