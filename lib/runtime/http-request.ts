import type { Context } from 'aws-lambda';
import { isJsonObject, ownField } from '../core/json.ts';
import { isRequestId } from '../webhooks/envelope.ts';

/** A request to an HTTP API or a function URL (both send payload version 2.0). */
export interface HttpRequest {
  readonly method: string;
  readonly pathParameters: Readonly<Record<string, string | undefined>>;
  /** A header's value; its name in any case. */
  header(name: string): string | undefined;
  /** The body as bytes, decoded from Base64 if the API had encoded it. */
  readonly body: Uint8Array;
  /** The id that the API gave to the request. */
  readonly id: string;
}

/**
 * Reads the event of a request. A field that is missing or of another type counts as empty: every caller gets an answer, and a
 * malformed request is never counted as an error of ours.
 */
export function httpRequest(event: unknown, { awsRequestId }: Context): HttpRequest {
  const headers = new Map(textsOf(fieldOf(event, 'headers')).map(([name, value]) => [name.toLowerCase(), value]));
  const requestContext = fieldOf(event, 'requestContext');
  const requestId = fieldOf(requestContext, 'requestId');
  return {
    method: textOf(fieldOf(fieldOf(requestContext, 'http'), 'method')),
    pathParameters: Object.fromEntries(textsOf(fieldOf(event, 'pathParameters'))),
    header: (name) => headers.get(name.toLowerCase()),
    body: Buffer.from(textOf(fieldOf(event, 'body')), fieldOf(event, 'isBase64Encoded') === true ? 'base64' : 'utf8'),
    id: isRequestId(requestId) ? requestId : awsRequestId,
  };
}

function fieldOf(value: unknown, name: string): unknown {
  return isJsonObject(value) ? ownField(value, name) : undefined;
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

function textsOf(value: unknown): [string, string][] {
  if (!isJsonObject(value)) return [];
  return Object.entries(value).flatMap(([name, text]) => (typeof text === 'string' ? [[name, text]] : []));
}
