import { createHash } from 'node:crypto';
import { buffer } from 'node:stream/consumers';
import { describe, expect, it } from 'vitest';
import {
  ArchiveChangedError,
  ArchiveEntryError,
  ArchiveError,
  type Clock,
  FileError,
  type OpenOptions,
} from '../../../lib/annofab/index.ts';
import { createClient, createTestClock, failureOf, gate, type SeenRequest, sendJson, startServer } from '../support.ts';
import { makeZip } from './make-zip.ts';
import { collect, framePart, mask } from './samples.ts';

type Answer = 'expired' | 'cut' | 'whole' | 'other bytes' | 'missing' | undefined;

interface FileServerOptions {
  /** What is served; may be replaced during a test. */
  bytes: Buffer;
  /** How a request is answered, if not as it should be. `count` is 1 for the first. */
  answer?: (request: SeenRequest, count: number) => Answer | Promise<Answer>;
  etag?: boolean;
}

/** A server of one archive, as S3 does it, and the API operation that leads to it. */
async function serve(options: FileServerOptions, clock?: Clock) {
  let files = 0;
  let addresses = 0;
  const server = await startServer(async (request, response) => {
    if (request.url.startsWith('/api/')) {
      addresses += 1;
      const url = `${server.url}/archive.zip?X-Amz-Signature=secret-${addresses}`;
      return sendJson(response, { url }, 201, { location: url });
    }
    files += 1;
    const answer = await options.answer?.(request, files);
    if (answer === 'expired') return void response.writeHead(403).end('<Error><Code>AccessDenied</Code></Error>');
    if (answer === 'missing') return void response.writeHead(404).end('<Error><Code>NoSuchKey</Code></Error>');
    const { bytes } = options;
    const etag = `"${createHash('md5').update(bytes).digest('hex')}"`;
    const identity = options.etag === false ? {} : { etag };
    if (answer === 'whole') return void response.writeHead(200, identity).end(bytes);
    const condition = request.headers['if-match'];
    if (condition !== undefined && condition !== etag) return void response.writeHead(412).end();
    if (bytes.length === 0) return void response.writeHead(416).end();
    const { start, end } = rangeOf(request.headers.range, bytes.length);
    const shift = answer === 'other bytes' ? 1 : 0;
    response.writeHead(206, {
      ...identity,
      'content-length': end - start,
      'content-range': `bytes ${start + shift}-${end - 1 + shift}/${bytes.length}`,
    });
    const body = bytes.subarray(start, end);
    if (answer !== 'cut') return void response.end(body);
    response.write(body.subarray(0, body.length >> 1), () => response.destroy());
  });
  const client = createClient(server, { clock });
  return {
    files: () => server.requests.filter(({ url }) => !url.startsWith('/api/')),
    addresses: () => addresses,
    open: (openOptions?: OpenOptions) => client.archives.openSimple({ project_id: 'p1' }, openOptions),
    openUrl: () => client.archives.openSimple({ url: `${server.url}/archive.zip?X-Amz-Signature=secret-0` }),
  };
}

function rangeOf(header: string | undefined, size: number): { start: number; end: number } {
  const [, first = '', last = ''] = /^bytes=(\d*)-(\d*)$/.exec(header ?? '') ?? [];
  if (first === '') return { start: Math.max(0, size - Number(last)), end: size };
  return { start: Number(first), end: Math.min(size, Number(last) + 1) };
}

const MEBIBYTE = 2 ** 20;
const noises = new Map<string, Buffer>();

/** Bytes that do not repeat within a file, another for each frame. */
function noise(bytes: number, seed: string, frame: number): Buffer {
  const all =
    noises.get(seed) ??
    createHash('shake256', { outputLength: 4 * MEBIBYTE })
      .update(seed)
      .digest();
  noises.set(seed, all);
  return all.subarray(frame * 97, frame * 97 + bytes);
}

/** Tasks of ten frames; each frame has a mask of some size, so that the archive is larger than one read. */
function archiveOf(tasks: number, maskBytes: number, seed = 'first'): Buffer {
  return makeZip(
    Array.from({ length: tasks * 10 }, (_, n) => [Math.floor(n / 10), n] as const).flatMap(([task, n]) => [
      framePart(`task-${task}`, `input-${n}`),
      { path: `task-${task}/input-${n}/a1`, content: noise(maskBytes, seed, n), stored: true },
    ]),
  );
}

describe('an archive read by URL', () => {
  it('opens an archive with one GET of its last bytes, and fetches the entries of one task with one request', async () => {
    const server = await serve({ bytes: archiveOf(50, 4_000) });
    await using archive = await server.open();
    expect(archive).toMatchObject({ frameCount: 500, entries: 1_000 });
    expect(server.files().map(({ method, headers }) => [method, headers.range])).toEqual([['GET', 'bytes=-131072']]);
    expect(await collect(archive.frames({ task_id: 'task-7' }))).toHaveLength(10);
    const [, second, ...more] = server.files();
    expect(more).toEqual([]);
    const { start, end } = rangeOf(second?.headers.range, 10 * MEBIBYTE);
    expect(end - start).toBeLessThan(60_000);
    // The file server gets no token, and the address is never asked by HEAD: it is signed for GET.
    for (const { headers, method } of server.files()) {
      expect(headers.authorization).toBeUndefined();
      expect(method).toBe('GET');
    }
  });

  it('reads all frames in large ranges', async () => {
    const bytes = archiveOf(100, 20_000);
    const server = await serve({ bytes });
    await using archive = await server.open();
    let frames = 0;
    for await (const _frame of archive.frames()) frames += 1;
    expect(frames).toBe(1_000);
    expect(bytes.length).toBeGreaterThan(19 * MEBIBYTE);
    expect(server.files().length).toBeLessThan(16);
  });

  it('returns outer files between the frames without fetching them again', async () => {
    const server = await serve({ bytes: archiveOf(100, 4_000) });
    await using archive = await server.open();
    let files = 0;
    for await (const frame of archive.frames()) files += (await frame.outerFile('a1')).length === 4_000 ? 1 : 0;
    expect(files).toBe(1_000);
    expect(server.files().length).toBeLessThan(10);
  });

  it('requests the next range before the previous one has arrived', async () => {
    const second = gate();
    const opened = 2; // Its end, and its directory.
    const server = await serve({
      bytes: archiveOf(100, 20_000),
      answer: async (_, count) => {
        if (count === opened + 1) await second.opened;
        if (count === opened + 2) second.open();
        return undefined;
      },
    });
    await using archive = await server.open();
    expect(server.files()).toHaveLength(opened);
    expect(await collect(archive.frames())).toHaveLength(1_000);
  });

  it('requests at most eight ranges ahead, and none after the consumer has left', async () => {
    const server = await serve({ bytes: archiveOf(100, 40_000) });
    await using archive = await server.open();
    const opened = server.files().length;
    for await (const _frame of archive.frames()) break;
    expect(await archive.frame({ task_id: 'task-99', input_data_id: 'input-999' })).toBeDefined();
    expect(server.files().length - opened).toBeLessThanOrEqual(9);
  });

  it('reads outer files by URL into memory and as a stream', async () => {
    const server = await serve({ bytes: archiveOf(1, 3 * MEBIBYTE) });
    await using archive = await server.open();
    const frame = await archive.frame({ task_id: 'task-0', input_data_id: 'input-3' });
    const expected = noise(3 * MEBIBYTE, 'first', 3);
    expect(frame && expected.equals(await frame.outerFile('a1'))).toBe(true);
    expect(frame && expected.equals(await buffer(frame.openOuterFile('a1')))).toBe(true);
  });

  it('opens an archive with few requests when its central directory is longer than the fetched tail', async () => {
    const parts = Array.from({ length: 5_000 }, (_, n) =>
      framePart(`a-task-with-a-rather-long-name-${n}`, `input-${n}`),
    );
    const server = await serve({ bytes: makeZip(parts) });
    await using archive = await server.open();
    expect(archive.frameCount).toBe(5_000);
    expect(server.files().length).toBeLessThanOrEqual(3);
  });

  it('identifies an archive without an ETag by its size', async () => {
    const options: FileServerOptions = { bytes: archiveOf(10, 20_000), etag: false };
    const server = await serve(options);
    await using archive = await server.open();
    expect(await collect(archive.frames({ task_id: 'task-0' }))).toHaveLength(10);
    options.bytes = archiveOf(11, 20_000);
    await expect(collect(archive.frames({ task_id: 'task-1' }))).rejects.toThrow(ArchiveChangedError);
  });
});

describe('a presigned URL that expires during reading', () => {
  it('requests one new URL for all reads that find the old one expired', async () => {
    const server = await serve({
      bytes: archiveOf(100, 20_000),
      answer: ({ url }, count) => (count > 1 && url.endsWith('secret-1') ? 'expired' : undefined),
    });
    await using archive = await server.open();
    expect(await collect(archive.frames())).toHaveLength(1_000);
    expect(server.addresses()).toBe(2);
  });

  it('stops reading when the new URL is refused too', async () => {
    const server = await serve({
      bytes: archiveOf(1, 200_000),
      answer: (_, count) => (count > 1 ? 'expired' : undefined),
    });
    await using archive = await server.open();
    const error = await failureOf(collect(archive.frames()));
    expect(error).toBeInstanceOf(FileError);
    expect(error).toMatchObject({ status: 403, expired: true });
    expect(error.message).not.toContain('secret');
  });

  it('fails when a URL given by the caller expires, since only the caller can renew it', async () => {
    const server = await serve({
      bytes: archiveOf(1, 200_000),
      answer: (_, count) => (count > 1 ? 'expired' : undefined),
    });
    await using archive = await server.openUrl();
    await expect(collect(archive.frames())).rejects.toMatchObject({ name: 'FileError', expired: true });
    expect(server.addresses()).toBe(0);
  });
});

describe('an archive that is rebuilt during reading', () => {
  it('throws ArchiveChangedError when the archive is rebuilt during reading', async () => {
    const options: FileServerOptions = { bytes: archiveOf(10, 20_000) };
    const server = await serve(options);
    await using archive = await server.open();
    expect(await collect(archive.frames({ task_id: 'task-0' }))).toHaveLength(10);
    options.bytes = archiveOf(10, 20_000, 'second');
    const error = await failureOf(collect(archive.frames({ task_id: 'task-1' })));
    expect(error).toBeInstanceOf(ArchiveChangedError);
    expect(error.message).toContain('the archive was rebuilt while it was read. Open it again and start over.');
    expect(error.message).not.toContain('secret');
  });

  it('throws ArchiveChangedError even when the caller accepts bad entries', async () => {
    const options: FileServerOptions = { bytes: archiveOf(10, 20_000) };
    const server = await serve(options);
    await using archive = await server.open({ onBadEntry: () => {} });
    options.bytes = archiveOf(10, 20_000, 'second');
    await expect(collect(archive.frames())).rejects.toThrow(ArchiveChangedError);
  });
});

describe('a broken connection', () => {
  it('resumes a read after the connection breaks', async () => {
    const bytes = archiveOf(10, 50_000);
    const server = await serve({ bytes, answer: (_, count) => (count % 2 === 1 ? 'cut' : undefined) });
    await using archive = await server.open();
    expect(await collect(archive.frames())).toHaveLength(100);
  });

  it('fails a read when the connection breaks four times', async () => {
    const options: FileServerOptions = {
      bytes: archiveOf(1, 200_000),
      answer: (_, count) => (count > 1 ? 'cut' : undefined),
    };
    const server = await serve(options, createTestClock());
    await using archive = await server.open();
    const error = await failureOf(collect(archive.frames()));
    expect(error).toBeInstanceOf(ArchiveError);
    expect(error.message).toContain('the connection ended again and again within one read');
  });
});

describe('an unsuitable file server', () => {
  it.each<[string, Answer, string]>([
    ['gives no ranges', 'whole', 'the server gives no ranges. Download the archive and open it as { path }.'],
    ['gives other bytes than asked for', 'other bytes', 'the server gave other bytes than asked for'],
    ['has no such file', 'missing', '404 NoSuchKey'],
  ])('rejects a server that %s, also during reading', async (_name, answer, message) => {
    const first = await serve({ bytes: archiveOf(1, 100), answer: () => answer });
    await expect(first.open()).rejects.toThrow(message);
    const later = await serve({ bytes: archiveOf(1, 200_000), answer: (_, count) => (count > 1 ? answer : undefined) });
    await using archive = await later.open();
    await expect(collect(archive.frames())).rejects.toThrow(message);
  });

  it('rejects an empty file', async () => {
    const server = await serve({ bytes: Buffer.alloc(0) });
    await expect(server.open()).rejects.toThrow('it is empty, and no ZIP archive');
  });

  it('rejects a file that is not an archive', async () => {
    const server = await serve({ bytes: Buffer.from('hello '.repeat(50_000)) });
    await expect(server.open()).rejects.toThrow('it is not a ZIP archive, or it is truncated');
  });
});

it('the signal given when opening an archive also aborts reads', async () => {
  const server = await serve({ bytes: archiveOf(10, 50_000) });
  const stop = new AbortController();
  await using archive = await server.open({ signal: stop.signal });
  const reason = new Error('the Lambda ends');
  stop.abort(reason);
  await expect(collect(archive.frames())).rejects.toBe(reason);
});

it('an error about an entry names the URL without its signature', async () => {
  const server = await serve({ bytes: makeZip([{ path: 't/i.json', content: mask }]) });
  await using archive = await server.open();
  const error = await failureOf(collect(archive.frames()));
  expect(error).toBeInstanceOf(ArchiveEntryError);
  expect(error.message).toMatch(
    /^http:\/\/127\.0\.0\.1:\d+\/archive\.zip: entry t\/i\.json: it is not JSON in UTF-8\.$/,
  );
});
