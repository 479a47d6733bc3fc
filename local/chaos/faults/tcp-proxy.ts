import { connect, createServer, type Socket } from 'node:net';
import { LOOPBACK, listen } from '../../listen.ts';

/** The public address of the HTTP API. It can simulate an endpoint that is down. */
export interface TcpProxy {
  /** Has no trailing slash. */
  readonly url: string;
  /** Sets the target. */
  leadTo(url: string): void;
  /** `refusing`: nothing listens. `silent`: connections are accepted and never answered. */
  set(state: TcpProxyState): Promise<void>;
  close(): Promise<void>;
}

export type TcpProxyState = 'up' | 'refusing' | 'silent';

export async function startTcpProxy(): Promise<TcpProxy> {
  const sockets = new Set<Socket>();
  let state: TcpProxyState = 'up';
  let target = 0;

  const server = createServer((client) => {
    keep(client);
    if (state === 'silent') return;
    const behind = connect(target, LOOPBACK);
    keep(behind);
    client.pipe(behind).pipe(client);
    client.once('close', () => behind.destroy());
    behind.once('close', () => client.destroy());
  });
  const port = await listen(server);

  function keep(socket: Socket): void {
    sockets.add(socket);
    // The other side notices an error by the end of its connection.
    socket.on('error', () => socket.destroy()).once('close', () => sockets.delete(socket));
  }

  async function stop(): Promise<void> {
    if (!server.listening) return;
    const closed = new Promise((resolve) => server.close(resolve));
    for (const socket of sockets) socket.destroy();
    await closed;
  }

  return {
    url: `http://${LOOPBACK}:${port}`,
    leadTo(url) {
      target = Number(new URL(url).port);
    },
    async set(next) {
      if (next === state) return;
      if (next === 'refusing') await stop();
      else if (!server.listening) await listen(server, port);
      // Open connections would bypass the new state.
      for (const socket of sockets) socket.destroy();
      state = next;
    },
    close: stop,
  };
}
