import { describe, expect, it } from 'vitest';
import {
  ExactNumber,
  filterExactly,
  isSameScalar,
  mergeExactly,
  parseExactly,
  stringifyExactly,
} from '../../../lib/core/numbers/exact-number.ts';

const NUMBERS = ['1712345678901234567', '1.0', '1e3', '-0', '1e400', '0.1', '0.12345678901234567890', '1e-400', '-7'];

describe('parseExactly', () => {
  it.each(NUMBERS)('reads %s so that stringifyExactly writes the same text', (number) => {
    for (const text of [`{"a":${number},"b":"${number}"}`, `[${number},[${number}]]`]) {
      expect(stringifyExactly(parseExactly(text, 'spelling'))).toBe(text);
      expect(stringifyExactly(parseExactly(text, 'all'))).toBe(text);
    }
  });

  it('makes an ExactNumber of a number that would lose digits, and of no other', () => {
    const read = (number: string) => parseExactly(number, 'spelling');
    for (const text of ['9007199254740993', '-1712345678901234567', '1e400', '0.12345678901234567890', '1e-400'])
      expect(read(text)).toEqual(new ExactNumber(text));
    for (const text of ['9007199254740992', '100000000000000000000', '0.30000000000000004', '1.0', '2.50', '1E3'])
      expect(read(text)).toBe(Number(text));
  });

  it('makes an ExactNumber of every number that JavaScript prints in another way when it reads all', () => {
    expect(parseExactly('[1.0, 1, 1.5, 1e3]', 'all')).toEqual([new ExactNumber('1.0'), 1, 1.5, new ExactNumber('1e3')]);
  });

  it('does not remember how a number was written when it reads only the digits', () => {
    expect(stringifyExactly(parseExactly('[1.0,1712345678901234567]', 'digits'))).toBe('[1,1712345678901234567]');
  });

  // U+0122 and U+2222 end in the byte of a quotation mark.
  it('finds the number behind texts that hold quotes, backslashes or other scripts, and behind 100 KB of text', () => {
    for (const before of ['"', '\\', '\\"', 'フレーム', '\u0122', '\u2222', ',1.5', 'x'.repeat(100_000)]) {
      const text = `[${JSON.stringify(before)},1.0]`;
      expect(stringifyExactly(parseExactly(text, 'spelling'))).toBe(text);
    }
  });

  it('throws a SyntaxError for a text that is not JSON', () => {
    expect(() => parseExactly('{"a":1.0', 'spelling')).toThrow(SyntaxError);
  });
});

describe('how a number was written', () => {
  const read = () => parseExactly('{"ratio":1.0,"other":2.0}', 'spelling') as Record<string, number>;

  it('survives a copy of the object', () => {
    expect(stringifyExactly({ ...read(), more: true })).toBe('{"ratio":1.0,"other":2.0,"more":true}');
  });

  it('is forgotten for a field whose value changes', () => {
    expect(stringifyExactly({ ...read(), ratio: 3 })).toBe('{"ratio":3,"other":2.0}');
  });

  it('survives a merge from both sides, and a filter', () => {
    const merged = mergeExactly(read(), parseExactly('{"other":5.0}', 'spelling') as Record<string, number>);
    expect(stringifyExactly(merged)).toBe('{"ratio":1.0,"other":5.0}');
    const filtered = filterExactly(merged, (value): value is number => value > 1);
    expect(stringifyExactly(filtered)).toBe('{"other":5.0}');
  });
});

describe('ExactNumber', () => {
  it('prints its digits in JSON, in texts and as a bigint', () => {
    const number = new ExactNumber('1712345678901234567');
    expect(JSON.stringify({ number })).toBe('{"number":1712345678901234567}');
    expect(`${number}`).toBe('1712345678901234567');
    expect(number.toBigInt()).toBe(1712345678901234567n);
    expect(number.toNumber()).toBe(Number('1712345678901234567'));
  });

  it('refuses a text that is not a JSON number', () => {
    for (const text of ['', '01', '1.', '.5', 'NaN', '1,"x":2', ' 1']) expect(() => new ExactNumber(text)).toThrow();
  });

  it('is the same as another one with the same digits', () => {
    expect(isSameScalar(new ExactNumber('1e400'), new ExactNumber('1e400'))).toBe(true);
    expect(isSameScalar(new ExactNumber('1e400'), new ExactNumber('1e401'))).toBe(false);
    expect(isSameScalar(1, 1)).toBe(true);
  });
});
