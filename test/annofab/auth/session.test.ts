import type { ServerResponse } from 'node:http';
import { describe, expect, it } from 'vitest';
import { CredentialError, type Credentials, RetryLaterError, UnauthorizedError } from '../../../lib/annofab/index.ts';
import {
  createClient,
  createTestClock,
  failureOf,
  gate,
  type Responder,
  type SeenRequest,
  sendError,
  sendJson,
  startServer,
} from '../support.ts';

const password = { user_id: 'demo_owner', password: 'demo-password' };

/** An Annofab that accepts what `valid` says, and hands out the tokens id-1, id-2 … */
function annofabThat(options: {
  accepts: (header: string | undefined) => boolean;
  login?: Responder;
  refresh?: Responder;
  other?: Responder;
}): Responder {
  let issued = 0;
  const issue = (response: ServerResponse) => {
    issued += 1;
    sendJson(response, { token: tokens(`id-${issued}`, `refresh-${issued}`) });
  };
  const issueRefreshed: Responder = (_request, response) => {
    issued += 1;
    sendJson(response, tokens(`id-${issued}`, `refresh-${issued}`));
  };
  return (request, response, count) => {
    if (request.url === '/api/v1/login') return (options.login ?? ((_r, res) => issue(res)))(request, response, count);
    if (request.url === '/api/v1/refresh-token') return (options.refresh ?? issueRefreshed)(request, response, count);
    if (options.other) return options.other(request, response, count);
    if (options.accepts(request.headers.authorization)) return sendJson(response, { ok: true });
    return sendError(response, 401, 'EXPIRED_TOKEN');
  };
}

function tokens(id_token: string, refresh_token: string) {
  return { id_token, access_token: 'access', refresh_token };
}

/** A token with a readable life, in seconds. */
function jwt(claims: { iat?: number; exp: number }): string {
  return ['{"alg":"none"}', JSON.stringify(claims), 'signature']
    .map((part) => Buffer.from(part).toString('base64url'))
    .join('.');
}

const paths = (requests: SeenRequest[]) => requests.map(({ url }) => url.replace('/api/v1/', ''));

describe('signing in', () => {
  it('sends a personal access token with Bearer', async () => {
    const server = await startServer(annofabThat({ accepts: () => true }));
    await createClient(server, { credentials: { pat: 'my-pat' } }).getMyAccount();
    expect(server.requests[0]?.headers.authorization).toBe('Bearer my-pat');
  });

  it('sends the id token of a login raw, and logs in once for concurrent requests', async () => {
    const server = await startServer(annofabThat({ accepts: (header) => header === 'id-1' }));
    const annofab = createClient(server, { credentials: password });
    await Promise.all([annofab.getMyAccount(), annofab.getMyAccount(), annofab.getMyAccount()]);
    expect(paths(server.requests)).toEqual(['login', 'my/account', 'my/account', 'my/account']);
    expect(server.requests[0]?.headers.authorization).toBeUndefined();
    expect(JSON.parse(server.requests[0]?.body ?? '')).toEqual(password);
    expect(server.requests[1]?.headers.authorization).toBe('id-1');
  });

  it('says that an account with multi-factor login must use a personal access token', async () => {
    const server = await startServer(
      annofabThat({ accepts: () => true, login: (_request, response) => sendJson(response, { session: 'abc' }) }),
    );
    const error = await failureOf(createClient(server, { credentials: password }).getMyAccount());
    expect(error).toBeInstanceOf(CredentialError);
    expect(error.message).toMatch(/multi-factor.*personal access token/);
    expect(server.log).toHaveLength(1);
  });

  it('says which operation refused a wrong password, without the password', async () => {
    const server = await startServer(
      annofabThat({ accepts: () => true, login: (_request, response) => sendError(response, 401, 'LOGIN_FAILED') }),
    );
    const error = await failureOf(createClient(server, { credentials: password }).getMyAccount());
    expect(error).toBeInstanceOf(UnauthorizedError);
    expect(error).toMatchObject({ operation: 'login', errorCode: 'LOGIN_FAILED' });
    expect(JSON.stringify(error) + String(error.stack)).not.toContain('demo-password');
    expect(server.log).toHaveLength(1);
  });

  it.each([
    {},
    { pat: '' },
    { pat: 'two\nlines' },
    { pat: 'ein Wort zu viel' },
    { user_id: 'u' },
    { user_id: 'u', password: '' },
  ])('refuses a malformed credential: %j', (value) => {
    const credentials: Credentials = JSON.parse(JSON.stringify(value));
    expect(() => createClient({ url: 'http://127.0.0.1:1' }, { credentials })).toThrow(CredentialError);
  });

  it('refuses a malformed credential of a provider when it is read', async () => {
    const server = await startServer(annofabThat({ accepts: () => true }));
    const credentials = async (): Promise<Credentials> => JSON.parse('{"webhook_secrets":[]}');
    expect(await failureOf(createClient(server, { credentials }).getMyAccount())).toBeInstanceOf(CredentialError);
    expect(server.log).toEqual([]);
  });

  it('reports maintenance as RetryLaterError, not as a CredentialError', async () => {
    const server = await startServer(
      annofabThat({
        accepts: () => true,
        login: (_request, response) => sendError(response, 503, 'UNDER_MAINTENANCE'),
      }),
    );
    const seen: boolean[] = [];
    const credentials = async ({ reread }: { reread: boolean }) => {
      seen.push(reread);
      return password;
    };
    const error = await failureOf(createClient(server, { credentials }).getMyAccount());
    expect(seen).toEqual([false]);
    expect(error).toBeInstanceOf(RetryLaterError);
    expect(error).toMatchObject({ reason: 'maintenance', seconds: 900, operation: 'login' });
  });
});

describe('a token that Annofab refuses', () => {
  it('refreshes a refused token, and sends the request again', async () => {
    const server = await startServer(annofabThat({ accepts: (header) => header === 'id-2' }));
    await createClient(server, { credentials: password }).getMyAccount();
    expect(paths(server.requests)).toEqual(['login', 'my/account', 'refresh-token', 'my/account']);
    expect(JSON.parse(server.requests[2]?.body ?? '')).toEqual({ refresh_token: 'refresh-1' });
    expect(server.requests[2]?.headers.authorization).toBeUndefined();
  });

  it('logs in when the refresh token is refused too', async () => {
    const server = await startServer(
      annofabThat({
        accepts: (header) => header === 'id-2',
        refresh: (_request, response) => sendError(response, 401, 'EXPIRED_REFRESH_TOKEN'),
      }),
    );
    await createClient(server, { credentials: password }).getMyAccount();
    expect(paths(server.requests)).toEqual(['login', 'my/account', 'refresh-token', 'login', 'my/account']);
  });

  it('reads the credentials again when the login is refused too', async () => {
    const seen: boolean[] = [];
    const server = await startServer(
      annofabThat({
        accepts: (header) => header === 'Bearer new-pat',
        refresh: (_request, response) => sendError(response, 401, 'EXPIRED_REFRESH_TOKEN'),
        login: (_request, response, count) =>
          count === 1
            ? sendJson(response, { token: tokens('id-1', 'refresh-1') })
            : sendError(response, 401, 'LOGIN_FAILED'),
      }),
    );
    const credentials = async ({ reread }: { reread: boolean }) => {
      seen.push(reread);
      return reread ? { pat: 'new-pat' } : password;
    };
    await createClient(server, { credentials }).getMyAccount();
    expect(paths(server.requests)).toEqual(['login', 'my/account', 'refresh-token', 'login', 'my/account']);
    expect(seen).toEqual([false, false, true]);
  });

  it('signs in again at most once per request', async () => {
    const server = await startServer(annofabThat({ accepts: () => false }));
    const error = await failureOf(createClient(server, { credentials: password }).getMyAccount());
    expect(error).toBeInstanceOf(UnauthorizedError);
    expect(error).toMatchObject({ operation: 'getMyAccount', errorCode: 'EXPIRED_TOKEN' });
    expect(paths(server.requests)).toEqual(['login', 'my/account', 'refresh-token', 'my/account']);
  });

  it('throws immediately when a personal access token is refused and cannot be read again', async () => {
    const server = await startServer(annofabThat({ accepts: () => false }));
    expect(await failureOf(createClient(server).getMyAccount())).toBeInstanceOf(UnauthorizedError);
    expect(server.log).toHaveLength(1);
  });

  it('reads a refused personal access token again from the secret store, once, and uses it if it has changed', async () => {
    const server = await startServer(annofabThat({ accepts: (header) => header === 'Bearer rotated' }));
    const seen: boolean[] = [];
    const credentials = async ({ reread }: { reread: boolean }) => {
      seen.push(reread);
      return { pat: reread ? 'rotated' : 'old' };
    };
    const annofab = createClient(server, { credentials });
    await annofab.getMyAccount();
    await annofab.getMyAccount();
    expect(seen).toEqual([false, true]);
    expect(server.requests.map(({ headers }) => headers.authorization)).toEqual([
      'Bearer old',
      'Bearer rotated',
      'Bearer rotated',
    ]);
  });

  it('does not send a refused personal access token again when the secret store has no other', async () => {
    const server = await startServer(annofabThat({ accepts: () => false }));
    const credentials = async () => ({ pat: 'old' });
    expect(await failureOf(createClient(server, { credentials }).getMyAccount())).toBeInstanceOf(UnauthorizedError);
    expect(server.log).toHaveLength(1);
  });

  it('refreshes once, however many requests fail at the same time', async () => {
    const allWaiting = gate();
    let waiting = 0;
    const server = await startServer(
      annofabThat({
        accepts: () => true,
        other: async ({ headers }, response) => {
          if (headers.authorization !== 'id-1') return sendJson(response, {});
          waiting += 1;
          if (waiting === 10) allWaiting.open();
          await allWaiting.opened;
          sendError(response, 401, 'EXPIRED_TOKEN');
        },
      }),
    );
    const annofab = createClient(server, { credentials: password });
    await Promise.all(Array.from({ length: 10 }, () => annofab.getMyAccount()));
    expect(paths(server.requests).filter((path) => path === 'refresh-token')).toHaveLength(1);
    expect(paths(server.requests).filter((path) => path === 'login')).toHaveLength(1);
  });

  it('does not refresh after a late 401 of a token that was replaced', async () => {
    const late = gate();
    const slowArrived = gate();
    const server = await startServer(
      annofabThat({
        accepts: () => true,
        other: async ({ headers, url }, response) => {
          if (headers.authorization !== 'id-1') return sendJson(response, {});
          if (url.endsWith('/my/organizations')) {
            slowArrived.open();
            await late.opened;
          }
          sendError(response, 401, 'EXPIRED_TOKEN');
        },
      }),
    );
    const annofab = createClient(server, { credentials: password });
    const slow = annofab.getMyOrganizations();
    await slowArrived.opened;
    await annofab.getMyAccount();
    late.open();
    await slow;
    expect(paths(server.requests).filter((path) => path === 'refresh-token')).toHaveLength(1);
    expect(server.requests.at(-1)?.headers.authorization).toBe('id-2');
  });

  it('does not log in when the refresh fails with a 5xx response', async () => {
    const server = await startServer(
      annofabThat({ accepts: () => false, refresh: (_request, response) => sendError(response, 500) }),
    );
    const error = await failureOf(createClient(server, { credentials: password }).getMyAccount());
    expect(error).toMatchObject({ name: 'ServerError', operation: 'refreshToken' });
    expect(paths(server.requests).filter((path) => path === 'login')).toHaveLength(1);
  });

  it('completes a shared refresh when one of the callers aborts', async () => {
    const refreshing = gate();
    const goOn = gate();
    const server = await startServer(
      annofabThat({
        accepts: (header) => header === 'id-2',
        refresh: async (_request, response) => {
          refreshing.open();
          await goOn.opened;
          sendJson(response, tokens('id-2', 'refresh-2'));
        },
      }),
    );
    const annofab = createClient(server, { credentials: password });
    const impatient = new AbortController();
    const first = failureOf(annofab.getMyAccount({}, { signal: impatient.signal }));
    const second = annofab.getMyAccount();
    await refreshing.opened;
    impatient.abort(new Error('enough'));
    expect((await first).message).toBe('enough');
    goOn.open();
    expect(await second).toEqual({ ok: true });
    expect(paths(server.requests).filter((path) => path === 'refresh-token')).toHaveLength(1);
  });

  it('ignores the token of an aborted sign-in that ends late', async () => {
    const server = await startServer(annofabThat({ accepts: () => true }));
    const slowStore = gate();
    const asked = gate();
    let reads = 0;
    const credentials = async () => {
      reads += 1;
      if (reads > 1) return { pat: 'new' };
      asked.open();
      await slowStore.opened;
      return { pat: 'old' };
    };
    const annofab = createClient(server, { credentials });
    const impatient = new AbortController();
    const left = failureOf(annofab.getMyAccount({}, { signal: impatient.signal }));
    await asked.opened;
    impatient.abort();
    await left;
    await annofab.getMyAccount();
    slowStore.open();
    await annofab.getMyAccount();
    await annofab.getMyAccount();
    expect(server.requests.map(({ headers }) => headers.authorization)).toEqual([
      'Bearer new',
      'Bearer new',
      'Bearer new',
    ]);
  });
});

describe('a token whose expiry can be decoded', () => {
  const clock = () => createTestClock();
  const nowSeconds = Math.floor(clock().now() / 1000);

  const serverWith = (first: string, refresh?: Responder) =>
    startServer(
      annofabThat({
        accepts: () => true,
        login: (_request, response) => sendJson(response, { token: tokens(first, 'refresh-1') }),
        refresh: refresh ?? ((_request, response) => sendJson(response, tokens('fresh', 'refresh-2'))),
      }),
    );

  it('renews a token a minute before its expiry, once for concurrent requests', async () => {
    const server = await serverWith(jwt({ iat: nowSeconds, exp: nowSeconds + 3600 }));
    const time = clock();
    const annofab = createClient(server, { credentials: password, clock: time });
    await annofab.getMyAccount();
    time.advance(3_539_000);
    await annofab.getMyAccount();
    expect(paths(server.requests)).toEqual(['login', 'my/account', 'my/account']);
    time.advance(1_000);
    await Promise.all([annofab.getMyAccount(), annofab.getMyAccount()]);
    expect(paths(server.requests).slice(3)).toEqual(['refresh-token', 'my/account', 'my/account']);
    expect(server.requests.at(-1)?.headers.authorization).toBe('fresh');
  });

  it('takes the lifetime from the token, even when the clocks differ by hours', async () => {
    const hours = 5 * 3600;
    const server = await serverWith(jwt({ iat: nowSeconds - hours, exp: nowSeconds - hours + 3600 }));
    const annofab = createClient(server, { credentials: password });
    await annofab.getMyAccount();
    await annofab.getMyAccount();
    expect(paths(server.requests)).toEqual(['login', 'my/account', 'my/account']);
  });

  it('does not renew a short-lived token with every request', async () => {
    const server = await serverWith(jwt({ iat: nowSeconds, exp: nowSeconds + 50 }));
    const annofab = createClient(server, { credentials: password });
    await annofab.getMyAccount();
    await annofab.getMyAccount();
    expect(paths(server.requests)).toEqual(['login', 'my/account', 'my/account']);
  });

  it('keeps a valid token when renewing it early fails, and renews it a little later', async () => {
    let working = false;
    const server = await serverWith(jwt({ iat: nowSeconds, exp: nowSeconds + 3600 }), (_request, response) =>
      working ? sendJson(response, tokens('fresh', 'refresh-2')) : sendError(response, 503, 'UNDER_MAINTENANCE'),
    );
    const time = clock();
    const annofab = createClient(server, { credentials: password, clock: time });
    await annofab.getMyAccount();
    time.advance(3_550_000);
    await annofab.getMyAccount();
    await annofab.getMyAccount();
    expect(paths(server.requests).slice(2)).toEqual(['refresh-token', 'my/account', 'my/account']);
    working = true;
    time.advance(10_000);
    await annofab.getMyAccount();
    expect(server.requests.at(-1)?.headers.authorization).toBe('fresh');
  });

  it('refreshes after a 401 even when an early renewal has just failed', async () => {
    const [inFlight, refused, refreshing, goOn] = [gate(), gate(), gate(), gate()];
    const first = jwt({ iat: nowSeconds, exp: nowSeconds + 3600 });
    let refreshes = 0;
    const server = await startServer(
      annofabThat({
        accepts: () => true,
        login: (_request, response) => sendJson(response, { token: tokens(first, 'refresh-1') }),
        refresh: async (_request, response) => {
          refreshes += 1;
          if (refreshes > 1) return sendJson(response, tokens('fresh', 'refresh-2'));
          refreshing.open();
          await goOn.opened;
          sendError(response, 503, 'UNDER_MAINTENANCE');
        },
        other: async ({ url, headers }, response) => {
          if (headers.authorization !== first || !url.endsWith('/organizations')) return sendJson(response, {});
          inFlight.open();
          await refused.opened;
          response.once('finish', goOn.open);
          sendError(response, 401, 'EXPIRED_TOKEN');
        },
      }),
    );
    const time = clock();
    const annofab = createClient(server, { credentials: password, clock: time });
    await annofab.getMyAccount();
    time.advance(3_539_000);
    const unlucky = annofab.getMyOrganizations();
    await inFlight.opened;
    time.advance(2_000);
    const other = annofab.getMyAccount();
    await refreshing.opened;
    refused.open();
    await Promise.all([unlucky, other]);
    expect(refreshes).toBe(2);
    expect(server.requests.at(-1)).toMatchObject({ headers: { authorization: 'fresh' } });
  });

  it('keeps the refresh token when a refresh returns no new one', async () => {
    const server = await startServer(
      annofabThat({
        accepts: () => false,
        refresh: (_request, response) => sendJson(response, { id_token: 'another', access_token: 'a' }),
      }),
    );
    const annofab = createClient(server, { credentials: password });
    await failureOf(annofab.getMyAccount());
    await failureOf(annofab.getMyAccount());
    const refreshes = server.requests.filter(({ url }) => url.endsWith('/refresh-token')).map(({ body }) => body);
    expect(refreshes).toEqual(['{"refresh_token":"refresh-1"}', '{"refresh_token":"refresh-1"}']);
  });
});
