/** Compares the models and query parameters of annofabapi with our API description. */
import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { type Operation, operations } from '../../lib/annofab/api-description.ts';
import { allSchemas, resolved, type Schema } from '../../local/annofab/server/api-description.ts';
import { MODEL_DIFFERENCES } from './model-differences.ts';

/** What `models.py` prints. */
interface Models {
  /** By model and field: whether the field is optional. */
  readonly models: Readonly<Record<string, Readonly<Record<string, boolean>>>>;
  readonly enums: Readonly<Record<string, readonly string[]>>;
  /** The query parameters of each operation. */
  readonly query: Readonly<Record<string, readonly string[]>>;
}

/** @returns the differences that nobody has explained, and the explained ones that are gone */
export async function compareModels(python: string): Promise<string[]> {
  const script = join(import.meta.dirname, 'models.py');
  const { stdout } = await promisify(execFile)(python, [script], { maxBuffer: 64 * 1024 * 1024 });
  const found = differences(JSON.parse(stdout));
  const explained = (difference: string) => MODEL_DIFFERENCES.has(difference);
  return [
    ...found.filter((difference) => !explained(difference)),
    ...[...MODEL_DIFFERENCES.keys()]
      .filter((difference) => !found.includes(difference))
      .map((difference) => `no longer true, remove it from the table: ${difference}`),
  ];
}

function differences({ models, enums, query }: Models): string[] {
  const schemas = allSchemas();
  const here = Object.keys(schemas).filter((name) => isModel(schemas[name]) || enumOf(schemas[name]));
  const there = [...Object.keys(models), ...Object.keys(enums)];
  return [
    ...names('schema', here, there),
    ...Object.entries(models).flatMap(([name, fields]) => fieldDifferences(name, fields, schemas[name])),
    ...Object.entries(enums).flatMap(([name, values]) =>
      names(`${name} value`, enumOf(schemas[name]) ?? values, values),
    ),
    ...Object.entries<Operation>(operations).flatMap(([id, { query: ours = {}, removed }]) =>
      removed || query[id] === undefined ? [] : names(`${id} query`, Object.keys(ours), query[id]),
    ),
  ];
}

function fieldDifferences(name: string, there: Readonly<Record<string, boolean>>, schema: Schema | undefined) {
  if (schema === undefined || !isModel(schema)) return [];
  const here = fieldsOf(schema);
  const optional = (is: boolean) => (is ? 'optional' : 'required');
  return [
    ...names(`${name} field`, [...here.keys()], Object.keys(there)),
    ...Object.entries(there).flatMap(([field, theirs]) => {
      const ours = here.get(field);
      return ours === undefined || ours === theirs
        ? []
        : [`${name}.${field}: ${optional(ours)} here, ${optional(theirs)} there`];
    }),
  ];
}

function names(what: string, here: readonly string[], there: readonly string[]): string[] {
  return [
    ...here.filter((name) => !there.includes(name)).map((name) => `${what} ${name}: only here`),
    ...there.filter((name) => !here.includes(name)).map((name) => `${what} ${name}: only there`),
  ];
}

/** The fields of an object by name: whether the field is optional. */
function fieldsOf(schema: Schema): Map<string, boolean> {
  const { allOf = [], properties = {}, required = [] } = resolved(schema);
  const own = Object.entries(properties).map(
    ([name, field]) => [name, !required.includes(name) || allowsNull(field)] as const,
  );
  return new Map([...allOf.flatMap((part) => [...fieldsOf(part)]), ...own]);
}

function isModel(schema: Schema | undefined): boolean {
  return schema !== undefined && (schema.properties ?? schema.allOf) !== undefined;
}

function enumOf(schema: Schema | undefined): string[] | undefined {
  return schema?.properties === undefined ? schema?.enum?.map(String) : undefined;
}

function allowsNull(schema: Schema): boolean {
  const { type, enum: values, anyOf, oneOf } = resolved(schema);
  return [type].flat().includes('null') || values?.includes(null) || (anyOf ?? oneOf ?? []).some(allowsNull);
}
