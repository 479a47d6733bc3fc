import type { Schema } from '../api-description.ts';

/** A schema as JSON Schema 2020-12 knows it, beyond what the API description itself uses. */
type WireSchema = Schema & { readonly unevaluatedProperties?: boolean };

type Schemas = Readonly<Record<string, Schema>>;

/**
 * The description's schemas as they hold on the wire: an optional field may be null as well as absent, a union is
 * satisfied by any member, and in `closed` an object has no field that is not described. The parts of an `allOf` must
 * stay open for each other: those are in `open`.
 */
export function wireSchemas(schemas: Schemas): {
  open: Record<string, WireSchema>;
  closed: Record<string, WireSchema>;
} {
  const all = (kind: Kind) =>
    Object.fromEntries(Object.entries(schemas).map(([name, schema]) => [name, wireSchema(schema, kind)]));
  return { open: all('open'), closed: all('closed') };
}

type Kind = 'open' | 'closed';

/** The name under which a validator must know the result of `wireSchemas`, for references to lead there. */
export const WIRE_SCHEMAS = 'annofab';

/** One schema for the wire. */
export function wireSchema(schema: Schema, kind: Kind): WireSchema {
  const { $ref, properties, items, additionalProperties, oneOf, anyOf, allOf, ...rest } = schema;
  if ($ref !== undefined) return { $ref: $ref.replace('#/components/schemas/', `${WIRE_SCHEMAS}#/${kind}/`) };
  const union = anyOf ?? oneOf;
  const part = (inner: Schema) => wireSchema(inner, kind);
  return {
    ...rest,
    ...(properties && { properties: fields(properties, schema.required ?? [], kind) }),
    ...(items && { items: part(items) }),
    ...(additionalProperties !== undefined && { additionalProperties: others(additionalProperties, kind) }),
    ...(union && { anyOf: union.map(part) }),
    ...(allOf && { allOf: allOf.map((inner) => wireSchema(inner, 'open')) }),
    ...(kind === 'closed' && isClosable(schema) && { unevaluatedProperties: false }),
  };
}

function fields(properties: Schemas, required: readonly string[], kind: Kind): Record<string, WireSchema> {
  const entries = Object.entries(properties).map(([name, schema]) => {
    const field = wireSchema(schema, kind);
    return [name, required.includes(name) ? field : { anyOf: [field, { type: 'null' }] }] as const;
  });
  return Object.fromEntries(entries);
}

function others(additional: boolean | Schema, kind: Kind): boolean | WireSchema {
  return typeof additional === 'boolean' ? additional : wireSchema(additional, kind);
}

function isClosable({ properties, allOf, additionalProperties }: Schema): boolean {
  return (properties !== undefined || allOf !== undefined) && additionalProperties === undefined;
}
