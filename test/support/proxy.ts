import { createServer, type IncomingMessage, request } from 'node:http';
import { type AddressInfo, connect } from 'node:net';
import { onTestFinished } from 'vitest';

export interface TestProxy {
  readonly url: string;
  /** `GET http://host/path` and `CONNECT host:port`, in order. */
  readonly log: string[];
  /** The `Proxy-Authorization` headers, in order. */
  readonly credentials: (string | undefined)[];
}

/** A real HTTP proxy on a free port. It sends everything to one server, whatever the name; without one it refuses. */
export async function startProxy(server?: { url: string }): Promise<TestProxy> {
  const log: string[] = [];
  const credentials: (string | undefined)[] = [];
  const note = ({ method, url, headers }: IncomingMessage) => {
    log.push(`${method} ${url}`);
    credentials.push(headers['proxy-authorization']);
  };
  const target = server && new URL(server.url);
  const proxy = createServer((incoming, response) => {
    note(incoming);
    if (!target) return void response.writeHead(502).end();
    const { method, headers } = incoming;
    const { pathname, search } = new URL(incoming.url ?? '');
    const outgoing = request({ host: target.hostname, port: target.port, path: pathname + search, method, headers });
    outgoing.on('response', (answer) => answer.pipe(response.writeHead(answer.statusCode ?? 0, answer.headers)));
    incoming.pipe(outgoing);
  });
  proxy.on('connect', (incoming, socket) => {
    note(incoming);
    if (!target) return void socket.end('HTTP/1.1 407 Proxy Authentication Required\r\n\r\n');
    const tunnel = connect(Number(target.port), target.hostname, () => {
      socket.write('HTTP/1.1 200 Connection Established\r\n\r\n');
      tunnel.pipe(socket).pipe(tunnel);
    });
    socket.on('error', () => tunnel.destroy());
    tunnel.on('error', () => socket.destroy());
  });
  await new Promise<void>((resolve) => proxy.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    proxy.closeAllConnections();
    proxy.close();
  });
  return { url: `http://user:secret@127.0.0.1:${portOf(proxy.address())}`, log, credentials };
}

function portOf(address: AddressInfo | string | null): number {
  if (typeof address === 'object' && address) return address.port;
  throw new Error('the proxy does not listen');
}
