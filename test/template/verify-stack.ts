import { differences } from './compare.ts';
import type { DeployedStack } from './deploy.ts';
import { ignoredByMoto, PASSED_OVER_BY_MOTO } from './ignored-by-moto.ts';
import type { Pushed } from './push.ts';
import { existing, type Lookup, lookupIn, resolve } from './resolve.ts';
import type { Template, TemplateResource } from './template.ts';

/** What came of the comparison of a template with the stack that was made from it. Resources by their logical ids. */
export interface Verdict {
  /** Found as the template says. */
  readonly verified: readonly string[];
  /** Made by an API and found as the template says, since moto's CloudFormation makes nothing of them, or without a check. */
  readonly pushed: readonly string[];
  /** moto made nothing of them, and no API call did. */
  readonly passedOver: readonly string[];
  /** How many properties were compared. */
  readonly properties: number;
  /** Properties of resources that were made of which moto makes nothing: `TheQueue.Property`. */
  readonly ignored: readonly string[];
  readonly problems: readonly string[];
}

/** Compares each property of each resource that was made with what the template says. */
export function verifyStack(template: Template, stack: DeployedStack, pushed: Pushed, region: string): Verdict {
  const lookup = lookupIn(template, stack, region);
  const wanted = existing(template, lookup);
  const unwanted = Object.keys(stack.resources).filter((id) => !wanted.some(([each]) => each === id));
  const made = wanted.filter(([id]) => stack.resources[id] !== undefined);
  const missing = wanted.filter(([id]) => stack.resources[id] === undefined);
  const passedOver = missing.filter(([id]) => pushed[id] === undefined);
  const outcomes = [
    ...made.flatMap(([id, resource]) => compareResource(id, resource, stack, lookup)),
    ...Object.entries(pushed).flatMap(([id, resource]) => comparePushed(id, resource)),
  ];
  const those = (is: Outcome['is']) => outcomes.filter((outcome) => outcome.is === is);
  const same = new Set(those('same').map(({ what }) => what));
  const wrong = new Set(those('problem').map(({ id }) => id));
  return {
    verified: made.map(([id]) => id).filter((id) => !wrong.has(id)),
    pushed: Object.keys(pushed).filter((id) => !wrong.has(id)),
    passedOver: passedOver.map(([id]) => id),
    properties: same.size,
    ignored: those('ignored')
      .map(({ what }) => what)
      .filter((what) => !same.has(what)),
    problems: [
      ...those('problem').map(({ what }) => what),
      ...unwanted.map((id) => `${id} is there and should not be`),
      ...passedOver.map(([id, { Type }]) => `${id} was not made: the suite does not know the API call for ${Type}`),
      ...missing
        .filter(([, { Type }]) => !PASSED_OVER_BY_MOTO.includes(Type))
        .map(([id, { Type }]) => `${id} was not made, though moto makes ${Type}`),
    ],
  };
}

interface Outcome {
  readonly is: 'same' | 'ignored' | 'problem';
  readonly id: string;
  /** The property, or what is wrong with it. */
  readonly what: string;
}

function comparePushed(id: string, { expected, found, refused }: Pushed[string]): Outcome[] {
  if (found === undefined) return [{ is: 'problem', id, what: `${id} was refused: ${refused}` }];
  return Object.entries(expected).map(([name, value]): Outcome => {
    const [difference] = differences({ [name]: value }, { [name]: found[name] }, id);
    return difference === undefined
      ? { is: 'same', id, what: `${id}.${name}` }
      : { is: 'problem', id, what: difference };
  });
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
