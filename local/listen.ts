import { once } from 'node:events';
import type { Server } from 'node:net';

/** Nothing outside this machine reaches a server that listens here. */
export const LOOPBACK = '127.0.0.1';

/**
 * Makes a server listen on this machine.
 *
 * @param port a free one by default
 * @returns its port
 * @throws Error when the port is taken (`code` EADDRINUSE)
 */
export async function listen(server: Server, port = 0): Promise<number> {
  server.listen(port, LOOPBACK);
  await once(server, 'listening');
  return portOf(server);
}

/** The port that a server listens on. */
export function portOf(server: Server): number {
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The server listens on no port');
  return address.port;
}
