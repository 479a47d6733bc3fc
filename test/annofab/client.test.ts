import { Agent, Client, Pool } from 'undici';
import { describe, expect, it } from 'vitest';
import { AnnofabClient, ApiError, operations } from '../../lib/annofab/index.ts';
import { createClient, failureOf, type Responder, sendError, sendJson, startServer } from './support.ts';

const ids = { project_id: 'p', task_id: 't' };
const PAT = 'a-token-that-nobody-else-may-see';

function answering(headers: Record<string, string>, body: string, status = 200): Responder {
  return (_request, response) => {
    response.writeHead(status, headers);
    response.end(body);
  };
}

describe('a method', () => {
  it('has a method for every operation, by its id, on the prototype', () => {
    for (const id of Object.keys(operations)) {
      expect(Reflect.get(AnnofabClient.prototype, id)).toBeTypeOf('function');
      expect(Reflect.get(AnnofabClient.prototype, id).name).toBe(id);
    }
    expect(Object.keys(createClient({ url: 'http://127.0.0.1:1' }))).not.toContain('getTask');
  });

  it('returns the content, and the whole response on withResponse()', async () => {
    const server = await startServer((_request, response) =>
      sendJson(response, { task_id: 't' }, 200, { etag: '"1"' }),
    );
    const annofab = createClient(server);
    expect(await annofab.getTask(ids)).toEqual({ task_id: 't' });
    expect(await annofab.getTask(ids).withResponse()).toMatchObject({
      data: { task_id: 't' },
      status: 200,
      headers: { etag: '"1"' },
      text: '{"task_id":"t"}',
    });
  });

  it('sends a request once, however often it is awaited, and also when it is not', async () => {
    const server = await startServer((_request, response) => sendJson(response, {}));
    const promise = createClient(server).getTask(ids);
    await Promise.all([promise, promise, promise.withResponse(), promise.then(() => {}), promise.finally(() => {})]);
    expect(server.log).toEqual(['GET /api/v1/projects/p/tasks/t']);
  });

  it('returns a promise that can be caught', async () => {
    const server = await startServer((_request, response) => sendError(response, 404));
    const annofab = createClient(server);
    expect(await annofab.getTask(ids).catch((error: unknown) => error)).toMatchObject({ status: 404 });
  });

  it('sends a body as JSON, and none where the operation has none', async () => {
    const server = await startServer((_request, response) => sendJson(response, {}));
    const annofab = createClient(server);
    await annofab.patchTasksMetadata({ project_id: 'p', body: { t: { exported: true } } });
    await annofab.postAnnotationArchiveUpdate({ project_id: 'p' });
    expect(server.requests[0]).toMatchObject({ method: 'PATCH', body: '{"t":{"exported":true}}' });
    expect(server.requests[0]?.headers['content-type']).toBe('application/json');
    expect(server.requests[1]).toMatchObject({ method: 'POST', body: '' });
    expect(server.requests[1]?.headers['content-type']).toBeUndefined();
  });

  it('accepts a base URL with a path', async () => {
    const server = await startServer((_request, response) => sendJson(response, {}));
    await createClient(server, { baseUrl: `${server.url}/annofab/` }).getTask(ids);
    expect(server.log).toEqual(['GET /annofab/api/v1/projects/p/tasks/t']);
  });

  it.each(['annofab.com', 'ftp://annofab.com', 'https://u:p@annofab.com', 'https://annofab.com/?a=b'])(
    'refuses the base URL %s',
    (baseUrl) => {
      expect(() => createClient({ url: baseUrl })).toThrow(TypeError);
    },
  );
});

describe('a response', () => {
  const json = { 'content-type': 'application/json' };

  it.each([
    ['JSON', json, '{"a":1}', { a: 1 }],
    ['JSON with the media type text/plain', { 'content-type': 'text/plain; charset=us-ascii' }, '{"a":1}', { a: 1 }],
    ['JSON without a media type', {}, '{"a":1}', { a: 1 }],
    ['JSON after a byte order mark', json, '\uFEFF{"a":1}', { a: 1 }],
    [
      'Japanese, whatever charset is claimed',
      { 'content-type': 'application/json; charset=ascii' },
      '{"a":"犬"}',
      { a: '犬' },
    ],
    ['plain text', { 'content-type': 'text/plain' }, 'done', 'done'],
    ['an empty body', json, '', undefined],
    ['an address in the body', { ...json, location: 'https://f/2' }, '{"url":"https://f/1"}', { url: 'https://f/1' }],
    ['an address in Location only', { location: 'https://f/2' }, '', { url: 'https://f/2' }],
    [
      'an address in Location, and a body without one',
      { ...json, location: 'https://f/2' },
      '{}',
      { url: 'https://f/2' },
    ],
  ])('reads a response that is %s', async (_what, headers, body, expected) => {
    const server = await startServer(answering(headers, body, 201));
    const { data, text } = await createClient(server).getTask(ids).withResponse();
    expect(data).toEqual(expected);
    expect(text).toBe(body);
  });

  it.each([
    ['JSON by its media type only', json, '{"a":'],
    ['an HTML page', { 'content-type': 'text/html' }, '<html>Sign in to the hotel network</html>'],
  ])('throws an error for a response that is %s', async (_what, headers, body) => {
    const server = await startServer(answering(headers, body));
    const error = await failureOf(createClient(server).getTask(ids));
    expect(error).toBeInstanceOf(ApiError);
    expect(error.message).toMatch(/getTask \(project_id p, task_id t\): 200, but the body .* is not JSON/);
  });
});

describe('the token', () => {
  it('does not send the token to the target of a redirect', async () => {
    const elsewhere = await startServer((_request, response) => sendJson(response, {}));
    const server = await startServer(answering({ location: `${elsewhere.url}/caught` }, '', 302));
    const error = await failureOf(createClient(server, { credentials: { pat: PAT } }).getTask(ids));
    expect(error).toBeInstanceOf(ApiError);
    expect(error).toMatchObject({ status: 302 });
    expect(elsewhere.log).toEqual([]);
  });

  it('does not send the token with a file address, of another origin or of its own', async () => {
    const elsewhere = await startServer((_request, response) => void response.end('file'));
    const server = await startServer((_request, response) => sendJson(response, {}));
    const annofab = createClient(server, { credentials: { pat: PAT } });
    await annofab.getTask(ids);
    for (const url of [`${elsewhere.url}/archive.zip?X-Amz-Signature=1`, `${server.url}/own.zip?X-Amz-Signature=1`]) {
      const { body } = await annofab.files.open(url);
      for await (const _chunk of body);
    }
    expect(server.requests[0]?.headers.authorization).toBe(`Bearer ${PAT}`);
    for (const { headers } of [...elsewhere.requests, ...server.requests.slice(1)]) {
      expect(headers.authorization).toBeUndefined();
      expect(JSON.stringify(headers)).not.toContain(PAT);
    }
    expect(elsewhere.log).toEqual(['GET /archive.zip?X-Amz-Signature=1']);
  });

  it('refuses a pool as dispatcher, through which the token could reach a file server', async () => {
    const server = await startServer((_request, response) => sendJson(response, {}));
    for (const dispatcher of [new Pool(server.url), new Client(server.url)]) {
      expect(() => createClient(server, { dispatcher })).toThrow(/must be an undici Agent/);
      await dispatcher.close();
    }
  });
});

describe('the agent', () => {
  it('uses the given agent, and leaves it open on close()', async () => {
    const server = await startServer((_request, response) => sendJson(response, {}));
    const dispatcher = new Agent();
    let requests = 0;
    const counting = dispatcher.compose((dispatch) => (options, handler) => {
      requests += 1;
      return dispatch(options, handler);
    });
    const annofab = createClient(server, { dispatcher: counting });
    await annofab.getTask(ids);
    await annofab.close();
    await annofab.getTask(ids);
    expect(requests).toBe(2);
    await dispatcher.close();
  });

  it("closes the client's own agent on close()", async () => {
    const server = await startServer((_request, response) => sendJson(response, {}));
    const annofab = createClient(server);
    await annofab.getTask(ids);
    await annofab[Symbol.asyncDispose]();
    const { files } = annofab;
    const address = `${server.url}/file`;
    for (const after of [annofab.getTask(ids), files.open(address), files.upload({ project_id: 'p', data: 'x' })]) {
      expect(await failureOf(after)).toMatchObject({
        name: 'AnnofabError',
        message: expect.stringMatching(/client is closed/),
      });
    }
    expect(server.log).toHaveLength(1);
  });

  it('creates no agent after close()', async () => {
    const server = await startServer((_request, response) => sendJson(response, {}));
    const annofab = createClient(server);
    await annofab.close();
    await annofab.close();
    expect((await failureOf(annofab.getTask(ids))).message).toMatch(/client is closed/);
    expect(server.log).toEqual([]);
  });
});

describe('an option', () => {
  it.each(['timeoutMs', 'maxWaitMs', 'rateLimitedSeconds', 'maintenanceSeconds'])(
    'refuses a negative or NaN %s',
    (name) => {
      for (const value of [-1, Number.NaN]) {
        expect(() => createClient({ url: 'http://127.0.0.1:1' }, { [name]: value })).toThrow(
          new TypeError(`${name} must be a number from 0`),
        );
      }
    },
  );
});

describe('an operation that needs signed cookies', () => {
  it('requests signed cookies first, and sends them instead of the token', async () => {
    const server = await startServer((request, response) => {
      if (request.url.startsWith('/api/v2/sign-url')) {
        const cookies = ['Policy', 'Signature', 'Key-Pair-Id'].map(
          (name) => `CloudFront-${name}=${name}-1; Path=/; HttpOnly`,
        );
        response.setHeader('set-cookie', cookies);
      }
      sendJson(response, {});
    });
    await createClient(server).getProjectMembersV2({ project_id: 'p', query: { cache: '1' } });
    expect(server.log).toEqual([
      `GET /api/v2/sign-url?url=${encodeURIComponent('/api/v2/projects/p/members')}`,
      'GET /api/v2/projects/p/members?cache=1',
    ]);
    expect(server.requests[0]?.headers.authorization).toBe('Bearer test-pat');
    expect(server.requests[1]?.headers.authorization).toBeUndefined();
    expect(server.requests[1]?.headers.cookie).toBe(
      'CloudFront-Policy=Policy-1; CloudFront-Signature=Signature-1; CloudFront-Key-Pair-Id=Key-Pair-Id-1',
    );
  });

  it('throws an error when Annofab sets no signed cookies', async () => {
    const server = await startServer((_request, response) => sendJson(response, {}));
    const error = await failureOf(createClient(server).getProjectMembersV2({ project_id: 'p' }));
    expect(error.message).toMatch(/no signed cookie/);
  });
});
