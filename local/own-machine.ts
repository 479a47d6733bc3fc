import type { IncomingHttpHeaders } from 'node:http';
import { isIP } from 'node:net';

/**
 * Why a request may not use a server of this machine that has no authentication. A browser here can reach such a server,
 * but the pages that it shows must not use it. `Host` reveals a name that a page's owner points at this machine (DNS
 * rebinding); `Origin` and `Sec-Fetch-Site` reveal a page of another site, or of another port of this machine.
 *
 * The port in `Host` is not compared with the server's: a container or a tunnel may forward another one.
 *
 * @param names further host names of this machine
 * @returns undefined when the request is allowed
 */
export function refusalOf(headers: IncomingHttpHeaders, names: readonly string[] = []): string | undefined {
  const { origin, host = '', 'sec-fetch-site': site } = headers;
  const refusal = hostRefusalOf(headers, names);
  if (refusal !== undefined) return refusal;
  if (origin !== undefined && URL.parse(origin)?.host !== host) return `Pages of ${origin} may not use this server`;
  if (site !== undefined && site !== 'same-origin' && site !== 'none') return 'Other pages may not use this server';
  return undefined;
}

/** The half of `refusalOf` for servers whose requests carry a token or a signature, which other pages cannot add. */
export function hostRefusalOf({ host = '' }: IncomingHttpHeaders, names: readonly string[] = []): string | undefined {
  return isOwnHost(host, names)
    ? undefined
    : `The host ${JSON.stringify(host)} is not a name of this machine: use localhost or an IP address`;
}

/** Whether a server that listens on this address can be reached only from this machine. */
export function isLoopback(address: string): boolean {
  return address === 'localhost' || address === '::1' || /^127\.\d+\.\d+\.\d+$/.test(address);
}

/** No DNS name resolves to an IP address that a page chose, and `localhost` is never looked up. */
function isOwnHost(host: string, names: readonly string[]): boolean {
  const name = URL.parse(`http://${host}`)?.hostname ?? '';
  const address = name.replace(/^\[(.*)\]$/, '$1');
  return name === 'localhost' || name.endsWith('.localhost') || isIP(address) !== 0 || names.includes(name);
}
