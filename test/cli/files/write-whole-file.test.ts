import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { writeWholeFile } from '../../../cli/files/write-whole-file.ts';

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'annofab-functions-whole-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

describe('writeWholeFile', () => {
  it('leaves one whole file when many writers write it at the same time', async () => {
    const path = join(folder, '画像 1', 'latest.json');
    const texts = Array.from({ length: 20 }, (_, n) => `${n}`.repeat(10_000));
    await Promise.all(texts.map((text) => writeWholeFile(path, (temporary) => writeFile(temporary, text))));
    expect(texts).toContain(await readFile(path, 'utf8'));
    expect(await readdir(join(folder, '画像 1'))).toEqual(['latest.json']);
  });

  it('leaves nothing when the writer fails', async () => {
    const failing = writeWholeFile(join(folder, 'file'), async (temporary) => {
      await writeFile(temporary, 'half');
      throw new Error('the disk is full');
    });
    await expect(failing).rejects.toThrow('the disk is full');
    expect(await readdir(folder)).toEqual([]);
  });
});
