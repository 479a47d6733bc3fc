import { createServer, type IncomingHttpHeaders, type IncomingMessage, type ServerResponse } from 'node:http';
import { onTestFinished } from 'vitest';
import type { Clock } from '../../lib/core/clock.ts';
import { AnnofabClient, type AnnofabClientOptions } from '../../lib/annofab/index.ts';
import { listen } from '../../local/listen.ts';

export interface SeenRequest {
  method: string;
  url: string;
  headers: IncomingHttpHeaders;
  body: string;
}

export type Responder = (request: SeenRequest, response: ServerResponse, count: number) => void | Promise<void>;

export interface TestServer {
  url: string;
  /** Everything that came in, in order. */
  requests: SeenRequest[];
  /** `GET /path` of everything that came in. */
  readonly log: string[];
}

/** A real HTTP server on a free port, stopped when the test ends. `count` is 1 for the first request. */
export async function startServer(respond: Responder): Promise<TestServer> {
  const requests: SeenRequest[] = [];
  const server = createServer(async (incoming, response) => {
    const request = {
      method: incoming.method ?? '',
      url: incoming.url ?? '',
      headers: incoming.headers,
      body: await readAll(incoming),
    };
    requests.push(request);
    await respond(request, response, requests.length);
  });
  const port = await listen(server);
  onTestFinished(async () => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  });
  return {
    url: `http://127.0.0.1:${port}`,
    requests,
    get log() {
      return requests.map(({ method, url }) => `${method} ${url}`);
    },
  };
}

/** A port of this machine on which nobody listens. */
export async function closedPort(): Promise<number> {
  const server = createServer();
  const port = await listen(server);
  await new Promise((resolve) => server.close(resolve));
  return port;
}

/** A client with a personal access token and a clock that does not make anyone wait; closed when the test ends. */
export function createClient(server: { url: string }, options: Partial<AnnofabClientOptions> = {}): AnnofabClient {
  const client = new AnnofabClient({
    credentials: { pat: 'test-pat' },
    baseUrl: server.url,
    clock: createTestClock(),
    ...options,
  });
  onTestFinished(() => client.close());
  return client;
}

export interface TestClock extends Clock {
  /** The waits that were asked for, ms. */
  readonly sleeps: number[];
  /** Moves time on, and runs what becomes due. */
  advance(ms: number): void;
}

/** Time moves only when it is told to, or by what the client sleeps. */
export function createTestClock(options: { now?: number; random?: number } = {}): TestClock {
  let now = options.now ?? Date.UTC(2026, 0, 15, 3, 0, 0);
  const sleeps: number[] = [];
  const timers = new Set<{ at: number; action: () => void }>();
  const advance = (ms: number) => {
    now += ms;
    for (const timer of timers) {
      if (timer.at > now) continue;
      timers.delete(timer);
      timer.action();
    }
  };
  return {
    sleeps,
    advance,
    now: () => now,
    async sleep(ms, signal) {
      signal.throwIfAborted();
      sleeps.push(ms);
      advance(ms);
      signal.throwIfAborted();
    },
    after(ms, action) {
      const timer = { at: now + ms, action };
      timers.add(timer);
      return () => timers.delete(timer);
    },
    random: () => options.random ?? 0.5,
  };
}

export function sendJson(response: ServerResponse, body: unknown, status = 200, headers: Record<string, string> = {}) {
  response.writeHead(status, { 'content-type': 'application/json; charset=utf-8', ...headers });
  response.end(JSON.stringify(body));
}

/** As Annofab words its errors. */
export function sendError(
  response: ServerResponse,
  status: number,
  errorCode = 'SOME_ERROR',
  headers: Record<string, string> = {},
) {
  const body = {
    errors: [{ error_code: errorCode, message: 'だめです', ext: {} }],
    context: { awsRequestId: 'req-1' },
  };
  sendJson(response, body, status, headers);
}

/** A promise and what settles it. */
export function gate(): { opened: Promise<void>; open: () => void } {
  let open = () => {};
  const opened = new Promise<void>((resolve) => {
    open = resolve;
  });
  return { opened, open };
}

/** What a promise fails with; itself fails when the promise does not. */
export async function failureOf(promise: PromiseLike<unknown>): Promise<Error> {
  const outcome = await promise.then(
    () => undefined,
    (error: unknown) => error,
  );
  if (outcome instanceof Error) return outcome;
  throw new Error(`expected an Error, but it gave ${outcome}`);
}

async function readAll(incoming: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of incoming) chunks.push(chunk);
  return Buffer.concat(chunks).toString();
}
