import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { unpackTar } from 'modern-tar';
import { describe, expect, it, onTestFinished } from 'vitest';
import { FORMATS, imageFolder } from '../../../lib/datasets/index.ts';
import { box } from '../support/archive.ts';
import { convertFrames } from '../support/convert.ts';
import { specs } from '../support/specs.ts';

const frameOf = (n: number) => ({
  ...{ task_id: `task.${n % 3}`, input_data_id: `input.${n}` },
  annotations: [{ label: 'car', data: box(0, 0, 5, 5) }],
});

async function entriesOf(tar: Buffer | undefined) {
  const entries = await unpackTar(new Uint8Array(tar ?? []));
  return entries.map(({ header, data }) => ({
    name: header.name,
    json: JSON.parse(Buffer.from(data ?? []).toString()),
  }));
}

describe('a dataset of tar files', () => {
  it('has a file for each block of frames, numbered by its place in the archive', async () => {
    const frames = Array.from({ length: 2_001 }, (_, n) => frameOf(n));
    const { files } = await convertFrames(frames, FORMATS.webdataset(), { specs: specs(), framesPerShard: 2_000 });
    expect([...files.keys()].sort()).toEqual(['report.json', ...[0, 1, 2].map((n) => `train-00000${n}.tar`)]);
    expect(await entriesOf(files.get('train-000002.tar'))).toMatchObject([
      {
        name: 'task.2/input+2000.json',
        json: { file_name: 'task.2/input.2000.png', annotations: [{ box: [0, 0, 5, 5] }] },
      },
    ]);
  });

  it('has a key without dots for each frame, since a dot would end it', async () => {
    const { files } = await convertFrames([frameOf(1)], FORMATS.webdataset(), { specs: specs() });
    expect((await entriesOf(files.get('train-000000.tar'))).map(({ name }) => name)).toEqual(['task.1/input+1.json']);
  });

  it('has input data that are JSON under another name than the annotations', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'annofab-functions-webdataset-'));
    onTestFinished(() => rm(folder, { recursive: true }));
    await writeFile(join(folder, 'cloud.json'), '{"points":[]}');
    const frame = { ...frameOf(1), fields: { input_data_name: 'cloud.json' } };
    const images = await imageFolder(folder);
    const { files, report } = await convertFrames([frame], FORMATS.webdataset(), { specs: specs(), images });
    expect(await entriesOf(files.get('train-000000.tar'))).toMatchObject([
      { name: 'task.1/input+1.json', json: { task_id: 'task.1' } },
      { name: 'task.1/input+1.input.json', json: { points: [] } },
    ]);
    expect(report.images).toMatchObject({ written: 1 });
  });
});
