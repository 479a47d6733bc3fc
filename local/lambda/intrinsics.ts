import { isFields } from './values.ts';

/** What the functions of a CloudFormation template give here. */
export interface Lookup {
  /** Of a logical id, or of a pseudo parameter such as `AWS::Region`. */
  ref(name: string): string | undefined;
  getAtt(logicalId: string, attribute: string): string | undefined;
  /** Where the HTTP API is served, without a slash at its end. */
  readonly httpApiUrl?: string;
}

/** The address of the HTTP API on AWS: here it is another one as a whole. `HttpApi` is the id that osls gives. */
// biome-ignore lint/suspicious/noTemplateCurlyInString: CloudFormation's own
const HTTP_API_URL = 'https://${HttpApi}.execute-api.${AWS::Region}.${AWS::URLSuffix}';

/**
 * Resolves `Ref`, `Fn::GetAtt` and `Fn::Sub` in a value of a template.
 *
 * @throws Error naming what the local stack does not have
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
