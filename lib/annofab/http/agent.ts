import { Agent, BalancedPool, Client, type Dispatcher, EnvHttpProxyAgent, Pool } from 'undici';
import { noProxyOf } from '../../core/no-proxy.ts';
import { AnnofabError } from '../errors.ts';

type Environment = Readonly<Record<string, string | undefined>>;

/**
 * Idle connections are closed soon, whatever the server offers: a Lambda that was frozen would resume with dead ones.
 * HTTP/1.1, whose failures the retry rules know. Where the environment names a proxy, requests go through it.
 */
export function createAgent(connections: number, environment: Environment = process.env): Dispatcher {
  const connect = { timeout: CONNECT_TIMEOUT_MS };
  const options = { allowH2: false, connections, keepAliveTimeout: 4_000, keepAliveMaxTimeout: 4_000, connect };
  if (proxyVariable(environment) === undefined) return assertComplete(new Agent(options));
  const noProxy = noProxyOf(environment);
  return assertComplete(new EnvHttpProxyAgent({ ...options, connectTimeout: CONNECT_TIMEOUT_MS, noProxy }));
}

/** Bun has a stub of undici, which it imports instead of the package. @throws AnnofabError */
function assertComplete(agent: Dispatcher): Dispatcher {
  if (typeof agent.dispatch === 'function') return agent;
  throw new AnnofabError(
    'This runtime replaces undici by a part of it, as Bun does. Give the client the whole one: ' +
      "import undici from 'undici/index.js', and the option { dispatcher: new undici.Agent() }.",
  );
}

const CONNECT_TIMEOUT_MS = 5_000;

/** The environment variable that names a proxy, if any. */
export function proxyVariable(environment: Environment = process.env): string | undefined {
  return ['https_proxy', 'HTTPS_PROXY', 'http_proxy', 'HTTP_PROXY'].find((name) => environment[name]);
}

/** @throws TypeError */
export function refusePool(dispatcher: Dispatcher | undefined): void {
  if (dispatcher instanceof Pool || dispatcher instanceof Client || dispatcher instanceof BalancedPool) {
    throw new TypeError('dispatcher must be an undici Agent: a Pool or Client sends every request to its own origin');
  }
}
