import type { APIGatewayProxyEventV2, Context } from 'aws-lambda';

/** A request to an HTTP API or a function URL (both send payload version 2.0). */
export interface HttpRequest {
  readonly method: string;
  readonly pathParameters: Readonly<Record<string, string | undefined>>;
  /** A header's value; its name in any case. */
  header(name: string): string | undefined;
  /** The body as bytes, decoded if the API had encoded it. */
  readonly body: Uint8Array;
  /** The id that the API gave to the request. */
  readonly id: string;
}

export function httpRequest(event: APIGatewayProxyEventV2, context: Context): HttpRequest {
  const headers = new Map(Object.entries(event.headers ?? {}).map(([name, value]) => [name.toLowerCase(), value]));
  return {
    method: event.requestContext.http.method,
    pathParameters: event.pathParameters ?? {},
    header: (name) => headers.get(name.toLowerCase()),
    body: Buffer.from(event.body ?? '', event.isBase64Encoded ? 'base64' : 'utf8'),
    id: event.requestContext.requestId || context.awsRequestId,
  };
}
