import { InvalidParameterError } from './errors.ts';

/**
 * One of several alternatives: the fields of the others must be absent.
 *
 * @example
 * type Assignee = OneOf<{ account_id: string } | { user_id: string }>;
 */
export type OneOf<Alternatives, Each = Alternatives> = Each extends unknown
  ? Each & { readonly [Name in Exclude<NamesOf<Alternatives>, keyof Each>]?: undefined }
  : never;

type NamesOf<Union> = Union extends unknown ? keyof Union : never;

/** @throws InvalidParameterError when more than one of the fields is given */
export function assertOneOf(given: object, names: readonly string[]): void {
  const present = names.filter((name) => Reflect.get(given, name) !== undefined);
  if (present.length > 1) throw new InvalidParameterError(`Give only one of ${present.join(' and ')}.`);
}

/**
 * Refuses what would be ignored: most often a misspelt name, or a query field beside `query`. A name without a value is
 * ignored.
 *
 * @param what says what has no such name: `getTasks has no parameter`
 * @throws InvalidParameterError
 */
export function refuseUnknown(what: string, given: object, known: readonly string[]): void {
  for (const name of Object.keys(given)) {
    if (known.includes(name) || Reflect.get(given, name) === undefined) continue;
    throw new InvalidParameterError(`${what} ${name}; there is ${known.join(', ') || 'none'}.`);
  }
}
