import { Agent, BalancedPool, Client, type Dispatcher, Pool } from 'undici';

/**
 * Idle connections are closed soon, whatever the server offers: a Lambda that was frozen would resume with dead ones.
 * HTTP/1.1, whose failures the retry rules know.
 */
export function createAgent(connections: number): Agent {
  return new Agent({
    allowH2: false,
    connections,
    keepAliveTimeout: 4_000,
    keepAliveMaxTimeout: 4_000,
    connect: { timeout: 5_000 },
  });
}

/** @throws TypeError */
export function refusePool(dispatcher: Dispatcher | undefined): void {
  if (dispatcher instanceof Pool || dispatcher instanceof Client || dispatcher instanceof BalancedPool) {
    throw new TypeError('dispatcher must be an undici Agent: a Pool or Client sends every request to its own origin');
  }
}
