import { isFields } from './values.ts';

/** The values of the variables of a serverless.yml in this run. */
export interface Variables {
  readonly stage: string;
  readonly region: string;
  /** Values of `${param:name}`: those of the file, overridden by those of the caller. */
  readonly params: Readonly<Record<string, unknown>>;
  /** The file, before its variables are resolved, for `${self:a.b}`. */
  readonly self: unknown;
}

/** Matches `${source:address, 'fallback'}`, but not CloudFormation's `${Queue.Arn}` and `${AWS::Region}`. */
const VARIABLE = /\$\{(self|sls|param|opt|aws|env):(?!:)([^{},]+)(?:,([^{}]*))?\}/g;

/**
 * Replaces the variables in all strings of a value. A string that consists of one variable becomes the variable's value, which
 * may be a number.
 *
 * @throws Error naming a variable that has no value here
 */
export function resolveVariables(value: unknown, variables: Variables): unknown {
  if (typeof value === 'string') return resolveText(value, variables);
  if (Array.isArray(value)) return value.map((item) => resolveVariables(item, variables));
  if (!isFields(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, resolveVariables(item, variables)]));
}

function resolveText(text: string, variables: Variables): unknown {
  const [only] = text.matchAll(VARIABLE);
  if (only?.[0] === text) return lookUp(only, variables);
  return text.replaceAll(VARIABLE, (...match) => String(lookUp(match, variables)));
}

function lookUp([whole, source = '', address = '', fallback]: readonly string[], variables: Variables): unknown {
  const found = valueOfSource(source, address.trim(), variables);
  if (found !== undefined) return resolveVariables(found, variables);
  if (fallback !== undefined) return fallback.trim().replace(/^'(.*)'$/, '$1');
  throw new Error(`${whole} has no value in the local stack`);
}

function valueOfSource(source: string, address: string, { stage, region, params, self }: Variables): unknown {
  if (source === 'param') return params[address];
  if (source === 'sls' && address === 'stage') return stage;
  if (source === 'opt' && address === 'stage') return stage;
  if (source === 'aws' && address === 'region') return region;
  if (source !== 'self') return undefined;
  return address.split('.').reduce<unknown>((value, key) => (isFields(value) ? value[key] : undefined), self);
}
