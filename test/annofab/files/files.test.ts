import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { buffer } from 'node:stream/consumers';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { Agent, MockAgent } from 'undici';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { FileError } from '../../../lib/annofab/index.ts';
import { closedPort, createClient, createTestClock, failureOf, gate, type Responder, startServer } from '../support.ts';

const SIGNED = '?X-Amz-Signature=deadbeef&X-Amz-Credential=AKIA';
const EXPIRED_XML = '<Error><Code>AccessDenied</Code><Message>Request has expired</Message></Error>';

const refuse =
  (status: number, body = '', headers: Record<string, string> = {}): Responder =>
  (_request, response) => {
    response.writeHead(status, headers);
    response.end(body);
  };

const drop: Responder = (_request, response) => void response.socket?.destroy();

function first(...answers: Responder[]): Responder {
  return (request, response, count) =>
    (answers[count - 1] ?? ((_request, ok) => void ok.end('content')))(request, response, count);
}

async function setUp(respond: Responder) {
  const server = await startServer(respond);
  const { files } = createClient(server);
  return { server, files, url: `${server.url}/bucket/archive.zip${SIGNED}` };
}

describe('opening a file', () => {
  it('opens a file by one GET, for which the address is signed, with the query unchanged', async () => {
    const { server, files, url } = await setUp(first());
    const file = await files.open(url);
    expect(file.status).toBe(200);
    expect((await buffer(file.body)).toString()).toBe('content');
    expect(server.log).toEqual([`GET /bucket/archive.zip${SIGNED}`]);
  });

  it('sends a range and a condition', async () => {
    const { server, files, url } = await setUp((request, response) => {
      if (request.headers.range) return refuse(206, 'ont', { 'content-range': 'bytes 1-3/7' })(request, response, 1);
      refuse(304, '', { etag: '"e"' })(request, response, 1);
    });
    const part = await files.open(url, { headers: { range: 'bytes=1-3' } });
    expect(part).toMatchObject({ status: 206, headers: { 'content-range': 'bytes 1-3/7' } });
    expect((await buffer(part.body)).toString()).toBe('ont');
    const unchanged = await files.open(url, { headers: { 'if-none-match': '"e"' } });
    expect(unchanged).toMatchObject({ status: 304, headers: { etag: '"e"' } });
    expect(server.requests[1]?.headers['if-none-match']).toBe('"e"');
    // There is nothing to read, so nobody has to.
    if (!unchanged.body.closed) await once(unchanged.body, 'close');
  });

  it.each(['Authorization', 'authorization', 'Cookie', 'Proxy-Authorization'])('never sends %s', async (name) => {
    const { server, files, url } = await setUp(first());
    expect(await failureOf(files.open(url, { headers: { [name]: 'x' } }))).toBeInstanceOf(FileError);
    expect(server.log).toEqual([]);
  });

  it.each(['', 'file:///etc/passwd', '/archive.zip', 's3://bucket/key'])(
    'refuses an address that is not a web address: %j',
    async (url) => {
      const { files } = await setUp(first());
      expect(await failureOf(files.open(url))).toBeInstanceOf(FileError);
    },
  );

  it.each([
    ['http', 'http://files.example.com/x'],
    ['the metadata service of AWS', 'https://169.254.169.254/latest/meta-data/'],
    ['the metadata service in another notation', 'https://0xa9fea9fe/'],
    ['the metadata service over IPv6', 'https://[fd00:ec2::254]/'],
    ['an IPv4 address in IPv6', 'https://[::ffff:169.254.170.2]/v2/credentials'],
    ['a link-local address', 'https://[fe80::1]/'],
    ['this machine', 'https://127.1.2.3/'],
    ['this machine by name', 'https://localhost:9001/2018-06-01/runtime/invocation/next'],
    ['this machine over IPv6', 'https://[::1]/'],
    ['this machine by its unspecified address', 'https://0.0.0.0/'],
  ])('refuses %s as the address of a file when Annofab is https', async (_name, url) => {
    const agent = new MockAgent();
    agent.disableNetConnect();
    const client = createClient({ url: 'https://annofab.example.com' }, { dispatcher: agent });
    for (const attempt of [
      () => client.files.open(url),
      () => client.files.upload({ project_id: 'p', data: 'x' }, { to: async () => ({ url, path: 's3://x' }) }),
    ]) {
      const error = await failureOf(attempt());
      expect(error).toBeInstanceOf(FileError);
      expect(error.message).toMatch(/^The address of a file must not be .+\. It was not requested\.$/);
    }
  });

  it('refuses the metadata service and the runtime API of Lambda even when Annofab is the local emulator', async () => {
    const { files, server } = await setUp(first());
    vi.stubEnv('AWS_LAMBDA_RUNTIME_API', new URL(server.url).host);
    for (const url of ['http://169.254.169.254/', server.url]) {
      expect((await failureOf(files.open(url))).message).toMatch(/^The address of a file must not be/);
    }
    expect(server.log).toEqual([]);
    vi.unstubAllEnvs();
  });

  it('does not follow a redirect', async () => {
    const { server, files, url } = await setUp(refuse(302, '', { location: 'http://169.254.169.254/' }));
    expect(await failureOf(files.open(url))).toMatchObject({ name: 'FileError', status: 302 });
    expect(server.log).toHaveLength(1);
  });

  it.each([
    ['403', 403, EXPIRED_XML],
    ['400 that says so', 400, '<Error><Code>ExpiredToken</Code></Error>'],
  ])('marks the error of an expired address: %s', async (_what, status, body) => {
    const { server, files, url } = await setUp(refuse(status, body));
    const error = await failureOf(files.open(url));
    expect(error).toBeInstanceOf(FileError);
    expect(error).toMatchObject({ status, expired: true });
    expect(error.message).toMatch(/archive\.zip: 40[03] (AccessDenied|ExpiredToken).*new address/);
    expect(server.log).toHaveLength(1);
  });

  it.each([
    ['404', 404, '<Error><Code>NoSuchKey</Code></Error>'],
    ['400 for another reason', 400, '<Error><Code>InvalidArgument</Code></Error>'],
    ['a redirect, which is not followed', 307, ''],
  ])('does not mark another error as an expired address: %s', async (_what, status, body) => {
    const { files, url } = await setUp(refuse(status, body, { location: 'http://127.0.0.1:1/' }));
    expect(await failureOf(files.open(url))).toMatchObject({ name: 'FileError', status, expired: false });
  });

  it('reads only the start of an error response', async () => {
    const { files, url } = await setUp((_request, response) => {
      response.writeHead(404);
      const write = () => {
        while (response.write(Buffer.alloc(65_536, 'x')));
        response.once('drain', write);
      };
      write();
    });
    expect(await failureOf(files.open(url))).toMatchObject({ status: 404 });
  });

  it('shows no signature of the address in errors', async () => {
    const { files, url } = await setUp(
      refuse(403, `<Error><Code>X</Code><Message>see ${'http://h/x'}${SIGNED}</Message></Error>`),
    );
    const error = await failureOf(files.open(url));
    expect(error.message + JSON.stringify(error) + error.stack).not.toContain('deadbeef');
  });

  it.each([
    ['a dropped connection', drop],
    ['500', refuse(500)],
    ['503 of a busy bucket', refuse(503, '<Error><Code>SlowDown</Code></Error>')],
  ])('opens a file again after %s', async (_what, failure) => {
    const { server, files, url } = await setUp(first(failure, failure));
    expect((await buffer((await files.open(url)).body)).toString()).toBe('content');
    expect(server.log).toHaveLength(3);
  });

  it('throws the last failure when the retries are used up', async () => {
    const { server, files, url } = await setUp(refuse(503, '<Error><Code>SlowDown</Code></Error>'));
    expect(await failureOf(files.open(url))).toMatchObject({ name: 'FileError', status: 503, expired: false });
    expect(server.log).toHaveLength(4);
    const nobody = await failureOf(files.open(`http://127.0.0.1:${await closedPort()}/x`));
    expect(nobody).toBeInstanceOf(FileError);
    expect(nobody).toMatchObject({ expired: false });
  });

  it('the deadline of open() covers the time until the headers arrive', async () => {
    const arrived = gate();
    const clock = createTestClock();
    const server = await startServer(() => arrived.open());
    const error = failureOf(createClient(server, { clock, timeoutMs: 1_000 }).files.open(`${server.url}/x`));
    await arrived.opened;
    clock.advance(1_000);
    expect(await error).toMatchObject({
      name: 'FileError',
      message: expect.stringMatching(/no answer within 1000 ms/),
    });
  });

  it('the deadline of open() covers the wait for a connection', async () => {
    const [busy, answered] = [gate(), gate()];
    const server = await startServer(async (_request, response) => {
      busy.open();
      await answered.opened;
      response.end('content');
    });
    const clock = createTestClock();
    const dispatcher = new Agent({ connections: 1 });
    onTestFinished(() => dispatcher.close());
    const patient = createClient(server, { clock, dispatcher, timeoutMs: 120_000 });
    const first = patient.files.read(`${server.url}/x`, { maxBytes: 100 });
    await busy.opened;
    const second = failureOf(createClient(server, { clock, dispatcher }).files.open(`${server.url}/y`));
    await nextTurn(); // Until it stands in the queue.
    clock.advance(60_000);
    expect((await second).message).toMatch(/no answer within 60000 ms/);
    answered.open();
    expect((await first).bytes.toString()).toBe('content');
    expect(server.log).toEqual(['GET /x']);
  });

  it('the deadline of open() does not cover the body, which may be long', async () => {
    const goOn = gate();
    const clock = createTestClock();
    const server = await startServer(async (_request, response) => {
      response.write('begin ');
      await goOn.opened;
      response.end('end');
    });
    const { body } = await createClient(server, { clock }).files.open(`${server.url}/x`);
    clock.advance(3_600_000);
    goOn.open();
    expect((await buffer(body)).toString()).toBe('begin end');
  });

  it("the caller's signal ends the body", async () => {
    const server = await startServer((_request, response) => void response.write('begin'));
    const caller = new AbortController();
    const { body } = await createClient(server).files.open(`${server.url}/x`, { signal: caller.signal });
    const reading = failureOf(buffer(body));
    caller.abort(new Error('time is up'));
    expect((await reading).message).toBe('time is up');
  });
});

describe('reading a file', () => {
  const md5 = (text: string) => createHash('md5').update(text).digest('hex');
  const answer = (text: string, etag: string, headers: Record<string, string> = {}): Responder =>
    refuse(200, text, { etag: `"${etag}"`, ...headers });

  it('returns the bytes of a file', async () => {
    const { files, url } = await setUp(answer('content', md5('content')));
    const { bytes, headers } = await files.read(url, { maxBytes: 7, etag: md5('content') });
    expect(bytes.toString()).toBe('content');
    expect(headers['etag']).toBe(`"${md5('content')}"`);
  });

  it('reads a file once more when it arrived damaged', async () => {
    const { server, files, url } = await setUp(
      first(answer('c0ntent', md5('content')), answer('content', md5('content'))),
    );
    expect((await files.read(url, { maxBytes: 100 })).bytes.toString()).toBe('content');
    expect(server.log).toHaveLength(2);
  });

  it('reads a file once more when it was cut and cannot be resumed', async () => {
    const breakOff: Responder = (_request, response) => {
      response.writeHead(200, { 'content-length': '100' });
      response.write('con');
      setImmediate(() => response.socket?.destroy());
    };
    const { files, url } = await setUp(first(breakOff));
    expect((await files.read(url, { maxBytes: 100 })).bytes.toString()).toBe('content');
  });

  it('throws a FileError when a file arrives damaged twice', async () => {
    const { server, files, url } = await setUp(answer('c0ntent', md5('content')));
    const error = await failureOf(files.read(url, { maxBytes: 100 }));
    expect(error).toBeInstanceOf(FileError);
    expect(error.message).toMatch(/damaged/);
    expect(server.log).toHaveLength(2);
  });

  it.each([
    ['of a multipart upload', `${'a'.repeat(32)}-3`, {}],
    ['under a key of KMS', 'a'.repeat(32), { 'x-amz-server-side-encryption': 'aws:kms' }],
  ])('does not take an ETag for an MD5: %s', async (_what, etag, headers) => {
    const { files, url } = await setUp(answer('content', etag, headers));
    expect((await files.read(url, { maxBytes: 100, etag: `"${etag}"` })).bytes.toString()).toBe('content');
  });

  it('throws a FileError when the ETag is not the expected one', async () => {
    const { files, url } = await setUp(answer('content', md5('content')));
    expect((await failureOf(files.read(url, { maxBytes: 100, etag: md5('older') }))).message).toMatch(/changed/);
  });

  it.each([
    ['that says so', { 'content-length': '8' }],
    ['that does not say so', { 'transfer-encoding': 'chunked' }],
  ])('throws a FileError when the file is larger than maxBytes: one %s', async (_what, headers) => {
    const { files, url } = await setUp(answer('12345678', 'x', headers));
    expect((await failureOf(files.read(url, { maxBytes: 7 }))).message).toMatch(/larger than the 7 bytes/);
  });

  it('rejects with the reason of the signal', async () => {
    const half = gate();
    const server = await startServer((_request, response) => {
      response.write('begin', () => half.open());
    });
    const caller = new AbortController();
    const reading = failureOf(
      createClient(server).files.read(`${server.url}/x`, { maxBytes: 100, signal: caller.signal }),
    );
    await half.opened;
    caller.abort(new Error('time is up'));
    expect((await reading).message).toBe('time is up');
    expect(server.log).toHaveLength(1);
  });
});
