import { randomUUID } from 'node:crypto';
import type { FastifyRequest } from 'fastify';

/** Media types whose body API Gateway passes on as text. Every other body, and one without a type, is base64. */
const TEXT_TYPE = /^(text\/|application\/(json|javascript|xml)\s*(;|$))/i;

/**
 * Converts an HTTP request to the event of API Gateway's HTTP APIs, payload format 2.0.
 *
 * @param path the path of the route, such as `/webhooks/annofab/{event_type}`
 */
export function httpEvent(request: FastifyRequest, method: string, path: string) {
  const now = new Date();
  const { cookie, ...headers } = request.raw.headers;
  const [rawPath = '/', rawQueryString = ''] = request.url.split(/\?(.*)/, 2);
  const routeKey = `${method} ${path}`;
  const query = new URLSearchParams(rawQueryString);
  return {
    version: '2.0',
    routeKey,
    rawPath: decodeURI(rawPath),
    rawQueryString,
    ...(cookie === undefined ? {} : { cookies: cookie.split(/;\s*/) }),
    headers: Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, [value].flat().join(',')])),
    ...(query.size === 0 ? {} : { queryStringParameters: joined(query) }),
    requestContext: {
      accountId: '000000000000',
      apiId: 'local',
      domainName: request.hostname,
      domainPrefix: 'local',
      http: {
        method,
        path: decodeURI(rawPath),
        protocol: 'HTTP/1.1',
        sourceIp: request.ip,
        userAgent: headers['user-agent'] ?? '',
      },
      requestId: randomUUID(),
      routeKey,
      stage: '$default',
      time: commonLogTime(now),
      timeEpoch: now.getTime(),
    },
    ...(isFilled(request.params) ? { pathParameters: request.params } : {}),
    ...bodyOf(request),
  };
}

function bodyOf({ body, raw }: FastifyRequest) {
  if (!Buffer.isBuffer(body) || body.length === 0) return { isBase64Encoded: false };
  const isText = TEXT_TYPE.test(raw.headers['content-type'] ?? '');
  return { body: body.toString(isText ? 'utf8' : 'base64'), isBase64Encoded: !isText };
}

/** Values of a repeated name are joined by commas. */
function joined(query: URLSearchParams): Record<string, string> {
  return Object.fromEntries([...new Set(query.keys())].map((name) => [name, query.getAll(name).join(',')]));
}

/** `12/Mar/2020:19:03:58 +0000` */
function commonLogTime(date: Date): string {
  const [, day, month, year, time] = date.toUTCString().split(' ');
  return `${day}/${month}/${year}:${time} +0000`;
}

function isFilled(value: unknown): value is object {
  return typeof value === 'object' && value !== null && Object.keys(value).length > 0;
}
