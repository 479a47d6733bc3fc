import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { convertArchive, FORMATS } from '../../lib/datasets/index.ts';
import { box, openArchive } from './support/archive.ts';
import { convertFrames } from './support/convert.ts';
import { IMAGES } from './support/images.ts';
import { specs } from './support/specs.ts';

const frames = ['input-1', 'input-2'].map((input_data_id) => ({
  task_id: 'task-1',
  input_data_id,
  annotations: [{ label: 'car', data: box(0, 0, 10, 20) }],
}));

async function tempFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'convert-archive-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  return folder;
}

describe('convertArchive', () => {
  it('writes the same as the shards do, and removes what it needed meanwhile', async () => {
    const [folder, archive] = [await tempFolder(), await openArchive(frames)];
    const shards = await convertFrames(frames, FORMATS.coco({}), { specs: specs() });
    const out = join(folder, 'sample');
    await mkdir(join(folder, 'sample.work'));
    const report = await convertArchive(archive, { format: 'coco', out, specs: specs() });
    expect(report).toEqual(shards.report);
    expect((await readdir(folder)).sort()).toEqual(['sample', 'sample.work']);
    expect((await readdir(out)).sort()).toEqual(['annotations', 'report.json']);
    for (const [path, content] of shards.files)
      expect([path, await readFile(join(out, path))]).toEqual([path, content]);
  });

  it('copies the images of the frames, and counts those that are missing', async () => {
    const [folder, photos] = [await tempFolder(), await tempFolder()];
    await writeFile(join(photos, 'input-1.png'), IMAGES.png);
    const report = await convertArchive(await openArchive(frames), { format: 'yolo', out: folder, images: photos });
    expect(report.images).toMatchObject({ written: 1, missing: 1 });
    expect(await readdir(join(folder, 'images/train/task-1'))).toEqual(['input-1.png']);
  });

  it('refuses a folder with files, and labels that do not exist, before anything is written', async () => {
    const [folder, archive] = [await tempFolder(), await openArchive(frames)];
    const selection = { labels: ['caar'] };
    await expect(convertArchive(archive, { format: 'coco', out: folder, selection })).rejects.toThrow(
      'did you mean car?',
    );
    expect(await readdir(folder)).toEqual([]);
    await writeFile(join(folder, 'notes.txt'), 'mine');
    await expect(convertArchive(archive, { format: 'coco', out: folder })).rejects.toThrow('is not empty');
    expect(await readdir(folder)).toEqual(['notes.txt']);
  });
});
