import { differences } from './compare.ts';
import type { DeployedStack } from './deploy.ts';
import { ignoredByMoto, PASSED_OVER_BY_MOTO } from './ignored-by-moto.ts';
import { holds, type Lookup, resolve } from './resolve.ts';
import type { Template, TemplateResource } from './template.ts';

/** The result of comparing a template with its deployed stack. Resources are logical ids. */
export interface Verdict {
  /** Resources that match the template. */
  readonly verified: readonly string[];
  /** Resources that moto ignored. */
  readonly passedOver: readonly string[];
  /** The number of compared properties. */
  readonly properties: number;
  /** Properties of created resources that moto ignores: `TheQueue.Property`. */
  readonly ignored: readonly string[];
  readonly problems: readonly string[];
}

/** Compares each property of each created resource with the template. */
export function verifyStack(template: Template, stack: DeployedStack, region: string): Verdict {
  const lookup = lookupIn(template, stack, region);
  const wanted = Object.entries(template.Resources).filter(
    ([, { Condition }]) => Condition === undefined || holds(Condition, lookup),
  );
  const unwanted = Object.keys(stack.resources).filter((id) => !wanted.some(([each]) => each === id));
  const made = wanted.filter(([id]) => stack.resources[id] !== undefined);
  const passedOver = wanted.filter(([id]) => stack.resources[id] === undefined);
  const outcomes = made.flatMap(([id, resource]) => compareResource(id, resource, stack, lookup));
  const those = (is: Outcome['is']) => outcomes.filter((outcome) => outcome.is === is);
  const wrong = new Set(those('problem').map(({ id }) => id));
  return {
    verified: made.map(([id]) => id).filter((id) => !wrong.has(id)),
    passedOver: passedOver.map(([id]) => id),
    properties: those('same').length,
    ignored: those('ignored').map(({ what }) => what),
    problems: [
      ...those('problem').map(({ what }) => what),
      ...unwanted.map((id) => `${id} is there and should not be`),
      ...passedOver
        .filter(([, { Type }]) => !PASSED_OVER_BY_MOTO.includes(Type))
        .map(([id, { Type }]) => `${id} was not made, though moto makes ${Type}`),
    ],
  };
}

interface Outcome {
  readonly is: 'same' | 'ignored' | 'problem';
  readonly id: string;
  /** The property, or its problem. */
  readonly what: string;
}

function compareResource(
  id: string,
  { Type, Properties = {} }: TemplateResource,
  { resources }: DeployedStack,
  lookup: Lookup,
): Outcome[] {
  const found = resources[id]?.found ?? undefined;
  if (found === undefined) return [{ is: 'problem', id, what: `${id}: the suite cannot read ${Type} back` }];
  return Object.entries(Properties).map(([name, value]): Outcome => {
    const what = `${id}.${name}`;
    const [difference] = differences(resolve({ [name]: value }, lookup), { [name]: found[name] }, id);
    if (!ignoredByMoto[Type]?.includes(name)) {
      return difference === undefined ? { is: 'same', id, what } : { is: 'problem', id, what: difference };
    }
    return difference === undefined
      ? { is: 'problem', id, what: `${what}: moto does make it, so it must be off the list of what it ignores` }
      : { is: 'ignored', id, what };
  });
}

function lookupIn(template: Template, { resources }: DeployedStack, region: string): Lookup {
  const pseudo: Readonly<Record<string, string>> = {
    'AWS::AccountId': '123456789012',
    'AWS::Partition': 'aws',
    'AWS::Region': region,
    'AWS::URLSuffix': 'amazonaws.com',
  };
  // As the script that deploys writes it, for moto would not take a reference to what it has not made.
  const passedOver = (id: string) => id in template.Resources && resources[id] === undefined;
  return {
    conditions: template.Conditions ?? {},
    ref: (name) => (passedOver(name) ? `passed-over:${name}` : (pseudo[name] ?? resources[name]?.id)),
    getAtt: (id, attribute) => {
      if (passedOver(id)) return `passed-over:${id}.${attribute}`;
      const value = resources[id]?.found?.[attribute];
      return typeof value === 'string' ? value : undefined;
    },
  };
}
