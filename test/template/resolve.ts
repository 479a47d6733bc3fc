import type { DeployedStack } from './deploy.ts';
import type { Template, TemplateResource } from './template.ts';

/** Resolves references of a template to values of a deployed stack. */
export interface Lookup {
  /** The value of a logical id or a pseudo parameter. */
  ref(name: string): string | undefined;
  getAtt(logicalId: string, attribute: string): string | undefined;
  readonly conditions: Readonly<Record<string, unknown>>;
}

type Resolve = (value: unknown) => unknown;

/** The value of `AWS::NoValue`, which removes the property or the item of the list. */
const noValue = Symbol('AWS::NoValue');

/** The functions of CloudFormation that the template uses. */
const functions: Readonly<Record<string, (argument: unknown, resolve: Resolve, lookup: Lookup) => unknown>> = {
  Ref: (name, _, { ref }) => (name === 'AWS::NoValue' ? noValue : known(String(name), ref(String(name)))),
  'Fn::Equals': (argument, resolve) => {
    const [left, right] = listOf(resolve(argument));
    return String(left) === String(right);
  },
  'Fn::GetAtt': (argument, _, lookup) => attributeOf([argument].flat().join('.'), lookup),
  'Fn::If': (argument, resolve, lookup) => {
    const [condition, yes, no] = listOf(argument);
    return resolve(holds(String(condition), lookup) ? yes : no);
  },
  'Fn::Join': (argument, resolve) => {
    const [separator, parts] = listOf(resolve(argument));
    return listOf(parts).join(String(separator));
  },
  'Fn::Not': (argument, resolve) => listOf(resolve(argument))[0] !== true,
  'Fn::Sub': (text, _, lookup) => String(text).replaceAll(/\$\{([^{}!]+)\}/g, (_whole, name) => named(name, lookup)),
};

/**
 * Resolves a value of a template in the deployed stack.
 *
 * @throws Error for a function or a reference that is not known
 */
export function resolve(value: unknown, lookup: Lookup): unknown {
  const resolveInner = (inner: unknown) => resolve(inner, lookup);
  if (Array.isArray(value)) return value.map(resolveInner).filter((item) => item !== noValue);
  if (!isFields(value)) return value;
  const [[name, argument] = ['', undefined]] = Object.entries(value);
  const called = functions[name];
  if (called !== undefined) return called(argument, resolveInner, lookup);
  if (name.startsWith('Fn::')) throw new Error(`The suite does not know ${name}`);
  const resolved = Object.entries(value).map(([key, item]) => [key, resolveInner(item)]);
  return Object.fromEntries(resolved.filter(([, item]) => item !== noValue));
}

/** @throws Error for a condition that the template does not have */
function holds(condition: string, lookup: Lookup): boolean {
  return resolve(known(condition, lookup.conditions[condition]), lookup) === true;
}

/** The resources whose conditions hold. */
export function existing({ Resources }: Template, lookup: Lookup): [id: string, resource: TemplateResource][] {
  return Object.entries(Resources).filter(([, { Condition }]) => Condition === undefined || holds(Condition, lookup));
}

export function isFields(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function named(name: string, lookup: Lookup): string {
  return name.includes('.') ? attributeOf(name, lookup) : known(name, lookup.ref(name));
}

function attributeOf(path: string, { getAtt }: Lookup): string {
  const [id = '', ...attribute] = path.split('.');
  return known(path, getAtt(id, attribute.join('.')));
}

function listOf(value: unknown): readonly unknown[] {
  if (!Array.isArray(value)) throw new Error(`${JSON.stringify(value)} should be a list`);
  return value;
}

function known<T>(name: string, value: T | undefined): T {
  if (value === undefined) throw new Error(`The template has no ${name}, or moto does not tell it`);
  return value;
}

/** What the references of a template give in the stack that was made from it. */
export function lookupIn(template: Template, { resources }: DeployedStack, region: string): Lookup {
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
