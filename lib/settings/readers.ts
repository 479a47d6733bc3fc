import { isId } from '../core/ids.ts';
import { isJsonObject } from '../core/json.ts';
import { suggestion } from '../core/suggestion.ts';
import { keysOf } from '../core/typed-object.ts';

/** The value of a setting is impossible. Each problem is text that follows the setting's name. */
export class ImpossibleValue extends Error {
  override readonly name = 'ImpossibleValue' as const;
  readonly problems: readonly string[];

  constructor(...problems: readonly string[]) {
    super(problems.join('; '));
    this.problems = problems;
  }
}

/** Reads a value of the settings file, after YAML was parsed. @throws ImpossibleValue */
export type Reader<T> = (value: unknown) => T;

/** A setting: how its value is read, and the value that it has when the file does not name it. */
export interface Setting<T> {
  readonly read: Reader<T>;
  readonly fallback: T;
}

/** The values of a table of settings, by the names of its rows. */
export type SettingValues<Table> = {
  readonly [Name in keyof Table]: Table[Name] extends Setting<infer T> ? T : never;
};

export function setting<T>(read: Reader<T>, fallback: T): Setting<T> {
  return { read, fallback };
}

/** A setting that is off unless the file names it. */
export function optional<T>(read: Reader<T>): Setting<T | undefined> {
  return { read: (value) => (value === null || value === undefined ? undefined : read(value)), fallback: undefined };
}

export function flag(value: unknown): boolean {
  if (typeof value !== 'boolean') throw new ImpossibleValue(' must be true or false');
  return value;
}

export function wholeNumber(least: number, most: number): Reader<number> {
  return (value) => {
    if (typeof value === 'number' && Number.isInteger(value) && value >= least && value <= most) return value;
    throw new ImpossibleValue(` must be a whole number from ${least} to ${most}`);
  };
}

/** How many versions are kept: the newest always is. */
export const versionsKept = wholeNumber(1, 10_000);

export function listOf<T>(read: Reader<T>, what: string): Reader<readonly T[]> {
  return (value) => {
    if (!Array.isArray(value)) throw new ImpossibleValue(` must be a list of ${what}`);
    return value.map(read);
  };
}

export function oneOf<const T extends string | number>(...values: readonly T[]): Reader<T> {
  return (value) => {
    const found = values.find((one) => one === value);
    if (found === undefined) throw new ImpossibleValue(` must be one of ${values.join(', ')}`);
    return found;
  };
}

/** Text of a certain form. `form` says which: `must be <form>`. */
export function textLike(pattern: RegExp, form: string): Reader<string> {
  return (value) => {
    if (typeof value !== 'string' || !pattern.test(value)) throw new ImpossibleValue(` must be ${form}`);
    return value;
  };
}

export function address(value: unknown): string {
  if (typeof value !== 'string' || !URL.canParse(value) || !/^https?:/i.test(value)) {
    throw new ImpossibleValue(' must be an http(s) address');
  }
  return value;
}

/** `*`, or a list of project ids. */
export function projectIds(value: unknown): '*' | readonly string[] {
  if (value === '*') return value;
  const isList = Array.isArray(value) && value.every((id) => typeof id === 'string' && isId(id));
  if (!isList) throw new ImpossibleValue(' must be a list of project ids, or "*"');
  return value;
}

/** A mapping of texts. */
export function texts(value: unknown): Readonly<Record<string, string>> {
  const entries = isJsonObject(value) ? Object.entries(value) : [];
  if (!isJsonObject(value)) throw new ImpossibleValue(' must be a mapping');
  return Object.fromEntries(
    entries.map(([name, text]) => {
      if (typeof text === 'string' && text !== '') return [name, text];
      throw new ImpossibleValue(`.${name} must be text: quote a number`);
    }),
  );
}

type Table = Readonly<Record<string, Setting<unknown>>>;

/** Reads a mapping with fixed names. Names that it leaves out keep their fallback, and so do impossible values. */
export function readTable<const T extends Table>(
  table: T,
  values: Readonly<Record<string, unknown>>,
): { readonly values: SettingValues<T>; readonly problems: readonly string[] } {
  const names = keysOf(table);
  const problems = unknownNames(Object.keys(values), names);
  const read = Object.fromEntries(names.map((name) => [name, rowValue(name, table[name], values, problems)]));
  // The entries are made from the table's own rows, which the compiler cannot follow through Object.fromEntries.
  return { values: read as SettingValues<T>, problems };
}

/** A mapping with fixed names as one setting. */
export function group<const T extends Table>(table: T): Setting<SettingValues<T>> {
  return {
    fallback: readTable(table, {}).values,
    read: (value) => {
      if (!isJsonObject(value)) throw new ImpossibleValue(` must be a mapping with ${keysOf(table).join(', ')}`);
      const { values, problems } = readTable(table, value);
      if (problems.length > 0) throw new ImpossibleValue(...problems.map((problem) => `.${problem}`));
      return values;
    },
  };
}

function rowValue(
  name: string,
  row: Setting<unknown> | undefined,
  values: Readonly<Record<string, unknown>>,
  problems: string[],
): unknown {
  if (row === undefined || !Object.hasOwn(values, name)) return row?.fallback;
  try {
    return row.read(values[name]);
  } catch (error) {
    if (!(error instanceof ImpossibleValue)) throw error;
    problems.push(...error.problems.map((problem) => name + problem));
    return row.fallback;
  }
}

export function unknownNames(names: readonly string[], known: readonly string[]): string[] {
  return names.filter((name) => !known.includes(name)).map((name) => `${name} is unknown: ${suggestion(name, known)}`);
}
