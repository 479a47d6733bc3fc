import { readFileSync } from 'node:fs';
import type { OperationId } from '../../../lib/annofab/api-description.ts';

/** The part of JSON Schema that the API description uses. */
export interface Schema {
  readonly $ref?: string;
  readonly type?: string | readonly string[];
  readonly enum?: readonly unknown[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: boolean | Schema;
  readonly items?: Schema;
  readonly oneOf?: readonly Schema[];
  readonly anyOf?: readonly Schema[];
  readonly allOf?: readonly Schema[];
  readonly minimum?: number;
  readonly maximum?: number;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly default?: unknown;
  /** A number that is only passed on: it may be an ExactNumber. */
  readonly 'x-exact'?: boolean;
}

interface Description {
  readonly paths: Readonly<Record<string, Readonly<Record<string, DescribedOperation>>>>;
  readonly components: { readonly schemas: Readonly<Record<string, Schema>> };
}

interface DescribedOperation {
  readonly operationId: string;
  readonly parameters?: readonly DescribedParameter[];
  readonly requestBody?: DescribedMessage;
  readonly responses: Readonly<Record<string, DescribedMessage>>;
}

/** A path or query parameter. Shared ones, all in the path, are references. */
interface DescribedParameter {
  readonly name?: string;
  readonly in?: string;
  readonly required?: boolean;
  readonly schema?: Schema;
}

interface DescribedMessage {
  readonly $ref?: string;
  readonly content?: Readonly<Record<string, { readonly schema?: Schema }>>;
}

interface Index {
  readonly operations: ReadonlyMap<string, DescribedOperation>;
  readonly schemas: Readonly<Record<string, Schema>>;
}

/** Read once per process, at the first use. */
let cached: Index | undefined;

function index(): Index {
  cached ??= readIndex();
  return cached;
}

function readIndex(): Index {
  const text = readFileSync(new URL('../../../lib/annofab/generated/openapi.json', import.meta.url), 'utf8');
  const description: Description = JSON.parse(text);
  const operations = Object.values(description.paths).flatMap((item) => Object.values(item));
  return {
    operations: new Map(operations.map((operation) => [operation.operationId, operation])),
    schemas: description.components.schemas,
  };
}

export function bodySchema(operation: OperationId): Schema | undefined {
  return index().operations.get(operation)?.requestBody?.content?.['application/json']?.schema;
}

export function answerSchema(operation: OperationId, status: number): Schema | undefined {
  return index().operations.get(operation)?.responses[status]?.content?.['application/json']?.schema;
}

/** Every schema, by name. */
export function allSchemas(): Readonly<Record<string, Schema>> {
  return index().schemas;
}

/** Whether the description has an answer with this status. */
export function isDescribed(operation: OperationId, status: number): boolean {
  return index().operations.get(operation)?.responses[status] !== undefined;
}

/** The query's parameters, by name. */
export function querySchemas(operation: OperationId): ReadonlyMap<string, { required: boolean; schema: Schema }> {
  const parameters = index().operations.get(operation)?.parameters ?? [];
  return new Map(
    parameters.flatMap(({ name, in: place, required = false, schema = {} }) =>
      place === 'query' && name !== undefined ? [[name, { required, schema }] as const] : [],
    ),
  );
}

/** The schema that a `$ref` names. */
export function resolve(reference: string): Schema {
  const schema = index().schemas[reference.replace('#/components/schemas/', '')];
  if (!schema) throw new Error(`the API description refers to ${reference}, which does not exist`);
  return schema;
}

/** The schema itself, or the one that it refers to. */
export function resolved(schema: Schema): Schema {
  return schema.$ref === undefined ? schema : resolved(resolve(schema.$ref));
}

/** The `_type` of a union's member, if the union is discriminated by it. */
export function tagOf(schema: Schema): unknown {
  return resolved(schema).properties?.['_type']?.enum?.[0];
}

export function isTagRequired(schema: Schema): boolean {
  return resolved(schema).required?.includes('_type') ?? false;
}
