import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseExactly, stringifyExactly } from '../../../lib/core/numbers/exact-number.ts';

/** Texts that look like numbers, also with characters whose low byte is a digit, a sign or an `e`. */
const TEXTS = fc.oneof(
  fc.string({ unit: fc.constantFrom(...'0123456789.eE+-,:[]{}" \\ab\u0130\u0135\u012d\u0165\u2222フ') }),
  fc.uuid(),
  fc.date({ noInvalidDate: true }).map((date) => date.toISOString()),
  fc.string({ unit: 'binary' }),
);

const DIGITS = fc.string({ unit: fc.constantFrom(...'0123456789'), minLength: 1, maxLength: 24 });

/** Every way in which JSON can write a number. */
const NUMBERS = fc.oneof(
  fc.double({ noNaN: true, noDefaultInfinity: true }).map((number) => JSON.stringify(number)),
  fc.integer().map((number) => JSON.stringify(number)),
  fc.bigInt({ min: 2n ** 53n, max: 10n ** 16n }).map((number) => number.toString()),
  fc
    .record({
      sign: fc.constantFrom('', '-'),
      whole: fc.oneof(
        fc.constant('0'),
        DIGITS.map((digits) => digits.replace(/^0+(?=\d)/, '')),
      ),
      fraction: fc.oneof(
        fc.constant(''),
        fc.oneof(DIGITS, fc.constantFrom('0', '50', '000001', '0000001')).map(prefix('.')),
      ),
      exponent: fc.oneof(
        fc.constant(''),
        fc.tuple(fc.constantFrom('e', 'E'), fc.constantFrom('', '+', '-'), fc.nat(400)).map((parts) => parts.join('')),
      ),
    })
    .map(({ sign, whole, fraction, exponent }) => sign + whole + fraction + exponent),
);

/** The tokens of JSON values. */
const TOKENS = fc.letrec<{ value: string[] }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 3 },
    NUMBERS.map((number) => [number]),
    TEXTS.map((text) => [JSON.stringify(text)]),
    fc.constantFrom('true', 'false', 'null').map((token) => [token]),
    fc.array(tie('value'), { maxLength: 4 }).map((items) => ['[', ...separated(items), ']']),
    fc
      .array(fc.tuple(TEXTS, tie('value')), { maxLength: 4 })
      .map((fields) => [
        '{',
        ...separated(fields.map(([name, item], index) => [JSON.stringify(`${index} ${name}`), ':', ...item])),
        '}',
      ]),
  ),
})).value;

/** How long a text before the value is: the search reads 32,768 characters at once. */
const LENGTHS = fc.oneof({ arbitrary: fc.nat(40), weight: 4 }, fc.integer({ min: 32_600, max: 32_800 }));

const SPACES = fc.constantFrom('', '', ' ', '\n', '\t\r\n  ');

describe('the search for unusual numbers', () => {
  it('finds every number that JavaScript cannot hold or prints in another way', () => {
    const property = fc.property(TOKENS, LENGTHS, SPACES, (tokens, length, space) => {
      const list = ['[', JSON.stringify('x'.repeat(length)), ',', ...tokens, ']'];
      const [compact, spaced] = [list.join(''), list.join(space)];
      for (const reading of ['spelling', 'all'] as const)
        expect(stringifyExactly(parseExactly(spaced, reading))).toBe(compact);
      const [digits, spelling] = (['digits', 'spelling'] as const).map((reading) => parseExactly(spaced, reading));
      expect(JSON.stringify(digits)).toBe(JSON.stringify(spelling));
    });
    fc.assert(property, { numRuns: 3_000 });
  });
});

function separated(items: readonly string[][]): string[] {
  return items.flatMap((item, index) => (index === 0 ? item : [',', ...item]));
}

function prefix(start: string): (text: string) => string {
  return (text) => start + text;
}
