import { resolve, type Schema } from './api-description.ts';

/**
 * A copy of an answer in which every field that the API description knows and that is not there is null.
 *
 * @example
 * withNulls({ type: 'object', properties: { account_id: { type: 'string' } } }, {}); // { account_id: null }
 */
export function withNulls(schema: Schema, value: unknown): unknown {
  if (schema.$ref !== undefined) return withNulls(resolve(schema.$ref), value);
  if (schema.allOf) return schema.allOf.reduce<unknown>((filled, part) => withNulls(part, filled), value);
  const union = schema.oneOf ?? schema.anyOf;
  if (union) return withNulls(memberOf(union, value), value);
  if (Array.isArray(value)) return value.map((item) => withNulls(schema.items ?? {}, item));
  return typeof value === 'object' && value !== null ? fill(schema, new Map(Object.entries(value))) : value;
}

function fill({ properties = {}, additionalProperties }: Schema, fields: Map<string, unknown>): object {
  const others = typeof additionalProperties === 'object' ? additionalProperties : {};
  const known = Object.entries(properties).map(([name, schema]) => {
    const value = fields.get(name);
    return [name, value === undefined ? null : withNulls(schema, value)];
  });
  const unknown = [...fields]
    .filter(([name]) => !(name in properties))
    .map(([name, value]) => [name, withNulls(others, value)]);
  return Object.fromEntries([...known, ...unknown]);
}

/** By its `_type`, or else by having every field that is required, and in it those that are required there. */
function memberOf(members: readonly Schema[], value: unknown): Schema {
  if (typeof value !== 'object' || value === null) return {};
  const resolved = members.map((member) => (member.$ref === undefined ? member : resolve(member.$ref)));
  const type = Reflect.get(value, '_type');
  const byType = resolved.find(({ properties }) => type !== undefined && properties?.['_type']?.enum?.includes(type));
  return byType ?? resolved.findLast((member) => hasRequired(member, value)) ?? {};
}

/** Of a list's items the first one speaks for all. */
function hasRequired(schema: Schema, value: unknown): boolean {
  if (schema.$ref !== undefined) return hasRequired(resolve(schema.$ref), value);
  if (Array.isArray(value)) return value.length === 0 || hasRequired(schema.items ?? {}, value[0]);
  if (typeof value !== 'object' || value === null) return true;
  const fields = new Map<string, unknown>(Object.entries(value));
  return (schema.required ?? []).every(
    (name) => fields.has(name) && hasRequired(schema.properties?.[name] ?? {}, fields.get(name)),
  );
}
