import { createHash } from 'node:crypto';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { createClient, sendJson, startServer } from '../support.ts';
import { makeZip } from './make-zip.ts';
import { collect, framePart } from './samples.ts';

/** Frames enough for a directory that is longer than the end that is fetched first. */
function archiveOf(frames: number, label: string): Buffer {
  const names = Array.from({ length: frames }, (_, n) => `input-${label}-${n}-${'x'.repeat(80)}`);
  return makeZip(names.map((name, n) => framePart(`task-${Math.floor(n / 10)}`, name)));
}

/** A project whose archive is served as S3 does, at another presigned address each time. */
async function serve(options: { bytes: Buffer; etag?: (bytes: Buffer) => string | undefined }) {
  const folder = await mkdtemp(join(tmpdir(), 'annofab-directories-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  let addresses = 0;
  let fetched = 0;
  const server = await startServer((request, response) => {
    if (request.url.startsWith('/api/')) {
      addresses += 1;
      const url = `${server.url}/archive.zip?X-Amz-Signature=secret-${addresses}`;
      return sendJson(response, { url }, 201, { location: url });
    }
    const { bytes } = options;
    const etag = (options.etag ?? md5)(bytes);
    const condition = request.headers['if-match'];
    if (condition !== undefined && condition !== etag) return void response.writeHead(412).end();
    const { start, end } = rangeOf(request.headers.range, bytes.length);
    if (start >= bytes.length) return void response.writeHead(416).end();
    fetched += end - start;
    const headers = { 'content-length': end - start, 'content-range': `bytes ${start}-${end - 1}/${bytes.length}` };
    response.writeHead(206, { ...headers, ...(etag !== undefined && { etag }) }).end(bytes.subarray(start, end));
  });
  const client = createClient(server);
  return {
    folder,
    /** Opens the archive with the cache. @returns what was fetched for it, and the frames of its first task */
    async read(from: { project_id: string } | { url: string } = { project_id: 'p1' }) {
      fetched = 0;
      await using archive = await client.archives.openSimple(from, { cacheDirectory: folder });
      const opened = fetched;
      const frames = await collect(archive.frames({ task_id: 'task-0' }));
      return { opened, paths: frames.map(({ path }) => path), frameCount: archive.frameCount };
    },
    url: (signature: string) => `${server.url}/archive.zip?X-Amz-Signature=${signature}`,
  };
}

function md5(bytes: Buffer): string {
  return `"${createHash('md5').update(bytes).digest('hex')}"`;
}

function rangeOf(header: string | undefined, size: number): { start: number; end: number } {
  const [, first = '', last = ''] = /^bytes=(\d*)-(\d*)$/.exec(header ?? '') ?? [];
  if (first === '') return { start: Math.max(0, size - Number(last)), end: size };
  return { start: Number(first), end: Math.min(size, Number(last) + 1) };
}

describe('cacheDirectory', () => {
  it.each([50, 2_000])('fetches one byte to open the archive again, with a directory of %i entries', async (frames) => {
    const server = await serve({ bytes: archiveOf(frames, 'a') });
    const first = await server.read();
    const second = await server.read();
    expect(first.opened).toBeGreaterThan(1_000);
    expect(second).toEqual({ ...first, opened: 1 });
    expect(second.frameCount).toBe(frames);
  });

  it('finds the directory of an archive that is opened by another presigned address', async () => {
    const server = await serve({ bytes: archiveOf(50, 'a') });
    await server.read({ url: server.url('one') });
    expect((await server.read({ url: server.url('two') })).opened).toBe(1);
    expect(await readdir(server.folder)).toHaveLength(1);
  });

  it('fetches the directory of a rebuilt archive, of the same size or another, and keeps that one', async () => {
    const options = { bytes: archiveOf(50, 'a') };
    const server = await serve(options);
    await server.read();
    for (const bytes of [archiveOf(50, 'b'), archiveOf(20, 'b')]) {
      options.bytes = bytes;
      const rebuilt = await server.read();
      expect(rebuilt.opened).toBeGreaterThan(1_000);
      expect(rebuilt.paths[0]).toContain('input-b-0');
      expect((await server.read()).opened).toBe(1);
    }
    expect(await readdir(server.folder)).toHaveLength(1);
  });

  it('detects a damaged file, whatever byte of it is wrong, and fetches the directory again', async () => {
    const server = await serve({ bytes: archiveOf(30, 'a') });
    const expected = await server.read();
    const [name = ''] = await readdir(server.folder);
    const path = join(server.folder, name);
    const whole = await readFile(path);
    for (let step = 0; step <= 24; step += 1) {
      const damaged = Buffer.from(whole);
      const at = Math.floor(((damaged.length - 1) * step) / 24);
      damaged[at] = (damaged[at] ?? 0) ^ 1;
      await writeFile(path, damaged);
      expect(await server.read()).toEqual(expected);
    }
    for (const length of [0, 10, 70, whole.length - 1]) {
      await writeFile(path, whole.subarray(0, length));
      expect(await server.read()).toEqual(expected);
    }
  });

  it.each([
    ['no ETag', () => undefined],
    ['a weak ETag', () => 'W/"1"'],
  ])('keeps nothing when the file server gives %s', async (_what, etag) => {
    const server = await serve({ bytes: archiveOf(50, 'a'), etag });
    const first = await server.read();
    expect(await server.read()).toEqual(first);
    expect(await readdir(server.folder)).toEqual([]);
  });

  it('reads the archive when the folder cannot be written', async () => {
    const server = await serve({ bytes: archiveOf(50, 'a') });
    await rm(server.folder, { recursive: true });
    await writeFile(server.folder, 'a file');
    expect((await server.read()).frameCount).toBe(50);
  });
});
