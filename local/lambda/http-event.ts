import { randomUUID } from 'node:crypto';
import type { FastifyRequest } from 'fastify';

/** Media types whose body API Gateway hands on as text; every other body, and one without a type, comes as base64. */
const TEXT_TYPE = /^(text\/|application\/(json|javascript|xml)\s*(;|$))/i;

/**
 * An HTTP request as API Gateway's HTTP APIs give it to a function: the event of payload format 2.0.
 *
 * @param path the route's own, such as `/webhooks/annofab/{event_type}`
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

/** A name given twice has both values, with a comma between. */
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
