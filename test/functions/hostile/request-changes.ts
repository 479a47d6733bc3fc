import type { Call } from './call.ts';
import { change, withHeaders } from './change.ts';

const over = (call: Call, fields: object): Call => ({ ...call, over: { ...call.over, ...fields } });
/** With another value for its headers' name, whatever is in it. */
const headersOver = (call: Call, headers: object) => over(call, { headers: { ...call.headers, ...headers } });

/** A whole event but for nothing of it. */
const nothing = Object.fromEntries(
  ['version', 'headers', 'requestContext', 'pathParameters', 'body', 'isBase64Encoded'].map((name) => [
    name,
    undefined,
  ]),
);

const methods = [
  'GET',
  'PUT',
  'HEAD',
  'OPTIONS',
  'TRACE',
  'post',
  'POST ',
  'POST\0',
  '',
  'P\u039fST',
  '__proto__',
  'a'.repeat(10_000),
];

const oddValues = [null, 0, 5, true, [], {}, ['a'], { length: 1 }];

const flood = Object.fromEntries(Array.from({ length: 2_000 }, (_, index) => [`x-${index}`, 'a'.repeat(index % 50)]));

const oddHeaders: readonly object[] = [
  flood,
  { 'x-long': 'a'.repeat(60_000) },
  JSON.parse('{"__proto__":"wrong","constructor":"","":"","\\ud800":"\\udfff","x-nul":"\\u0000"}'),
  {
    host: '',
    'content-length': '-1',
    'transfer-encoding': 'chunked',
    'content-encoding': 'gzip',
    expect: '100-continue',
  },
  { 'x-forwarded-for': '127.0.0.1', 'x-http-method-override': 'GET', 'x-original-url': '/admin', origin: 'null' },
  { 'x-number': 5, 'x-null': null, 'x-list': ['a'] },
];

const oddRest: readonly object[] = [
  { requestContext: { http: { method: 'POST' } } },
  { requestContext: { http: { method: 'POST' }, requestId: '' } },
  { requestContext: { http: { method: 'POST' }, requestId: 'a b' } },
  { requestContext: { http: { method: 'POST' }, requestId: '\ud800\n' } },
  { requestContext: { http: { method: 'POST' }, requestId: 'a'.repeat(1_000) } },
  { requestContext: { http: { method: 'POST' }, requestId: 5, timeEpoch: 'never', authorizer: null } },
  { isBase64Encoded: undefined },
  { isBase64Encoded: null },
  { rawPath: '/../..', rawQueryString: '%', cookies: ['a=b'], queryStringParameters: null, stageVariables: { a: 'b' } },
  { version: '1.0', routeKey: '$default' },
  { Records: [{ eventSource: 'aws:sqs' }] },
];

/** How a call is made, and what may be missing or odd in the event that the HTTP API makes of it. */
export const requestChanges = [
  change('another method', '405 method', methods, (call, method) => ({ ...call, method })),
  change('odd headers beside the others', '202 queued', oddHeaders, headersOver),
  change('an event that is odd elsewhere', '202 queued', oddRest, over),
  change('an event without headers', '401 missing-secret', [undefined, ...oddValues, 'a'], (call, headers) =>
    over(call, { headers }),
  ),
  change('a secret that is no text', '401 missing-secret', [undefined, ...oddValues], (call, value) =>
    headersOver(call, { 'x-webhook-secret': value }),
  ),
  change('a list that has the secret', '401 missing-secret', [0], (call) =>
    headersOver(call, { 'x-webhook-secret': [call.secret] }),
  ),
  change('a content type that is no text', '202 queued', [undefined, ...oddValues], (call, value) =>
    headersOver(call, { 'content-type': value }),
  ),
  change(
    'an event without a request context',
    '405 method',
    [undefined, ...oddValues, { http: null }, { http: { method: 5 } }],
    (call, requestContext) => over(call, { requestContext }),
  ),
  change(
    'an event without path parameters',
    '404 unknown-event-type',
    [undefined, ...oddValues, { event_type: ['task-completed'] }],
    (call, pathParameters) => over(call, { pathParameters }),
  ),
  change('an event without a body', '400 bad-json', [undefined, ...oddValues], (call, body) => over(call, { body })),
  change('an event with nothing in it', '405 method', [nothing], over),
  change('a header more', '202 queued', ['x-a', 'X-B', 'cookie', 'authorization'], (call, name) =>
    withHeaders(call, { [name]: 'a' }),
  ),
];
