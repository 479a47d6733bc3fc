import { integer, isJsonObject, type Problem, problem, type Shape } from '../core/json.ts';
import { suggestion } from '../core/suggestion.ts';
import { keysOf } from '../core/typed-object.ts';

/** A setting: what its value must look like, and the value that it has when nobody names it. */
export interface Setting<T> {
  readonly shape: Shape<T>;
  readonly fallback: T;
}

/** The values of a table of settings, by the names of its rows. */
export type SettingValues<Table> = {
  readonly [Name in keyof Table]: Table[Name] extends Setting<infer T> ? T : never;
};

export function setting<T>(shape: Shape<T>, fallback: T): Setting<T> {
  return { shape, fallback };
}

/** A setting that has no value unless somebody names it: `null` counts as not named. */
export function optionalSetting<T>(shape: Shape<T>): Setting<T | undefined> {
  return {
    shape: { read: (value, path) => (value == null ? { ok: true, value: undefined } : shape.read(value, path)) },
    fallback: undefined,
  };
}

/** How many versions are kept, for a stage and for a project: the newest always is. */
export const versionsKept = integer(1, 10_000);

/** `false`, or what the shape reads. */
export function falseOr<T>(shape: Shape<T>): Shape<false | T> {
  return { read: (value, path) => (value === false ? { ok: true, value } : shape.read(value, path)) };
}

/** A mapping with fixed names as one setting. */
export function group<const T extends Table>(table: T): Setting<SettingValues<T>> {
  return {
    fallback: readTable(table, {}).values,
    shape: {
      read: (value, path = '') => {
        if (!isJsonObject(value)) return problem(path, `must be a mapping with ${keysOf(table).join(', ')}`);
        const { values, problems } = readTable(table, value, `${path}.`);
        return problems.length === 0 ? { ok: true, value: values } : { ok: false, problems };
      },
    },
  };
}

type Table = Readonly<Record<string, Setting<unknown>>>;

/** Reads a mapping with fixed names. Names that it leaves out keep their fallback, and so do impossible values. */
export function readTable<const T extends Table>(
  table: T,
  given: Readonly<Record<string, unknown>>,
  prefix = '',
): { readonly values: SettingValues<T>; readonly problems: readonly Problem[] } {
  const known = keysOf(table);
  const problems: Problem[] = Object.keys(given)
    .filter((name) => !Object.hasOwn(table, name))
    .map((name) => ({ path: prefix + name, message: `is unknown: ${suggestion(name, known)}` }));
  const readRow = (name: string, { shape, fallback }: Setting<unknown>): unknown => {
    if (!Object.hasOwn(given, name)) return fallback;
    const read = shape.read(given[name], prefix + name);
    if (read.ok) return read.value;
    problems.push(...read.problems);
    return fallback;
  };
  const values = Object.fromEntries(Object.entries(table).map(([name, row]) => [name, readRow(name, row)]));
  // The entries are made from the table's own rows, which the compiler cannot follow through Object.fromEntries.
  return { values: values as SettingValues<T>, problems };
}
