import { setTimeout as sleep } from 'node:timers/promises';
import Fastify, { type FastifyInstance, type FastifyReply } from 'fastify';
import { refusalOf } from '../own-machine.ts';
import { FunctionError } from './function-error.ts';
import { httpEvent } from './http-event.ts';
import type { FunctionDefinition } from './serverless-file.ts';
import { isFields } from './values.ts';

export interface GatewayOptions {
  readonly port: number;
  readonly functions: readonly FunctionDefinition[];
  invoke(functionName: string, event?: unknown): Promise<unknown>;
  /** API Gateway's own patience. Default 30 s. */
  readonly timeoutMs?: number;
}

/** API Gateway takes no larger body. */
const LARGEST_BODY = 10 * 1024 * 1024;

/** The answers that API Gateway gives itself. */
const messages: Readonly<Record<number, string>> = {
  400: 'Bad Request',
  404: 'Not Found',
  413: 'Request Entity Too Large',
  500: 'Internal Server Error',
  503: 'Service Unavailable',
};

/**
 * Serves the functions' routes on 127.0.0.1 as an HTTP API does, and `POST /__lambda/invoke/{function}`, which hands a
 * JSON body to any function at once and answers what it answers.
 */
export async function startHttpGateway(options: GatewayOptions): Promise<{ url: string; stop(): Promise<void> }> {
  const { port, functions, invoke, timeoutMs = 30_000 } = options;
  const app = Fastify({ bodyLimit: LARGEST_BODY, exposeHeadRoutes: false, forceCloseConnections: true });
  app.removeAllContentTypeParsers();
  app.addContentTypeParser('*', { parseAs: 'buffer' }, (_request, body, done) => done(null, body));
  // A content type that is none is the function's to judge: Fastify would refuse it.
  app.addHook('onRequest', async (request) => {
    if ('content-type' in request.raw.headers) request.headers = { 'content-type': 'application/octet-stream' };
  });
  app.setNotFoundHandler((_request, reply) => ownAnswer(reply, 404));
  app.setErrorHandler((error, _request, reply) => {
    const status = isFields(error) ? Number(error['statusCode']) : 500;
    ownAnswer(reply, status === 413 ? 413 : status >= 400 && status < 500 ? 400 : 500);
  });

  for (const { name, routes } of functions) {
    for (const { method, path } of routes) {
      const url = path.replaceAll(/\{(\w+)\}/g, ':$1');
      app.route({
        method: method === '*' ? app.supportedMethods : method,
        url,
        async handler(request, reply) {
          const answer = await answerOf(invoke(name, httpEvent(request, method, path)), timeoutMs);
          return typeof answer === 'number' ? ownAnswer(reply, answer) : functionAnswer(reply, answer.value);
        },
      });
    }
  }
  addInvokeRoute(app, functions, invoke);

  await app.listen({ port, host: '127.0.0.1' });
  const address = app.server.address();
  if (address === null || typeof address === 'string') throw new Error('The HTTP API listens on no port');
  return { url: `http://127.0.0.1:${address.port}`, stop: () => app.close() };
}

/** What the function answered, or the status of the answer that API Gateway gives instead. */
async function answerOf(invocation: Promise<unknown>, timeoutMs: number): Promise<{ value: unknown } | 500 | 503> {
  const timer = new AbortController();
  try {
    return await Promise.race([
      invocation.then((value) => ({ value })),
      sleep(timeoutMs, 503 as const, { signal: timer.signal, ref: false }),
    ]);
  } catch (error) {
    if (error instanceof FunctionError) return 500;
    throw error;
  } finally {
    timer.abort();
  }
}

/** A value without `statusCode` is the body of a 200, as JSON. */
function functionAnswer(reply: FastifyReply, value: unknown): FastifyReply {
  if (!isFields(value) || !('statusCode' in value)) {
    return reply.type('application/json').send(JSON.stringify(value));
  }
  const { statusCode, headers, cookies, body, isBase64Encoded } = value;
  const status = Number(statusCode);
  if (!Number.isInteger(status) || status < 100 || status > 599) return ownAnswer(reply, 500);
  // Fastify would add a charset to a type that it is told; API Gateway passes the headers on as they are.
  if (isFields(headers)) for (const [name, header] of Object.entries(headers)) reply.header(name, String(header));
  if (!reply.hasHeader('content-type')) reply.header('content-type', 'text/plain;charset=UTF-8');
  if (Array.isArray(cookies)) for (const cookie of cookies) reply.header('set-cookie', String(cookie));
  const text = body === undefined || body === null ? '' : String(body);
  return reply.code(status).send(Buffer.from(text, isBase64Encoded === true ? 'base64' : 'utf8'));
}

function ownAnswer(reply: FastifyReply, status: number): FastifyReply {
  return reply
    .code(status)
    .type('application/json')
    .send(JSON.stringify({ message: messages[status] }));
}

function addInvokeRoute(
  app: FastifyInstance,
  functions: readonly FunctionDefinition[],
  invoke: GatewayOptions['invoke'],
) {
  app.post<{ Params: { name: string } }>('/__lambda/invoke/:name', async (request, reply) => {
    // The functions' own routes answer any host, as behind a tunnel, and check a secret.
    const refusal = refusalOf(request.raw.headers);
    if (refusal !== undefined)
      return reply
        .code(403)
        .type('application/json')
        .send(JSON.stringify({ message: refusal }));
    const known = functions.find(({ name }) => name === request.params.name);
    if (known === undefined) return ownAnswer(reply, 404);
    const text = Buffer.isBuffer(request.body) ? request.body.toString() : '';
    reply.type('application/json');
    try {
      return JSON.stringify(await invoke(known.name, text.trim() === '' ? undefined : JSON.parse(text)));
    } catch (error) {
      if (error instanceof SyntaxError)
        return reply.code(400).send(JSON.stringify({ message: 'The body is not JSON' }));
      if (!(error instanceof FunctionError)) throw error;
      return reply.code(500).header('x-amz-function-error', 'Unhandled').send(JSON.stringify(error.answer));
    }
  });
}
