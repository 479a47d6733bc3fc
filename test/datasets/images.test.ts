import { mkdir, mkdtemp, readFile, rm, stat, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { unpackTar } from 'modern-tar';
import { beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import { readImageHeader } from '../../lib/datasets/images/image-header.ts';
import { FORMATS, type FormatName, imageFolder, type PlaceImage, placeInFolder } from '../../lib/datasets/index.ts';
import { type AnnotationSample, box, type FrameSample, sizes } from './support/archive.ts';
import { convertFrames } from './support/convert.ts';
import { IMAGES } from './support/images.ts';
import { specs } from './support/specs.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'annofab-functions-images-'));
  onTestFinished(() => rm(folder, { recursive: true }));
});

const CAR: AnnotationSample = { label: 'car', data: box(-5, 5, 10, 15) };

const frameOf = (input_data_id: string, input_data_name: string): FrameSample => ({
  ...{ task_id: 'task-1', input_data_id, annotations: [CAR], fields: { input_data_name } },
});

async function save(name: string, content: Uint8Array): Promise<string> {
  const path = join(folder, name);
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, content);
  return path;
}

const place = () => placeInFolder(join(folder, 'out'));
const inDataset = (path: string) => readFile(join(folder, 'out', path));

async function convert(frames: readonly FrameSample[], name: FormatName = 'coco', placeImage: PlaceImage = place()) {
  const images = await imageFolder(join(folder, 'photos'));
  return await convertFrames(frames, FORMATS[name]({}), { specs: specs(), images, placeImage });
}

describe('the header of an image', () => {
  it.each(Object.entries(IMAGES))('gives the size of a %s', async (name, content) => {
    const orientation = name === 'turnedJpg' ? 6 : 1;
    const header = readImageHeader(await save(name, content));
    expect(header).toMatchObject({ size: { width: 30, height: 20 }, orientation });
    expect(name.toLowerCase()).toContain(header?.extension.slice(1));
  });

  it('is found behind a large profile', async () => {
    const { jpg } = IMAGES;
    const segment = Buffer.alloc(60_002);
    segment.writeUInt16BE(0xffe2, 0);
    segment.writeUInt16BE(60_000, 2);
    const profile = Buffer.concat([jpg.subarray(0, 20), ...Array.from({ length: 5 }, () => segment), jpg.subarray(20)]);
    expect(readImageHeader(await save('large.jpg', profile))).toMatchObject({ size: { width: 30, height: 20 } });
  });

  it.each([
    ['an empty file', ''],
    ['text', 'Hello'],
    ['an SVG, which has no pixels', '<svg xmlns="http://www.w3.org/2000/svg" width="30" height="20"/>'],
  ])('does not exist in %s', async (_what, text) => {
    expect(readImageHeader(await save('file', Buffer.from(text)))).toBeUndefined();
  });

  it('does not exist in an image that ends before its size', async () => {
    for (const [name, content] of Object.entries(IMAGES)) {
      expect(readImageHeader(await save(name, content.subarray(0, 8)))).toBeUndefined();
    }
  });
});

describe('images of a dataset', () => {
  it.each([
    ['coco', 'images'],
    ['yolo', 'images'],
    ['masks', 'images'],
    ['jsonl', 'images'],
    ['parquet', 'images'],
    ['kitti', 'image_2'],
  ] as const)('are beside the files of %s, in %s/{part}', async (name, images) => {
    await save('photos/day 1/a.PNG', IMAGES.png);
    const { report } = await convert([frameOf('input-1', 'day 1/a.PNG')], name);
    expect(await inDataset(`${images}/train/task-1/input-1.png`)).toEqual(IMAGES.png);
    expect(report.images).toEqual({ written: 1, missing: 0, problems: [], notes: [] });
  });

  it.each(['coco', 'yolo', 'kitti', 'jsonl'] as const)(
    'have names in %s that no other image has, also when an id ends like the name of a file',
    async (name) => {
      await save('photos/photo', IMAGES.jpg);
      await save('photos/other.jpg', IMAGES.png);
      const { report } = await convert([frameOf('a.jpg', 'photo'), frameOf('a', 'other.jpg')], name);
      const images = name === 'kitti' ? 'image_2' : 'images';
      expect(await inDataset(`${images}/train/task-1/a.jpg.jpg`)).toEqual(IMAGES.jpg);
      expect(await inDataset(`${images}/train/task-1/a.jpg`)).toEqual(IMAGES.png);
      expect(report.images).toMatchObject({ written: 2, missing: 0 });
    },
  );

  it('have the extension of their content when neither name nor id has one: YOLO looks for images by it', async () => {
    await save('photos/front camera', IMAGES.webp);
    await convert([frameOf('input-1', 'front camera')], 'yolo');
    expect(await inDataset('images/train/task-1/input-1.webp')).toEqual(IMAGES.webp);
  });

  it('have the name in images/{part} that COCO has as file_name, also if only the file has an extension', async () => {
    await save('photos/input-1.jpeg', IMAGES.jpg);
    const { json } = await convert([frameOf('input-1', 'front camera')]);
    expect(json('annotations/instances_train.json')).toMatchObject({ images: [{ file_name: 'task-1/input-1.jpeg' }] });
    expect(await inDataset('images/train/task-1/input-1.jpeg')).toEqual(IMAGES.jpg);
  });

  it('are in the tar files of WebDataset, under the key of their frame', async () => {
    await save('photos/a.jpg', IMAGES.jpg);
    const { files, report } = await convert([frameOf('input.1', 'a.jpg'), frameOf('input.2', 'b.jpg')], 'webdataset');
    const entries = await unpackTar(new Uint8Array(files.get('train-000000.tar') ?? []));
    expect(entries.map(({ header }) => header.name)).toEqual([
      'task-1/input+1.json',
      'task-1/input+1.jpg',
      'task-1/input+2.json',
    ]);
    expect(Buffer.from(entries[1]?.data ?? [])).toEqual(IMAGES.jpg);
    expect(report.images).toMatchObject({ written: 1, missing: 1 });
  });

  it.each([
    ['its name', 'photos/front.jpg'],
    ['its id and the extension of its name', 'photos/input-1.jpg'],
    ['its id', 'photos/input-1'],
  ])('are found by %s', async (_how, path) => {
    await save(path, IMAGES.jpg);
    const { report } = await convert([frameOf('input-1', 'front.jpg')]);
    expect(report.images).toMatchObject({ written: 1, missing: 0 });
  });

  it('never come from outside of the folder', async () => {
    await save('secret.jpg', IMAGES.jpg);
    await mkdir(join(folder, 'photos'));
    const names = [
      '../secret.jpg',
      'a/../../secret.jpg',
      'a\\..\\..\\secret.jpg',
      join(folder, 'secret.jpg'),
      'C:secret',
    ];
    const { report } = await convert(names.map((name, n) => frameOf(`input-${n}`, name)));
    expect(report.images).toEqual({
      ...{ written: 0, missing: 5, notes: [] },
      problems: [
        {
          ...{ reason: 'outside of folder', label: '', count: 5 },
          first: { task_id: 'task-1', input_data_id: 'input-0', annotation_id: undefined },
        },
      ],
    });
  });

  it('are counted where there is no file, or only a folder of that name', async () => {
    await mkdir(join(folder, 'photos/a.jpg'), { recursive: true });
    const names = ['a.jpg', 'b.jpg', 'b.jpg/c.jpg', `${'x'.repeat(1_000)}.jpg`, ''];
    const { report } = await convert(names.map((name, n) => frameOf(`input-${n}`, name)));
    expect(report.images).toMatchObject({ missing: 5, problems: [{ reason: 'not found', count: 5 }] });
  });

  it('give the size of their frame, by which annotations are clipped', async () => {
    await save('photos/a.jpg', IMAGES.jpg);
    const { json, report } = await convert([frameOf('input-1', 'a.jpg')]);
    expect(json('annotations/instances_train.json')).toMatchObject({
      images: [{ width: 30, height: 20 }],
      annotations: [{ bbox: [0, 5, 10, 10] }],
    });
    expect(report.changed).toMatchObject([{ reason: 'clipped', count: 1 }]);
  });

  it('give the size as they are shown by their EXIF orientation, which is counted', async () => {
    await save('photos/a.jpg', IMAGES.turnedJpg);
    const { json, report } = await convert([frameOf('input-1', 'a.jpg')]);
    expect(json('annotations/instances_train.json')).toMatchObject({ images: [{ width: 20, height: 30 }] });
    expect(report.images?.notes).toMatchObject([{ reason: 'EXIF orientation', count: 1 }]);
  });

  it('are counted when they have another size than their input data, whose size is kept', async () => {
    await save('photos/a.jpg', IMAGES.jpg);
    const frames = [frameOf('input-1', 'a.jpg')];
    const images = await imageFolder(join(folder, 'photos'));
    const options = { specs: specs(), images, placeImage: place() };
    const other = await sizes(60, 40, ['input-1']);
    const { json, report } = await convertFrames(frames, FORMATS.coco(), { ...options, imageSizes: other });
    expect(json('annotations/instances_train.json')).toMatchObject({ images: [{ width: 60, height: 40 }] });
    expect(report.images?.notes).toMatchObject([{ reason: 'other size', count: 1 }]);
    const same = await sizes(30, 20, ['input-1']);
    const fitting = await convertFrames(frames, FORMATS.coco(), { ...options, imageSizes: same });
    expect(fitting.report.images?.notes).toEqual([]);
  });

  it('can be links, which take no space', async () => {
    const path = await save('photos/a.jpg', IMAGES.jpg);
    await convert([frameOf('input-1', 'a.jpg')], 'coco', placeInFolder(join(folder, 'out'), { link: true }));
    expect((await stat(join(folder, 'out/images/train/task-1/input-1.jpg'))).ino).toBe((await stat(path)).ino);
    await convert([frameOf('input-2', 'a.jpg')]);
    expect((await stat(join(folder, 'out/images/train/task-1/input-2.jpg'))).ino).not.toBe((await stat(path)).ino);
  });

  it('are copied where the file system cannot link', async () => {
    // A device cannot be linked from another file system.
    const image = { path: '/dev/null', bytes: 0, extension: '.jpg', header: undefined };
    await placeInFolder(join(folder, 'out'), { link: true })(image, 'images/a.jpg');
    expect(await inDataset('images/a.jpg')).toHaveLength(0);
  });

  it('are files and not links, where the folder has symbolic links', async () => {
    await save('originals/a.jpg', IMAGES.jpg);
    await mkdir(join(folder, 'photos'));
    await symlink('../originals/a.jpg', join(folder, 'photos/a.jpg'));
    await convert([frameOf('input-1', 'a.jpg')], 'coco', placeInFolder(join(folder, 'out'), { link: true }));
    expect(await inDataset('images/train/task-1/input-1.jpg')).toEqual(IMAGES.jpg);
  });

  it('are counted in the same way, however many shards there are', async () => {
    await save('photos/a.jpg', IMAGES.jpg);
    const frames = Array.from({ length: 2_100 }, (_, n) => frameOf(`input-${n}`, n % 2 === 0 ? 'a.jpg' : `${n}.jpg`));
    const options = { specs: specs(), images: await imageFolder(join(folder, 'photos')), placeImage: () => {} };
    const [one, three] = [
      await convertFrames(frames, FORMATS.jsonl(), { ...options, framesPerShard: 5_000 }),
      await convertFrames(frames, FORMATS.jsonl(), { ...options, framesPerShard: 1_000 }),
    ];
    expect(three.report).toEqual(one.report);
    expect(one.report.images).toMatchObject({ written: 1_050, missing: 1_050 });
  });

  it('are not in the report when they were not asked for', async () => {
    const { report } = await convertFrames([frameOf('input-1', 'a.jpg')], FORMATS.coco(), { specs: specs() });
    expect(report).not.toHaveProperty('images');
  });
});
