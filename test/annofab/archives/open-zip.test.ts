import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { openZip, readEntryCount, startsLikeZip, ZIP_TAIL_BYTES } from '../../../lib/annofab/archives/zip/index.ts';
import { makeZip } from './make-zip.ts';

const bytes = makeZip([{ path: 'a/' }, { path: 'a/1.txt', content: 'one' }, { path: 'b.bin', content: 'two' }]);

it('openZip reads a ZIP from a path, from bytes and from any byte source', async () => {
  const directory = await mkdtemp(join(tmpdir(), 'annofab-zip-'));
  onTestFinished(() => rm(directory, { recursive: true }));
  const path = join(directory, 'some.zip');
  await writeFile(path, bytes);
  const source = {
    name: 'a remote file',
    size: bytes.length,
    read: async (start: number, length: number) => bytes.subarray(start, start + length),
    close: async () => {},
  };
  for (const from of [path, bytes, source]) {
    await using zip = await openZip(from);
    expect(zip.paths).toEqual(['a/1.txt', 'b.bin']);
    expect([zip.has('b.bin'), zip.has('a/')]).toEqual([true, false]);
    expect((await zip.read('a/1.txt')).toString()).toBe('one');
    await expect(zip.read('c')).rejects.toThrow('entry c: the archive has no such entry');
  }
});

it('readEntryCount counts the entries, directories included, in the last bytes of a ZIP', () => {
  expect(readEntryCount(bytes.subarray(-ZIP_TAIL_BYTES), bytes.length)).toBe(3);
  expect(startsLikeZip(bytes)).toBe(true);
});
