import { inspect } from 'node:util';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import * as errors from '../../../lib/annofab/errors.ts';
import { redact } from '../../../lib/annofab/http/redact.ts';
import { ApiError, ForbiddenError, ServerError } from '../../../lib/annofab/index.ts';
import { createClient, failureOf, type Responder, sendError, sendJson, startServer } from '../support.ts';

const ids = { project_id: 'p', task_id: 't' };

async function errorOf(respond: Responder, pat = 'test-pat') {
  const server = await startServer(respond);
  return failureOf(createClient(server, { credentials: { pat } }).getTask(ids));
}

describe('an error of Annofab', () => {
  it.each([
    [400, 'BadRequestError'],
    [401, 'UnauthorizedError'],
    [403, 'ForbiddenError'],
    [404, 'NotFoundError'],
    [409, 'ConflictError'],
    [501, 'ServerError'],
    [418, 'ApiError'],
  ])('turns status %i into a %s', async (status, name) => {
    const error = await errorOf((_request, response) => sendError(response, status, 'SOME_CODE'));
    expect(error).toBeInstanceOf(ApiError);
    expect(error).toMatchObject({ name, status, errorCode: 'SOME_CODE', requestId: 'req-1', operation: 'getTask' });
  });

  it("names the operation, the ids, Annofab's message, what to do, and the request id for support", async () => {
    const error = await errorOf((_request, response) => sendError(response, 404, 'MISSING_RESOURCE'));
    expect(error.message).toBe(
      'getTask (project_id p, task_id t): 404 MISSING_RESOURCE: だめです. Check that it exists and that the account is a ' +
        'member of the project. Request id req-1.',
    );
    expect(error.stack).toMatch(/^NotFoundError: getTask/);
  });

  it('names the missing role', async () => {
    const server = await startServer((_request, response) => sendError(response, 403, 'FORBIDDEN_RESOURCE'));
    const error = await failureOf(createClient(server).getWebhooks({ project_id: 'p' }));
    expect(error).toBeInstanceOf(ForbiddenError);
    expect(error.message).toContain('needs the role ProjectOwner');
  });

  it('names no role where any project member may call the operation', async () => {
    const server = await startServer((_request, response) => sendError(response, 403, 'FORBIDDEN_RESOURCE'));
    const body = { status: 'rejected', force: true, last_updated_datetime: '2026-01-15T12:00:00.000+09:00' } as const;
    const error = await failureOf(createClient(server).operateTask({ project_id: 'p', task_id: 't', body }));
    expect(error.message).toContain('The account is no member of the project, or lacks a role.');
  });

  it('says what a conflict may mean for this operation', async () => {
    const server = await startServer((_request, response) => sendError(response, 409, 'STATE_MISMATCH'));
    const error = await failureOf(createClient(server).patchTasksMetadata({ project_id: 'p', body: {} }));
    expect(error.message).toContain('The project may be suspended');
  });

  it('names the replacement of a removed operation', async () => {
    const server = await startServer((_request, response) => sendError(response, 404, 'MISSING_RESOURCE'));
    const error = await failureOf(
      createClient(server).getOrganizationInputDataList({ organization_name: 'o', input_data_set_id: 'i' }),
    );
    expect(error.message).toContain('Annofab no longer has it; instead: getInputDataList.');
  });

  it.each([
    ['a page of CloudFront', 'text/html', '<html><body>502 Bad Gateway</body></html>'],
    ['nothing', 'application/json', ''],
    ['half of JSON', 'application/json', '{"errors":['],
    ['another shape', 'application/json', '{"message":"Forbidden"}'],
    ['a list', 'application/json', '[1,2]'],
    ['null', 'application/json', 'null'],
    ['errors that are no list', 'application/json', '{"errors":{"error_code":1},"context":null}'],
  ])('makes an error of a body that is %s', async (_what, type, body) => {
    const error = await errorOf((_request, response) => {
      response.writeHead(501, { 'content-type': type, 'x-amz-cf-id': 'cf-1' });
      response.end(body);
    });
    expect(error).toBeInstanceOf(ServerError);
    expect(error).toMatchObject({ status: 501, requestId: 'cf-1', body });
    expect(error).not.toHaveProperty('errorCode');
  });

  it.each([
    ['the message of an API Gateway', 'application/json', '{"message":"Forbidden"}', ': "Forbidden". '],
    [
      'the text of a page',
      'text/html',
      '<html><style>p{}</style><h1>Sign in</h1>\n<p>Proxy A</html>',
      ': "Sign in Proxy A". ',
    ],
    ['200 characters of a text', 'text/plain', 'x'.repeat(300), `: "${'x'.repeat(200)}". `],
    ['no secret', 'text/html', '<p>Denied: Bearer abc.def', ': "Denied: Bearer [redacted]". '],
    ['no other JSON', 'application/json', '{"error":"data of somebody"}', 'errors. '],
  ])('quotes %s', async (_what, type, body, quote) => {
    const error = await errorOf((_request, response) => {
      response.writeHead(403, { 'content-type': type });
      response.end(body);
    });
    expect(error.message).toContain(`the body (${type}) is not one of Annofab's errors`);
    expect(error.message).toContain(quote);
  });

  it('shows neither headers nor body to a logger', async () => {
    const error = await errorOf((_request, response) =>
      sendJson(response, { secret: 'in-the-body' }, 404, { 'x-secret': 'in-a-header' }),
    );
    expect(error).toMatchObject({ headers: { 'x-secret': 'in-a-header' }, body: '{"secret":"in-the-body"}' });
    const shown = JSON.stringify(error) + inspect(error, { depth: null }) + JSON.stringify({ ...error });
    expect(shown).not.toMatch(/in-the-body|in-a-header/);
    expect(JSON.parse(JSON.stringify(error))).toMatchObject({
      name: 'NotFoundError',
      operation: 'getTask',
      status: 404,
    });
  });
});

describe('every error', () => {
  const classes = Object.entries(errors);

  it.each(classes)('%s has its name on its prototype, so that a minified bundle has it too', (name, errorClass) => {
    expect(errorClass.prototype.name).toBe(name);
    expect(errorClass.prototype).toBeInstanceOf(Error);
    expect(Object.hasOwn(errorClass.prototype, 'name')).toBe(true);
  });
});

describe('a secret', () => {
  // Begins as no other word of a message does.
  const tokens = fc.stringMatching(/^[!-~]{8,40}$/).map((text) => `s3cr3t${text}`);
  const passwords = fc.string({ unit: 'binary', minLength: 8, maxLength: 40 }).map((text) => `s3cr3t${text}`);

  it('never shows a secret in an error, even when Annofab quotes it', async () => {
    const server = await startServer(({ headers, body }, response) => {
      const password: unknown = body === '' ? '' : JSON.parse(body).password;
      const message = `bad: ${headers.authorization} ${body} ${password} ${headers.authorization?.split(' ')[1]} http://f/x?X-Amz-Signature=s3cr3t`;
      sendJson(response, { errors: [{ error_code: message, message }], context: { awsRequestId: message } }, 400);
    });
    await fc.assert(
      fc.asyncProperty(tokens, passwords, async (pat, password) => {
        const annofab = createClient(server, { credentials: { pat } });
        for (const promise of [annofab.login({ body: { user_id: 'u', password } }), annofab.getTask(ids)]) {
          const error = await failureOf(promise);
          expect(error).toMatchObject({ status: 400 });
          expect(inspect(error, { depth: null }) + JSON.stringify(error)).not.toContain('s3cr3t');
        }
        await annofab.close();
      }),
      { numRuns: 50 },
    );
  });

  it('hides the bytes of a response that is not HTTP, from Annofab or from its file server', async () => {
    const server = await startServer((_request, { socket }) => {
      socket?.end('HTTP/1.1 200 OK\r\ncontent-length: many\r\n\r\n{"token":"s3cr3t"}');
    });
    const annofab = createClient(server);
    for (const ask of [() => annofab.getTask(ids), () => annofab.files.open(`${server.url}/file`)]) {
      const error = await failureOf(ask());
      expect(error.cause).toMatchObject({ name: 'HTTPParserError' });
      expect(inspect(error, { depth: null }) + JSON.stringify(error)).not.toContain('s3cr3t');
    }
  });

  it.each([
    ['a signed query', 'see https://s3/x?X-Amz-Signature=abc&y=1 now', 'see https://s3/x?[redacted] now'],
    ['a Bearer token', 'Authorization: Bearer abc.def', 'Authorization: Bearer [redacted]'],
    ['a login token', 'token was eyJhbGciOi.eyJleHAi.c2ln', 'token was [redacted]'],
    ['a password field', '{"user_id":"u","password":"p \\" w"}', '{"user_id":"u","password":[redacted]}'],
    ['a password field that is cut off', '{"user_id":"u","password":"p w', '{"user_id":"u","password":[redacted]'],
    ['a token field', "id_token='abc', x", 'id_token=[redacted], x'],
  ])('redacts %s', (_what, text, expected) => {
    expect(redact(text)).toBe(expected);
  });

  it('redacts a secret as it is, within JSON and within a URL', () => {
    const secret = 'a"b c';
    expect(redact('a"b c, a\\"b c, a%22b%20c', [secret])).toBe('[redacted], [redacted], [redacted]');
  });

  it('leaves a text without secrets unchanged', () => {
    const text = '指定されたリソースは存在しません: project_id -> 1 (https://annofab.com/docs)';
    expect(redact(text)).toBe(text);
  });
});
