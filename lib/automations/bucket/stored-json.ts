import { assertReadable, FORMATS, type StoredKind } from '../../core/formats.ts';
import { isJsonObject, type JsonObject, ownField } from '../../core/json.ts';
import { LoggableError } from '../../core/loggable-error.ts';

/** The fields of a JSON object that this application wrote into the bucket. An unexpected value is an error that names it. */
export interface StoredJson {
  text(name: string): string;
  optionalText(name: string): string | undefined;
  number(name: string): number;
  list(name: string): StoredJson[];
  object(name: string): StoredJson;
  optionalObject(name: string): StoredJson | undefined;
  /** All fields, which are numbers. */
  numbers(): Record<string, number>;
}

/** The kinds of objects in the bucket. */
export type ObjectKind = Exclude<StoredKind, 'message' | 'ledger'>;

/** JSON for people and programs: indented, with a line end. It has the format version of its kind. */
export function toJson(kind: ObjectKind, value: object): string {
  const { field, version } = FORMATS[kind];
  return `${JSON.stringify({ [field]: version, ...value }, undefined, 2)}\n`;
}

/**
 * @param key the key of the object, for errors
 * @throws NewerFormatError; LoggableError when the text is not a JSON object; the fields throw when they are missing or have another type
 */
export function parseStoredJson(kind: ObjectKind, text: string, key: string): StoredJson {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch (cause) {
    throw new LoggableError(`${key} is not JSON: repair it, or delete it so that it is written again`, { cause });
  }
  const fields = fieldsOf(json, key);
  assertReadable(kind, Object(json), key);
  return fields;
}

function fieldsOf(json: unknown, key: string): StoredJson {
  if (!isJsonObject(json)) throw unexpected(key, 'an object');
  const field = <T>(name: string, isOfType: (value: unknown) => value is T, type: string): T => {
    const value = ownField(json, name);
    if (isOfType(value)) return value;
    throw unexpected(key, `${name}: ${type}`);
  };
  return {
    text: (name) => field(name, isText, 'text'),
    optionalText: (name) => (isAbsent(json, name) ? undefined : field(name, isText, 'text')),
    number: (name) => field(name, isNumber, 'a number'),
    object: (name) => fieldsOf(field(name, isJsonObject, 'an object'), key),
    optionalObject: (name) =>
      isAbsent(json, name) ? undefined : fieldsOf(field(name, isJsonObject, 'an object'), key),
    numbers: () => Object.fromEntries(Object.keys(json).map((name) => [name, field(name, isNumber, 'a number')])),
    list: (name) => field(name, isList, 'a list').map((item) => fieldsOf(item, key)),
  };
}

function isAbsent(json: JsonObject, name: string): boolean {
  const value = ownField(json, name);
  return value === undefined || value === null;
}

const isText = (value: unknown) => typeof value === 'string';
const isNumber = (value: unknown) => typeof value === 'number';
const isList = (value: unknown): value is unknown[] => Array.isArray(value);

function unexpected(key: string, what: string): LoggableError {
  return new LoggableError(`${key} does not have ${what}: repair it, or delete it so that it is written again`);
}
