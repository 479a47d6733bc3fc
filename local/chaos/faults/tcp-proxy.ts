import { connect, createServer, type Server, type Socket } from 'node:net';

/** The public address of the HTTP API: what is behind it can be made to vanish. */
export interface TcpProxy {
  /** Without a slash at its end. */
  readonly url: string;
  /** Where it leads. */
  leadTo(url: string): void;
  /** `refusing`: nothing listens. `silent`: connections are taken, and nothing comes of them. */
  set(state: TcpProxyState): Promise<void>;
  close(): Promise<void>;
}

export type TcpProxyState = 'up' | 'refusing' | 'silent';

const HOST = '127.0.0.1';

export async function startTcpProxy(): Promise<TcpProxy> {
  const sockets = new Set<Socket>();
  let state: TcpProxyState = 'up';
  let target = 0;

  const server = createServer((client) => {
    keep(client);
    if (state === 'silent') return;
    const behind = connect(target, HOST);
    keep(behind);
    client.pipe(behind).pipe(client);
    client.once('close', () => behind.destroy());
    behind.once('close', () => client.destroy());
  });
  const port = await listen(server, 0);

  function keep(socket: Socket): void {
    sockets.add(socket);
    // Whoever is cut off knows it by the end of the connection.
    socket.on('error', () => socket.destroy()).once('close', () => sockets.delete(socket));
  }

  async function stop(): Promise<void> {
    if (!server.listening) return;
    const closed = new Promise((resolve) => server.close(resolve));
    for (const socket of sockets) socket.destroy();
    await closed;
  }

  return {
    url: `http://${HOST}:${port}`,
    leadTo(url) {
      target = Number(new URL(url).port);
    },
    async set(next) {
      if (next === state) return;
      if (next === 'refusing') await stop();
      else if (!server.listening) await listen(server, port);
      // Connections of before would go on past a proxy that is silent.
      for (const socket of sockets) socket.destroy();
      state = next;
    },
    close: stop,
  };
}

async function listen(server: Server, port: number): Promise<number> {
  await new Promise<void>((resolve, reject) => server.once('error', reject).listen(port, HOST, resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The proxy listens on no port');
  return address.port;
}
