import { isFields } from './values.ts';

/** Resolves references of a CloudFormation template to values of the local stack. */
export interface Lookup {
  /** The value of a logical id, or of a pseudo parameter such as `AWS::Region`. */
  ref(name: string): string | undefined;
  getAtt(logicalId: string, attribute: string): string | undefined;
  /** Base URL of the HTTP API, without a trailing slash. */
  readonly httpApiUrl?: string;
}

/** The URL of the HTTP API on AWS, which the local URL replaces as a whole. `HttpApi` is the logical id that osls gives. */
// biome-ignore lint/suspicious/noTemplateCurlyInString: syntax of CloudFormation
const HTTP_API_URL = 'https://${HttpApi}.execute-api.${AWS::Region}.${AWS::URLSuffix}';

/**
 * Resolves `Ref`, `Fn::GetAtt` and `Fn::Sub` in a value of a template.
 *
 * @throws Error naming a reference that the local stack cannot resolve
 */
export function resolveIntrinsics(value: unknown, lookup: Lookup): unknown {
  if (Array.isArray(value)) return value.map((item) => resolveIntrinsics(item, lookup));
  if (!isFields(value)) return value;
  const { Ref: ref, 'Fn::GetAtt': getAtt, 'Fn::Sub': sub } = value;
  if (typeof ref === 'string') return known(`!Ref ${ref}`, lookup.ref(ref));
  if (Array.isArray(getAtt)) {
    const [id, attribute] = getAtt.map(String);
    return known(`!GetAtt ${id}.${attribute}`, lookup.getAtt(id ?? '', attribute ?? ''));
  }
  if (typeof sub === 'string') return substitute(sub, lookup);
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, resolveIntrinsics(item, lookup)]));
}

function substitute(text: string, lookup: Lookup): string {
  const { httpApiUrl = HTTP_API_URL } = lookup;
  return text.replaceAll(HTTP_API_URL, httpApiUrl).replaceAll(/\$\{([^{}]+)\}/g, (whole, name: string) => {
    const [id = '', attribute] = name.includes('::') ? [name] : name.split('.');
    return known(whole, attribute === undefined ? lookup.ref(id) : lookup.getAtt(id, attribute));
  });
}

function known(what: string, value: string | undefined): string {
  if (value === undefined) throw new Error(`${what}: the local stack has no such thing`);
  return value;
}
