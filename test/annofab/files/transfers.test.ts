import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import type { ServerResponse } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough, Readable, Writable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { FileError, type FileProgress } from '../../../lib/annofab/index.ts';
import { demo, startEmulator } from '../../local/annofab/emulator.ts';
import { createClient, createTestClock, failureOf, type Responder, sendJson, startServer } from '../support.ts';

const content = Buffer.from(Array.from({ length: 1_000_000 }, (_, index) => (index * 7) % 251));
const md5 = (bytes: Uint8Array) => createHash('md5').update(bytes).digest('hex');

async function makeFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'transfers-test-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  return folder;
}

describe('uploading a file', () => {
  const sources: [string, (folder: string) => Promise<{ data: Buffer } | { path: string } | { stream: Readable }>][] = [
    ['bytes', async () => ({ data: content })],
    [
      'a path',
      async (folder) => {
        const path = join(folder, 'photo.jpg');
        await writeFile(path, content);
        return { path };
      },
    ],
    ['a stream', async () => ({ stream: Readable.from([content.subarray(0, 10), content.subarray(10)]) })],
  ];

  it.each(sources)('uploads %s, and returns the path to register it with', async (_what, makeSource) => {
    const { annofab, owner } = await startEmulator();
    const source = { ...demo, contentType: 'image/jpeg', ...(await makeSource(await makeFolder())) };
    const progress: FileProgress[] = [];
    const path = await owner.files.upload(source, { onProgress: (step) => progress.push(step) });
    expect(path).toMatch(/^s3:\/\//);
    const stored = [...annofab.state.files.entries()].find(([name]) => path.endsWith(name))?.[1];
    expect(Buffer.from(stored?.bytes ?? []).equals(content)).toBe(true);
    expect(stored?.contentType).toBe('image/jpeg');
    expect(progress.at(-1)).toEqual({ bytes: content.length, totalBytes: content.length });
    await owner.putInputData({
      ...demo,
      input_data_id: 'uploaded',
      body: { input_data_name: 'photo.jpg', input_data_path: path },
    });
    expect(await owner.getInputData({ ...demo, input_data_id: 'uploaded' })).toMatchObject({
      input_data_name: 'photo.jpg',
    });
  });

  it('takes the content type from the extension of a path, and sends text as UTF-8', async () => {
    const { annofab, owner } = await startEmulator();
    const file = join(await makeFolder(), 'tasks.CSV');
    await writeFile(file, 'a,b');
    const stored = async (path: string) =>
      [...annofab.state.files.entries()].find(([name]) => path.endsWith(name))?.[1];
    expect(await stored(await owner.files.upload({ ...demo, path: file }))).toMatchObject({ contentType: 'text/csv' });
    const text = await stored(await owner.files.upload({ ...demo, data: 'タスク' }));
    expect(Buffer.from(text?.bytes ?? []).toString()).toBe('タスク');
  });

  it('uploads an empty file', async () => {
    const { annofab, owner } = await startEmulator();
    const path = await owner.files.upload({ ...demo, data: new Uint8Array() });
    expect([...annofab.state.files.entries()].find(([name]) => path.endsWith(name))?.[1]?.bytes).toHaveLength(0);
  });

  it('names a file that cannot be read, and sends no request', async () => {
    const { annofab, owner } = await startEmulator();
    const folder = await makeFolder();
    const missing = await failureOf(owner.files.upload({ ...demo, path: join(folder, 'none.png') }));
    expect(missing).toBeInstanceOf(FileError);
    expect(missing.message).toMatch(/none\.png: it cannot be read \(ENOENT\)/);
    expect((await failureOf(owner.files.upload({ ...demo, path: folder }))).message).toMatch(/it is not a file/);
    const nothing = JSON.parse('{"project_id":"demo-project"}');
    expect((await failureOf(owner.files.upload(nothing))).message).toMatch(/give a path, data or a stream/);
    expect(annofab.spy.requests).toEqual([]);
  });

  it('rejects with the error of the source stream, and leaves no temporary file', async () => {
    const { owner } = await startEmulator();
    const temporary = await makeFolder();
    vi.stubEnv('TMPDIR', temporary);
    onTestFinished(() => void vi.unstubAllEnvs());
    async function* broken() {
      yield Buffer.from('some');
      throw new Error('the camera is off');
    }
    const error = await failureOf(owner.files.upload({ ...demo, stream: broken() }));
    expect(error.message).toBe('the camera is off');
    await owner.files.upload({ ...demo, stream: Readable.from([content]) });
    expect(await readdir(temporary)).toEqual([]);
  });

  /** An Annofab whose file server answers the uploads one after another. */
  async function uploadServer(...answers: ((body: Buffer, response: ServerResponse) => void)[]) {
    let puts = 0;
    const server = await startServer((request, response) => {
      if (request.url.endsWith('/create-temp-path')) {
        return sendJson(response, { url: `http://${request.headers.host}/put?X-Amz-Signature=s`, path: 's3://b/k' });
      }
      puts += 1;
      const answer = answers[puts - 1] ?? ((body, ok) => void ok.setHeader('etag', `"${md5(body)}"`).end());
      return answer(Buffer.from(request.body), response);
    });
    return server;
  }
  const paths = ({ log }: { log: string[] }) =>
    log.map((line) => line.replace(/^\S+ .*\/(create-temp-path|put).*$/, '$1'));

  it('sends an upload with size and type, and without Authorization', async () => {
    const server = await uploadServer();
    await createClient(server).files.upload({ project_id: 'p', data: 'hello', contentType: 'text/plain' });
    const { headers } = server.requests[1] ?? {};
    expect(headers).toMatchObject({ 'content-length': '5', 'content-type': 'text/plain' });
    expect(headers).not.toHaveProperty('authorization');
  });

  it.each<[string, (body: Buffer, response: ServerResponse) => void]>([
    ['500', (_body, response) => void response.writeHead(500).end()],
    ['503 of a busy bucket', (_body, response) => void response.writeHead(503).end('<Code>SlowDown</Code>')],
    ['a dropped connection', (_body, response) => void response.socket?.destroy()],
  ])('repeats an upload at the same address after %s', async (_what, failure) => {
    const server = await uploadServer(failure, failure);
    expect(await createClient(server).files.upload({ project_id: 'p', data: 'hello' })).toBe('s3://b/k');
    expect(paths(server)).toEqual(['create-temp-path', 'put', 'put', 'put']);
    expect(server.requests.at(-1)?.body).toBe('hello');
  });

  it('requests another address for an upload when the first has expired, once', async () => {
    const expired = (_body: Buffer, response: ServerResponse) =>
      void response.writeHead(403).end('<Code>AccessDenied</Code><Message>Request has expired</Message>');
    const server = await uploadServer(expired);
    await createClient(server).files.upload({ project_id: 'p', data: 'hello' });
    expect(paths(server)).toEqual(['create-temp-path', 'put', 'create-temp-path', 'put']);
    const hopeless = await uploadServer(expired, expired);
    const error = await failureOf(createClient(hopeless).files.upload({ project_id: 'p', data: 'hello' }));
    expect(error).toMatchObject({ name: 'FileError', status: 403, expired: true });
    expect(error.message).not.toContain('X-Amz-Signature');
  });

  it('repeats an upload that arrived damaged, once, and throws after the second', async () => {
    const damaged = (_body: Buffer, response: ServerResponse) =>
      void response.setHeader('etag', `"${md5(Buffer.from('other'))}"`).end();
    const server = await uploadServer(damaged);
    await createClient(server).files.upload({ project_id: 'p', data: 'hello' });
    const always = await uploadServer(damaged, damaged);
    const error = await failureOf(createClient(always).files.upload({ project_id: 'p', data: 'hello' }));
    expect(error).toBeInstanceOf(FileError);
    expect(error.message).toMatch(/arrived damaged/);
    expect(paths(always)).toEqual(['create-temp-path', 'put', 'create-temp-path', 'put']);
  });

  it('accepts an upload whose ETag is not an MD5', async () => {
    const encrypted = (_body: Buffer, response: ServerResponse) =>
      void response
        .writeHead(200, { etag: `"${md5(Buffer.from('x'))}"`, 'x-amz-server-side-encryption': 'aws:kms' })
        .end();
    const server = await uploadServer(encrypted);
    expect(await createClient(server).files.upload({ project_id: 'p', data: 'hello' })).toBe('s3://b/k');
  });

  it('does not repeat an upload that was refused permanently', async () => {
    const server = await uploadServer(
      (_body, response) => void response.writeHead(400).end('<Code>EntityTooLarge</Code>'),
    );
    const error = await failureOf(createClient(server).files.upload({ project_id: 'p', data: 'hello' }));
    expect(error.message).toMatch(/400 EntityTooLarge/);
    expect(paths(server)).toEqual(['create-temp-path', 'put']);
  });

  it('the watchdog ends an upload when nothing moves', async () => {
    const clock = createTestClock();
    const server = await uploadServer(() => clock.advance(60_000));
    const error = await failureOf(createClient(server, { clock }).files.upload({ project_id: 'p', data: 'hello' }));
    expect(error.message).toMatch(/nothing of the upload moved for 60000 ms/);
  });

  it('rejects with the error of onProgress', async () => {
    const server = await uploadServer();
    const onProgress = () => {
      throw new Error('no more of this');
    };
    const upload = createClient(server).files.upload({ project_id: 'p', data: 'hello' }, { onProgress });
    expect((await failureOf(upload)).message).toBe('no more of this');
  });

  it('the signal of the caller ends an upload', async () => {
    const stop = new AbortController();
    const server = await uploadServer(() => stop.abort(new Error('enough')));
    const upload = createClient(server).files.upload({ project_id: 'p', data: 'hello' }, { signal: stop.signal });
    expect((await failureOf(upload)).message).toBe('enough');
  });
});

describe('downloading a file', () => {
  const signed = '?X-Amz-Signature=deadbeef';

  /** As S3: ranges, ETag, If-Range. `cut` ends the n-th answer in the middle. */
  const s3 =
    (options: { bytes?: () => Buffer; cut?: (count: number) => boolean; ranges?: boolean } = {}): Responder =>
    (request, response, count) => {
      const bytes = options.bytes?.() ?? content;
      const etag = `"${md5(bytes)}"`;
      const start = Number(/^bytes=(\d+)-$/.exec(request.headers.range ?? '')?.[1] ?? 0);
      const partial = options.ranges !== false && start > 0 && request.headers['if-range'] === etag;
      const body = partial ? bytes.subarray(start) : bytes;
      response.writeHead(partial ? 206 : 200, {
        etag,
        'content-length': body.length,
        ...(partial && { 'content-range': `bytes ${start}-${bytes.length - 1}/${bytes.length}` }),
      });
      if (!options.cut?.(count)) return void response.end(body);
      response.write(body.subarray(0, Math.ceil(body.length / 2)), () => response.destroy());
    };

  async function setUp(respond: Responder) {
    const server = await startServer(respond);
    const folder = await makeFolder();
    const { files } = createClient(server);
    return { server, files, folder, target: join(folder, 'deep', 'archive.zip'), url: `${server.url}/a.zip${signed}` };
  }
  it('downloads to a path, creates its folders, and reports progress', async () => {
    const { files, target, url } = await setUp(s3());
    const progress: FileProgress[] = [];
    const file = await files.download(url, target, { onProgress: (step) => progress.push(step) });
    expect(file).toMatchObject({ size: content.length, headers: { etag: `"${md5(content)}"` } });
    expect((await readFile(target)).equals(content)).toBe(true);
    expect(progress.at(-1)).toEqual({ bytes: content.length, totalBytes: content.length });
    expect(progress.every(({ bytes }, index) => bytes > (progress[index - 1]?.bytes ?? 0))).toBe(true);
  });

  it('downloads into a stream, and ends it', async () => {
    const { files, url } = await setUp(s3());
    const stream = new PassThrough();
    const [read] = await Promise.all([buffer(stream), files.download(url, stream)]);
    expect(read.equals(content)).toBe(true);
  });

  it('downloads an empty file', async () => {
    const { files, target, url } = await setUp(s3({ bytes: () => Buffer.alloc(0) }));
    expect(await files.download(url, target)).toMatchObject({ size: 0 });
    expect(await readFile(target)).toHaveLength(0);
  });

  it('resumes a download after each cut, without a wait while new bytes arrive', async () => {
    const { server, files, target, url } = await setUp(s3({ cut: (count) => count <= 6 }));
    await files.download(url, target);
    expect((await readFile(target)).equals(content)).toBe(true);
    expect(server.requests).toHaveLength(7);
    const starts = server.requests.map(({ headers }) => Number(/^bytes=(\d+)-$/.exec(headers.range ?? '')?.[1] ?? 0));
    expect(starts).toEqual(starts.toSorted((a, b) => a - b));
    expect(starts.at(-1)).toBeGreaterThan(0);
    expect(server.requests[1]?.headers['if-range']).toBe(`"${md5(content)}"`);
  });

  it('skips the bytes that it has where the server does not support ranges', async () => {
    const { files, url } = await setUp(s3({ cut: (count) => count === 1, ranges: false }));
    const stream = new PassThrough();
    const [read] = await Promise.all([buffer(stream), files.download(url, stream)]);
    expect(read.equals(content)).toBe(true);
  });

  it('requests a new address when the current one expires during a download', async () => {
    const plain = s3({ cut: (count) => count === 1 });
    const { server, files, target, url } = await setUp((request, response, count) =>
      count > 1 && request.url.includes('deadbeef')
        ? void response.writeHead(403).end()
        : plain(request, response, count),
    );
    const refreshed: string[] = [];
    const refresh = async () => {
      refreshed.push('asked');
      return `${server.url}/a.zip?X-Amz-Signature=fresh`;
    };
    await files.download(url, target, { refresh });
    expect((await readFile(target)).equals(content)).toBe(true);
    expect(refreshed).toHaveLength(1);
    expect(server.requests.at(-1)?.url).toContain('fresh');
    expect(server.requests.at(-1)?.headers.range).toMatch(/^bytes=[1-9]\d*-$/);
  });

  it('throws an error marked as expired where there is no refresh', async () => {
    const { files, target, folder, url } = await setUp((_request, response) => void response.writeHead(403).end());
    expect(await failureOf(files.download(url, target))).toMatchObject({ name: 'FileError', expired: true });
    expect(await readdir(join(folder, 'deep'))).toEqual([]);
  });

  it('throws when the new address is refused too', async () => {
    const { files, target, url } = await setUp((_request, response) => void response.writeHead(403).end());
    const error = await failureOf(files.download(url, target, { refresh: async () => url }));
    expect(error).toMatchObject({ name: 'FileError', expired: true });
  });

  it('downloads a path from the start when the file changed during the download', async () => {
    const newer = Buffer.from('another, shorter file');
    let count = 0;
    const { files, target, url } = await setUp(
      s3({ bytes: () => (count++ === 0 ? content : newer), cut: (request) => request === 1 }),
    );
    await files.download(url, target);
    expect((await readFile(target)).toString()).toBe('another, shorter file');
  });

  it('destroys a target stream when the file changed during the download, since written bytes cannot be revoked', async () => {
    let count = 0;
    const { files, url } = await setUp(
      s3({ bytes: () => (count++ === 0 ? content : Buffer.from('other')), cut: (request) => request === 1 }),
    );
    const stream = new Writable({ write: (_chunk, _encoding, done) => done() });
    const error = await failureOf(files.download(url, stream));
    expect(error.message).toMatch(/changed while it was read/);
    expect(stream.destroyed).toBe(true);
    expect(stream.writableFinished).toBe(false);
  });

  it('throws when no attempt makes progress, and leaves the old file', async () => {
    const { server, files, target, folder, url } = await setUp((_request, response) => void response.socket?.destroy());
    await files.download(`${(await startServer(s3({ bytes: () => Buffer.from('old') }))).url}/x`, target);
    const error = await failureOf(files.download(url, target));
    expect(error).toBeInstanceOf(FileError);
    expect(server.requests.length).toBeLessThan(20);
    expect((await readFile(target)).toString()).toBe('old');
    expect(await readdir(join(folder, 'deep'))).toEqual(['archive.zip']);
  });

  it('reports how many bytes arrived when every connection ends at the same byte', async () => {
    const clock = createTestClock();
    const server = await startServer((_request, response) => {
      response.writeHead(200, { 'content-length': 100, etag: '"e"' }).flushHeaders();
      response.write('', () => response.destroy());
    });
    const target = join(await makeFolder(), 'a.zip');
    const error = await failureOf(createClient(server, { clock }).files.download(`${server.url}/a.zip`, target));
    expect(error).toBeInstanceOf(FileError);
    expect(error.message).toMatch(/a\.zip: the connection ended after 0 of 100 bytes\./);
    expect(server.requests).toHaveLength(4);
    expect(clock.sleeps).toHaveLength(3);
  });

  it('downloads from the start, a few times, where no validator identifies the file', async () => {
    const { server, files, target, url } = await setUp((_request, response, count) => {
      if (count === 3) return void response.end('whole');
      response.writeHead(200, { 'content-length': 100 }).write('half', () => response.destroy());
    });
    await files.download(url, target);
    expect((await readFile(target)).toString()).toBe('whole');
    expect(server.requests.every(({ headers }) => headers.range === undefined)).toBe(true);
    const always = await startServer((_request, response) => {
      response.writeHead(200, { 'content-length': 100 }).write('half', () => response.destroy());
    });
    const error = await failureOf(files.download(`${always.url}/b.zip`, target));
    expect(error.message).toMatch(/b\.zip: the connection broke, and without an ETag it cannot be resumed/);
    expect((await readFile(target)).toString()).toBe('whole');
  });

  it('resumes with Last-Modified where there is no ETag', async () => {
    const lastModified = 'Wed, 01 Jan 2020 00:00:00 GMT';
    const { server, files, target, url } = await setUp((request, response, count) => {
      const headers = { 'last-modified': lastModified };
      if (count === 1) {
        return void response
          .writeHead(200, { ...headers, 'content-length': 8 })
          .write('four', () => response.destroy());
      }
      const start = Number(/\d+/.exec(request.headers.range ?? '')?.[0]);
      response.writeHead(206, { ...headers, 'content-range': `bytes ${start}-7/8` }).end('fourmore'.slice(start));
    });
    await files.download(url, target);
    expect((await readFile(target)).toString()).toBe('fourmore');
    expect(server.requests[1]?.headers['if-range']).toBe(lastModified);
  });

  it.each(['bytes 3-7/8', 'bytes 4-8/9', 'none'])(
    'refuses a partial response that does not continue the file: %s',
    async (range) => {
      const { files, url } = await setUp((_request, response, count) => {
        if (count === 1) {
          return void response
            .writeHead(200, { etag: '"e"', 'content-length': 8 })
            .write('four', () => response.destroy());
        }
        response.writeHead(206, { etag: '"e"', 'content-range': range }).end('more');
      });
      const stream = new Writable({ write: (_chunk, _encoding, done) => done() });
      expect((await failureOf(files.download(url, stream))).message).toMatch(/changed while it was read/);
    },
  );

  it('downloads from the start where the rest is not satisfiable', async () => {
    const { files, target, url } = await setUp((_request, response, count) => {
      if (count === 2) return void response.writeHead(416).end();
      if (count === 3) return void response.end('shorter');
      response.writeHead(200, { etag: '"e"', 'content-length': 100 }).write('half', () => response.destroy());
    });
    await files.download(url, target);
    expect((await readFile(target)).toString()).toBe('shorter');
  });

  it('throws when a download arrives damaged, and leaves no file', async () => {
    const { server, files, target, folder, url } = await setUp((_request, response) => {
      response.setHeader('etag', `"${md5(Buffer.from('right'))}"`).end('wrong');
    });
    expect((await failureOf(files.download(url, target))).message).toMatch(/a\.zip: it arrived damaged/);
    expect(server.requests).toHaveLength(3);
    expect(await readdir(join(folder, 'deep'))).toEqual([]);
  });

  it('the signal of the caller ends a download, and no temporary file remains', async () => {
    const stop = new AbortController();
    const { files, target, folder, url } = await setUp((_request, response) => {
      response.writeHead(200, { 'content-length': 100 }).write('half');
    });
    const onProgress = () => stop.abort(new Error('enough'));
    const error = await failureOf(files.download(url, target, { signal: stop.signal, onProgress }));
    expect(error.message).toBe('enough');
    expect(await readdir(join(folder, 'deep'))).toEqual([]);
  });

  it('rejects with the error of the target stream', async () => {
    const { files, url } = await setUp(s3());
    const full = new Writable({ write: (_chunk, _encoding, done) => done(new Error('the disk is full')) });
    expect((await failureOf(files.download(url, full))).message).toBe('the disk is full');
    if (!full.closed) await once(full, 'close');
  });

  it('downloads a whole archive from Annofab although the connection is cut and the address expires', async () => {
    const { annofab } = await startEmulator();
    const owner = createClient(annofab, { credentials: { pat: 'demo-pat' } });
    await owner.postAnnotationArchiveUpdate(demo);
    await annofab.settled();
    const archiveUrl = async () => (await owner.getAnnotationArchive(demo)).url ?? '';
    const url = await archiveUrl();
    const target = join(await makeFolder(), 'archive.zip');
    annofab.faults.add({ operation: 'downloadFile', drop: 'during', times: 1 });
    const expire = () => annofab.clock.advance(2 * 60 * 60 * 1000);
    let expired = false;
    const onProgress = () => {
      if (!expired) expire();
      expired = true;
    };
    const { size } = await owner.files.download(url, target, { onProgress, refresh: archiveUrl });
    expect(await readFile(target)).toHaveLength(size);
    expect((await owner.files.read(await archiveUrl(), { maxBytes: size })).bytes).toEqual(await readFile(target));
  });
});
