import { mayHoldUnusualNumber } from './number-search.ts';

/**
 * A number of a JSON text that a JavaScript number cannot hold: `1712345678901234567` would become 1712345678901234600.
 * `JSON.stringify` prints its digits again.
 *
 * @example
 * const value = task.metadata?.['captured_at_ns'];
 * const nanoseconds = value instanceof ExactNumber ? value.toBigInt() : value;
 */
export class ExactNumber {
  /** The number as JSON writes it. */
  readonly text: string;

  /** @throws SyntaxError when the text is not a JSON number */
  constructor(text: string) {
    if (!/^-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?$/.test(text)) throw new SyntaxError('it is not a JSON number');
    this.text = text;
  }

  /** Whether it has neither a fraction nor an exponent. */
  get isInteger(): boolean {
    return /^-?\d+$/.test(this.text);
  }

  /** @throws SyntaxError when the number has a fraction or an exponent */
  toBigInt(): bigint {
    return BigInt(this.text);
  }

  /** The nearest JavaScript number, which has other digits. */
  toNumber(): number {
    return Number(this.text);
  }

  toString(): string {
    return this.text;
  }

  toJSON(): unknown {
    return JSON_WITH_SOURCE.rawJSON(this.text);
  }
}

/**
 * How numbers are read that JavaScript cannot hold, or prints in another way.
 *
 * - `digits`: those that would lose digits become an {@link ExactNumber}.
 * - `spelling`: the same; and the object remembers how its other numbers were written (`1.0`, `1e3`), under a symbol that
 *   `{ ...object }` copies, so that {@link stringifyExactly} writes them as they were.
 * - `all`: every number that JavaScript prints in another way becomes an ExactNumber.
 */
export type NumberReading = 'digits' | 'spelling' | 'all';

/**
 * `JSON.parse` that loses no number. A text without unusual numbers costs one search more.
 *
 * @throws SyntaxError as `JSON.parse`
 */
export function parseExactly(json: string, reading: NumberReading): unknown {
  if (!hasUnusualNumber(json, reading)) return JSON.parse(json);
  return JSON_WITH_SOURCE.parse(json, function (this: unknown, key, value, { source }) {
    if (typeof value !== 'number' || source === undefined || isUsual(source)) return value;
    if (reading === 'all' || !keepsDigits(source)) return new ExactNumber(source);
    if (reading === 'spelling') remember(this, key, source);
    return value;
  });
}

/** `JSON.stringify` that writes numbers as {@link parseExactly} found them, unless they have changed. */
export function stringifyExactly(value: unknown): string {
  if (!isSpellingKnown) return JSON.stringify(value);
  return JSON.stringify(value, function (this: unknown, key, item: unknown) {
    if (typeof item !== 'number') return item;
    const source = spellingsOf(this)?.[key];
    return source !== undefined && Object.is(Number(source), item) ? JSON_WITH_SOURCE.rawJSON(source) : item;
  });
}

/** `{ ...one, ...other }` that also keeps how the numbers of both were written. */
export function mergeExactly<Fields extends object>(one: Fields, other: Fields): Fields {
  return withSpellings({ ...one, ...other }, { ...spellingsOf(one), ...spellingsOf(other) });
}

/** The fields whose values pass, and how their numbers were written. */
export function filterExactly<Value, Kept extends Value>(
  fields: Readonly<Record<string, Value>>,
  isKept: (value: Value) => value is Kept,
): Record<string, Kept> {
  const kept = Object.entries(fields).filter((entry): entry is [string, Kept] => isKept(entry[1]));
  return withSpellings(Object.fromEntries(kept), spellingsOf(fields));
}

/** Whether two values are the same text, boolean or number. */
export function isSameScalar(one: unknown, other: unknown): boolean {
  return one instanceof ExactNumber && other instanceof ExactNumber ? one.text === other.text : one === other;
}

/** Whether a value is a JSON number, also one that JavaScript cannot hold. */
export function isExactNumber(value: unknown): value is number | ExactNumber {
  return value instanceof ExactNumber || Number.isFinite(value);
}

export function isExactInteger(value: unknown): value is number | ExactNumber {
  return value instanceof ExactNumber ? value.isInteger : Number.isInteger(value);
}

interface JsonWithSource {
  parse(
    text: string,
    reviver: (this: unknown, key: string, value: unknown, context: { readonly source?: string }) => unknown,
  ): unknown;
  rawJSON(text: string): unknown;
}

/** Node has these; TypeScript's library does not describe them yet. */
const JSON_WITH_SOURCE: JsonWithSource = JSON as typeof JSON & JsonWithSource;

/** How the numbers of an object were written, by the name of the field. */
const SPELLINGS = Symbol('numbers as written');

type Spellings = Readonly<Record<string, string>>;

/** Until a spelling was remembered, nothing has to be searched for one. */
let isSpellingKnown = false;

function remember(holder: unknown, key: string, source: string): void {
  if (typeof holder !== 'object' || holder === null) return;
  isSpellingKnown = true;
  Reflect.set(holder, SPELLINGS, { ...spellingsOf(holder), [key]: source });
}

function withSpellings<Fields extends object>(fields: Fields, spellings: Spellings = {}): Fields {
  return Object.keys(spellings).length === 0 ? fields : { ...fields, [SPELLINGS]: spellings };
}

function spellingsOf(holder: unknown): Spellings | undefined {
  return typeof holder === 'object' && holder !== null && SPELLINGS in holder
    ? (holder[SPELLINGS] as Spellings)
    : undefined;
}

/** Numbers that may lose digits: long ones, and those with an exponent. */
const LONG = /(?:^|[[:,\s])(-?(?:\d{16,}|[\d.]{19,}|[\d.]+[eE][\d+-]+))(?=[\s,\]}]|$)/g;
/** Also those that may be printed in another way. */
const UNUSUAL = /(?:^|[[:,\s])(-?(?:\d[\d.]{15,}|[\d.]+[eE][\d+-]+|\d+\.\d*0|0\.0{6}\d*)|-0)(?=[\s,\]}]|$)/g;

function hasUnusualNumber(json: string, reading: NumberReading): boolean {
  // 15 digits and an exponent of two digits are always a number.
  const isCandidate = reading === 'digits' ? mayHoldUnusualNumber(json, 3, false) : mayHoldUnusualNumber(json, 1, true);
  if (!isCandidate) return false;
  const [candidates, isHarmless] = reading === 'digits' ? [LONG, keepsDigits] : [UNUSUAL, isUsual];
  for (const [, number = ''] of json.matchAll(candidates)) if (!isHarmless(number)) return true;
  return false;
}

/** Whether `JSON.stringify` prints the number as it was. */
function isUsual(source: string): boolean {
  return String(Number(source)) === source;
}

/** A double has at most 17 significant digits: a text with no more was printed from one, and reads back as the same. */
const DOUBLE_DIGITS = 17;
/** Of these digits and a point. */
const SHORT_FRACTION = /^-?(?=[\d.]{1,18}$)\d+\.\d+$/;

function keepsDigits(source: string): boolean {
  if (SHORT_FRACTION.test(source)) return true;
  const value = Number(source);
  if (!Number.isFinite(value)) return false;
  if (/^-?\d+$/.test(source)) return BigInt(source) === BigInt(value);
  const [mantissa = ''] = source.split(/[eE]/);
  const digits = mantissa.replace('.', '').replace(/^-?0*/, '').replace(/0+$/, '');
  return digits.length <= DOUBLE_DIGITS && (value !== 0 || digits === '');
}
