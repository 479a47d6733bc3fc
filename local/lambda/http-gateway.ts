import { setTimeout as sleep } from 'node:timers/promises';
import Fastify, { type FastifyInstance, type FastifyReply } from 'fastify';
import { LOOPBACK, portOf } from '../listen.ts';
import { refusalOf } from '../own-machine.ts';
import { httpEvent } from './http-event.ts';
import { FunctionError } from './processes/function-error.ts';
import type { FunctionDefinition } from './serverless-file/serverless-file.ts';
import { isFields } from './serverless-file/values.ts';

export interface GatewayOptions {
  readonly port: number;
  readonly functions: readonly FunctionDefinition[];
  invoke(functionName: string, event?: unknown): Promise<unknown>;
  /** The integration timeout. Default: that of API Gateway. */
  readonly timeoutMs?: number;
}

/** The integration timeout of API Gateway. */
export const GATEWAY_TIMEOUT_MS = 30_000;

/** The limit of API Gateway. */
const LARGEST_BODY = 10 * 1024 * 1024;

/** The bodies of API Gateway's own responses. */
const MESSAGES: Readonly<Record<number, string>> = {
  400: 'Bad Request',
  404: 'Not Found',
  413: 'Request Entity Too Large',
  500: 'Internal Server Error',
  503: 'Service Unavailable',
};

/**
 * Serves the functions' routes on 127.0.0.1 as an HTTP API does, and `POST /__lambda/invoke/{function}`, which invokes any
 * function with a JSON body and answers with its result.
 */
export async function startHttpGateway(options: GatewayOptions): Promise<{ url: string; stop(): Promise<void> }> {
  const { port, functions, invoke, timeoutMs = GATEWAY_TIMEOUT_MS } = options;
  const app = Fastify({ bodyLimit: LARGEST_BODY, exposeHeadRoutes: false, forceCloseConnections: true });
  app.removeAllContentTypeParsers();
  app.addContentTypeParser('*', { parseAs: 'buffer' }, (_request, body, done) => done(null, body));
  // Fastify refuses an invalid content type, but API Gateway passes it on to the function.
  app.addHook('onRequest', async (request) => {
    if ('content-type' in request.raw.headers) request.headers = { 'content-type': 'application/octet-stream' };
  });
  app.setNotFoundHandler((_request, reply) => gatewayAnswer(reply, 404));
  app.setErrorHandler((error, _request, reply) => {
    const status = isFields(error) ? Number(error['statusCode']) : 500;
    gatewayAnswer(reply, status === 413 ? 413 : status >= 400 && status < 500 ? 400 : 500);
  });

  for (const { name, routes } of functions) {
    for (const { method, path } of routes) {
      const url = path.replaceAll(/\{(\w+)\}/g, ':$1');
      app.route({
        method: method === '*' ? app.supportedMethods : method,
        url,
        async handler(request, reply) {
          const answer = await answerOf(invoke(name, httpEvent(request, method, path)), timeoutMs);
          return typeof answer === 'number' ? gatewayAnswer(reply, answer) : functionAnswer(reply, answer.value);
        },
      });
    }
  }
  addInvokeRoute(app, functions, invoke);

  await app.listen({ port, host: LOOPBACK });
  return { url: `http://${LOOPBACK}:${portOf(app.server)}`, stop: () => app.close() };
}

/** The function's result, or the status with which API Gateway responds instead. */
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

/** A result without `statusCode` becomes the JSON body of a 200. */
function functionAnswer(reply: FastifyReply, value: unknown): FastifyReply {
  if (!isFields(value) || !('statusCode' in value)) {
    return reply.type('application/json').send(JSON.stringify(value));
  }
  const { statusCode, headers, cookies, body, isBase64Encoded } = value;
  const status = Number(statusCode);
  if (!Number.isInteger(status) || status < 100 || status > 599) return gatewayAnswer(reply, 500);
  // Fastify adds a charset to the type that `type()` sets; API Gateway passes headers on unchanged.
  if (isFields(headers)) for (const [name, header] of Object.entries(headers)) reply.header(name, String(header));
  if (!reply.hasHeader('content-type')) reply.header('content-type', 'text/plain;charset=UTF-8');
  if (Array.isArray(cookies)) for (const cookie of cookies) reply.header('set-cookie', String(cookie));
  const text = body === undefined || body === null ? '' : String(body);
  return reply.code(status).send(Buffer.from(text, isBase64Encoded === true ? 'base64' : 'utf8'));
}

function gatewayAnswer(reply: FastifyReply, status: number): FastifyReply {
  return reply
    .code(status)
    .type('application/json')
    .send(JSON.stringify({ message: MESSAGES[status] }));
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
    if (known === undefined) return gatewayAnswer(reply, 404);
    const text = Buffer.isBuffer(request.body) ? request.body.toString() : '';
    reply.type('application/json');
    try {
      return JSON.stringify(await invoke(known.name, text.trim() === '' ? undefined : JSON.parse(text)));
    } catch (error) {
      if (error instanceof SyntaxError)
        return reply.code(400).send(JSON.stringify({ message: 'The request body is not JSON' }));
      if (!(error instanceof FunctionError)) throw error;
      return reply.code(500).header('x-amz-function-error', 'Unhandled').send(JSON.stringify(error.answer));
    }
  });
}
