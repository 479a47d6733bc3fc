import { setTimeout as delay } from 'node:timers/promises';
import fastify, { type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify';
import { type Operation, type OperationId, operations } from '../../../lib/annofab/api-description.ts';
import { parseJson } from '../../../lib/core/json.ts';
import { hostRefusalOf } from '../../own-machine.ts';
import type { RequestFault } from '../control/fault.ts';
import { errorCodeOf, type Faults } from '../control/faults.ts';
import { addControl, type Control } from '../control/index.ts';
import type { Recorder } from '../control/spy.ts';
import { Failure, failure, forbidden, missing } from '../core/errors.ts';
import type { Services } from '../core/services.ts';
import { answerRequest } from './answer-request.ts';
import type { Contract } from './contract.ts';
import { cut, gatewayPage, type HttpAnswer, printAnswer, printError, sendAnswer } from './http-answer.ts';
import { type Found, findRoute } from './routes.ts';

export interface AppParts {
  readonly services: Services;
  readonly faults: Faults;
  readonly recorder: Omit<Recorder, 'spy'>;
  readonly control: Control;
  /** Whether only this machine reaches the API: it then answers under the names of this machine alone. */
  readonly isLocal: boolean;
  /** Compares traffic with the API description. */
  readonly contract?: Contract | undefined;
}

const BODY_LIMIT_BYTES = 64 * 1024 * 1024;

/** The emulator's API: the operations of the table, and the few paths that the table does not have. */
export function createApp(parts: AppParts): FastifyInstance {
  const app = fastify({
    bodyLimit: BODY_LIMIT_BYTES,
    exposeHeadRoutes: false,
    forceCloseConnections: true,
    frameworkErrors: (error, request, response) => sendFrameworkError(parts, error, request, response),
  });
  // The body stays text until the caller is known, and is read as JSON whatever its content type says.
  app.removeAllContentTypeParsers();
  app.addContentTypeParser('*', { parseAs: 'string' }, (_request, body, done) => done(null, body));
  app.setErrorHandler((error, request, response) => sendFrameworkError(parts, error, request, response));
  if (parts.isLocal) app.addHook('onRequest', (request, response) => refuseOtherHosts(parts, request, response));
  app.setNotFoundHandler((request, response) => {
    const found = findRoute(request.method, request.url);
    // The setting may be changed while the emulator runs.
    const isUnknown = isRemoved(found) && !parts.services.settings.legacy;
    return serve(parts, isUnknown ? undefined : found, request, response);
  });
  addControl(app, parts.control);
  return app;
}

function isRemoved(found: Found | undefined): boolean {
  if (typeof found?.target !== 'string') return false;
  const operation: Operation = operations[found.target];
  return operation.removed === true;
}

/** A page that reaches this machine by DNS rebinding could use the demo's well-known tokens. */
async function refuseOtherHosts({ control, services }: AppParts, request: FastifyRequest, response: FastifyReply) {
  const refused = hostRefusalOf(request.headers, control.hosts);
  if (refused === undefined) return;
  const { status, headers, text } = printError(forbidden(refused), undefined, services.settings);
  await response.code(status).headers(headers).send(text);
}

/** @param found undefined for an unknown path */
async function serve(
  parts: AppParts,
  found: Found | undefined,
  request: FastifyRequest,
  response: FastifyReply,
): Promise<void> {
  const { services, faults, recorder, contract } = parts;
  const id = typeof found?.target === 'string' ? found.target : undefined;
  const record = recorder.begin({ ...describe(request), operation: id });
  const fault = id && faults.take(id);
  if (fault?.delayMs !== undefined) await delay(fault.delayMs, undefined, { ref: false });
  if (fault?.drop === 'before') {
    record.finish({ dropped: true });
    return cut(response);
  }
  const answer = await toAnswer(services, id, () => faultOrAnswer(services, found, request, fault));
  if (id && !fault) {
    contract?.check({ operation: id, ...wireRequest(request), status: answer.status, answerText: answer.text ?? '' });
  }
  record.finish(fault?.drop === undefined ? { status: answer.status } : { dropped: true });
  await sendAnswer(response, answer, fault);
}

async function faultOrAnswer(
  services: Services,
  found: Found | undefined,
  request: FastifyRequest,
  fault: RequestFault | undefined,
): Promise<HttpAnswer> {
  if (found === undefined) throw missing('path', request.url);
  const { target, params } = found;
  if (fault?.status !== undefined) return refuse(fault, fault.status);
  const { query, bodyText, headers } = wireRequest(request);
  const { authorization, cookie: cookies } = headers;
  if (fault?.expiredToken) expireToken(services, authorization);
  const path = request.url.replace(/\?.*$/, '');
  const call = { params, query, path, authorization, cookies, bodyText };
  return printAnswer(
    await (typeof target === 'function' ? target(services, call) : answerRequest(services, target, call)),
  );
}

/** @throws Failure with the fault's status, unless it answers a gateway's page */
function refuse(fault: RequestFault, status: number): HttpAnswer {
  const headers = { ...(fault.retryAfter !== undefined && { 'retry-after': String(fault.retryAfter) }) };
  if (fault.html ?? (status === 502 && fault.errorCode === undefined)) return gatewayPage(status, headers);
  throw new Failure(status, errorCodeOf(fault, status), 'A fault that was added', headers);
}

/** @throws Failure 401 */
function expireToken({ state, clock }: Services, authorization = ''): never {
  const token = state.logins.idTokens.get(authorization);
  if (token) token.expires = clock.now();
  throw failure(401, 'EXPIRED_TOKEN', 'The token has expired');
}

function wireRequest({ query, headers, body }: FastifyRequest) {
  return { query: strings(query), headers, bodyText: typeof body === 'string' ? body : '' };
}

async function toAnswer(
  services: Services,
  id: OperationId | undefined,
  work: () => Promise<HttpAnswer>,
): Promise<HttpAnswer> {
  try {
    return await work();
  } catch (error) {
    return printError(error, id, services.settings);
  }
}

/** Fastify refuses URLs that cannot be decoded, bodies over the limit and invalid content types. */
const CODES = new Map([
  [400, 'INVALID_PATH'],
  [413, 'INVALID_BODY'],
  [415, 'INVALID_BODY'],
]);

function sendFrameworkError(parts: AppParts, error: unknown, request: FastifyRequest, response: FastifyReply): void {
  const status = Number((error instanceof Error && Reflect.get(error, 'statusCode')) || 500);
  const code = CODES.get(status) ?? 'INTERNAL_SERVER_ERROR';
  const refusal = new Failure(status, code, error instanceof Error ? error.message : String(error));
  parts.recorder.begin({ ...describe(request), operation: undefined }).finish({ status });
  const answer = printError(refusal, undefined, parts.services.settings);
  response.code(answer.status).headers(answer.headers).send(answer.text);
}

function describe(request: FastifyRequest) {
  const { method, url, headers, body } = request;
  return {
    method,
    url,
    headers: { ...headers },
    ...(typeof body === 'string' && { body: parseJson(body, body, 'digits') }),
  };
}

/** A parameter given twice counts as a list. */
function strings(values: unknown): Record<string, string> {
  const entries = typeof values === 'object' && values !== null ? Object.entries(values) : [];
  return Object.fromEntries(
    entries.map(([name, value]) => [name, Array.isArray(value) ? value.join(',') : String(value)]),
  );
}
