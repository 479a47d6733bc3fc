import { buffer } from 'node:stream/consumers';
import { describe, expect, it } from 'vitest';
import { CookieJar } from '../../../lib/annofab/auth/cookie-jar.ts';
import { type AnnofabClient, AnnofabError, ForbiddenError } from '../../../lib/annofab/index.ts';
import { demo, PROJECT, startEmulator } from '../../local/annofab/emulator.ts';
import { createClient, createTestClock, failureOf, gate, type Responder, sendJson, startServer } from '../support.ts';

const pat = { credentials: { pat: 'demo-pat' } };

describe('the signed cookies of /api/v2', () => {
  it('are signed once for everything of a project, until they run out', async () => {
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

  it('are signed anew, once, when Annofab takes them no longer', async () => {
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

  it('carry no token, and go nowhere else', async () => {
    const { annofab } = await startEmulator();
    const client = createClient(annofab, pat);
    await client.getProjectMembersV2(demo);
    await client.getProject(demo);
    const [, cached, plain] = annofab.spy.requests;
    expect(cached?.headers['cookie']).toMatch(/CloudFront-Signature=/);
    expect(cached?.headers['authorization']).toBeUndefined();
    expect(plain?.headers['cookie']).toBeUndefined();
  });

  it('are forgotten with signing out', async () => {
    const { annofab } = await startEmulator();
    const client = createClient(annofab, pat);
    await client.getProjectMembersV2(demo);
    await client.signOut();
    annofab.spy.clear();
    await client.getProjectMembersV2(demo);
    expect(annofab.spy.requests[0]?.operation).toBe('getSignedAccessV2');
  });

  it('are not signed again for a plain refusal, nor without end', async () => {
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

  it('are missed with a clear error when Annofab sets none', async () => {
    const server = await startServer((_request, response) => sendJson(response, {}));
    const error = await failureOf(createClient(server).getProjectMembersV2({ project_id: 'p' }));
    expect(error).toBeInstanceOf(AnnofabError);
    expect(error.message).toBe('Annofab set no signed cookie for /api/v2/projects/p/members.');
  });

  it('take no more time than the request has', async () => {
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

  it('are asked for when CloudFront refuses, and used for the files after it', async () => {
    const { client, url, signings } = await setUp();
    expect(url).not.toContain('X-Amz-Signature');
    const read = async () => (await client.files.read(url, { ...demo, maxBytes: 100 })).bytes.toString();
    expect(await read()).toBe('picture');
    expect(await read()).toBe('picture');
    expect(signings()).toHaveLength(1);
    expect(signings()[0]?.url).toBe(`/api/internal/projects/${PROJECT}/sign-headers?resource=input_data_set`);
  });

  it('serve the outer files of annotations, whose addresses name the project', async () => {
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

  it('are asked for again when they have run out', async () => {
    const { annofab, client, url, signings } = await setUp();
    await buffer((await client.files.open(url, demo)).body);
    annofab.clock.advance(84_600_000);
    expect((await buffer((await client.files.open(url, demo)).body)).toString()).toBe('picture');
    expect(signings()).toHaveLength(2);
  });

  it('cannot be asked for where nothing names the project, and the error says so', async () => {
    const { client, url, signings } = await setUp();
    const error = await failureOf(client.files.open(url));
    expect(error).toMatchObject({ name: 'FileError', status: 403, needsCookie: true, expired: false });
    expect(error.message).toMatch(/name it by project_id/);
    expect(signings()).toEqual([]);
  });

  it('name the project by the address, where that does', async () => {
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

  it('never leave the encrypted line', async () => {
    const server = await startServer(
      (_request, response) => void response.writeHead(403, { server: 'CloudFront' }).end(),
    );
    const url = `${server.url}/projects/p/x`;
    await failureOf(createClient({ url: 'https://127.0.0.1:1' }).files.open(url));
    expect(server.log).toEqual(['GET /projects/p/x']);
  });

  it('go neither to other hosts nor to addresses that are signed themselves', async () => {
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

  it('finds the cookies by their path, on whole steps of it', async () => {
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

  it('prefers the cookies that were signed for the very path', async () => {
    const jar = new CookieJar(createTestClock());
    await jar.sign('/x/one', setCookie('a=wide; Path=/x'), never);
    await jar.sign('/x/two', setCookie('a=own; Path=/x'), never);
    expect([jar.find('/x/one'), jar.find('/x/two')]).toEqual(['a=wide', 'a=own']);
  });

  it('takes the shortest life of what only counts together, by Max-Age before Expires', async () => {
    const clock = createTestClock();
    const jar = new CookieJar(clock);
    const later = new Date(clock.now() + 60_000).toUTCString();
    await jar.sign('/x', setCookie(`a=1; Max-Age=10; Expires=${later}`, `b=2; Expires=${later}`), never);
    clock.advance(9_999);
    expect(jar.find('/x')).toBe('a=1; b=2');
    clock.advance(1);
    expect(jar.find('/x')).toBeUndefined();
  });

  it('signs once for all who ask at the same time', async () => {
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

  it('keeps nothing that was begun before it was cleared', async () => {
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
