import { globSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parse } from 'yaml';
import { isJsonObject } from '../../lib/core/json.ts';
import { suggestion } from '../../lib/core/suggestion.ts';

export interface Parameters {
  /** The names that serverless.yml and its parts use. Another name has no effect. */
  readonly used: readonly string[];
  /** The names that are set under `params:`, with the stage. */
  readonly set: readonly { readonly name: string; readonly stage: string }[];
  /** Which parameter sets a variable of a function. */
  readonly byVariable: ReadonlyMap<string, string>;
}

/** Reads which parameters the service has: from what uses them, since osls takes any name without a word. */
export async function readParameters(folder: string): Promise<Parameters> {
  const parts = globSync('infra/*.yml', { cwd: folder });
  const main = await readFile(join(folder, 'serverless.yml'), 'utf8');
  const texts = [main, ...(await Promise.all(parts.map((part) => readFile(join(folder, part), 'utf8'))))].join('\n');
  return {
    used: [...new Set([...texts.matchAll(/\$\{param:(\w+)/g)].map(([, name = '']) => name))],
    set: parametersSet(parse(main, { logLevel: 'silent', merge: true })),
    byVariable: new Map(
      [...main.matchAll(/^ +([A-Z_]+): .*\$\{param:(\w+)/gm)].map(([, variable = '', name = '']) => [variable, name]),
    ),
  };
}

/** The names that nothing uses. */
export function parameterProblems(params: readonly string[], { used, set }: Parameters): string[] {
  const unknown = (name: string) => !used.includes(name);
  return [
    ...params
      .map((param) => param.split('=', 1).join())
      .filter(unknown)
      .map((name) => `--param ${name} is unknown: ${suggestion(name, used)}`),
    ...set
      .filter(({ name }) => unknown(name))
      .map(({ name, stage }) => `params.${stage}.${name} in serverless.yml is unknown: ${suggestion(name, used)}`),
  ];
}

function parametersSet(file: unknown): Parameters['set'] {
  const stages = isJsonObject(file) && isJsonObject(file['params']) ? Object.entries(file['params']) : [];
  return stages.flatMap(([stage, params]) =>
    isJsonObject(params) ? Object.keys(params).map((name) => ({ name, stage })) : [],
  );
}
