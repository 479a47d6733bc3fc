/** What the functions of a template give in a deployed stack. */
export interface Lookup {
  /** Of a logical id or a pseudo parameter; `undefined`: moto has made no such resource. */
  ref(name: string): string | undefined;
  getAtt(logicalId: string, attribute: string): string | undefined;
}

/** A value depends on a resource that moto has not made, so that nobody can say what it should be. */
export class UnknownReference extends Error {
  override readonly name = 'UnknownReference' as const;
}

type Fields = Readonly<Record<string, unknown>>;
type Resolve = (value: unknown) => unknown;

/** The functions of CloudFormation that the template uses. */
const functions: Readonly<Record<string, (argument: unknown, resolve: Resolve, lookup: Lookup) => unknown>> = {
  Ref: (name, _, { ref }) => known(String(name), ref(String(name))),
  'Fn::GetAtt': (argument, _, lookup) => attributeOf([argument].flat().join('.'), lookup),
  'Fn::Join': (argument, resolve) => join(resolve(argument)),
  'Fn::Sub': (text, _, lookup) => String(text).replaceAll(/\$\{([^{}!]+)\}/g, (_whole, name) => named(name, lookup)),
};

/**
 * What a value of a template stands for in the deployed stack.
 *
 * @throws {@link UnknownReference}
 * @throws Error for a function that is not known here
 */
export function resolve(value: unknown, lookup: Lookup): unknown {
  if (Array.isArray(value)) return value.map((item) => resolve(item, lookup));
  if (!isFields(value)) return value;
  const [[name = '', argument] = [], ...others] = Object.entries(value);
  const known = functions[name];
  if (known !== undefined && others.length === 0) return known(argument, (inner) => resolve(inner, lookup), lookup);
  if (name.startsWith('Fn::')) throw new Error(`The suite does not know ${name}`);
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, resolve(item, lookup)]));
}

export function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function named(name: string, lookup: Lookup): string {
  return name.includes('.') ? attributeOf(name, lookup) : known(name, lookup.ref(name));
}

function attributeOf(path: string, { getAtt }: Lookup): string {
  const [id = '', ...attribute] = path.split('.');
  return known(path, getAtt(id, attribute.join('.')));
}

function join(argument: unknown): string {
  if (!Array.isArray(argument)) throw new Error('Fn::Join takes a list');
  const [separator, parts] = argument;
  return [parts].flat().join(separator);
}

function known(name: string, value: string | undefined): string {
  if (value === undefined) throw new UnknownReference(name);
  return value;
}
