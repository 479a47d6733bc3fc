import { createServer, type IncomingMessage } from 'node:http';
import { text } from 'node:stream/consumers';
import { request } from 'undici';
import type { AnnofabEmulator } from '../../../local/annofab/index.ts';
import { listen } from '../../../local/listen.ts';

type Method = 'GET' | 'PUT' | 'POST' | 'DELETE' | 'PATCH';

export interface Answer {
  status: number;
  headers: Record<string, string | string[] | undefined>;
  /** Parsed, whatever its content type says. */
  body: unknown;
}

/** Calls the API over HTTP, as the demo's owner unless told otherwise. The path begins behind `/api/v1`. */
export function caller(annofab: () => AnnofabEmulator, token = 'demo-pat') {
  return async (method: Method, path: string, body?: unknown): Promise<Answer> => {
    const answer = await request(`${annofab().url}/api/v1${path}`, {
      method,
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      body: body === undefined ? null : JSON.stringify(body),
    });
    const answered = await answer.body.text();
    return {
      status: answer.statusCode,
      headers: answer.headers,
      body: answered === '' ? undefined : JSON.parse(answered),
    };
  };
}

export interface Received {
  method: string;
  path: string;
  headers: IncomingMessage['headers'];
  body: string;
}

/** Somebody's HTTP server that webhooks are sent to. It answers 200 unless `answer` says otherwise. */
export async function startReceiver() {
  const received: Received[] = [];
  let reply: { status: number; headers?: Record<string, string>; body?: string } | 'nothing' = { status: 200 };
  const server = createServer(async (incoming, response) => {
    const { method = '', url: path = '', headers } = incoming;
    received.push({ method, path, headers, body: await text(incoming) });
    if (reply !== 'nothing') response.writeHead(reply.status, reply.headers).end(reply.body);
  });
  return {
    url: `http://127.0.0.1:${await listen(server)}`,
    received,
    answer: (next: typeof reply) => {
      reply = next;
    },
    stop: async () => {
      const closed = new Promise((resolve) => server.close(resolve));
      server.closeAllConnections();
      await closed;
    },
  };
}

export type Receiver = Awaited<ReturnType<typeof startReceiver>>;
