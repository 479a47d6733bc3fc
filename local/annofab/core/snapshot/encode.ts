import { ExactNumber } from '../../../../lib/core/numbers/exact-number.ts';

/**
 * A value as JSON: maps, sets, exact numbers, dates and bytes become objects with one field that names their type.
 *
 * @throws TypeError for a function, which cannot be restored
 */
export function encode(value: unknown): unknown {
  if (value instanceof Map) return { $map: [...value].map(([key, item]) => [encode(key), encode(item)]) };
  if (value instanceof Set) return { $set: [...value].map(encode) };
  if (value instanceof ExactNumber) return { $number: value.text };
  if (value instanceof Date) return { $date: value.toISOString() };
  if (value instanceof Uint8Array) return { $bytes: Buffer.from(value).toString('base64') };
  if (Array.isArray(value)) return value.map(encode);
  if (typeof value === 'function') throw new TypeError('a snapshot holds no functions');
  if (typeof value !== 'object' || value === null) return value;
  const fields = Object.entries(value).map(([name, field]) => [name, encode(field)]);
  const isAmbiguous = fields.length === 1 && String(fields[0]?.[0]).startsWith('$');
  return isAmbiguous ? { $object: fields } : Object.fromEntries(fields);
}

const decoders = new Map<string, (value: unknown) => unknown>([
  ['$map', (value) => new Map(pairs(value))],
  ['$set', (value) => new Set(items(value).map(decode))],
  ['$number', (value) => new ExactNumber(String(value))],
  ['$date', (value) => new Date(String(value))],
  ['$bytes', (value) => new Uint8Array(Buffer.from(String(value), 'base64'))],
  ['$object', (value) => Object.fromEntries(pairs(value))],
]);

/** @throws TypeError for JSON that `encode` did not make */
export function decode(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(decode);
  if (typeof value !== 'object' || value === null) return value;
  const fields = Object.entries(value);
  const [[name, field] = ['', undefined]] = fields;
  const decoder = fields.length === 1 ? decoders.get(name) : undefined;
  return decoder ? decoder(field) : Object.fromEntries(fields.map(([key, item]) => [key, decode(item)]));
}

function pairs(value: unknown): [string, unknown][] {
  return items(value).map((pair) => {
    const [key, item] = items(pair);
    return [String(key), decode(item)];
  });
}

function items(value: unknown): unknown[] {
  if (!Array.isArray(value)) throw new TypeError(`a list was expected, and not a value of type ${typeof value}`);
  return value;
}
