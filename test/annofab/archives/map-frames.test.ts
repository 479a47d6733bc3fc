import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { ByteSource } from '../../../lib/annofab/archives/index.ts';
import {
  ArchiveEntryError,
  ArchiveError,
  FrameMapError,
  InvalidParameterError,
  type OpenArchiveOptions,
  openFullArchive,
  openSimpleArchive,
  type SimpleArchive,
} from '../../../lib/annofab/index.ts';
import { createClient, failureOf, startServer } from '../support.ts';
import { makeZip, type ZipPart } from './make-zip.ts';
import type * as mappers from './mappers/index.ts';
import type describeFrame from './mappers/index.ts';
import { collect, detail, frameJson, framePart, fullDetail, mask, sampleParts } from './samples.ts';

const MAPPERS = new URL('./mappers/index.ts', import.meta.url);

/** Each frame is alone in its range of bytes, so that every thread gets some. */
const SCATTERED = 2 ** 20;

const manyFrames = Array.from({ length: 12 }, (_, index) =>
  framePart(`task-${index >> 2}`, `input-${index}`, [detail({ _type: 'Classification' }, { label: `label ${index}` })]),
);
const manyIds = manyFrames.map((_, index) => `input-${index}`);

function scatter(parts: readonly ZipPart[]): ZipPart[] {
  return parts.flatMap((part, index) => [
    part,
    { path: `between-${index}`, content: Buffer.alloc(SCATTERED), stored: true },
  ]);
}

const scattered = makeZip(scatter(manyFrames));

/** Opens an archive in a file, until the test ends. */
async function openFile(bytes: Buffer, options?: OpenArchiveOptions): Promise<SimpleArchive> {
  const folder = await mkdtemp(join(tmpdir(), 'map-frames-'));
  const path = join(folder, 'annotations.zip');
  await writeFile(path, bytes);
  const archive = await openSimpleArchive({ path }, options);
  onTestFinished(async () => {
    await archive.close();
    await rm(folder, { recursive: true });
  });
  return archive;
}

/** The values before an error, and the error. */
async function untilFailure(values: AsyncIterable<unknown>): Promise<{ before: unknown[]; error: unknown }> {
  const before: unknown[] = [];
  try {
    for await (const value of values) before.push(value);
  } catch (error) {
    return { before, error };
  }
  throw new Error('nothing failed');
}

describe.each([1, 2])('mapFrames with threads: %i', (threads) => {
  it('yields what the default export returns for each frame, in archive order', async () => {
    const archive = await openFile(scattered);
    const values = await collect(archive.mapFrames<typeof describeFrame>(MAPPERS, { threads }));
    expect(values.map(({ task_id, input_data_id }) => `${task_id}/${input_data_id}`)).toEqual(
      manyIds.map((id, index) => `task-${index >> 2}/${id}`),
    );
    expect(values[3]?.labels).toEqual(['label 3']);
  });

  it('maps only the frames of a task, of a range, and those that a filter accepts', async () => {
    const archive = await openFile(scattered);
    const options = { threads, export: 'nameWith', data: { prefix: 'of ' } };
    const map = (selection: object) =>
      collect(archive.mapFrames<typeof mappers.nameWith>(MAPPERS, { ...options, ...selection }));
    expect(await map({ task_id: 'task-1' })).toEqual(['of input-4', 'of input-5', 'of input-6', 'of input-7']);
    expect(await map({ where: ({ input_data_id }: { input_data_id: string }) => input_data_id.endsWith('1') })).toEqual(
      ['of input-1', 'of input-11'],
    );
    expect(await map({ range: { start: 10, end: 12 } })).toEqual(['of input-10', 'of input-11']);
    expect(await map({ task_id: 'no such task' })).toEqual([]);
  });

  it('lets the function read the outer files of a frame, near and far', async () => {
    const far = { path: 'task-1/input-0/far', content: Buffer.from('far') };
    const parts = [...sampleParts, { path: 'between', content: Buffer.alloc(2 * SCATTERED), stored: true }, far];
    const archive = await openFile(makeZip(parts));
    const masks = await collect(archive.mapFrames<typeof mappers.readMask>(MAPPERS, { threads, export: 'readMask' }));
    expect(masks).toEqual([mask.toString('hex'), undefined, Buffer.from('far').toString('hex')]);
  });

  it('waits for what has a then method as for a promise', async () => {
    await using archive = await openSimpleArchive({ bytes: makeZip(manyFrames) });
    const options = { threads, export: 'thenable' };
    expect(await collect(archive.mapFrames<typeof mappers.thenable>(MAPPERS, options))).toEqual(manyIds);
  });

  it('maps the frames of an archive in the Full format', async () => {
    const parts = [framePart('t', 'i', [fullDetail('bounding_box', '1,2,3,4')])];
    await using archive = await openFullArchive({ bytes: makeZip(parts) });
    const options = { threads, export: 'labelIdsOf' };
    expect(await collect(archive.mapFrames<typeof mappers.labelIdsOf>(MAPPERS, options))).toEqual([['label-1']]);
  });

  it('finds the frames that a folder wraps, in bytes behind other bytes', async () => {
    const wrapped = manyFrames.map((part) => ({ ...part, path: `annotations/${part.path}` }));
    const bytes = Buffer.concat([Buffer.from('HTTP/1.1 200 OK\r\n'), makeZip(wrapped)]);
    await using archive = await openSimpleArchive({ bytes });
    const values = await collect(archive.mapFrames<typeof describeFrame>(MAPPERS, { threads }));
    expect(values.map(({ input_data_id }) => input_data_id)).toEqual(manyIds);
  });

  it('maps frames that are larger than a range of bytes', async () => {
    const details = Array.from({ length: 20_000 }, (_, index) =>
      detail({ _type: 'Classification' }, { annotation_id: `annotation ${index} ${Math.random()}` }),
    );
    const parts = [{ ...framePart('t', 'large', details), stored: true }, ...manyFrames];
    await using archive = await openSimpleArchive({ bytes: makeZip(parts) });
    const values = await collect(archive.mapFrames<typeof describeFrame>(MAPPERS, { threads }));
    expect(values.map(({ labels }) => labels.length)).toEqual([20_000, ...manyIds.map(() => 1)]);
  });

  it('names the frame for which the function failed, keeps the cause, and yields the values before it', async () => {
    const archive = await openFile(scattered);
    const { before, error } = await untilFailure(archive.mapFrames(MAPPERS, { threads, export: 'failAtInput7' }));
    expect(before).toEqual(manyIds.slice(0, 7));
    expect(error).toBeInstanceOf(FrameMapError);
    expect(error).toMatchObject({
      name: 'FrameMapError',
      task_id: 'task-1',
      input_data_id: 'input-7',
      message: expect.stringMatching(
        /: task task-1, input data input-7: the function failAtInput7 failed: seven is too many$/,
      ),
      cause: { name: 'RangeError', message: 'seven is too many' },
    });
  });

  it('names the frame for which the function threw what is no error', async () => {
    await using archive = await openSimpleArchive({ bytes: makeZip(manyFrames) });
    const error = await failureOf(collect(archive.mapFrames(MAPPERS, { threads, export: 'throwFunction' })));
    expect(error).toMatchObject({ name: 'FrameMapError', input_data_id: 'input-0' });
  });

  it('throws the error of an invalid entry in its place', async () => {
    const parts = scatter(manyFrames.with(5, { path: 'task-1/input-5.json', content: '{' }));
    const archive = await openFile(makeZip(parts));
    const { before, error } = await untilFailure(archive.mapFrames(MAPPERS, { threads, export: 'failAtInput7' }));
    expect(before).toEqual(manyIds.slice(0, 5));
    expect(error).toBeInstanceOf(ArchiveEntryError);
    expect(error).toMatchObject({ entry: 'task-1/input-5.json', message: expect.stringContaining('it is not JSON') });
  });

  it('skips invalid entries that onBadEntry accepts', async () => {
    const parts = manyFrames
      .with(5, { path: 'task-1/input-5.json', content: '{' })
      .with(6, { path: 'task-1/input-6.json', content: frameJson('task-1', 'input-6', [], { task_status: null }) })
      .with(8, { ...framePart('task-2', 'input-8'), crc: 1 });
    const bad: ArchiveEntryError[] = [];
    const archive = await openFile(makeZip(parts), { onBadEntry: (error) => bad.push(error) });
    const values = await collect(archive.mapFrames<typeof describeFrame>(MAPPERS, { threads }));
    expect(values.map(({ input_data_id }) => input_data_id)).toEqual(
      manyIds.filter((_, index) => ![5, 6, 8].includes(index)),
    );
    expect(bad.map(({ entry, field }) => [entry, field])).toEqual([
      ['task-1/input-5.json', undefined],
      ['task-1/input-6.json', 'task_status'],
      ['task-2/input-8.json', undefined],
    ]);
  });

  it.each([
    ['a module that does not exist', new URL('./no-such-module.ts', import.meta.url), 'default'],
    ['an export that does not exist', MAPPERS, 'noSuchExport'],
    ['an export that is no function', MAPPERS, 'notFunction'],
    ['a property that every object has', MAPPERS, 'toString'],
  ])('throws an error for %s', async (_, module, name) => {
    await using archive = await openSimpleArchive({ bytes: makeZip(manyFrames) });
    const error = await failureOf(collect(archive.mapFrames(module, { threads, export: name })));
    expect(error).toBeInstanceOf(FrameMapError);
    expect(error).toMatchObject({ message: expect.stringContaining('the function cannot be loaded: ') });
  });

  it('throws the reason of a signal that is aborted', async () => {
    const archive = await openFile(scattered);
    const aborted = archive.mapFrames(MAPPERS, { threads, signal: AbortSignal.abort(new Error('enough')) });
    expect(await failureOf(collect(aborted))).toMatchObject({ message: 'enough' });
    const controller = new AbortController();
    const values = archive.mapFrames(MAPPERS, { threads, signal: controller.signal });
    await values.next();
    controller.abort(new Error('enough'));
    expect(await failureOf(collect(values))).toMatchObject({ message: 'enough' });
  });

  it('throws when the archive is closed before it starts, or meanwhile', async () => {
    const archive = await openFile(scattered);
    const values = archive.mapFrames(MAPPERS, { threads });
    await values.next();
    await archive.close();
    expect(await failureOf(collect(values))).toBeInstanceOf(ArchiveError);
    expect(await failureOf(collect(archive.mapFrames(MAPPERS, { threads })))).toBeInstanceOf(ArchiveError);
  });
});

describe('mapFrames', () => {
  it('calls the function in this thread if it is the only one, and otherwise in as many others', async () => {
    const archive = await openFile(scattered);
    const threadsOf = async (threads: number) =>
      new Set(await collect(archive.mapFrames<typeof mappers.idOfThread>(MAPPERS, { threads, export: 'idOfThread' })));
    const [here] = await threadsOf(1);
    const [two, four] = [await threadsOf(2), await threadsOf(4)];
    expect([two.size, four.size]).toEqual([2, 4]);
    expect(two.has(here ?? -1)).toBe(false);
  });

  it('maps an archive by URL, and requests each range of bytes once', async () => {
    const bytes = scattered;
    const server = await startServer((request, response) => {
      const [, first = '', last = ''] = /^bytes=(\d*)-(\d*)$/.exec(request.headers.range ?? '') ?? [];
      const start = first === '' ? Math.max(0, bytes.length - Number(last)) : Number(first);
      const end = first === '' ? bytes.length : Number(last) + 1;
      const headers = { 'content-length': end - start, 'content-range': `bytes ${start}-${end - 1}/${bytes.length}` };
      response.writeHead(206, { etag: '"one"', ...headers }).end(bytes.subarray(start, end));
    });
    const client = createClient(server);
    await using archive = await client.archives.openSimple({ url: `${server.url}/archive.zip` });
    const values = await collect(archive.mapFrames<typeof describeFrame>(MAPPERS, { threads: 2 }));
    expect(values.map(({ input_data_id }) => input_data_id)).toEqual(manyIds);
    const ranges = server.requests.map(({ headers }) => headers.range);
    expect(new Set(ranges).size).toBe(ranges.length);
    expect(ranges.length).toBeLessThanOrEqual(manyFrames.length + 1);
  });

  it('maps the folder that an archive was extracted to, in this thread', async () => {
    const directory = await mkdtemp(join(tmpdir(), 'map-frames-'));
    onTestFinished(() => rm(directory, { recursive: true }));
    for (const { path, content = '' } of manyFrames) {
      await mkdir(dirname(join(directory, path)), { recursive: true });
      await writeFile(join(directory, path), content);
    }
    await using archive = await openSimpleArchive({ directory });
    const values = await collect(archive.mapFrames<typeof describeFrame>(MAPPERS, { threads: 2 }));
    expect(values).toHaveLength(manyFrames.length);
  });

  it('yields the values before one that cannot be sent, and names its frame', async () => {
    const archive = await openFile(scattered);
    const values = archive.mapFrames(MAPPERS, { threads: 2, export: 'returnFunctionAtInput7' });
    const { before, error } = await untilFailure(values);
    expect(before).toEqual(manyIds.slice(0, 7));
    expect(error).toMatchObject({ name: 'FrameMapError', task_id: 'task-1', input_data_id: 'input-7' });
  });

  it.each([
    ['exits', 'exitAtInput7', /a thread ended with exit code 3$/],
    ['fails outside of the function', 'failLaterAtInput7', /a thread failed: nobody awaits this$/],
  ])('throws an error that names the frames of a thread that %s', async (_, name, message) => {
    const archive = await openFile(scattered);
    const { before, error } = await untilFailure(archive.mapFrames(MAPPERS, { threads: 2, export: name }));
    expect(before.length).toBeLessThanOrEqual(7);
    expect(error).toBeInstanceOf(FrameMapError);
    expect(error).toMatchObject({ message: expect.stringMatching(message) });
    expect(error).toMatchObject({
      message: expect.stringMatching(/: in the 1 frames from task task-\d, input data input-\d+ on: /),
    });
  });

  it('ends a thread in the middle of a call when the signal aborts', async () => {
    const archive = await openFile(scattered);
    const started = new Int32Array(new SharedArrayBuffer(8));
    const controller = new AbortController();
    const options = { threads: 2, export: 'blockForever', data: started, signal: controller.signal };
    const values = collect(archive.mapFrames<typeof mappers.blockForever>(MAPPERS, options));
    const wait = Atomics.waitAsync(started, 0, 0);
    await wait.value;
    controller.abort(new Error('enough'));
    expect(await failureOf(values)).toMatchObject({ message: 'enough' });
  });

  it('is not far ahead of a consumer that stops, and ends the threads then', async () => {
    const archive = await openFile(
      makeZip(scatter([...manyFrames, ...manyFrames.map(({ content, path }) => ({ content, path: `more-${path}` }))])),
    );
    const calls = new Int32Array(new SharedArrayBuffer(4));
    const options = { threads: 2, export: 'countCalls', data: calls };
    for await (const value of archive.mapFrames<typeof mappers.countCalls>(MAPPERS, options)) {
      expect(value).toBe('input-0');
      break;
    }
    expect(Atomics.load(calls, 0)).toBeLessThanOrEqual(5);
  });

  it('lets the process end when the consumer neither reads on nor returns', async () => {
    const archive = new URL('../../../lib/annofab/index.ts', import.meta.url);
    const script = `
      import { openSimpleArchive } from ${JSON.stringify(archive.href)};
      const archive = await openSimpleArchive({ path: process.argv[2] });
      const values = archive.mapFrames(${JSON.stringify(MAPPERS.href)}, { threads: 2, export: 'countCalls', data: new Int32Array(1) });
      console.log((await values.next()).value);
      await archive.close();
    `;
    const folder = await mkdtemp(join(tmpdir(), 'map-frames-'));
    onTestFinished(() => rm(folder, { recursive: true }));
    const [program, zip] = [join(folder, 'stop.mjs'), join(folder, 'annotations.zip')];
    await Promise.all([writeFile(program, script), writeFile(zip, scattered)]);
    const { stdout } = await promisify(execFile)(process.execPath, [program, zip]);
    expect(stdout).toBe('input-0\n');
  });

  it('throws the error of a source whose error no thread can get', async () => {
    const far = { path: 'task-1/input-0/far', content: Buffer.from('far') };
    const bytes = makeZip([
      ...sampleParts,
      { path: 'between', content: Buffer.alloc(2 * SCATTERED), stored: true },
      far,
    ]);
    const localHeaderAt = bytes.indexOf('task-1/input-0/far') - 30;
    const cause = () => 'no thread can get a function';
    const source: ByteSource = {
      name: 'a source',
      size: bytes.length,
      async read(start, length) {
        if (start === localHeaderAt) throw new Error('it is gone', { cause });
        return bytes.subarray(start, start + length);
      },
      async close() {},
    };
    await using archive = await openSimpleArchive({ source });
    const values = archive.mapFrames<typeof mappers.readMask>(MAPPERS, { threads: 2, export: 'readMask' });
    expect(await failureOf(collect(values))).toMatchObject({
      name: 'FrameMapError',
      message: expect.stringContaining('it is gone'),
    });
  });

  it.each([0, 1.5, 257, Number.NaN])('refuses %d threads', async (threads) => {
    await using archive = await openSimpleArchive({ bytes: makeZip(manyFrames) });
    expect(await failureOf(collect(archive.mapFrames(MAPPERS, { threads })))).toBeInstanceOf(InvalidParameterError);
  });

  it('refuses a module that is not a URL, and an option that it does not have', async () => {
    await using archive = await openSimpleArchive({ bytes: makeZip(manyFrames) });
    expect(await failureOf(collect(archive.mapFrames('./map.ts')))).toBeInstanceOf(InvalidParameterError);
    const options: object = { jobs: 2 };
    expect(await failureOf(collect(archive.mapFrames(MAPPERS, options)))).toBeInstanceOf(InvalidParameterError);
  });
});
