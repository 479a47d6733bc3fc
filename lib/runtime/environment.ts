import { isId } from '../core/ids.ts';
import { isComplete } from '../core/typed-object.ts';
import { type EventType, isEventType } from '../webhooks/events.ts';

export type Environment = Readonly<Record<string, string | undefined>>;

/**
 * Reads one value from the environment: a row of a table. `name` is the name of the row.
 *
 * @throws Error that names the variable and what is wrong with it, but never its value
 */
export type Reader<T> = (env: Environment, name: string) => T;

/** The values of a table of readers, by the names of its rows. */
export type ValuesOf<Table> = { [Name in keyof Table]: Table[Name] extends Reader<infer T> ? T : never };

/** The variable of the row's own name. Without a fallback it is required; an empty one counts as unset. */
export function variable<T>(parse: (text: string) => T, fallback?: T): Reader<T> {
  return (env, name) => {
    const text = env[name];
    if (text) return parsed(parse, text, name);
    if (fallback === undefined) throw new Error(`${name} is missing`);
    return fallback;
  };
}

/** The variable of the row's own name, which a deployment may leave out. */
export function optionalVariable<T>(parse: (text: string) => T): Reader<T | undefined> {
  return (env, name) => {
    const text = env[name];
    return text ? parsed(parse, text, name) : undefined;
  };
}

/** The variable named, for a row with a name of its own. */
export function setting<T>(name: string, parse: (text: string) => T, fallback: T): Reader<T> {
  const read = variable(parse, fallback);
  return (env) => read(env, name);
}

/** The variable named, of a list: an empty one is none, and only one that is not set takes the fallback. */
export function listSetting<T>(name: string, parse: (text: string) => T, fallback: T): Reader<T> {
  return (env) => {
    const text = env[name];
    return text === undefined ? fallback : parsed(parse, text, name);
  };
}

/** A value that is in the table only, so that tests can use another. */
export function constant<T>(value: T): Reader<T> {
  return () => value;
}

/** Reads the named rows of a table. What is missing or wrong is added to `problems`, and nothing is returned. */
export function readRows<Values extends object, Name extends keyof Values & string>(
  table: { readonly [Row in keyof Values]: Reader<Values[Row]> },
  names: readonly Name[],
  { env, problems }: { env: Environment; problems: string[] },
): Pick<Values, Name> | undefined {
  const values: Partial<Pick<Values, Name>> = {};
  for (const name of new Set(names)) {
    try {
      values[name] = table[name](env, name);
    } catch (error) {
      problems.push(error instanceof Error ? error.message : `${name} is wrong`);
    }
  }
  return isComplete<Pick<Values, Name>>(values, names) ? values : undefined;
}

function parsed<T>(parse: (text: string) => T, text: string, name: string): T {
  try {
    return parse(text);
  } catch (error) {
    throw new Error(`${name} ${error instanceof Error ? error.message : 'is wrong'}`);
  }
}

export function text(value: string): string {
  return value;
}

export function url(value: string): string {
  if (!URL.canParse(value) || !/^https?:/i.test(value)) throw new Error('must be an http(s) address');
  return value;
}

export function count(value: string): number {
  if (!/^[1-9][0-9]{0,5}$/.test(value)) throw new Error('must be a whole number from 1 to 999999');
  return Number(value);
}

export function flag(value: string): boolean {
  if (value !== 'true' && value !== 'false') throw new Error('must be true or false');
  return value === 'true';
}

export function oneOf<const T extends string>(choices: readonly T[]): (value: string) => T {
  return (value) => {
    const choice = choices.find((one) => one === value);
    if (choice === undefined) throw new Error(`must be one of ${choices.join(', ')}`);
    return choice;
  };
}

export function counts(value: string): readonly number[] {
  if (value.trim() === '') return [];
  if (!/^[1-9][0-9]{0,5}(,[1-9][0-9]{0,5})*$/.test(value)) throw new Error('must be whole numbers with commas between');
  return value.split(',').map(Number);
}

export function projectIds(value: string): '*' | readonly string[] {
  if (value === '*') return value;
  if (value.trim() === '') return [];
  const ids = value.split(',').map((id) => id.trim());
  if (!ids.every(isId)) throw new Error('must be project ids with commas between, or *');
  return ids;
}

export function eventTypes(value: string): readonly EventType[] {
  const types = value.split(',');
  if (!types.every(isEventType)) throw new Error('must be event types with commas between');
  return types;
}
