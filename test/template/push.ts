import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import type { DeployedStack } from './deploy.ts';
import { existing, lookupIn, resolve } from './resolve.ts';
import { secrets } from './secrets.ts';
import type { Template } from './template.ts';

/** A resource that was made by its service's own API. */
export interface PushedResource {
  /** Its properties in the template, resolved. */
  readonly expected: Readonly<Record<string, unknown>>;
  /** Its properties as they were read back. */
  readonly found?: Readonly<Record<string, unknown>>;
  /** Why botocore or moto refused it. */
  readonly refused?: string;
}

/** By logical id. */
export type Pushed = Readonly<Record<string, PushedResource>>;

/** What moto's CloudFormation makes without a check, or without some of the properties. */
const MADE_UNCHECKED = ['AWS::CloudWatch::Dashboard', 'AWS::DynamoDB::Table', 'AWS::S3::Bucket'];

/** Makes what the deployment left out, and checks what it took without a look. */
export async function pushResources(o: {
  readonly python: string;
  readonly url: string;
  readonly folder: string;
  readonly region: string;
  readonly template: Template;
  readonly stack: DeployedStack;
}): Promise<Pushed> {
  const { python, url, folder, region, template, stack } = o;
  const lookup = lookupIn(template, stack, region);
  const resources = existing(template, lookup)
    .filter(([id, { Type }]) => stack.resources[id] === undefined || MADE_UNCHECKED.includes(Type))
    .map(([id, { Type, Properties = {} }]) => [
      id,
      { Type, id: stack.resources[id]?.id, Properties: resolve(Properties, lookup) },
    ]);
  const child = spawn(
    python,
    ['-B', join(import.meta.dirname, 'push.py'), url, folder, region, JSON.stringify(secrets)],
    {
      stdio: ['pipe', 'pipe', 'inherit'],
    },
  );
  child.stdin.end(JSON.stringify(Object.fromEntries(resources)));
  return JSON.parse(await text(child.stdout));
}
