import { InvalidQueryError } from '../errors.ts';
import type { QueryEncoding } from '../operation.ts';

/**
 * Encodes a query as Annofab reads it, with its leading `?`; an empty string when no field has a value.
 *
 * Each field is encoded as the operation table says: `text` as it is, `json` as JSON text (a string is passed as JSON
 * text already), `comma` as one list, `flag` only by its presence. Fields that are `undefined` or `null`, and flags that
 * are `false`, are left out.
 *
 * @throws InvalidQueryError when the operation has no such field or the value cannot be encoded
 */
export function encodeQuery(
  encodings: Readonly<Record<string, QueryEncoding>>,
  query: Readonly<Record<string, unknown>>,
): string {
  const pairs = Object.entries(query).flatMap(([name, value]) => {
    if (!Object.hasOwn(encodings, name)) throw unknownField(name, Object.keys(encodings));
    const text = encodeValue(name, encodings[name] ?? 'text', value);
    return text === undefined ? [] : [`${encodeURIComponent(name)}=${encodeURIComponent(text.toWellFormed())}`];
  });
  return pairs.length === 0 ? '' : `?${pairs.join('&')}`;
}

function unknownField(name: string, known: readonly string[]): InvalidQueryError {
  return new InvalidQueryError(`There is no query field ${name}; there is ${known.join(', ') || 'none'}`);
}

function encodeValue(name: string, encoding: QueryEncoding, value: unknown): string | undefined {
  if (value === undefined || value === null) return undefined;
  if (encoding === 'json') return typeof value === 'string' ? value : JSON.stringify(value);
  if (encoding === 'comma') return joinList(name, value);
  if (encoding === 'flag') return value === false ? undefined : 'true';
  return scalar(name, value);
}

function joinList(name: string, value: unknown): string {
  const items = Array.isArray(value) ? value.map((item) => scalar(name, item)) : [];
  // An empty list selects nothing, and Annofab would read an empty field as no filter.
  if (items.length === 0) throw new InvalidQueryError(`${name} must be a list of at least one`);
  if (items.some((item) => item.includes(','))) throw new InvalidQueryError(`${name}: no item may contain a comma`);
  return items.join(',');
}

function scalar(name: string, value: unknown): string {
  if (typeof value === 'string' || typeof value === 'boolean' || typeof value === 'bigint') return String(value);
  if (typeof value === 'number' && Number.isFinite(value)) return String(value);
  throw new InvalidQueryError(`${name} must be text, a number or a boolean`);
}
