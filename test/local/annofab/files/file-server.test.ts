import { createHash } from 'node:crypto';
import { request } from 'undici';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createFaults, type Faults } from '../../../../local/annofab/control/faults.ts';
import { type Clock, createClock } from '../../../../local/annofab/core/clock.ts';
import { defaultSettings } from '../../../../local/annofab/core/settings.ts';
import { createState, type State } from '../../../../local/annofab/core/state.ts';
import { type FileServer, startFileServer } from '../../../../local/annofab/files/file-server.ts';

const content = Buffer.from('0123456789');
const etag = `"${createHash('md5').update(content).digest('hex')}"`;
const HOUR = 60 * 60 * 1000;

let clock: Clock;
let faults: Faults;
let state: State;
let server: FileServer;

beforeEach(async () => {
  clock = createClock(() => new Date('2019-05-08T01:00:00.500Z'));
  faults = createFaults(defaultSettings);
  state = createState();
  server = await startFileServer({ store: state.files, clock, faults, settings: { signedUrlSeconds: 3600 } });
  server.put('archives/p/日本 語.zip', content, 'application/zip');
});

afterEach(() => server.stop());

const get = async (
  url: string,
  headers: Record<string, string> = {},
  method: 'GET' | 'HEAD' | 'PUT' | 'DELETE' = 'GET',
) => {
  const { statusCode, headers: answered, body } = await request(url, { method, headers });
  return { status: statusCode, headers: answered, text: await body.text() };
};

const FILE = 'archives/p/日本 語.zip';

describe('signed URLs', () => {
  it('a signed URL returns the file with its type, MD5 and modification time', async () => {
    expect(await get(server.signGet(FILE))).toMatchObject({
      status: 200,
      text: '0123456789',
      headers: {
        'content-type': 'application/zip',
        'content-length': '10',
        etag,
        'last-modified': 'Wed, 08 May 2019 01:00:00 GMT',
        'accept-ranges': 'bytes',
      },
    });
  });

  it('every signed URL is different and valid', async () => {
    const urls = [server.signGet(FILE), server.signGet(FILE)];
    expect(new Set(urls).size).toBe(2);
    for (const url of urls) expect((await get(url)).status).toBe(200);
  });

  it('a signed URL expires after an hour of the emulator’s clock', async () => {
    const url = server.signGet(FILE);
    clock.advance(HOUR - 1000);
    expect((await get(url)).status).toBe(200);
    clock.advance(1000);
    const late = await get(url);
    expect(late).toMatchObject({ status: 403, headers: { 'content-type': 'application/xml' } });
    expect(late.text).toContain('<Code>AccessDenied</Code><Message>Request has expired</Message>');
  });

  it.each([
    ['a later expiry', (url: string) => url.replace('X-Amz-Expires=3600', 'X-Amz-Expires=36000')],
    ['another path', (url: string) => url.replace('archives/p/', 'archives/q/')],
    ['another signature', (url: string) => url.replace(/X-Amz-Signature=../, 'X-Amz-Signature=zz')],
    ['a shorter signature', (url: string) => url.slice(0, -1)],
  ])('returns 403 for a signed URL with %s', async (_, tamper) => {
    const url = tamper(server.signGet(FILE));
    const refused = await get(url);
    expect(refused.status).toBe(403);
    expect(refused.text).toContain('<Code>SignatureDoesNotMatch</Code>');
  });

  it('returns 403 without a signature', async () => {
    expect(await get(`${server.url}/archives/p/x.zip`)).toMatchObject({ status: 403 });
    expect(await get(`${server.url}/%E0%A4%A`)).toMatchObject({ status: 403 });
  });

  it('a URL that is signed for GET refuses HEAD, PUT and DELETE', async () => {
    for (const method of ['HEAD', 'PUT', 'DELETE'] as const) {
      expect(await get(server.signGet(FILE), {}, method)).toMatchObject({ status: 403 });
    }
    expect(state.files.get(FILE)?.bytes).toEqual(content);
  });

  it('returns 400 when the request has a signature and an Authorization header', async () => {
    const refused = await get(server.signGet(FILE), { authorization: 'Bearer demo-pat' });
    expect(refused.status).toBe(400);
    expect(refused.text).toContain('<Code>InvalidArgument</Code><Message>Only one auth mechanism allowed;');
  });

  it('returns 404 for the signed URL of a deleted file', async () => {
    const url = server.signGet('archives/p/none.zip');
    expect(await get(url)).toMatchObject({ status: 404, text: expect.stringContaining('<Code>NoSuchKey</Code>') });
  });
});

describe('range requests', () => {
  it.each([
    ['bytes=2-5', '2345', 'bytes 2-5/10'],
    ['bytes=7-', '789', 'bytes 7-9/10'],
    ['bytes=-3', '789', 'bytes 7-9/10'],
    ['bytes=0-99', '0123456789', 'bytes 0-9/10'],
    ['bytes=-99', '0123456789', 'bytes 0-9/10'],
  ])('the range %s returns its part of the file', async (range, text, contentRange) => {
    expect(await get(server.signGet(FILE), { range })).toMatchObject({
      status: 206,
      text,
      headers: { 'content-range': contentRange, 'content-length': String(text.length), etag },
    });
  });

  it.each(['bytes=10-', 'bytes=99-100', 'bytes=-0'])(
    'returns 416 for the range %s behind the end of the file',
    async (range) => {
      expect(await get(server.signGet(FILE), { range })).toMatchObject({
        status: 416,
        headers: { 'content-range': 'bytes */10' },
        text: expect.stringContaining('<Code>InvalidRange</Code>'),
      });
    },
  );

  it.each(['bytes=5-2', 'bytes=0-1,4-5', 'lines=1-2', 'bytes=-'])(
    'the invalid range %s returns the whole file',
    async (range) => {
      expect(await get(server.signGet(FILE), { range })).toMatchObject({ status: 200, text: '0123456789' });
    },
  );
});

describe('conditional requests', () => {
  const time = 'Wed, 08 May 2019 01:00:00 GMT';
  const earlier = 'Wed, 08 May 2019 00:59:59 GMT';

  it.each([
    [{ 'if-none-match': etag }, 304],
    [{ 'if-none-match': `"other", W/${etag}` }, 304],
    [{ 'if-none-match': '*' }, 304],
    [{ 'if-none-match': '"other"' }, 200],
    [{ 'if-modified-since': time }, 304],
    [{ 'if-modified-since': earlier }, 200],
    [{ 'if-modified-since': 'once' }, 200],
    [{ 'if-none-match': '"other"', 'if-modified-since': time }, 200],
    [{ 'if-match': etag }, 200],
    [{ 'if-match': '"other"' }, 412],
    [{ 'if-unmodified-since': time }, 200],
    [{ 'if-unmodified-since': earlier }, 412],
  ])('the condition %j is answered with the status %d', async (headers, status) => {
    const answer = await get(server.signGet(FILE), headers);
    expect(answer.status).toBe(status);
    if (status === 304) expect(answer).toMatchObject({ text: '', headers: { etag, 'last-modified': time } });
  });
});

describe('plain downloads', () => {
  it.each([{ 'if-none-match': etag }, { range: 'bytes=0-3' }])('send the whole file for %j', async (headers) => {
    const settings = { signedUrlSeconds: 3600, plainDownloads: true };
    const plain = await startFileServer({ store: state.files, clock, faults, settings });
    const answer = await get(plain.signGet(FILE), headers);
    await plain.stop();
    expect(answer).toMatchObject({ status: 200, text: '0123456789' });
  });
});

describe('uploads', () => {
  const put = (url: string, body: string, headers: Record<string, string> = {}) =>
    request(url, { method: 'PUT', body, headers: { 'content-type': 'image/png', ...headers } });

  it('an upload is stored, and answered with its MD5 as ETag', async () => {
    const { statusCode, headers } = await put(server.signPut('temp/p/1'), 'pixels');
    expect(statusCode).toBe(200);
    expect(headers['etag']).toBe(`"${createHash('md5').update('pixels').digest('hex')}"`);
    expect(await get(server.signGet('temp/p/1'))).toMatchObject({
      status: 200,
      text: 'pixels',
      headers: { 'content-type': 'image/png' },
    });
  });

  it('returns 400 when the upload does not match its Content-MD5', async () => {
    const { statusCode } = await put(server.signPut('temp/p/1'), 'pixels', {
      'content-md5': createHash('md5').update('pixel').digest('base64'),
    });
    expect(statusCode).toBe(400);
    expect(state.files.has('temp/p/1')).toBe(false);
  });

  it('an upload needs a URL that is signed for PUT, which does not allow GET', async () => {
    expect((await get(server.signPut('temp/p/1'))).status).toBe(403);
  });

  it('an upload expires after a day', async () => {
    await put(server.signPut('temp/p/1'), 'pixels');
    clock.advance(24 * HOUR - 1);
    expect((await get(server.signGet('temp/p/1'))).status).toBe(200);
    clock.advance(1);
    expect((await get(server.signGet('temp/p/1'))).status).toBe(404);
  });
});

it('a large file arrives complete, also after another client has disconnected', async () => {
  const large = Buffer.alloc(20 * 2 ** 20, 'annofab');
  server.put('archives/p/large', large, 'application/zip');
  const broken = await request(server.signGet('archives/p/large'));
  broken.body.destroy();
  const { body } = await request(server.signGet('archives/p/large'));
  expect(Buffer.from(await body.arrayBuffer()).equals(large)).toBe(true);
});

describe('faults of the file server', () => {
  it('a fault answers with its status, as often as it says', async () => {
    faults.add({ operation: 'downloadFile', status: 503, retryAfter: 7, times: 1 });
    expect(await get(server.signGet(FILE))).toMatchObject({ status: 503, headers: { 'retry-after': '7' } });
    expect((await get(server.signGet(FILE))).status).toBe(200);
  });

  it('a fault cuts the connection before the answer, or in the middle of the file', async () => {
    faults.add({ operation: 'downloadFile', drop: 'before', times: 1 });
    await expect(get(server.signGet(FILE))).rejects.toThrow();
    faults.add({ operation: 'downloadFile', drop: 'during', times: 1 });
    const { statusCode, body } = await request(server.signGet(FILE));
    expect(statusCode).toBe(200);
    const got: Buffer[] = [];
    await expect(async () => {
      for await (const chunk of body) got.push(chunk);
    }).rejects.toThrow();
    expect(Buffer.concat(got).toString()).toBe('01234');
  });
});

it('starting the file server fails when the port is in use', async () => {
  const port = Number(new URL(server.url).port);
  await expect(startFileServer({ store: state.files, clock, settings: { signedUrlSeconds: 1 }, port })).rejects.toThrow(
    'EADDRINUSE',
  );
});
