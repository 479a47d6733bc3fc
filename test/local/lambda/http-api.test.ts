import { fileURLToPath } from 'node:url';
import { request } from 'undici';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type LocalAws, startLocalAws } from '../../../local/aws/index.ts';
import { startHttpGateway } from '../../../local/lambda/http-gateway.ts';
import { type LambdaHost, startLambdaHost } from '../../../local/lambda/index.ts';

const serverlessFile = fileURLToPath(new URL('../fixtures/service/serverless.yml', import.meta.url));

let aws: LocalAws;
let host: LambdaHost;

beforeAll(async () => {
  aws = await startLocalAws();
  host = await startLambdaHost({ serverlessFile, aws });
});

afterAll(async () => {
  await host.stop();
  await aws.stop();
});

const post = (path: string, body: string | Uint8Array<ArrayBuffer>, headers: Record<string, string> = {}) =>
  fetch(`${host.url}${path}`, { method: 'POST', body, headers });
const eventOf = async (response: Promise<Response>) => Object(await (await response).json()).event;

describe('a route of the HTTP API', () => {
  it('passes the request as an event of payload format 2.0', async () => {
    const event = await eventOf(
      post('/echo/a%20b?x=1&x=2&y=', '{}', {
        'Content-Type': 'application/json',
        'X-Webhook-Secret': 's',
        Cookie: 'a=1; b=2',
      }),
    );
    expect(event).toMatchObject({
      version: '2.0',
      routeKey: 'POST /echo/{name}',
      rawPath: '/echo/a b',
      rawQueryString: 'x=1&x=2&y=',
      queryStringParameters: { x: '1,2', y: '' },
      pathParameters: { name: 'a b' },
      cookies: ['a=1', 'b=2'],
      headers: { 'content-type': 'application/json', 'x-webhook-secret': 's' },
      requestContext: {
        http: { method: 'POST', path: '/echo/a b', sourceIp: '127.0.0.1' },
        stage: '$default',
        time: expect.stringMatching(/^\d\d\/\w{3}\/\d{4}:\d\d:\d\d:\d\d \+0000$/),
      },
      body: '{}',
      isBase64Encoded: false,
    });
    expect(event.headers).not.toHaveProperty('cookie');
  });

  it.each([
    ['text/plain', false],
    ['application/json; charset=utf-8', false],
    ['application/xml', false],
    ['application/octet-stream', true],
    ['application/x-www-form-urlencoded', true],
    ['image/png', true],
    ['no/media/type', true],
  ])('passes a body of type %s as base64: %s', async (type, isBase64Encoded) => {
    const event = await eventOf(post('/echo/a', 'ä=1', { 'Content-Type': type }));
    expect(event).toMatchObject({
      isBase64Encoded,
      body: isBase64Encoded ? Buffer.from('ä=1').toString('base64') : 'ä=1',
    });
  });

  it('passes a body without a type as base64, and no body when there is none', async () => {
    const bytes = Uint8Array.from([0, 255, 1]);
    expect(await eventOf(post('/echo/a', bytes))).toMatchObject({ isBase64Encoded: true, body: 'AP8B' });
    const empty = await eventOf(post('/echo/a', ''));
    expect(empty).toMatchObject({ isBase64Encoded: false });
    expect(empty).not.toHaveProperty('body');
  });

  it('returns status, headers and cookies of the result', async () => {
    const response = await fetch(`${host.url}/echo`);
    expect(response.status).toBe(204);
    expect(response.headers.get('x-calls')).toBe('1');
    expect(response.headers.getSetCookie()).toEqual(['a=1', 'b=2']);
  });

  it('answers 404 for an unknown path or method', async () => {
    for (const response of [await fetch(`${host.url}/nowhere`), await fetch(`${host.url}/echo/a`)]) {
      expect(response.status).toBe(404);
      expect(await response.json()).toEqual({ message: 'Not Found' });
    }
  });

  it('accepts up to 10 MiB', async () => {
    const response = await post('/echo/a', new Uint8Array(10 * 1024 * 1024 + 1));
    expect(response.status).toBe(413);
    expect(await response.json()).toEqual({ message: 'Request Entity Too Large' });
  });
});

describe('the HTTP API', () => {
  /** A gateway before a function that is a plain one here: what it answers is what matters. */
  async function answer(invoke: () => Promise<unknown>, timeoutMs = 1000): Promise<Response> {
    const gateway = await startHttpGateway({ port: 0, functions: host.functions, invoke, timeoutMs });
    const response = await fetch(`${gateway.url}/echo`);
    const copy = new Response(response.status === 204 ? null : await response.arrayBuffer(), response);
    await gateway.stop();
    return copy;
  }

  it('returns a result without a status as JSON', async () => {
    const response = await answer(async () => ({ a: 1 }));
    expect(response.headers.get('content-type')).toMatch(/^application\/json/);
    expect(await response.json()).toEqual({ a: 1 });
  });

  it('decodes a base64 body of the result', async () => {
    const response = await answer(async () => ({ statusCode: 200, body: 'AP8B', isBase64Encoded: true }));
    expect(new Uint8Array(await response.arrayBuffer())).toEqual(Uint8Array.from([0, 255, 1]));
  });

  it('answers 500 when the result is malformed', async () => {
    const response = await answer(async () => ({ statusCode: 'what?' }));
    expect(response.status).toBe(500);
    expect(await response.json()).toEqual({ message: 'Internal Server Error' });
  });

  it('answers 503 when the function takes too long', async () => {
    const response = await answer(() => new Promise(() => undefined), 20);
    expect(response.status).toBe(503);
    expect(await response.json()).toEqual({ message: 'Service Unavailable' });
  });
});

describe('the invoke route', () => {
  it('invokes a function with the JSON body', async () => {
    const response = await post('/__lambda/invoke/echo-it', '{"a":1}');
    expect(await response.json()).toMatchObject({ event: { a: 1 } });
  });

  it('invokes a function with the event of its schedule when there is no body', async () => {
    const response = await post('/__lambda/invoke/echo-it', '');
    expect(await response.json()).toMatchObject({ event: { source: 'aws.scheduler' } });
  });

  it('returns the error of the function', async () => {
    const response = await post('/__lambda/invoke/echo-it', '{"do":"throw"}');
    expect(response.status).toBe(500);
    expect(response.headers.get('x-amz-function-error')).toBe('Unhandled');
    expect(await response.json()).toMatchObject({ errorType: 'TypeError', errorMessage: 'as it was told to' });
  });

  it.each<[string, Record<string, string>]>([
    ['a page of another site', { origin: 'https://example.com' }],
    ['a page of another port of this machine', { origin: 'http://127.0.0.1:1' }],
    ['a page whose host name was pointed at this machine', { host: 'evil.example', origin: 'http://evil.example' }],
    ['a form of another site', { 'sec-fetch-site': 'cross-site' }],
  ])('is not run for %s, which gets 403', async (_, headers) => {
    const { invocations } = host;
    const { statusCode } = await request(`${host.url}/__lambda/invoke/echo-it`, {
      method: 'POST',
      body: '{}',
      headers,
    });
    expect({ statusCode, invocations: host.invocations }).toEqual({ statusCode: 403, invocations });
  });

  it('is run for a route under any host name, as behind a tunnel', async () => {
    const options = { method: 'POST', body: '{}', headers: { host: 'tunnel.example' } } as const;
    expect((await request(`${host.url}/echo/a`, options)).statusCode).toBe(200);
  });

  it('answers 404 for an unknown function and 400 for a body that is not JSON', async () => {
    expect((await post('/__lambda/invoke/nobody', '{}')).status).toBe(404);
    expect((await post('/__lambda/invoke/echo-it', '{')).status).toBe(400);
  });
});

it('the Lambda host rejects a port that is taken', async () => {
  const httpPort = Number(new URL(host.url).port);
  await expect(startLambdaHost({ serverlessFile, aws, stage: 'taken', httpPort })).rejects.toMatchObject({
    code: 'EADDRINUSE',
  });
});
