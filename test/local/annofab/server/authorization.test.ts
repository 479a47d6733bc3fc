import { describe, expect, it } from 'vitest';
import { annofabError, demo, PROJECT, startEmulator } from '../emulator.ts';

const PROJECT_PATH = `/api/v1/projects/${PROJECT}`;

describe('login', () => {
  it('returns tokens, and the id token is sent without Bearer', async () => {
    const { raw } = await startEmulator();
    const login = await raw('POST', '/api/v1/login', {
      authorization: null,
      body: { user_id: 'demo_owner', password: 'demo-password' },
    });
    expect(login).toMatchObject({ status: 200, json: { token: { access_token: expect.any(String) } } });
    const { id_token: idToken } = tokensOf(login.json);
    expect(await raw('GET', '/api/v1/my/account', { authorization: idToken })).toMatchObject({
      status: 200,
      json: { user_id: 'demo_owner', username: '山田 花子' },
    });
    expect(await raw('GET', '/api/v1/my/account', { authorization: `Bearer ${idToken}` })).toMatchObject(
      annofabError(401, 'UNAUTHORIZED_API'),
    );
  });

  it.each([
    { user_id: 'demo_owner', password: 'wrong' },
    { user_id: 'nobody', password: 'demo-password' },
  ])('is refused for $user_id with a wrong name or password', async (body) => {
    const { raw } = await startEmulator();
    const answer = await raw('POST', '/api/v1/login', { authorization: null, body });
    expect(answer).toMatchObject(annofabError(401, 'LOGIN_FAILED'));
  });

  it('issues an id token that expires at its exp claim and can be refreshed', async () => {
    const { annofab, raw } = await startEmulator({ settings: { idTokenSeconds: 600 } });
    annofab.clock.freeze();
    const login = await raw('POST', '/api/v1/login', {
      authorization: null,
      body: { user_id: 'demo_worker', password: 'demo-worker-password' },
    });
    const { id_token: idToken, refresh_token: refreshToken } = tokensOf(login.json);
    const claims: unknown = JSON.parse(Buffer.from(idToken.split('.')[1] ?? '', 'base64url').toString());
    expect(claims).toMatchObject({ exp: Math.floor(annofab.clock.now().getTime() / 1000) + 600 });

    annofab.clock.advance(600_000);
    const late = await raw('GET', '/api/v1/my/account', { authorization: idToken });
    expect(late).toMatchObject(annofabError(401, 'EXPIRED_TOKEN'));

    const refreshed = await raw('POST', '/api/v1/refresh-token', {
      authorization: null,
      body: { refresh_token: refreshToken },
    });
    expect(refreshed).toMatchObject({ status: 200, json: { refresh_token: refreshToken } });
    const fresh = idTokenOf(refreshed.json);
    expect((await raw('GET', '/api/v1/my/account', { authorization: fresh })).status).toBe(200);
  });

  it('refuses a refresh token that was used before', async () => {
    const { annofab, raw } = await startEmulator({ settings: { refreshTokenSeconds: 60 } });
    const login = await raw('POST', '/api/v1/login', {
      authorization: null,
      body: { user_id: 'demo_worker', password: 'demo-worker-password' },
    });
    annofab.clock.advance(60_000);
    const body = { refresh_token: tokensOf(login.json).refresh_token };
    const answer = await raw('POST', '/api/v1/refresh-token', { authorization: null, body });
    expect(answer).toMatchObject(annofabError(401, 'EXPIRED_REFRESH_TOKEN'));
  });

  it('revokes both tokens at logout', async () => {
    const { raw } = await startEmulator();
    const login = await raw('POST', '/api/v1/login', {
      authorization: null,
      body: { user_id: 'demo_owner', password: 'demo-password' },
    });
    const tokens = tokensOf(login.json);
    expect((await raw('POST', '/api/v1/logout', { authorization: null, body: tokens })).status).toBe(200);
    expect((await raw('GET', '/api/v1/my/account', { authorization: tokens.id_token })).status).toBe(401);
    const body = { refresh_token: tokens.refresh_token };
    expect((await raw('POST', '/api/v1/refresh-token', { authorization: null, body })).status).toBe(401);
  });

  it('challenges a multi-factor account and accepts the right code before the challenge expires', async () => {
    const { annofab, raw } = await startEmulator();
    const user_id = 'demo_mfa';
    const login = () =>
      raw('POST', '/api/v1/login', { authorization: null, body: { user_id, password: 'demo-mfa-password' } });
    const answer = (session: string, mfa_code: string) =>
      raw('POST', '/api/v1/login-respond-to-auth-challenge', {
        authorization: null,
        body: { user_id, mfa_code, session },
      });

    const challenge = await login();
    expect(challenge).toMatchObject({ status: 200, json: { session: expect.any(String) } });
    expect(challenge.json).not.toHaveProperty('token');
    const session = sessionOf(challenge.json);
    expect(await answer(session, '000000')).toMatchObject({
      status: 400,
      json: { errors: [{ message: '検証コードが間違っています' }] },
    });
    expect(await answer(session, '123456')).toMatchObject({ status: 200, json: { token: {} } });
    expect((await answer(session, '123456')).status, 'a session is good once').toBe(400);

    const late = sessionOf((await login()).json);
    annofab.clock.advance(3 * 60_000);
    expect(await answer(late, '123456')).toMatchObject({
      status: 400,
      json: { errors: [{ message: '検証コードの期限が切れています' }] },
    });
  });
});

describe('personal access tokens', () => {
  it('are shown once, listed without the secret, and refused after they are revoked', async () => {
    const { owner, raw } = await startEmulator();
    const issued = await owner.issuePersonalAccessToken({
      body: { id: 'ci', note: 'for CI', expiration: 60_000, permissions: [{ _type: 'All' }] },
    });
    const authorization = `Bearer ${issued.token}`;
    expect((await raw('GET', '/api/v1/my/account', { authorization })).status).toBe(200);
    expect((await raw('GET', '/api/v1/my/account', { authorization: issued.token })).status, 'not raw').toBe(401);

    const listed = await owner.getPersonalAccessTokens();
    expect(listed.map(({ id }) => id)).toEqual(['seed-1', 'ci']);
    expect(JSON.stringify(listed)).not.toContain(issued.token);
    expect(listed.at(-1)?.last_used_datetime).toBeDefined();

    await owner.revokePersonalAccessToken({ body: { id: 'ci' } });
    expect((await raw('GET', '/api/v1/my/account', { authorization })).status).toBe(401);
    await expect(owner.revokePersonalAccessToken({ body: { id: 'ci' } })).rejects.toMatchObject({ status: 404 });
  });

  it('are refused after they expire', async () => {
    const { annofab, owner, raw } = await startEmulator();
    const { token } = await owner.issuePersonalAccessToken({
      body: { id: 'ci', note: '', expiration: 60_000, permissions: [{ _type: 'All' }] },
    });
    annofab.clock.advance(60_001);
    expect(await raw('GET', '/api/v1/my/account', { authorization: `Bearer ${token}` })).toMatchObject(
      annofabError(401, 'EXPIRED_TOKEN'),
    );
  });
});

describe('authorization of a request', () => {
  it.each([
    ['no header', null],
    ['an unknown id token', 'nonsense'],
    ['an unknown bearer token', 'Bearer nonsense'],
    ['a scheme that Annofab does not know', 'Basic ZGVtbzpwYXNz'],
  ])('answers 401 to a request with %s', async (_what, authorization) => {
    const { raw } = await startEmulator();
    expect(await raw('GET', PROJECT_PATH, { authorization })).toMatchObject(annofabError(401, 'UNAUTHORIZED_API'));
  });

  it('answers 401 before it reads the body', async () => {
    const { raw } = await startEmulator();
    const answer = await raw('PATCH', `${PROJECT_PATH}/tasks/metadata`, { authorization: null, text: 'no json' });
    expect(answer.status).toBe(401);
  });

  it('answers 403 without the role, and changes nothing', async () => {
    const { owner, worker, accepter, dataUser } = await startEmulator();
    const metadata = { ...demo, body: { 'task-1': { stolen: true } } };
    await expect(worker.patchTasksMetadata(metadata)).rejects.toMatchObject({
      status: 403,
      errorCode: 'FORBIDDEN_RESOURCE',
    });
    await expect(accepter.patchTasksMetadata(metadata)).rejects.toMatchObject({ status: 403 });
    expect((await owner.getTask({ ...demo, task_id: 'task-1' })).metadata).not.toHaveProperty('stolen');
    await dataUser.patchTasksMetadata({ ...demo, body: { 'task-1': { mine: true } } });
    await expect(dataUser.getWebhooks(demo)).rejects.toMatchObject({ status: 403 });
    await expect(dataUser.deleteTask({ ...demo, task_id: 'task-1' })).rejects.toMatchObject({ status: 403 });
  });

  it('answers 403 or 404 to an account that is not a member, as nonMemberStatus says', async () => {
    const { annofab, stranger } = await startEmulator();
    await expect(stranger.getProject(demo)).rejects.toMatchObject({ status: 403 });
    annofab.settings.nonMemberStatus = 404;
    await expect(stranger.getProject(demo)).rejects.toMatchObject({ status: 404 });
  });

  it('answers 403 to a former member', async () => {
    const { owner, worker } = await startEmulator();
    const member = await owner.getProjectMember({ ...demo, user_id: 'demo_worker' });
    await owner.putProjectMember({
      ...demo,
      user_id: 'demo_worker',
      body: { member_role: 'worker', member_status: 'inactive', last_updated_datetime: member.updated_datetime },
    });
    await expect(worker.getProject(demo)).rejects.toMatchObject({ status: 403 });
  });

  it('answers 404 for an unknown project, task or organization', async () => {
    const { owner, stranger } = await startEmulator();
    await expect(owner.getProject({ project_id: 'nowhere' })).rejects.toMatchObject({
      status: 404,
      errorCode: 'MISSING_RESOURCE',
    });
    await expect(owner.getTask({ ...demo, task_id: 'nothing' })).rejects.toMatchObject({ status: 404 });
    await expect(owner.getOrganization({ organization_name: 'nowhere' })).rejects.toMatchObject({ status: 404 });
    await expect(stranger.getOrganization({ organization_name: 'demo-org' })).rejects.toMatchObject({ status: 403 });
  });
});

function tokensOf(json: unknown) {
  expect(json).toMatchObject({ token: { id_token: expect.any(String), refresh_token: expect.any(String) } });
  const token: unknown = field(json, 'token');
  return {
    id_token: text(token, 'id_token'),
    access_token: text(token, 'access_token'),
    refresh_token: text(token, 'refresh_token'),
  };
}

const idTokenOf = (json: unknown) => text(json, 'id_token');
const sessionOf = (json: unknown) => text(json, 'session');

function text(json: unknown, name: string): string {
  return String(field(json, name));
}

function field(json: unknown, name: string): unknown {
  return typeof json === 'object' && json !== null ? Reflect.get(json, name) : undefined;
}
