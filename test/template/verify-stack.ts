import { differences } from './compare.ts';
import type { DeployedStack } from './deploy.ts';
import { ignoredByMoto, PASSED_OVER_BY_MOTO } from './ignored-by-moto.ts';
import type { Pushed } from './push.ts';
import { existing, type Lookup, lookupIn, resolve } from './resolve.ts';
import type { Template, TemplateResource } from './template.ts';

/** The result of comparing a template with its deployed stack. Resources are logical ids. */
export interface Verdict {
  /** Resources that match the template. */
  readonly verified: readonly string[];
  /** Resources that match the template, created by the API of their service: moto's CloudFormation ignores them, or does not check. */
  readonly pushed: readonly string[];
  /** Resources that moto ignored, and that no API call created. */
  readonly passedOver: readonly string[];
  /** The number of compared properties. */
  readonly properties: number;
  /** Properties of created resources that moto ignores: `TheQueue.Property`. */
  readonly ignored: readonly string[];
  readonly problems: readonly string[];
}

/** Compares each property of each created resource with the template. */
export function verifyStack(template: Template, stack: DeployedStack, pushed: Pushed, region: string): Verdict {
  const lookup = lookupIn(template, stack, region);
  const wanted = existing(template, lookup);
  const unwanted = Object.keys(stack.resources).filter((id) => !wanted.some(([each]) => each === id));
  const made = wanted.filter(([id]) => stack.resources[id] !== undefined);
  const missing = wanted.filter(([id]) => stack.resources[id] === undefined);
  const passedOver = missing.filter(([id]) => pushed[id] === undefined);
  const outcomes = [
    ...made.flatMap(([id, resource]) => compareResource(id, resource, { stack, lookup, byApi: pushed[id] })),
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
  /** The property, or its problem. */
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
  { stack, lookup, byApi }: { stack: DeployedStack; lookup: Lookup; byApi: Pushed[string] | undefined },
): Outcome[] {
  const set = byApi === undefined ? [] : comparePushed(id, byApi).filter(({ is }) => is === 'same');
  const found = stack.resources[id]?.found ?? undefined;
  if (found === undefined) return [{ is: 'problem', id, what: `${id}: the suite cannot read ${Type} back` }];
  return Object.entries(Properties).map(([name, value]): Outcome => {
    const what = `${id}.${name}`;
    const [difference] = differences(resolve({ [name]: value }, lookup), { [name]: found[name] }, id);
    if (!ignoredByMoto[Type]?.includes(name)) {
      if (difference === undefined) return { is: 'same', id, what };
      // Moto's CloudFormation takes a part of it, and the API of the service takes it all.
      return set.some((each) => each.what === what)
        ? { is: 'ignored', id, what }
        : { is: 'problem', id, what: difference };
    }
    return difference === undefined
      ? { is: 'problem', id, what: `${what}: moto does make it, so it must be off the list of what it ignores` }
      : { is: 'ignored', id, what };
  });
}
