import { basename, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { isJsonObject } from '../../lib/core/json.ts';
import type { Environment } from '../../lib/runtime/environment.ts';
import type { Configured } from '../../lib/runtime/service.ts';
import { readConfigAndSettings } from '../../lib/runtime/settings.ts';
import { ConfigError } from '../../lib/runtime/variables.ts';
import { type Lookup, resolveIntrinsics } from '../../local/lambda/serverless-file/intrinsics.ts';
import { ofType, type Template } from './template.ts';

const ROOT = join(import.meta.dirname, '..', '..');
/** Variables that Powertools reads. */
const OF_POWERTOOLS = ['LOG_LEVEL', 'POWERTOOLS_SERVICE_NAME', 'POWERTOOLS_METRICS_NAMESPACE'];
const LOG_LEVELS = ['TRACE', 'DEBUG', 'INFO', 'WARN', 'ERROR', 'CRITICAL', 'SILENT'];

/** Reads the environment of each packaged function as the function does when it starts. */
export async function environmentProblems(template: Template): Promise<string[]> {
  const functions = new Map<string, string[]>();
  for (const [, properties] of ofType(template, 'AWS::Lambda::Function')) {
    const handler = String(properties['Handler']);
    const env = environmentOf(properties, lookupIn(template));
    for (const problem of await problemsOf(await loadHandler(handler), env)) {
      functions.set(problem, [...(functions.get(problem) ?? []), basename(parsePath(handler).file)]);
    }
  }
  return [...functions].map(([problem, names]) => `${names.join(', ')}: ${problem}`);
}

async function problemsOf({ variables }: Configured, env: Environment): Promise<string[]> {
  const read = new Set<string>();
  const watched = new Proxy(env, {
    get(target, name) {
      read.add(String(name));
      return target[String(name)];
    },
  });
  const problems = configProblems(variables, watched);
  const unread = Object.keys(env).filter((name) => !read.has(name) && !OF_POWERTOOLS.includes(name));
  const { LOG_LEVEL = 'INFO' } = env;
  return [
    ...problems,
    ...unread.map((name) => `${name} is set, and nothing reads it`),
    ...(LOG_LEVELS.includes(LOG_LEVEL.toUpperCase()) ? [] : [`LOG_LEVEL must be one of ${LOG_LEVELS.join(', ')}`]),
  ];
}

function configProblems(variables: Configured['variables'], env: Environment): readonly string[] {
  try {
    readConfigAndSettings(variables, env);
    return [];
  } catch (error) {
    if (error instanceof ConfigError) return error.problems;
    throw error;
  }
}

async function loadHandler(handler: string): Promise<Configured> {
  const { file, exported } = parsePath(handler);
  const module: Readonly<Record<string, unknown>> = await import(pathToFileURL(join(ROOT, `${file}.ts`)).href);
  const found = module[exported];
  if (!isConfigured(found))
    throw new Error(`${handler} is not made by httpHandler, queueHandler, scheduleHandler or taskHandler`);
  return found;
}

/** `functions/on-task-completed.handler` */
function parsePath(handler: string): { file: string; exported: string } {
  const dot = handler.lastIndexOf('.');
  return { file: handler.slice(0, dot), exported: handler.slice(dot + 1) };
}

function isConfigured(value: unknown): value is Configured {
  return typeof value === 'function' && 'variables' in value;
}

function environmentOf({ Environment }: Readonly<Record<string, unknown>>, lookup: Lookup): Environment {
  const variables = isJsonObject(Environment) ? resolveIntrinsics(Environment['Variables'], lookup) : {};
  return Object.fromEntries(Object.entries(Object(variables)).map(([name, value]) => [name, String(value)]));
}

/** What a reference gives on AWS, as far as its form matters: a queue's is its address. */
function lookupIn({ Resources }: Template): Lookup {
  return {
    httpApiUrl: 'https://api.example.com',
    ref: (id) => (Resources[id]?.Type === 'AWS::SQS::Queue' ? `https://sqs.example.com/${id}` : id),
    getAtt: (id, attribute) => `${id}.${attribute}`,
  };
}
