import { request as ask, createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { buffer } from 'node:stream/consumers';
import { listen } from '../../../local/listen.ts';

/** A request on its way through. */
export interface Asked {
  readonly method: string;
  /** Path and query. */
  readonly url: string;
  readonly headers: IncomingMessage['headers'];
}

/** What is answered in place of what the server behind would say. */
export interface Said {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
  /** Cuts the connection within the body. */
  readonly cut?: boolean;
}

export interface FrontProxy {
  readonly url: string;
  /** Asked for each request from now on; what it has no answer for goes on to the server behind. */
  says(says: (asked: Asked) => Said | undefined): void;
  stop(): Promise<void>;
}

export interface ProxyOptions {
  /** Path and query as they go on. */
  readonly forward?: (url: string) => string;
  /** Header values and bodies of text as they come back. */
  readonly back?: (text: string) => string;
}

/** Stands before a server, and answers in its place what a test wants it to. */
export async function startProxy(
  target: string,
  { forward = same, back = same }: ProxyOptions = {},
): Promise<FrontProxy> {
  let says: (asked: Asked) => Said | undefined = () => undefined;

  const server = createServer(async (incoming, outgoing) => {
    const { method = 'GET', url = '/', headers } = incoming;
    const body = await buffer(incoming);
    const said = says({ method, url, headers });
    if (said !== undefined) return say(said, outgoing);
    const through = ask(new URL(forward(url), target), { method, headers }, (answer) => {
      void passBack(answer, outgoing, { back, method });
    });
    through.on('error', () => outgoing.destroy());
    through.end(body);
  });
  const port = await listen(server);

  return {
    url: `http://127.0.0.1:${port}`,
    says(next) {
      says = next;
    },
    async stop() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

function same(text: string): string {
  return text;
}

function say({ status, headers = {}, body = '', cut = false }: Said, outgoing: ServerResponse): void {
  const promised = Buffer.byteLength(body) + (cut ? 1_000 : 0);
  outgoing.writeHead(status, { ...headers, 'content-length': promised });
  if (!cut) return void outgoing.end(body);
  outgoing.write(body, () => outgoing.destroy());
}

async function passBack(
  answer: IncomingMessage,
  outgoing: ServerResponse,
  { back, method }: { back: (text: string) => string; method: string },
) {
  const bytes = await buffer(answer);
  const isText = /json|text/.test(answer.headers['content-type'] ?? '');
  const body = isText ? back(bytes.toString()) : bytes;
  const { 'transfer-encoding': _, ...headers } = answer.headers;
  if (headers.location !== undefined) headers.location = back(headers.location);
  if (answer.statusCode !== 204 && answer.statusCode !== 304 && method !== 'HEAD') {
    headers['content-length'] = String(Buffer.byteLength(body));
  }
  outgoing.writeHead(answer.statusCode ?? 500, headers).end(body);
}
