import { isDateTime } from './date-time.ts';
import { isId } from './ids.ts';
import { ExactNumber, type NumberReading, parseExactly } from './numbers/exact-number.ts';
import { suggestion } from './suggestion.ts';

/** A JSON object whose fields are still to be looked at. */
export type JsonObject = Readonly<Record<string, unknown>>;

export function isJsonObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The object's own field: what it inherits (`__proto__`, `constructor`) is not part of the JSON. */
export function ownField(object: JsonObject, name: string): unknown {
  return Object.hasOwn(object, name) ? object[name] : undefined;
}

/**
 * The value of a JSON text, or `otherwise` when it is not JSON.
 *
 * @param numbers which numbers become an ExactNumber; by default none
 */
export function parseJson(json: string, otherwise?: unknown, numbers?: NumberReading): unknown {
  try {
    return numbers === undefined ? JSON.parse(json) : parseExactly(json, numbers);
  } catch {
    return otherwise;
  }
}

/** One thing that is wrong with a value. It never repeats the value, which may be secret. */
export interface Problem {
  /** Where: `webhook_secrets[0].secret`. Empty: the value as a whole. */
  readonly path: string;
  /** `must be true or false`. */
  readonly message: string;
}

export type Read<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly problems: readonly Problem[] };

/**
 * What a JSON value must look like.
 *
 * @example
 * const shape = object({ days: integer(1, 14), project_ids: optional(array(id)) });
 * const read = shape.read(JSON.parse(text));
 * if (!read.ok) throw new LoggableError(explain(read.problems));
 * read.value.days; // number
 */
export interface Shape<T> {
  /** Reads a value, or finds all that is wrong with it. */
  read(value: unknown, path?: string): Read<T>;
}

export interface OptionalShape<T> extends Shape<T> {
  readonly isOptional: true;
}

export type TypeOf<S> = S extends Shape<infer T> ? T : never;

/** The fields of an object, by name. */
export type Fields = Readonly<Record<string, Shape<unknown>>>;

type OptionalNames<F> = { [Name in keyof F]: F[Name] extends OptionalShape<unknown> ? Name : never }[keyof F];

export type ObjectOf<F extends Fields> = { [Name in Exclude<keyof F, OptionalNames<F>>]: TypeOf<F[Name]> } & {
  [Name in OptionalNames<F>]?: TypeOf<F[Name]>;
};

/** All problems as one text, for an error. */
export function explain(problems: readonly Problem[], whole = 'it'): string {
  return problems.map(({ path, message }) => `${path || whole} ${message}`).join('; ');
}

/** A value that passes a check. */
export function check<T>(is: (value: unknown) => value is T, message: string): Shape<T> {
  return { read: (value, path = '') => (is(value) ? { ok: true, value } : problem(path, message)) };
}

export const string = check((value) => typeof value === 'string', 'must be a string');
export const nonEmptyString = check(
  (value): value is string => typeof value === 'string' && value !== '',
  'must be a non-empty string',
);
export const boolean = check((value) => typeof value === 'boolean', 'must be true or false');
export const anyObject = check(isJsonObject, 'must be a JSON object');
export const id = check(isId, 'must be an id: 1 to 256 of A-Z a-z 0-9 _ . - and neither "." nor ".."');
export const dateTime = check(isDateTime, 'must be a date-time like 2019-05-08T10:00:00.000+09:00');

export function pattern(regexp: RegExp, message: string): Shape<string> {
  return check((value): value is string => typeof value === 'string' && regexp.test(value), message);
}

export function integer(min: number, max = Number.MAX_SAFE_INTEGER): Shape<number> {
  const range = max === Number.MAX_SAFE_INTEGER ? `from ${min}` : `from ${min} to ${max}`;
  return numberWhere((value) => Number.isSafeInteger(value) && value >= min && value <= max, `a whole number ${range}`);
}

export function numberWhere(fits: (value: number) => boolean, expected: string): Shape<number> {
  const message = `must be ${expected}`;
  return {
    read: (value, path = '') => {
      const number = value instanceof ExactNumber ? value.toNumber() : value;
      return typeof number === 'number' && fits(number) ? { ok: true, value: number } : problem(path, message);
    },
  };
}

export function literal<const T extends string | number>(expected: T): Shape<T> {
  return check((value): value is T => value === expected, `must be ${JSON.stringify(expected)}`);
}

export function oneOf<const T extends string | number>(choices: readonly T[]): Shape<T> {
  const message = `must be one of ${choices.join(', ')}`;
  return check((value): value is T => choices.some((choice) => choice === value), message);
}

/** The field may be left out. One that is there, as null or undefined too, must fit. */
export function optional<T>(shape: Shape<T>): OptionalShape<T> {
  return { read: (value, path) => shape.read(value, path), isOptional: true };
}

export function array<T>(items: Shape<T>, { isEmptyAllowed = true } = {}): Shape<T[]> {
  const message = isEmptyAllowed ? 'must be a list' : 'must be a list with at least one entry';
  return {
    read: (value, path = '') => {
      if (!Array.isArray(value) || (value.length === 0 && !isEmptyAllowed)) return problem(path, message);
      return collect(value.map((item: unknown, index) => items.read(item, `${path}[${index}]`)));
    },
  };
}

/** An object with names of its own choice: each value must fit, and each name the pattern. */
export function record<T>(values: Shape<T>, names = /^/): Shape<Record<string, T>> {
  return {
    read: (value, path = '') => {
      if (!isJsonObject(value)) return problem(path, 'must be a JSON object');
      const entries = Object.entries(value);
      if (entries.some(([name]) => !names.test(name))) return problem(path, 'has a name that is not allowed');
      const read = collect(
        entries.map(([name, item]): Read<[string, T]> => {
          const entry = values.read(item, join(path, name));
          return entry.ok ? { ok: true, value: [name, entry.value] } : entry;
        }),
      );
      return read.ok ? { ok: true, value: Object.fromEntries(read.value) } : read;
    },
  };
}

export interface ObjectOptions {
  /** Fields of other names: `refuse unnamed` does not repeat the name, for where it may be a misplaced secret. */
  readonly unknown?: 'refuse' | 'refuse unnamed' | 'ignore';
}

/** An object of known fields; the result holds these alone. A required field that is null counts as missing. */
export function object<F extends Fields>(fields: F, { unknown = 'refuse' }: ObjectOptions = {}): Shape<ObjectOf<F>> {
  const names = Object.keys(fields);
  return {
    read: (value, path = '') => {
      if (!isJsonObject(value)) return problem(path, 'must be a JSON object');
      const others = unknown === 'ignore' ? [] : Object.keys(value).filter((name) => !names.includes(name));
      const problems = others.map((name) =>
        unknown === 'refuse'
          ? { path: join(path, name), message: `is unknown: ${suggestion(name, names)}` }
          : { path, message: `has a field other than ${names.join(' and ')}` },
      );
      const result: Record<string, unknown> = {};
      for (const [name, shape] of Object.entries(fields)) {
        const isOptional = 'isOptional' in shape;
        if (isOptional && !Object.hasOwn(value, name)) continue;
        const given = ownField(value, name);
        const read = shape.read(given, join(path, name));
        if (read.ok) result[name] = read.value;
        else if (isOptional || (given !== undefined && given !== null)) problems.push(...read.problems);
        else problems.push({ path: join(path, name), message: 'is missing' });
      }
      return isWhole<F>(result, problems) ? { ok: true, value: result } : { ok: false, problems };
    },
  };
}

/** A union: the object must have the shape that is listed under the name of one of its fields. */
export function unionByField<T>(shapes: Readonly<Record<string, Shape<T>>>): Shape<T> {
  const message = `must have one of the fields ${Object.keys(shapes).join(', ')}`;
  return {
    read: (value, path = '') => {
      if (!isJsonObject(value)) return problem(path, 'must be a JSON object');
      const member = Object.entries(shapes).find(([name]) => Object.hasOwn(value, name))?.[1];
      return member ? member.read(value, path) : problem(path, message);
    },
  };
}

/** A string that is not empty, or what the shape reads. */
export function stringOr<T>(shape: Shape<T>): Shape<string | T> {
  return { read: (value, path) => (typeof value === 'string' ? nonEmptyString : shape).read(value, path) };
}

/** The answer of a shape to a value with one thing wrong. */
export function problem(path: string, message: string): { ok: false; problems: Problem[] } {
  return { ok: false, problems: [{ path, message }] };
}

function collect<T>(reads: readonly Read<T>[]): Read<T[]> {
  const problems = reads.flatMap((read) => (read.ok ? [] : read.problems));
  return problems.length > 0
    ? { ok: false, problems }
    : { ok: true, value: reads.flatMap((read) => (read.ok ? [read.value] : [])) };
}

/** Each field was read by its own shape, and none is missing: that is what the type says. */
function isWhole<F extends Fields>(_value: object, problems: readonly Problem[]): _value is ObjectOf<F> {
  return problems.length === 0;
}

function join(path: string, name: string): string {
  return path === '' ? name : `${path}.${name}`;
}
