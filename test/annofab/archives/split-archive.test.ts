import { describe, expect, it } from 'vitest';
import { openArchivePart, openSimpleArchive, splitArchive } from '../../../lib/annofab/archives/index.ts';
import { bytesSource } from '../../../lib/annofab/archives/zip/byte-source.ts';
import { directoryPart } from '../../../lib/annofab/archives/zip/directory-part.ts';
import { locateDirectory } from '../../../lib/annofab/archives/zip/zip-end.ts';
import { makeZip, type ZipOptions } from './make-zip.ts';
import { collect, detail, framePart, mask } from './samples.ts';

/** Outer files stand anywhere in the archive. */
const PARTS = [
  { path: 'task-2/input-0/late', content: mask },
  ...Array.from({ length: 7 }, (_, at) => framePart(`task-${Math.floor(at / 3)}`, `input-${at}`, [detail(null)])),
  { path: 'task-0/input-1/mask', content: mask },
  framePart('task-2', 'input-0', [detail({ _type: 'Segmentation', data_uri: 'late' })]),
];

async function framesOfParts(bytes: Buffer, size: number) {
  const whole = await splitArchive(bytesSource(bytes));
  const directories: Buffer[] = [];
  for (let start = 0; start < whole.frameCount; start += size)
    directories.push(whole.directoryOf({ start, end: start + size }));
  await whole.close();
  const frames = [];
  for (const directory of directories) {
    const reads: number[] = [];
    const source = bytesSource(bytes);
    const counted: typeof source = {
      ...source,
      read(start, length, signal) {
        reads.push(start);
        return source.read(start, length, signal);
      },
    };
    const part = await openArchivePart(counted, directory);
    expect(reads, 'what was read to open a part').toEqual([]);
    frames.push(...(await collect(part.frames())).map((frame) => ({ ...frame })));
    await part.close();
  }
  return frames.map(({ task_id, input_data_id, details }) => ({ task_id, input_data_id, details }));
}

describe('splitArchive', () => {
  it.each<[string, ZipOptions]>([
    ['ZIP', {}],
    ['Zip64', { zip64: true }],
  ])(
    'cuts a %s into parts that have all frames in archive order, and opens them without its directory',
    async (_, zip) => {
      const bytes = makeZip(PARTS, zip);
      const archive = await openSimpleArchive({ bytes });
      const whole = (await collect(archive.frames())).map(({ task_id, input_data_id, details }) => ({
        ...{ task_id, input_data_id, details },
      }));
      for (const size of [1, 3, 100]) expect(await framesOfParts(bytes, size)).toEqual(whole);
    },
  );

  it('has the outer files of a frame in its part, wherever they are in the archive', async () => {
    const bytes = makeZip(PARTS);
    const whole = await splitArchive(bytesSource(bytes));
    const part = await openArchivePart(bytesSource(bytes), whole.directoryOf({ start: 7, end: 8 }));
    const [frame] = await collect(part.frames());
    expect(part.entries).toBe(2);
    expect(await frame?.outerFile('late')).toEqual(mask);
  });

  it('has an end record for a part behind 4 GiB, whose position needs Zip64', () => {
    const entry = { path: 'a/b.json', index: 0, bytes: 5, compressedBytes: 5, deflated: false, crc32: 1 };
    const archiveBytes = 5 * 2 ** 32;
    const directory = directoryPart([{ ...entry, position: archiveBytes - 100 }], archiveBytes);
    expect(locateDirectory(directory, archiveBytes + directory.length)).toMatchObject({
      count: 1,
      start: archiveBytes,
    });
  });
});
