import { readFile } from 'node:fs/promises';
import { parse, type Tags } from 'yaml';
import { applySettings } from '../../../lib/settings/apply-settings.ts';
import { serverlessValues } from '../../../lib/settings/serverless-values.ts';
import { defaultSettings, type StageSettings } from '../../../lib/settings/stage-settings.ts';
import { type Fields, fieldsAt, isFields, listAt, numberAt, textAt } from './values.ts';
import { resolveVariables } from './variables.ts';

/** The parts of a serverless.yml that run in the local stack. Variables are resolved, CloudFormation functions are not. */
export interface ServiceDefinition {
  readonly name: string;
  readonly stage: string;
  readonly region: string;
  readonly functions: readonly FunctionDefinition[];
  readonly queues: readonly ResourceDefinition[];
  readonly buckets: readonly ResourceDefinition[];
  readonly tables: readonly ResourceDefinition[];
}

export interface FunctionDefinition {
  /** The key in the file: `onTaskCompleted`. */
  readonly key: string;
  /** The name on AWS: `annofab-functions-local-on-task-completed`. */
  readonly fullName: string;
  /** The name without service and stage: `on-task-completed`. */
  readonly name: string;
  /** `functions/on-task-completed.handler` */
  readonly handler: string;
  readonly runtime: string;
  readonly timeoutMs: number;
  readonly memoryMegabytes: number;
  readonly environment: Fields;
  readonly routes: readonly { readonly method: string; readonly path: string }[];
  readonly sources: readonly QueueSource[];
  readonly schedules: readonly Schedule[];
}

/** An event source mapping. */
export interface QueueSource {
  readonly arn: unknown;
  readonly batchSize: number;
  readonly maximumConcurrency: number | undefined;
  /** Whether the function reports which records failed. Otherwise a batch succeeds or fails as a whole. */
  readonly reportsFailures: boolean;
}

export interface Schedule {
  /** `cron(0 5 * * ? *)` or `rate(1 hour)` */
  readonly expression: string;
  readonly timezone: string;
}

export interface ResourceDefinition {
  readonly logicalId: string;
  readonly properties: Fields;
}

export interface ReadOptions {
  readonly stage: string;
  readonly region: string;
  /** Override those of the file. */
  readonly params?: Readonly<Record<string, string | number>>;
  /** What differs from the default settings of a stage. */
  readonly settings?: Partial<StageSettings>;
}

/** Expands the short forms of CloudFormation's functions. */
const cloudFormationTags: Tags = [
  { tag: '!Ref', resolve: (name: string) => ({ Ref: name }) },
  { tag: '!Sub', resolve: (text: string) => ({ 'Fn::Sub': text }) },
  { tag: '!GetAtt', resolve: (path: string) => ({ 'Fn::GetAtt': path.split(/\.(.*)/, 2) }) },
];

/**
 * Reads a serverless.yml for the local stack.
 *
 * @throws Error naming the place that is invalid
 */
export async function readServerlessFile(path: string, options: ReadOptions): Promise<ServiceDefinition> {
  return parseServerlessFile(await readFile(path, 'utf8'), options);
}

export function parseServerlessFile(text: string, options: ReadOptions): ServiceDefinition {
  const { stage, region, params } = options;
  const settings = { ...defaultSettings(), ...options.settings };
  const self = withSettings(parse(text, { merge: true, customTags: cloudFormationTags }), settings);
  const paramsByStage = fieldsAt(fieldsAt(self, 'serverless.yml')['params'], 'params');
  const variables = {
    stage,
    region,
    self,
    params: {
      ...fieldsAt(paramsByStage['default'], 'params.default'),
      ...fieldsAt(paramsByStage[stage], `params.${stage}`),
      ...params,
    },
  };
  const file = fieldsAt(resolveVariables(self, variables), 'serverless.yml');
  const name = textAt(file['service'], 'service');
  const provider = fieldsAt(file['provider'], 'provider');
  const { functions, resources } = applySettings(
    { functions: fieldsAt(file['functions'], 'functions'), resources: { Resources: readTemplate(file['resources']) } },
    settings,
  );
  const template = fieldsAt(resources['Resources'], 'Resources');
  return {
    name,
    stage,
    region,
    functions: Object.entries(functions).map(([key, value]) =>
      readFunction(key, fieldsAt(value, `functions.${key}`), provider, `${name}-${stage}-`),
    ),
    queues: resourcesOf(template, 'AWS::SQS::Queue'),
    buckets: resourcesOf(template, 'AWS::S3::Bucket'),
    tables: resourcesOf(template, 'AWS::DynamoDB::Table'),
  };
}

/** osls gets `custom.settings` from a file of JavaScript, which reads settings/<stage>.yml. */
function withSettings(self: unknown, settings: StageSettings): Fields {
  const file = fieldsAt(self, 'serverless.yml');
  const custom = { ...fieldsAt(file['custom'], 'custom'), settings: serverlessValues(settings) };
  return { ...file, custom };
}

function readFunction(key: string, fields: Fields, provider: Fields, prefix: string): FunctionDefinition {
  const where = `functions.${key}`;
  const fullName = textAt(fields['name'] ?? `${prefix}${key}`, `${where}.name`);
  const events = listAt(fields['events'], `${where}.events`).map((event) => fieldsAt(event, `${where}.events`));
  const eventsOf = <T>(kind: string, read: (event: unknown, where: string) => T): T[] =>
    events.flatMap((event) => (kind in event ? [read(event[kind], `${where}.events.${kind}`)] : []));
  return {
    key,
    fullName,
    name: fullName.startsWith(prefix) ? fullName.slice(prefix.length) : fullName,
    handler: textAt(fields['handler'], `${where}.handler`),
    runtime: textAt(fields['runtime'] ?? provider['runtime'] ?? 'nodejs', `${where}.runtime`),
    // The defaults of osls: 6 seconds, 1024 MB.
    timeoutMs: numberAt(fields['timeout'] ?? provider['timeout'], `${where}.timeout`, 6) * 1000,
    memoryMegabytes: numberAt(fields['memorySize'] ?? provider['memorySize'], `${where}.memorySize`, 1024),
    environment: {
      ...fieldsAt(provider['environment'], 'provider.environment'),
      ...fieldsAt(fields['environment'], `${where}.environment`),
    },
    routes: eventsOf('httpApi', readRoute),
    sources: eventsOf('sqs', readSource),
    schedules: eventsOf('schedule', readSchedules).flat(),
  };
}

/** A route is `POST /path`, or a mapping with `method` and `path`. */
function readRoute(event: unknown, where: string) {
  const [method, path] = isFields(event) ? [event['method'], event['path']] : textAt(event, where).split(' ');
  return { method: textAt(method, `${where}.method`).toUpperCase(), path: textAt(path, `${where}.path`) };
}

function readSource(event: unknown, where: string): QueueSource {
  const { arn, batchSize, maximumConcurrency, functionResponseType } = isFields(event) ? event : { arn: event };
  return {
    arn,
    batchSize: numberAt(batchSize, `${where}.batchSize`, 10),
    maximumConcurrency:
      maximumConcurrency === undefined ? undefined : numberAt(maximumConcurrency, `${where}.maximumConcurrency`),
    reportsFailures: functionResponseType === 'ReportBatchItemFailures',
  };
}

function readSchedules(event: unknown, where: string): Schedule[] {
  if (typeof event === 'string') return [{ expression: event, timezone: 'UTC' }];
  const { rate, timezone = 'UTC', enabled } = fieldsAt(event, where);
  if (enabled === false) return [];
  return listAt(rate, `${where}.rate`).map((expression) => ({
    expression: textAt(expression, `${where}.rate`),
    timezone: textAt(timezone, `${where}.timezone`),
  }));
}

/**
 * Reads the CloudFormation resources, which may be split into several parts. Parts in separate files, such as
 * `${file(infra/roles.yml)}`, are skipped: they contain what exists only on AWS, and therefore no queue that feeds a function.
 */
function readTemplate(resources: unknown): Fields {
  const pieces = Array.isArray(resources) ? resources : [resources];
  const here = pieces.filter((piece) => !(typeof piece === 'string' && piece.startsWith('${file(')));
  return Object.assign({}, ...here.map((piece) => fieldsAt(fieldsAt(piece, 'resources')['Resources'], 'Resources')));
}

function resourcesOf(template: Fields, type: string): ResourceDefinition[] {
  return Object.entries(template).flatMap(([logicalId, resource]) => {
    const fields = fieldsAt(resource, `resources.Resources.${logicalId}`);
    const properties = fieldsAt(fields['Properties'], `resources.Resources.${logicalId}.Properties`);
    return fields['Type'] === type ? [{ logicalId, properties }] : [];
  });
}
