import type { IncomingHttpHeaders } from 'node:http';
import { isIP } from 'node:net';

/**
 * Why a request may not control the emulator. A browser on this machine can reach the emulator, but the pages that it
 * shows must not control it. `Origin` reveals a page of another site; `Host` reveals a name that was rebound to here.
 *
 * @param hosts further names of this machine
 * @returns undefined when the request is allowed
 */
export function refusalOf(headers: IncomingHttpHeaders, hosts: readonly string[]): string | undefined {
  const { origin, host = '', 'sec-fetch-site': site } = headers;
  if (!isOwnHost(host, hosts)) return `the host ${host} is not known as this machine's: use localhost or an IP address`;
  if (origin !== undefined && URL.parse(origin)?.host !== host)
    return `pages of ${origin} may not control the emulator`;
  if (site !== undefined && site !== 'same-origin' && site !== 'none')
    return 'pages of others may not control the emulator';
  return undefined;
}

function isOwnHost(host: string, hosts: readonly string[]): boolean {
  const name = URL.parse(`http://${host}`)?.hostname ?? '';
  const address = name.replace(/^\[(.*)\]$/, '$1');
  return name === 'localhost' || name.endsWith('.localhost') || isIP(address) !== 0 || hosts.includes(name);
}
