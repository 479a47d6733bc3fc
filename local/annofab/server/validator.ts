import { Ajv2020, type ErrorObject, type ValidateFunction } from 'ajv/dist/2020.js';
import { ExactNumber } from '../../../lib/core/numbers/exact-number.ts';
import { allSchemas, isTagRequired, type Schema, tagOf } from './api-description.ts';

/** `closed` refuses fields that are not described, `open` accepts them. */
export type Kind = 'open' | 'closed';

/** The first thing that is wrong with a value: where (`.details[0].label_id`), and what. */
export interface SchemaProblem {
  readonly path: string;
  readonly message: string;
}

/** Without ajv's optimization of its code, which takes as long as compiling and makes no difference to the few values here. */
const ajv = new Ajv2020({ strict: false, validateFormats: false, validateSchema: false, code: { optimize: false } });

/** The value may be an ExactNumber; `true`: a whole one. */
const EXACT = 'exactNumber';
ajv.addKeyword({
  keyword: EXACT,
  validate: (isWhole: boolean, value: unknown) =>
    value instanceof ExactNumber && (!isWhole || Number.isInteger(value.toNumber())),
});

const compiled = { open: new WeakMap<Schema, ValidateFunction>(), closed: new WeakMap<Schema, ValidateFunction>() };

/** Validates a value by a schema of the API description, or by one that refers to it. Compiles a schema at its first use. */
export function validate(schema: Schema, value: unknown, kind: Kind): SchemaProblem | undefined {
  const isValid = compiled[kind].get(schema) ?? compile(schema, kind);
  compiled[kind].set(schema, isValid);
  return isValid(value) ? undefined : problemOf(isValid.errors ?? []);
}

function compile(schema: Schema, kind: Kind): ValidateFunction {
  for (const each of new Set<Kind>(['open', kind])) {
    if (ajv.schemas[each]) continue;
    const named = Object.entries(allSchemas()).map(([name, one]) => [name, toJsonSchema(one, each)]);
    ajv.addSchema(Object.fromEntries(named), each);
  }
  return ajv.compile(toJsonSchema(schema, kind));
}

/**
 * The JSON Schema of a description's schema. A union by `_type` becomes conditions on `_type`, so that only the member
 * with that `_type` reports errors; any other union accepts any member.
 */
function toJsonSchema(schema: Schema, kind: Kind): object {
  const { $ref, properties, items, additionalProperties, oneOf, anyOf, allOf, ...rest } = schema;
  if ($ref !== undefined) return { $ref: $ref.replace('#/components/schemas/', `${kind}#/`) };
  if (schema['x-exact']) return { anyOf: [{ [EXACT]: schema.type === 'integer' }, rest] };
  const part = (inner: Schema) => toJsonSchema(inner, kind);
  const parts = (named: Readonly<Record<string, Schema>>) =>
    Object.fromEntries(Object.entries(named).map(([name, inner]) => [name, part(inner)]));
  const union = anyOf ?? oneOf;
  const isClosable = (properties ?? allOf) !== undefined && additionalProperties === undefined;
  return {
    ...rest,
    ...(properties && { properties: parts(properties) }),
    ...(items && { items: part(items) }),
    ...(typeof additionalProperties === 'object' && { additionalProperties: part(additionalProperties) }),
    ...(typeof additionalProperties === 'boolean' && { additionalProperties }),
    ...(union && { anyOf: unionParts(union, part) }),
    // The parts of an `allOf` must stay open for each other.
    ...(allOf && { allOf: allOf.map((inner) => toJsonSchema(inner, 'open')) }),
    ...(kind === 'closed' && isClosable && { unevaluatedProperties: false }),
  };
}

function unionParts(members: readonly Schema[], part: (schema: Schema) => object): object[] {
  const tagged = members.filter((member) => tagOf(member) !== undefined);
  const others = members.filter((member) => tagOf(member) === undefined).map(part);
  if (tagged.length === 0) return others;
  const isTagged = { required: ['_type'] };
  const byTag = {
    type: 'object',
    ...(tagged.every(isTagRequired) && isTagged),
    properties: { _type: { enum: tagged.map(tagOf) } },
    allOf: tagged.map((member) => ({
      if: { ...isTagged, properties: { _type: { const: tagOf(member) } } },
      // biome-ignore lint/suspicious/noThenProperty: the keyword of JSON Schema
      then: part(member),
    })),
    ...(!tagged.every(isTagRequired) && { if: isTagged, else: { anyOf: tagged.map(part) } }),
  };
  return [...others, byTag];
}

const SUMMARIES = new Set(['anyOf', 'if']);

/** The deepest of a union's errors is the most helpful; of several the last, because later versions come last. */
function problemOf(errors: readonly ErrorObject[]): SchemaProblem {
  const depth = ({ instancePath }: ErrorObject) => instancePath.split('/').length;
  const [first, ...others] = errors.filter(({ keyword }) => !SUMMARIES.has(keyword));
  if (!first) return { path: '', message: 'does not fit' };
  const {
    instancePath,
    keyword,
    message = '',
    params,
  } = others.reduce((best, error) => (depth(best) > depth(error) ? best : error), first);
  const path = toPath(instancePath);
  const field = params['missingProperty'] ?? params['unevaluatedProperty'] ?? params['additionalProperty'];
  if (field !== undefined) {
    return { path: `${path}.${field}`, message: keyword === 'required' ? 'is required' : 'is unknown' };
  }
  return { path, message: messages[keyword]?.(params) ?? message };
}

const messages: Readonly<Record<string, (params: ErrorObject['params']) => string>> = {
  type: ({ type }) => `must be of type ${[type].flat().join(' or ')}`,
  enum: ({ allowedValues }) => `must be one of ${allowedValues.join(', ')}`,
  minimum: () => 'is out of range',
  maximum: () => 'is out of range',
  minLength: () => 'is too short or too long',
  maxLength: () => 'is too short or too long',
};

function toPath(pointer: string): string {
  const names = pointer.split('/').slice(1);
  return names
    .map((name) => name.replaceAll('~1', '/').replaceAll('~0', '~'))
    .map((name) => (/^\d+$/.test(name) ? `[${name}]` : `.${name}`))
    .join('');
}
