import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';

interface Schema {
  readonly description?: string;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly items?: Schema;
  readonly additionalProperties?: Schema | boolean;
  readonly oneOf?: readonly Schema[];
  readonly allOf?: readonly Schema[];
}

interface Parameter extends Described {
  readonly name?: string;
}

interface Operation extends Described {
  readonly operationId?: string;
  readonly summary?: string;
  readonly parameters?: readonly Parameter[];
}

interface Described {
  readonly description?: string;
}

interface Description {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  readonly components: {
    readonly schemas: Readonly<Record<string, Schema>>;
    readonly parameters: Readonly<Record<string, Parameter>>;
  };
}

const { paths, components }: Description = parse(
  readFileSync(new URL('../../lib/annofab/openapi.yaml', import.meta.url), 'utf8'),
);
const generated = readFileSync(new URL('../../lib/annofab/api-description.ts', import.meta.url), 'utf8');

const schemas = Object.entries(components.schemas);
const properties = schemas.flatMap(([name, schema]) => [...propertiesOf(name, schema)]);
const operations = Object.values(paths)
  .flatMap((item) => Object.values(item))
  .filter(({ operationId }) => operationId !== undefined);

describe('the API description', () => {
  it('describes every schema', () => {
    expect(schemas.length).toBeGreaterThan(500);
    expect(badlyDescribed(schemas)).toEqual([]);
  });

  it('describes every property of every schema', () => {
    expect(properties.length).toBeGreaterThan(1_300);
    expect(badlyDescribed(properties)).toEqual([]);
  });

  it('describes every operation and each of its query parameters', () => {
    const parameters = operations.flatMap(({ operationId, parameters: own = [] }) =>
      own.flatMap((parameter): [string, Described][] =>
        parameter.name === undefined ? [] : [[`${operationId}.${parameter.name}`, parameter]],
      ),
    );
    const summaries = operations.map(({ operationId = '', summary = '' }): [string, Described] => [
      operationId,
      { description: summary },
    ]);
    expect(badlyDescribed([...summaries, ...parameters, ...Object.entries(components.parameters)])).toEqual([]);
  });

  it('keeps the description of a property in at most 30 words', () => {
    const long = properties.filter(([, { description = '' }]) => description.split(/\s+/).length > 30);
    expect(long.map(([path]) => path)).toEqual([]);
  });

  it('gives every property of a generated type a comment', () => {
    const [types = ''] = generated.split('export interface components');
    const lines = types.split('\n');
    const bare = lines.filter((line, at) => /^ +\w+\??: /.test(line) && !lines[at - 1]?.endsWith('*/'));
    expect(bare).toEqual([]);
  });
});

function* propertiesOf(path: string, schema: Schema): Generator<[path: string, Schema]> {
  for (const [name, property] of Object.entries(schema.properties ?? {})) {
    yield [`${path}.${name}`, property];
    yield* propertiesOf(`${path}.${name}`, property);
  }
  const { items, additionalProperties: values, oneOf = [], allOf = [] } = schema;
  for (const inner of [items, typeof values === 'object' ? values : undefined, ...oneOf, ...allOf]) {
    if (inner) yield* propertiesOf(path, inner);
  }
}

/** The paths of entries whose description is missing, has stray spaces, or only repeats the name. */
function badlyDescribed(entries: readonly [path: string, Described][]): string[] {
  return entries
    .filter(([path, { description = '' }]) => {
      const name = path.split('.').at(-1) ?? '';
      return description.trim() === '' || description !== description.trim() || letters(description) === letters(name);
    })
    .map(([path]) => path);
}

function letters(text: string): string {
  return text.toLowerCase().replaceAll(/[^a-z0-9]/g, '');
}
