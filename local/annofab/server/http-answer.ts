import { randomUUID } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import type { FastifyReply } from 'fastify';
import type { OperationId } from '../../../lib/annofab/api-description.ts';
import type { RequestFault } from '../control/fault.ts';
import { errorBody, Failure } from '../core/errors.ts';
import type { Settings } from '../core/settings.ts';
import { type Headers, Reply, Verbatim } from './handler.ts';

/** An answer as it is sent. */
export interface HttpAnswer {
  readonly status: number;
  readonly headers: Headers;
  /** Undefined: an empty body. */
  readonly text: string | undefined;
}

export function printAnswer(answer: unknown): HttpAnswer {
  if (answer instanceof Verbatim) return json(answer.status, answer.text, answer.headers);
  if (answer instanceof Reply) return json(answer.status, print(answer.body), answer.headers);
  return json(200, print(answer));
}

/** @param error a `Failure`, or else a bug of the emulator: 500 */
export function printError(
  error: unknown,
  id: OperationId | undefined,
  { errorExt }: Pick<Settings, 'errorExt'>,
): HttpAnswer {
  const message = error instanceof Error ? error.message : String(error);
  const { status, errorCode, headers } =
    error instanceof Failure ? error : new Failure(500, 'INTERNAL_SERVER_ERROR', message);
  const requestId = randomUUID();
  const body = errorBody(errorCode, message, requestId, id, errorExt);
  return json(status, print(body), { 'x-amzn-requestid': requestId, ...headers });
}

/** The page of a gateway, as if Annofab never saw the request. */
export function gatewayPage(status: number, headers: Headers): HttpAnswer {
  const title = `${status} ${status === 502 ? 'Bad Gateway' : 'Error'}`;
  const text = `<html>\r\n<head><title>${title}</title></head>\r\n<body>\r\n<center><h1>${title}</h1></center>\r\n</body>\r\n</html>\r\n`;
  return { status, headers: { 'content-type': 'text/html', ...headers }, text };
}

function print(value: unknown): string | undefined {
  return value === undefined ? undefined : JSON.stringify(value);
}

/** Even an empty body has a content type, because Annofab's Python client needs one. */
function json(status: number, text: string | undefined, headers: Headers = {}): HttpAnswer {
  return { status, text, headers: { 'content-type': 'application/json; charset=utf-8', ...headers } };
}

/** Sends an answer, changed by a fault if there is one. */
export async function sendAnswer(response: FastifyReply, answer: HttpAnswer, fault?: RequestFault): Promise<void> {
  if (fault?.drop === 'unanswered') return cut(response);
  if (fault?.drop === 'during') return sendHalf(response, answer);
  const text = fault?.truncate ? answer.text?.slice(0, Math.floor(answer.text.length / 2)) : answer.text;
  if (fault?.bodyMs !== undefined) return await sendSlowly(response, { ...answer, text }, fault.bodyMs);
  response.code(answer.status).headers(answer.headers).send(text);
}

/** Ends the connection without an answer. */
export function cut(response: FastifyReply): void {
  response.hijack();
  response.raw.socket?.destroy();
}

/** Announces the whole body and ends the connection in the middle of it. */
function sendHalf(response: FastifyReply, { status, headers, text = ' ' }: HttpAnswer): void {
  response.hijack();
  const body = Buffer.from(text);
  response.raw.writeHead(status, { ...headers, 'content-length': body.length });
  response.raw.write(body.subarray(0, Math.floor(body.length / 2)), () => response.raw.socket?.destroy());
}

const PIECES = 10;

async function sendSlowly(response: FastifyReply, { status, headers, text = '' }: HttpAnswer, milliseconds: number) {
  response.hijack();
  const body = Buffer.from(text);
  response.raw.writeHead(status, { ...headers, 'content-length': body.length });
  response.raw.flushHeaders();
  for (let piece = 0; piece < PIECES && !response.raw.destroyed; piece++) {
    await delay(milliseconds / PIECES, undefined, { ref: false });
    response.raw.write(body.subarray(...[piece, piece + 1].map((at) => Math.floor((body.length * at) / PIECES))));
  }
  response.raw.end();
}
