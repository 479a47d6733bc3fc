import type { components, OperationId } from '../../../lib/annofab/api-description.ts';
import { explain, type Shape } from '../../../lib/core/json.ts';
import { invalidBody } from '../core/errors.ts';
import { bodySchema, isTagRequired, resolved, type Schema, tagOf } from './api-description.ts';
import { type FieldMap, memberOf, walk, withoutNullFields } from './nulls.ts';
import { validate } from './validator.ts';

/**
 * Checks a body against the API description. Unknown fields stay; an optional field that is null is left out, because
 * to Annofab null and absent are the same; a required field that has a default may be absent; a union's missing `_type`
 * is inferred where only one member fits.
 *
 * @returns the body as the operation may rely on it
 * @throws Failure 400 INVALID_BODY naming the field
 */
export function checkBody(operation: OperationId, body: unknown): unknown {
  const schema = bodySchema(operation);
  return schema ? readBody(bySchema(schema), body, 'body') : body;
}

/**
 * The same for a value by a named schema.
 *
 * @throws Failure 400 INVALID_BODY naming the field under `path`
 */
export function checkAs(schemaName: keyof components['schemas'], value: unknown, path: string): unknown {
  return readBody(described(schemaName), value, path);
}

function readBody(shape: Shape<unknown>, value: unknown, path: string): unknown {
  const read = shape.read(value, path);
  if (read.ok) return read.value;
  throw invalidBody(explain(read.problems));
}

/** The shape that a schema of the API description has: its generated type says the same. */
export function described<Name extends keyof components['schemas']>(name: Name): Shape<components['schemas'][Name]> {
  return bySchema({ $ref: `#/components/schemas/${name}` });
}

/**
 * The shape that a schema has; it may refer to those of the API description.
 *
 * @typeParam T what the schema says, as a type
 */
export function bySchema<T>(schema: Schema): Shape<T> {
  const fits = (value: unknown): value is T => validate(schema, value, 'open') === undefined;
  return {
    read: (value, path = '') => {
      const read = walk(schema, value, { fields: readFields, beforeUnion: inferTag });
      if (fits(read)) return { ok: true, value: read };
      const { path: at = '', message = 'does not fit' } = validate(meantBy(schema, read), read, 'open') ?? {};
      return { ok: false, problems: [{ path: path === '' ? at.replace(/^\./, '') : path + at, message }] };
    },
  };
}

/** Of a union without `_type`, such as the versions of a body, the member that the value comes nearest to. */
function meantBy(schema: Schema, value: unknown): Schema {
  const known = resolved(schema);
  const members = known.oneOf ?? known.anyOf ?? [];
  const isUntagged = members.length > 0 && members.every((member) => tagOf(member) === undefined);
  return isUntagged && typeof value === 'object' && value !== null ? memberOf(members, value) : schema;
}

function readFields(schema: Schema, fields: FieldMap): FieldMap {
  const read = withoutNullFields(schema, fields);
  for (const name of schema.required ?? []) {
    const { default: fallback } = resolved(schema.properties?.[name] ?? {});
    if (fallback !== undefined && !read.has(name)) read.set(name, structuredClone(fallback));
  }
  return read;
}

function inferTag(members: readonly Schema[], value: object): object {
  const tagged = members.filter((member) => tagOf(member) !== undefined);
  if ('_type' in value || !tagged.every(isTagRequired)) return value;
  const fitting = tagged.flatMap((member) => {
    const { properties = {} } = resolved(member);
    const named = { _type: tagOf(member), ...value };
    return Object.keys(named).every((name) => name in properties) && bySchema(member).read(named).ok ? [named] : [];
  });
  return fitting.length === 1 ? (fitting[0] ?? value) : value;
}
