import { EnvHttpProxyAgent, fetch, type RequestInfo, type RequestInit, type Response } from 'undici';
import { lazy } from '../../lib/core/async/lazy.ts';
import { noProxyOf } from '../../lib/core/no-proxy.ts';

const agent = lazy(() => new EnvHttpProxyAgent({ noProxy: noProxyOf(process.env) }));

/** `fetch` that connects as the client of Annofab does: through the proxy of the environment, except to this machine. */
export function httpFetch(url: RequestInfo, init: RequestInit = {}): Promise<Response> {
  return fetch(url, { ...init, dispatcher: agent() });
}
