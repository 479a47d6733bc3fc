export interface BaseUrl {
  readonly origin: string;
  /** Without port: the `machine` of a .netrc file. */
  readonly hostname: string;
  /** Goes before each path; empty for Annofab itself. */
  readonly pathPrefix: string;
}

/**
 * Where Annofab is: the option, else `ANNOFAB_ENDPOINT_URL` (as for Annofab's own command line), else annofab.com.
 *
 * @throws TypeError when it is not a plain web address
 */
export function resolveBaseUrl(option: string | undefined, environment = process.env): BaseUrl {
  if (option !== undefined) return parse('baseUrl', option);
  const { ANNOFAB_ENDPOINT_URL: url } = environment;
  return url ? parse('ANNOFAB_ENDPOINT_URL', url) : parse('baseUrl', 'https://annofab.com');
}

function parse(name: string, text: string): BaseUrl {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  const plain = url && (url.protocol === 'https:' || url.protocol === 'http:') && !url.username && !url.password;
  if (!plain || url.search || url.hash) {
    throw new TypeError(`${name} must be an http or https URL, without user, query and fragment`);
  }
  return { origin: url.origin, hostname: url.hostname, pathPrefix: url.pathname.replace(/\/+$/, '') };
}
