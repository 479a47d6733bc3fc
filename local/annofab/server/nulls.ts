import { ExactNumber } from '../../../lib/core/numbers/exact-number.ts';
import { resolved, type Schema, tagOf } from './api-description.ts';

export type FieldMap = Map<string, unknown>;

/** How the walk along a schema changes a value. */
interface Change {
  /** The new fields of an object. */
  fields(schema: Schema, fields: FieldMap): FieldMap;
  /** Changes an object before its member of a union is chosen. */
  beforeUnion?(members: readonly Schema[], value: object): object;
}

/**
 * A copy of an answer in which every described field that is absent is null.
 *
 * @example
 * withNulls({ type: 'object', properties: { account_id: { type: 'string' } } }, {}); // { account_id: null }
 */
export function withNulls(schema: Schema, value: unknown): unknown {
  return walk(schema, value, {
    fields: ({ properties = {} }, fields) => {
      const known = Object.keys(properties).map((name) => [name, fields.get(name) ?? null] as const);
      return new Map([...known, ...[...fields].filter(([name]) => !(name in properties))]);
    },
  });
}

/** A copy without the optional fields that are null: to Annofab, null and absent are the same. */
export function withoutNulls(schema: Schema, value: unknown): unknown {
  return walk(schema, value, { fields: withoutNullFields });
}

export function withoutNullFields(schema: Schema, fields: FieldMap): FieldMap {
  const isKept = ([name, value]: [string, unknown]) =>
    value !== null || schema.required?.includes(name) || allowsNull(fieldSchema(schema, name));
  return new Map([...fields].filter(isKept));
}

/** Changes a value along its schema. */
export function walk(schema: Schema, value: unknown, change: Change): unknown {
  if (schema.$ref !== undefined) return walk(resolved(schema), value, change);
  if (schema.allOf) return schema.allOf.reduce<unknown>((changed, part) => walk(part, changed, change), value);
  if (value instanceof ExactNumber) return isPassedOn(schema) ? value : value.toNumber();
  if (Array.isArray(value)) return value.map((item) => walk(schema.items ?? {}, item, change));
  if (typeof value !== 'object' || value === null) return value;
  const union = schema.oneOf ?? schema.anyOf;
  if (union) {
    const prepared = change.beforeUnion?.(union, value) ?? value;
    return walk(memberOf(union, prepared), prepared, change);
  }
  const fields = change.fields(schema, new Map(Object.entries(value)));
  return Object.fromEntries([...fields].map(([name, field]) => [name, walk(fieldSchema(schema, name), field, change)]));
}

/** A number that the emulator computes with is a JavaScript number. */
function isPassedOn(schema: Schema): boolean {
  return schema['x-exact'] ?? (schema.type ?? schema.oneOf ?? schema.anyOf ?? schema.enum) === undefined;
}

function fieldSchema({ properties = {}, additionalProperties }: Schema, name: string): Schema {
  if (Object.hasOwn(properties, name)) return properties[name] ?? {};
  return typeof additionalProperties === 'object' ? additionalProperties : {};
}

function allowsNull(schema: Schema): boolean {
  const { type, enum: values, oneOf, anyOf, allOf } = resolved(schema);
  if (allOf) return allOf.every(allowsNull);
  const union = oneOf ?? anyOf;
  if (union) return union.some(allowsNull);
  return values ? values.includes(null) : type === undefined || [type].flat().includes('null');
}

/** The member of the value's `_type`, or else the nearest one; of equally near ones the last, the newest version. */
export function memberOf(members: readonly Schema[], value: object): Schema {
  const type = Reflect.get(value, '_type');
  const byType = members.find((member) => type !== undefined && tagOf(member) === type);
  return byType ?? nearest(members, value) ?? {};
}

function nearest(members: readonly Schema[], value: unknown): Schema | undefined {
  const distances = members.map((member) => distance(member, value));
  return members[distances.lastIndexOf(Math.min(...distances))];
}

/** How many fields of a value are missing, unknown or of another type, by a schema. Of a list, only the first item counts. */
function distance(schema: Schema, value: unknown): number {
  const { type, enum: values, items, oneOf, anyOf, properties, required = [] } = resolved(schema);
  const union = oneOf ?? anyOf;
  if (union) return Math.min(...union.map((member) => distance(member, value)));
  if (values && !values.includes(value)) return 1;
  if (type !== undefined && ![type].flat().some((one) => isOfType(value, one))) return 1;
  if (Array.isArray(value)) return items && value.length > 0 ? distance(items, value[0]) : 0;
  if (typeof value !== 'object' || value === null || !properties) return 0;
  const fields = new Map<string, unknown>(Object.entries(value).filter(([, field]) => field !== null));
  const isMissing = (name: string) => !fields.has(name) && resolved(properties[name] ?? {}).default === undefined;
  const ofFields = [...fields].map(([name, field]) => {
    const known = properties[name];
    return known ? distance(known, field) : 1;
  });
  return ofFields.reduce((sum, one) => sum + one, required.filter(isMissing).length);
}

function isOfType(value: unknown, type: string): boolean {
  return type === jsonTypeOf(value) || (type === 'integer' && typeof value === 'number');
}

function jsonTypeOf(value: unknown): string {
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'array';
  return typeof value;
}
