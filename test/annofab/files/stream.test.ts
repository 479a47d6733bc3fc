import { buffer } from 'node:stream/consumers';
import { describe, expect, it } from 'vitest';
import { FileError, type FileProgress } from '../../../lib/annofab/index.ts';
import { createClient, failureOf, type Responder, startServer } from '../support.ts';

const content = '0123456789';

/** A file server with ranges; `cut` ends the n-th response in the middle. */
const serving =
  ({ cut = () => false, etag = () => '"e"' }: { cut?: (count: number) => boolean; etag?: (count: number) => string }) =>
  (...[request, response, count]: Parameters<Responder>) => {
    const [, first = '0', last = ''] = /^bytes=(\d+)-(\d*)$/.exec(request.headers.range ?? '') ?? [];
    const body = content.slice(Number(first), last === '' ? undefined : Number(last) + 1);
    const range = { 'content-range': `bytes ${first}-${Number(first) + body.length - 1}/${content.length}` };
    response.writeHead(request.headers.range === undefined ? 200 : 206, {
      etag: etag(count),
      'content-length': body.length,
      ...(request.headers.range !== undefined && range),
    });
    if (!cut(count)) return void response.end(body);
    response.write(body.slice(0, body.length >> 1), () => response.destroy());
  };

async function setUp(respond: Responder) {
  const server = await startServer(respond);
  return { server, files: createClient(server).files, url: `${server.url}/a.zip?X-Amz-Signature=s` };
}

describe('files.stream', () => {
  it('returns the headers before the body', async () => {
    const { files, url } = await setUp((_request, response) => response.writeHead(200, { etag: '"e"' }).flushHeaders());
    const file = await files.stream(url);
    expect(file).toMatchObject({ status: 200, headers: { etag: '"e"' } });
    file.discard();
  });

  it('has an empty body after a 304', async () => {
    const { server, files, url } = await setUp((_request, response) => void response.writeHead(304).end());
    const { status, body } = await files.stream(url, { headers: { 'if-none-match': '"e"' } });
    expect([status, (await buffer(body)).length]).toEqual([304, 0]);
    expect(server.requests).toHaveLength(1);
  });

  it('resumes a range where it was cut, and repeats no condition of the first request', async () => {
    const { server, files, url } = await setUp(serving({ cut: (count) => count === 1 }));
    const cuts: FileProgress[] = [];
    const headers = { Range: 'bytes=2-7', 'If-None-Match': '"older"' };
    const { body } = await files.stream(url, { headers, onResume: (progress) => cuts.push(progress) });
    expect((await buffer(body)).toString()).toBe('234567');
    expect(server.requests[1]?.headers).toMatchObject({ range: 'bytes=5-7', 'if-range': '"e"' });
    expect(server.requests[1]?.headers).not.toHaveProperty('if-none-match');
    expect(cuts).toEqual([{ bytes: 3, totalBytes: 6 }]);
  });

  it('refuses the rest of another file, also from a server that ignores If-Range', async () => {
    const { files, url } = await setUp(serving({ cut: (count) => count === 1, etag: (count) => `"${count}"` }));
    const { body } = await files.stream(url);
    const error = await failureOf(buffer(body));
    expect(error).toBeInstanceOf(FileError);
    expect(error.message).toMatch(/a\.zip: the file changed while it was read/);
  });

  it('requests nothing more after discard()', async () => {
    const { server, files, url } = await setUp((_request, response) => {
      response.writeHead(200, { etag: '"e"', 'content-length': 10 }).write('0123');
    });
    const { body, discard } = await files.stream(url);
    expect((await body.next()).value?.toString()).toBe('0123');
    const waiting = failureOf(body.next());
    discard();
    expect((await waiting).message).toMatch(/no longer wanted/);
    expect(server.requests).toHaveLength(1);
  });

  it('closes the connection when the reader leaves early', async () => {
    const closed = Promise.withResolvers<void>();
    const { files, url } = await setUp((_request, response) => {
      response.on('close', () => closed.resolve());
      response.writeHead(200, { 'content-length': 10 }).write('0123');
    });
    for await (const _chunk of (await files.stream(url)).body) break;
    await closed.promise;
  });
});
