import { buffer } from 'node:stream/consumers';
import { describe, expect, it } from 'vitest';
import { CookieJar } from '../../../lib/annofab/auth/cookie-jar.ts';
import { type AnnofabClient, AnnofabError, ForbiddenError } from '../../../lib/annofab/index.ts';
import { demo, PROJECT, startEmulator } from '../../local/annofab/emulator.ts';
import { createClient, createTestClock, failureOf, gate, type Responder, sendJson, startServer } from '../support.ts';

const pat = { credentials: { pat: 'demo-pat' } };

describe('the signed cookies of /api/v2', () => {
  it('signs once for everything in a project, until the cookies expire', async () => {
    const { annofab } = await startEmulator();
    const clock = createTestClock({ now: annofab.clock.now().getTime() });
    const client = createClient(annofab, { ...pat, clock });
    const asked = () => annofab.spy.requests.map(({ operation }) => operation);
    await client.getProjectMembersV2(demo);
    await client.getProjectMembersV2(demo);
    expect(asked()).toEqual(['getSignedAccessV2', 'getProjectMembersV2', 'getProjectMembersV2']);
    clock.advance(84_600_000);
    annofab.clock.advance(84_600_000);
    await client.getProjectMembersV2(demo);
    expect(asked().slice(3)).toEqual(['getSignedAccessV2', 'getProjectMembersV2']);
  });

  it('signs again, once, when Annofab refuses the cookies', async () => {
    const { annofab } = await startEmulator();
    const client = createClient(annofab, pat);
    await client.getProjectMembersV2(demo);
    annofab.clock.advance(84_600_000);
    annofab.spy.clear();
    expect((await client.getProjectMembersV2(demo)).list.length).toBeGreaterThan(0);
    expect(annofab.spy.requests.map(({ operation, status }) => [operation, status])).toEqual([
      ['getProjectMembersV2', 403],
      ['getSignedAccessV2', 200],
      ['getProjectMembersV2', 200],
    ]);
  });

  it('sends the cookies without a token, and to no other path', async () => {
    const { annofab } = await startEmulator();
    const client = createClient(annofab, pat);
    await client.getProjectMembersV2(demo);
    await client.getProject(demo);
    const [, cached, plain] = annofab.spy.requests;
    expect(cached?.headers['cookie']).toMatch(/CloudFront-Signature=/);
    expect(cached?.headers['authorization']).toBeUndefined();
    expect(plain?.headers['cookie']).toBeUndefined();
  });

  it('deletes the cookies on signing out', async () => {
    const { annofab } = await startEmulator();
    const client = createClient(annofab, pat);
    await client.getProjectMembersV2(demo);
    await client.signOut();
    annofab.spy.clear();
    await client.getProjectMembersV2(demo);
    expect(annofab.spy.requests[0]?.operation).toBe('getSignedAccessV2');
  });

  it('does not sign again after an ordinary 403, nor more than once', async () => {
    const refusing =
      (server: string): Responder =>
      (request, response) => {
        if (!request.url.startsWith('/api/v2/sign-url')) return sendJson(response, {}, 403, { server });
        response.setHeader('set-cookie', 'CloudFront-Policy=p; Path=/api/v2/projects/p; Max-Age=84600');
        sendJson(response, {});
      };
    const members = (client: AnnofabClient) => failureOf(client.getProjectMembersV2({ project_id: 'p' }));
    const plain = await startServer(refusing('nginx'));
    const plainClient = createClient(plain);
    expect(await members(plainClient)).toBeInstanceOf(ForbiddenError);
    await members(plainClient);
    expect(plain.requests).toHaveLength(3);
    const cloudFront = await startServer(refusing('CloudFront'));
    const client = createClient(cloudFront);
    expect((await members(client)).message).toMatch(/signed cookie/);
    expect(cloudFront.requests).toHaveLength(2);
    await members(client);
    expect(cloudFront.requests).toHaveLength(5);
  });

  it('throws a clear error when Annofab sets no cookies', async () => {
    const server = await startServer((_request, response) => sendJson(response, {}));
    const error = await failureOf(createClient(server).getProjectMembersV2({ project_id: 'p' }));
    expect(error).toBeInstanceOf(AnnofabError);
    expect(error.message).toBe('Annofab set no signed cookie for /api/v2/projects/p/members.');
  });

  it('the deadline of the request covers signing the cookies', async () => {
    const clock = createTestClock();
    const server = await startServer(() => clock.advance(1_000));
    const request = createClient(server, { clock }).getProjectMembersV2({ project_id: 'p' }, { timeoutMs: 1_000 });
    expect(await failureOf(request)).toMatchObject({ name: 'TimeoutError', timeoutMs: 1_000 });
  });
});

describe("the signed cookies of a project's files", () => {
  /** The address of an input data's file, as Annofab gives it where cookies guard it. */
  async function setUp() {
    const { annofab, owner } = await startEmulator({ settings: { filesBehindCookies: true } });
    const path = await owner.files.upload({ ...demo, data: 'picture', contentType: 'image/png' });
    const params = { ...demo, input_data_id: 'guarded' };
    await owner.putInputData({ ...params, body: { input_data_name: 'g.png', input_data_path: path } });
    const { url } = await owner.getInputData(params);
    annofab.spy.clear();
    const signings = () => annofab.spy.requests.filter((request) => request.url.includes('/sign-headers'));
    return { annofab, client: createClient(annofab, pat), url: url ?? '', signings };
  }

  it('requests the cookies when CloudFront refuses, and uses them for later files', async () => {
    const { client, url, signings } = await setUp();
    expect(url).not.toContain('X-Amz-Signature');
    const read = async () => (await client.files.read(url, { ...demo, maxBytes: 100 })).bytes.toString();
    expect(await read()).toBe('picture');
    expect(await read()).toBe('picture');
    expect(signings()).toHaveLength(1);
    expect(signings()[0]?.url).toBe(`/api/internal/projects/${PROJECT}/sign-headers?resource=input_data_set`);
  });

  it('uses the cookies for outer files of annotations, whose addresses contain the project', async () => {
    const { client, signings } = await setUp();
    const urls: string[] = [];
    for await (const { task_id, input_data_id_list } of client.tasks.all(demo)) {
      for (const input_data_id of input_data_id_list) {
        const frame = { ...demo, task_id, input_data_id, query: { v: 2 as const } };
        const { details } = await client.getEditorAnnotation(frame);
        for (const detail of details) if ('body' in detail && detail.body._type === 'Outer') urls.push(detail.body.url);
      }
    }
    expect(urls.length).toBeGreaterThan(1);
    for (const url of urls)
      expect((await client.files.read(url, { maxBytes: 1_000_000 })).bytes.length).toBeGreaterThan(0);
    expect(signings().map(({ url }) => url)).toEqual([
      `/api/internal/projects/${PROJECT}/sign-headers?resource=project`,
    ]);
  });

  it('requests the cookies again when they have expired', async () => {
    const { annofab, client, url, signings } = await setUp();
    await buffer((await client.files.open(url, demo)).body);
    annofab.clock.advance(84_600_000);
    expect((await buffer((await client.files.open(url, demo)).body)).toString()).toBe('picture');
    expect(signings()).toHaveLength(2);
  });

  it('throws an error that asks for the project_id where nothing names the project', async () => {
    const { client, url, signings } = await setUp();
    const error = await failureOf(client.files.open(url));
    expect(error).toMatchObject({ name: 'FileError', status: 403, needsCookie: true, expired: false });
    expect(error.message).toMatch(/name it by project_id/);
    expect(signings()).toEqual([]);
  });

  it('takes the project from the address, where it contains it', async () => {
    const server = await startServer((request, response) => {
      if (request.url.startsWith('/api/internal/')) {
        response.setHeader('set-cookie', 'CloudFront-Policy=p; Path=/projects/p-1');
        return sendJson(response, {});
      }
      if (request.headers.cookie === 'CloudFront-Policy=p') return void response.end('image');
      response.writeHead(403, { server: 'CloudFront' }).end();
    });
    const { files } = createClient(server);
    for (const name of ['a.png', 'b.png'])
      await files.read(`${server.url}/projects/p-1/instruction/${name}`, { maxBytes: 9 });
    expect(server.log).toEqual([
      'GET /projects/p-1/instruction/a.png',
      'GET /api/internal/projects/p-1/sign-headers?resource=project',
      'GET /projects/p-1/instruction/a.png',
      'GET /projects/p-1/instruction/b.png',
    ]);
  });

  it('never sends the cookies of an HTTPS origin over HTTP', async () => {
    const server = await startServer(
      (_request, response) => void response.writeHead(403, { server: 'CloudFront' }).end(),
    );
    const url = `${server.url}/projects/p/x`;
    await failureOf(createClient({ url: 'https://127.0.0.1:1' }).files.open(url));
    expect(server.log).toEqual([]);
  });

  it('sends no cookies to other hosts, nor to presigned addresses', async () => {
    const refuse: Responder = (_request, response) => void response.writeHead(403, { server: 'CloudFront' }).end();
    const server = await startServer(refuse);
    const port = new URL(server.url).port;
    const client = createClient({ url: 'http://localhost:1' });
    for (const query of ['', '?X-Amz-Signature=s']) {
      await failureOf(client.files.open(`http://127.0.0.1:${port}/projects/p/x${query}`));
    }
    const own = createClient(server);
    await failureOf(own.files.open(`${server.url}/projects/p/x?X-Amz-Signature=s`));
    expect(server.requests.every(({ url, headers }) => !url.includes('sign-headers') && !headers.cookie)).toBe(true);
    expect(server.requests).toHaveLength(3);
  });
});

describe('a cookie jar', () => {
  const never = new AbortController().signal;
  const setCookie =
    (...cookies: string[]) =>
    async () => ({ 'set-cookie': cookies.join('\n') });

  it('CookieJar finds cookies by whole segments of their path', async () => {
    const jar = new CookieJar(createTestClock());
    await jar.sign(
      '/api/v2/projects/p/members',
      setCookie('a=1; Path=/api/v2/projects/p; HttpOnly', 'b=2; path=/api/v2/projects/p'),
      never,
    );
    expect(jar.find('/api/v2/projects/p/cache')).toBe('a=1; b=2');
    expect(jar.find('/api/v2/projects/p')).toBe('a=1; b=2');
    expect(jar.find('/api/v2/projects/p2')).toBeUndefined();
  });

  it('CookieJar prefers the cookies that were signed for exactly this path', async () => {
    const jar = new CookieJar(createTestClock());
    await jar.sign('/x/one', setCookie('a=wide; Path=/x'), never);
    await jar.sign('/x/two', setCookie('a=own; Path=/x'), never);
    expect([jar.find('/x/one'), jar.find('/x/two')]).toEqual(['a=wide', 'a=own']);
  });

  it('CookieJar takes the shortest lifetime of cookies that belong together, Max-Age before Expires', async () => {
    const clock = createTestClock();
    const jar = new CookieJar(clock);
    const later = new Date(clock.now() + 60_000).toUTCString();
    await jar.sign('/x', setCookie(`a=1; Max-Age=10; Expires=${later}`, `b=2; Expires=${later}`), never);
    clock.advance(9_999);
    expect(jar.find('/x')).toBe('a=1; b=2');
    clock.advance(1);
    expect(jar.find('/x')).toBeUndefined();
  });

  it('CookieJar signs once for concurrent callers', async () => {
    const jar = new CookieJar(createTestClock());
    const goOn = gate();
    let signed = 0;
    const sign = async () => {
      signed += 1;
      await goOn.opened;
      return { 'set-cookie': 'a=1' };
    };
    const both = [jar.sign('/x', sign, never), jar.sign('/x', sign, never)];
    goOn.open();
    expect(await Promise.all(both)).toEqual(['a=1', 'a=1']);
    expect(signed).toBe(1);
  });

  it('CookieJar keeps no cookies whose signing began before clear()', async () => {
    const jar = new CookieJar(createTestClock());
    const goOn = gate();
    const sign = () => goOn.opened.then(() => ({ 'set-cookie': 'a=old' }));
    const signing = jar.sign('/x', sign, never);
    jar.clear();
    goOn.open();
    expect(await signing).toBe('a=old');
    expect(jar.find('/x')).toBeUndefined();
  });
});
