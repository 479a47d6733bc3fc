import { randomUUID } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import fastify, { type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify';
import { operations } from '../../lib/annofab/generated/operations.ts';
import type { Operation, OperationId } from '../../lib/annofab/operation.ts';
import { answerCall } from './call.ts';
import type { Contract } from './contract/index.ts';
import { errorBody, Failure, missing } from './errors.ts';
import { errorCodeOf, type Fault, type Faults } from './faults.ts';
import { type Headers, Reply, Verbatim } from './handler.ts';
import type { Services } from './services.ts';
import type { Recorder } from './spy.ts';
import { type UnlistedAnswer, unlistedRoutes } from './unlisted-routes.ts';

export interface AppParts {
  readonly services: Services;
  readonly faults: Faults;
  readonly recorder: Recorder;
  /** Where traffic is compared with the API description. */
  readonly contract?: Contract | undefined;
}

/** What goes over the wire. */
interface WireAnswer {
  readonly status: number;
  readonly headers: Headers;
  /** None: an empty body. */
  readonly text: string | undefined;
}

/** Ids are checked by the operations; the router only has to let them through. */
const MAX_PARAM_LENGTH = 2_000;
const BODY_LIMIT_BYTES = 64 * 1024 * 1024;

/** The emulator's API: a route for each operation, made from the operation table, and for the few that it lacks. */
export function createApp(parts: AppParts): FastifyInstance {
  const app = fastify({
    bodyLimit: BODY_LIMIT_BYTES,
    exposeHeadRoutes: false,
    forceCloseConnections: true,
    routerOptions: { maxParamLength: MAX_PARAM_LENGTH },
    frameworkErrors: (error, request, response) => sendFrameworkError(parts, error, request, response),
  });
  // The body stays text until the caller is known, and is read as JSON whatever its content type says.
  app.removeAllContentTypeParsers();
  app.addContentTypeParser('*', { parseAs: 'string' }, (_request, body, done) => done(null, body));
  app.setErrorHandler((error, request, response) => sendFrameworkError(parts, error, request, response));
  app.setNotFoundHandler((request, response) => serve(parts, undefined, request, response));
  for (const { path, answer } of unlistedRoutes) {
    app.get(routeOf(path), (request, response) => serve(parts, answer, request, response));
  }
  for (const id of Object.keys(operations).filter(isOperationId)) {
    const { method, path, removed }: Operation = operations[id];
    // The setting may be changed while the emulator runs.
    const isUnknown = () => removed && !parts.services.settings.legacy;
    const handler = (request: FastifyRequest, response: FastifyReply) =>
      serve(parts, isUnknown() ? undefined : id, request, response);
    app.route({ method, url: routeOf(path), handler });
  }
  return app;
}

function routeOf(path: string): string {
  return path.replaceAll(/\{(\w+)\}/g, ':$1');
}

function isOperationId(name: string): name is OperationId {
  return Object.hasOwn(operations, name);
}

/** @param target the operation, or what answers a path that is none; undefined for an unknown path */
async function serve(
  { services, faults, recorder, contract }: AppParts,
  target: OperationId | UnlistedAnswer | undefined,
  request: FastifyRequest,
  response: FastifyReply,
): Promise<void> {
  const id = typeof target === 'string' ? target : undefined;
  const record = recorder.begin({ ...describe(request), operation: id });
  const fault = id && faults.take(id);
  if (fault?.delayMs !== undefined) await delay(fault.delayMs, undefined, { ref: false });
  if (fault?.drop === 'before') {
    record.finish({ dropped: true });
    return cut(response);
  }
  const answer = await toAnswer(id, () => faultOrAnswer(services, target, request, fault), fault);
  if (fault?.drop === 'amid') {
    record.finish({ dropped: true });
    return sendHalf(response, answer);
  }
  if (id && !fault) contract?.check({ operation: id, ...wireRequest(request), ...wireAnswer(answer) });
  record.finish({ status: answer.status });
  response.code(answer.status).headers(answer.headers).send(answer.text);
}

async function faultOrAnswer(
  services: Services,
  id: OperationId | UnlistedAnswer | undefined,
  request: FastifyRequest,
  fault: Fault | undefined,
): Promise<unknown> {
  if (!id) throw missing('path', request.url);
  if (fault?.status !== undefined) {
    throw new Failure(fault.status, errorCodeOf(fault, fault.status), 'A fault that was asked for');
  }
  const { query, bodyText, headers } = wireRequest(request);
  const { authorization, cookie: cookies } = headers;
  const path = request.url.replace(/\?.*$/, '');
  const call = { params: strings(request.params), query, path, authorization, cookies, bodyText };
  return typeof id === 'function' ? id(services, call) : answerCall(services, id, call);
}

function wireRequest({ query, headers, body }: FastifyRequest) {
  return { query: strings(query), headers, bodyText: typeof body === 'string' ? body : '' };
}

function wireAnswer({ status, text = '' }: WireAnswer) {
  return { status, answerText: text };
}

async function toAnswer(
  id: OperationId | undefined,
  work: () => Promise<unknown>,
  fault: Fault | undefined,
): Promise<WireAnswer> {
  try {
    return printAnswer(await work());
  } catch (error) {
    return printError(error, id, fault?.retryAfter);
  }
}

function printAnswer(answer: unknown): WireAnswer {
  if (answer instanceof Verbatim) return json(answer.status, answer.text, answer.headers);
  if (answer instanceof Reply) return json(answer.status, print(answer.body), answer.headers);
  return json(200, print(answer));
}

function printError(error: unknown, id: OperationId | undefined, retryAfter?: number | string): WireAnswer {
  const [status, code] = error instanceof Failure ? [error.status, error.errorCode] : [500, 'INTERNAL_SERVER_ERROR'];
  const message = error instanceof Error ? error.message : String(error);
  const requestId = randomUUID();
  return json(status, print(errorBody(code, message, requestId, id)), {
    'x-amzn-requestid': requestId,
    ...(retryAfter !== undefined && { 'retry-after': String(retryAfter) }),
  });
}

function print(value: unknown): string | undefined {
  return value === undefined ? undefined : JSON.stringify(value);
}

/** An empty body has a content type too: Annofab's Python client cannot do without. */
function json(status: number, text: string | undefined, headers: Headers = {}): WireAnswer {
  return { status, text, headers: { 'content-type': 'application/json; charset=utf-8', ...headers } };
}

/** What Fastify itself refuses: a URL that cannot be decoded, a body over the limit, a content type that is none. */
const CODES = new Map([
  [400, 'INVALID_PATH'],
  [413, 'INVALID_BODY'],
  [415, 'INVALID_BODY'],
]);

function sendFrameworkError(parts: AppParts, error: unknown, request: FastifyRequest, response: FastifyReply): void {
  const status = Number((error instanceof Error && Reflect.get(error, 'statusCode')) || 500);
  const code = CODES.get(status) ?? 'INTERNAL_SERVER_ERROR';
  const failure = new Failure(status, code, error instanceof Error ? error.message : String(error));
  parts.recorder.begin({ ...describe(request), operation: undefined }).finish({ status });
  const answer = printError(failure, undefined);
  response.code(answer.status).headers(answer.headers).send(answer.text);
}

function cut(response: FastifyReply): void {
  response.hijack();
  response.raw.socket?.destroy();
}

/** The head promises the whole body; the connection ends in the middle of it. */
function sendHalf(response: FastifyReply, { status, headers, text = ' ' }: WireAnswer): void {
  response.hijack();
  const body = Buffer.from(text);
  response.raw.writeHead(status, { ...headers, 'content-length': body.length });
  response.raw.write(body.subarray(0, Math.floor(body.length / 2)), () => response.raw.socket?.destroy());
}

function describe(request: FastifyRequest) {
  const { method, url, headers, body } = request;
  return { method, url, headers: { ...headers }, ...(typeof body === 'string' && { body: parsed(body) }) };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

/** A parameter given twice counts as a list. */
function strings(values: unknown): Record<string, string> {
  const entries = typeof values === 'object' && values !== null ? Object.entries(values) : [];
  return Object.fromEntries(
    entries.map(([name, value]) => [name, Array.isArray(value) ? value.join(',') : String(value)]),
  );
}
