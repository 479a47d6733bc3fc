import { describe, expect, expectTypeOf, it } from 'vitest';
import {
  array,
  boolean,
  dateTime,
  explain,
  id,
  integer,
  literal,
  object,
  oneOf,
  optional,
  pattern,
  record,
  type Shape,
  string,
  stringOr,
  type TypeOf,
  unionByField,
} from '../../lib/core/json.ts';

const person = object({ name: string, age: optional(integer(0, 150)), tags: array(id) });

function problemsOf(shape: Shape<unknown>, value: unknown): string[] {
  const read = shape.read(value);
  return read.ok ? [] : read.problems.map(({ path, message }) => `${path}: ${message}`);
}

describe('object', () => {
  it('infers the type of its fields', () => {
    expectTypeOf<TypeOf<typeof person>>().toEqualTypeOf<{ name: string; tags: string[] } & { age?: number }>();
  });

  it('returns the fields that it knows', () => {
    const value = { name: 'Ada', tags: ['a'] };
    expect(person.read(value)).toEqual({ ok: true, value });
    expect(object({ name: string }, { unknown: 'ignore' }).read(value)).toEqual({ ok: true, value: { name: 'Ada' } });
  });

  it('names all problems with their paths, and repeats no value', () => {
    const value = { age: 'secret', tags: ['a', 'b/secret'] };
    expect(problemsOf(person, value)).toEqual([
      'name: is missing',
      'age: must be a whole number from 0 to 150',
      expect.stringMatching(/^tags\[1\]: must be an id/),
    ]);
    expect(problemsOf(person, value).join()).not.toContain('secret');
  });

  it.each([
    ['Age', 'did you mean age?'],
    ['nmae', 'did you mean name?'],
    ['tag', 'did you mean tags?'],
    ['elephant', 'use name, age, tags'],
  ])('suggests a known name for the unknown field %s', (name, suggestion) => {
    expect(problemsOf(person, { name: 'Ada', tags: [], [name]: 1 })).toEqual([`${name}: is unknown: ${suggestion}`]);
  });

  it('does not repeat the name of an unknown field that may be a secret', () => {
    const shape = object({ secret: string }, { unknown: 'refuse unnamed' });
    expect(problemsOf(shape, { secret: 'a', hunter2: '' })).toEqual([': has a field other than secret']);
  });

  it('reads no field of a prototype', () => {
    expect(problemsOf(person, Object.create({ name: 'Ada', tags: [] }))).toEqual([
      'name: is missing',
      'tags: is missing',
    ]);
  });

  it('treats null as missing where the field is required, and as wrong where it is optional', () => {
    expect(problemsOf(person, { name: null, age: null, tags: [] })).toEqual([
      'name: is missing',
      'age: must be a whole number from 0 to 150',
    ]);
  });

  it.each([null, undefined, 'text', []])('refuses %j', (value) => {
    expect(problemsOf(person, value)).toEqual([': must be a JSON object']);
  });
});

describe('unionByField', () => {
  const content = stringOr(
    unionByField<{ path: string } | { text: string }>({
      path: object({ path: string }),
      text: object({ text: string }),
    }),
  );

  it('chooses the member by the name of a field', () => {
    expect(content.read({ text: 'a' })).toEqual({ ok: true, value: { text: 'a' } });
    expect(content.read('a')).toEqual({ ok: true, value: 'a' });
    expect(problemsOf(content, { path: 1 })).toEqual(['path: must be a string']);
    expect(problemsOf(content, {})).toEqual([': must have one of the fields path, text']);
  });
});

describe('values', () => {
  it.each<[Shape<unknown>, unknown, string]>([
    [boolean, 'true', 'must be true or false'],
    [integer(1), 1.5, 'must be a whole number from 1'],
    [integer(1), 0, 'must be a whole number from 1'],
    [literal('a'), 'b', 'must be "a"'],
    [oneOf([403, 404]), '403', 'must be one of 403, 404'],
    [pattern(/^a+$/, 'must be letters a'), 'b', 'must be letters a'],
    [dateTime, 'yesterday', 'must be a date-time like 2019-05-08T10:00:00.000+09:00'],
    [array(id, { isEmptyAllowed: false }), [], 'must be a list with at least one entry'],
    [record(string, /^[a-z]$/), { B: 'b' }, 'has a name that is not allowed'],
    [stringOr(person), '', 'must be a non-empty string'],
  ])('are refused where they do not fit %#', (shape, value, message) => {
    expect(problemsOf(shape, value)).toEqual([`: ${message}`]);
  });

  it('keep the name __proto__ in a record as data', () => {
    const read = record(integer(0)).read(JSON.parse('{"__proto__": 1}'));
    expect(read.ok && Object.entries(read.value)).toEqual([['__proto__', 1]]);
  });
});

describe('explain', () => {
  it('joins all problems, and names the whole value where there is no path', () => {
    const problems = [
      { path: '', message: 'must be a JSON object' },
      { path: 'a', message: 'is missing' },
    ];
    expect(explain(problems, 'the event')).toBe('the event must be a JSON object; a is missing');
  });
});
