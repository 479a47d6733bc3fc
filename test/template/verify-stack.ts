import { differences } from './compare.ts';
import type { DeployedStack } from './deploy.ts';
import { ignoredByMoto } from './ignored-by-moto.ts';
import { type Lookup, resolve, UnknownReference } from './resolve.ts';
import type { Template } from './template.ts';

/** What came of the comparison of a template with the stack that was made from it. */
export interface Verdict {
  /** By type, how many resources were found as the template says. */
  readonly verified: ReadonlyMap<string, number>;
  /** By type, how many resources moto made nothing of. */
  readonly passedOver: ReadonlyMap<string, number>;
  /** How many properties were compared. */
  readonly properties: number;
  /** Properties of resources that were made, of which nothing can be said: `TheQueue.Property`, with the reason. */
  readonly notCompared: readonly string[];
  readonly problems: readonly string[];
}

/** Compares each property of each resource that was made with what the template says. */
export function verifyStack(template: Template, stack: DeployedStack, region: string): Verdict {
  const verified = new Map<string, number>();
  const passedOver = new Map<string, number>();
  const outcomes: Outcome[] = [];
  for (const [id, { Type, Properties = {} }] of Object.entries(template.Resources)) {
    const made = stack.resources[id];
    count(made === undefined ? passedOver : verified, Type);
    if (made === undefined) continue;
    if (made.found === null) outcomes.push({ problem: `${id}: the suite cannot read ${Type} back` });
    for (const [name, value] of Object.entries(Properties)) {
      const property = { id, type: Type, name, value, found: made.found?.[name] };
      outcomes.push(compareProperty(property, lookupIn(stack, region)));
    }
  }
  return {
    verified,
    passedOver,
    properties: outcomes.filter((outcome) => 'same' in outcome).length,
    notCompared: outcomes.flatMap((outcome) => ('notCompared' in outcome ? outcome.notCompared : [])),
    problems: outcomes.flatMap((outcome) => ('problem' in outcome ? outcome.problem : [])),
  };
}

type Outcome = { readonly same: true } | { readonly notCompared: string } | { readonly problem: string };

interface Property {
  readonly id: string;
  readonly type: string;
  readonly name: string;
  readonly value: unknown;
  readonly found: unknown;
}

function compareProperty({ id, type, name, value, found }: Property, lookup: Lookup): Outcome {
  const path = `${id}.${name}`;
  const ignored = ignoredByMoto[type]?.includes(name) ?? false;
  try {
    const [difference] = differences(resolve(value, lookup), found, path);
    if (ignored) {
      return difference === undefined
        ? { problem: `${path} is made by moto: take it off the list of what is ignored` }
        : { notCompared: `${type} ${name}: ignored by moto` };
    }
    return difference === undefined ? { same: true } : { problem: difference };
  } catch (error) {
    if (error instanceof UnknownReference) return { notCompared: `${path}: refers to ${error.message}, passed over` };
    throw error;
  }
}

function lookupIn({ resources }: DeployedStack, region: string): Lookup {
  const pseudo: Readonly<Record<string, string>> = {
    'AWS::AccountId': '123456789012',
    'AWS::Partition': 'aws',
    'AWS::Region': region,
    'AWS::URLSuffix': 'amazonaws.com',
  };
  return {
    ref: (name) => pseudo[name] ?? resources[name]?.id,
    getAtt: (id, attribute) => {
      const value = resources[id]?.found?.[attribute];
      return typeof value === 'string' ? value : undefined;
    },
  };
}

function count(counts: Map<string, number>, key: string): void {
  counts.set(key, (counts.get(key) ?? 0) + 1);
}
