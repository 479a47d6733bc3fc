import type { OperationId } from '../../../lib/annofab/api-description.ts';
import { invalidBody } from '../core/errors.ts';
import { bodySchema, resolve, type Schema } from './api-description.ts';

/**
 * Checks a body against the API description. Unknown fields stay; an optional field that is null is left out, because
 * to Annofab null and absent are the same; a union's missing `_type` is inferred where only one fits.
 *
 * @returns the body as the operation may rely on it
 * @throws Failure 400 INVALID_BODY naming the field
 */
export function checkBody(operation: OperationId, body: unknown): unknown {
  const schema = bodySchema(operation);
  return schema ? check(schema, body, 'body') : body;
}

/**
 * The same for a value by a named schema.
 *
 * @throws Failure 400 INVALID_BODY naming the field under `path`
 */
export function checkAs(schemaName: string, value: unknown, path: string): unknown {
  return check({ $ref: `#/components/schemas/${schemaName}` }, value, path);
}

/**
 * The same for a value by a schema of our own, which may refer to those of the description.
 *
 * @throws Failure 400 INVALID_BODY naming the field under `path`
 */
export function checkBySchema(schema: Schema, value: unknown, path: string): unknown {
  return check(schema, value, path);
}

function check(schema: Schema, value: unknown, path: string): unknown {
  if (schema.$ref !== undefined) return check(resolve(schema.$ref), value, path);
  if (schema.allOf) return schema.allOf.reduce<unknown>((checked, part) => check(part, checked, path), value);
  const union = schema.oneOf ?? schema.anyOf;
  if (union) return checkUnion(union, value, path);
  checkType(schema, value, path);
  if (schema.enum && !schema.enum.includes(value))
    throw invalidBody(`${path} must be one of ${schema.enum.join(', ')}`);
  checkBounds(schema, value, path);
  if (Array.isArray(value)) return value.map((item, index) => check(schema.items ?? {}, item, `${path}[${index}]`));
  return isObject(value) ? checkObject(schema, value, path) : value;
}

function checkUnion(members: readonly Schema[], value: unknown, path: string): unknown {
  const attempts = members.map((member) => attempt(() => check(member, value, path)));
  const fitting = attempts.find((result) => 'value' in result);
  if (fitting && 'value' in fitting) return fitting.value;
  if (!isObject(value)) throw invalidBody(`${path} has an unexpected type`);
  if (members.every((member) => typeName(member) === undefined)) return check(likeliest(members, value), value, path);
  return '_type' in value ? checkNamedMember(members, value, path) : inferMember(members, value, path);
}

/** The member that knows most of the fields, and of several the last, for later versions stand last: its complaint helps. */
function likeliest(members: readonly Schema[], value: object): Schema {
  const known = (member: Schema) => Object.keys(value).filter((name) => name in propertiesOf(member)).length;
  return members.reduce((best, member) => (known(member) >= known(best) ? member : best));
}

/** The `_type` says which member was meant. */
function checkNamedMember(members: readonly Schema[], value: object, path: string): unknown {
  const type = Reflect.get(value, '_type');
  const named = members.find((member) => typeName(member) === type);
  if (!named) throw invalidBody(`${path}._type ${JSON.stringify(type)} is unknown`);
  return check(named, value, path);
}

function inferMember(members: readonly Schema[], value: object, path: string): unknown {
  const fitting = members.flatMap((member) => {
    const [type, properties] = [typeName(member), propertiesOf(member)];
    if (type === undefined || Object.keys(value).some((name) => !(name in properties))) return [];
    const result = attempt(() => check(member, { _type: type, ...value }, path));
    return 'value' in result ? [result.value] : [];
  });
  if (fitting.length === 1) return fitting[0];
  throw invalidBody(fitting.length === 0 ? `${path} fits none of its types` : `${path}._type is missing`);
}

function propertiesOf(schema: Schema): NonNullable<Schema['properties']> {
  return (schema.$ref === undefined ? schema : resolve(schema.$ref)).properties ?? {};
}

function typeName(schema: Schema): unknown {
  return propertiesOf(schema)['_type']?.enum?.[0];
}

function attempt(work: () => unknown): { value: unknown } | { problem: unknown } {
  try {
    return { value: work() };
  } catch (problem) {
    return { problem };
  }
}

const TYPES = new Map<string, (value: unknown) => boolean>([
  ['string', (value) => typeof value === 'string'],
  ['number', (value) => typeof value === 'number'],
  ['integer', Number.isInteger],
  ['boolean', (value) => typeof value === 'boolean'],
  ['array', Array.isArray],
  ['object', isObject],
  ['null', (value) => value === null],
]);

function checkType({ type }: Schema, value: unknown, path: string): void {
  if (type === undefined) return;
  const types = typeof type === 'string' ? [type] : type;
  if (!types.some((name) => TYPES.get(name)?.(value)))
    throw invalidBody(`${path} must be of type ${types.join(' or ')}`);
}

function checkBounds(schema: Schema, value: unknown, path: string): void {
  const { minimum = -Infinity, maximum = Infinity, minLength = 0, maxLength = Infinity } = schema;
  if (typeof value === 'number' && (value < minimum || value > maximum)) throw invalidBody(`${path} is out of range`);
  if (typeof value === 'string' && (value.length < minLength || value.length > maxLength)) {
    throw invalidBody(`${path} is too short or too long`);
  }
}

function checkObject(schema: Schema, value: object, path: string): object {
  for (const name of schema.required ?? []) {
    if (!Object.hasOwn(value, name)) throw invalidBody(`${path}.${name} is required`);
  }
  const unknown = Object.keys(value).find((name) => !isKnown(schema, name));
  if (unknown !== undefined) throw invalidBody(`${path}.${unknown} is unknown`);
  const fields = Object.entries(value).flatMap(([name, field]) => {
    const described = schema.properties?.[name] ?? additional(schema);
    if (field === null && described && !schema.required?.includes(name) && !allowsNull(described)) return [];
    return [[name, described ? check(described, field, `${path}.${name}`) : field]];
  });
  return Object.fromEntries(fields);
}

/** Every name is, unless the schema closes itself. */
function isKnown({ properties = {}, additionalProperties }: Schema, name: string): boolean {
  return additionalProperties !== false || Object.hasOwn(properties, name);
}

function additional({ additionalProperties }: Schema): Schema | undefined {
  return typeof additionalProperties === 'object' ? additionalProperties : undefined;
}

function allowsNull(schema: Schema): boolean {
  return 'value' in attempt(() => check(schema, null, ''));
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
