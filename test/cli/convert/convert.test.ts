import { mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { FORMAT_NAMES } from '../../../lib/datasets/choices.ts';
import { FORMATS } from '../../../lib/datasets/index.ts';
import { archiveBytes, box, partsOf, points } from '../../datasets/support/archive.ts';
import { specsJson } from '../../datasets/support/specs.ts';
import { runCommand } from '../../support/run-command.ts';

let folder: string;
let archive: string;

const frames = Array.from({ length: 1_500 }, (_, n) => ({
  task_id: `task-${n % 20}`,
  input_data_id: `input-${n}`,
  annotations: [
    { label: 'car', data: box(-10, 0, 20, 20) },
    { label: 'lane', data: points(0, 0, 5, 5) },
  ],
}));

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'annofab-functions-convert-'));
  archive = join(folder, 'road.zip');
  await writeFile(archive, archiveBytes(frames));
  await writeFile(join(folder, 'specs.json'), JSON.stringify(specsJson()));
  const system_metadata = { _type: 'Image', original_resolution: { width: 100, height: 50 } };
  const inputs = frames.map(({ input_data_id }) => ({ input_data_id, system_metadata }));
  await writeFile(join(folder, 'inputs.json'), JSON.stringify(inputs));
  const tasks = frames.slice(0, 20).map(({ task_id }, n) => ({ task_id, metadata: { scene: `scene-${n % 4}` } }));
  await writeFile(join(folder, 'tasks.json'), JSON.stringify(tasks));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

/** Larger than the id of any process. */
const NO_PROCESS = 2 ** 30;

const out = (name: string) => join(folder, name);
const convert = (name: string, ...options: readonly string[]) =>
  runCommand('convert', [archive, '--format', 'coco', '--out', out(name), ...options]);

describe('annofab-functions convert', () => {
  it('makes a dataset of an archive, and says what it left out and changed', async () => {
    const files = ['--specs', out('specs.json'), '--inputs', out('inputs.json')];
    const { code, out: text, err } = await convert('road', ...files, '--split', 'train=8,val=2');
    expect({ code, err }).toEqual({ code: 0, err: '1500 of 1500 frames converted\n' });
    expect(text).toMatch(
      /^1500 annotations of 1500 frames: .*road\nPART +LABEL +ANNOTATIONS\ntrain +car +\d+\nval +car +\d+\n/,
    );
    expect(text).toContain('1500 changed (label car: clipped): It reached over the border of the image.');
    expect(text).toContain('1500 left out (label lane, polyline: not in format)');
    expect((await readdir(out('road'))).sort()).toEqual(['annotations', 'report.json']);
    const { annotations } = JSON.parse(await readFile(join(out('road'), 'annotations/instances_val.json'), 'utf8'));
    expect(annotations[0]).toMatchObject({ bbox: [0, 0, 20, 20] });
  });

  it('gives the same dataset with threads', async () => {
    await convert('one');
    expect(await convert('two', '--jobs', '2')).toMatchObject({ code: 0 });
    const file = 'annotations/instances_train.json';
    expect(await readFile(join(out('two'), file))).toEqual(await readFile(join(out('one'), file)));
  });

  it('keeps tasks with the same metadata together', async () => {
    const options = ['--split', 'a=1,b=1', '--split-by', 'scene', '--json'];
    const { out: json } = await convert('scenes', ...options, '--tasks', out('tasks.json'));
    const counts: Record<string, { car: number }> = JSON.parse(json).counts;
    for (const { car } of Object.values(counts)) expect(car % 375).toBe(0);
    expect(await convert('scenes-2', ...options)).toMatchObject({
      code: 2,
      err: expect.stringContaining('needs --tasks'),
    });
  });

  it('fails with --strict when an annotation cannot be said, and leaves nothing behind', async () => {
    const { code, err } = await convert('strict', '--specs', out('specs.json'), '--strict');
    expect({ code, err }).toMatchObject({ code: 1, err: expect.stringContaining('1500 left out (label lane') });
    expect((await readdir(folder)).filter((name) => name.startsWith('strict'))).toEqual([]);
  });

  it('replaces a dataset only when it is told to, and never another folder', async () => {
    await convert('again');
    expect(await convert('again')).toMatchObject({ code: 2, err: expect.stringContaining('--replace') });
    expect(await convert('again', '--replace')).toMatchObject({ code: 0 });
    await mkdir(out('photos'));
    await writeFile(join(out('photos'), 'photo.jpg'), '');
    const refused = await convert('photos', '--replace');
    expect(refused).toMatchObject({ code: 2, err: expect.stringContaining('files that are not a dataset') });
  });

  it('reads the folder that an archive was extracted to, with the same result', async () => {
    const extracted = out('extracted');
    const few = frames.slice(0, 3);
    for (const { path, content = '' } of few.flatMap(partsOf)) {
      await mkdir(dirname(join(extracted, path)), { recursive: true });
      await writeFile(join(extracted, path), content);
    }
    await writeFile(out('extracted.zip'), archiveBytes(few));
    const options = ['--format', 'jsonl', '--jobs', '2'];
    await runCommand('convert', [out('extracted.zip'), ...options, '--out', out('of-zip')]);
    expect(await runCommand('convert', [extracted, ...options, '--out', out('of-folder')])).toMatchObject({ code: 0 });
    const [ofZip, ofFolder] = [await readFile(out('of-zip/train.jsonl')), await readFile(out('of-folder/train.jsonl'))];
    expect(ofFolder).toEqual(ofZip);
  });

  it('writes into an empty folder, which stays the same folder, and never beside it', async () => {
    for (const name of ['here', 'here.partial', 'here.work']) await mkdir(out(name));
    await writeFile(out('here.work/notes.txt'), 'mine');
    const { ino } = await stat(out('here'));
    expect(await convert('here')).toMatchObject({ code: 0 });
    expect((await stat(out('here'))).ino).toBe(ino);
    expect((await readdir(out('here'))).sort()).toEqual(['annotations', 'report.json']);
    expect(await readFile(out('here.work/notes.txt'), 'utf8')).toBe('mine');
  });

  it('takes nothing of a run that was killed into the dataset', async () => {
    await mkdir(out('killed/.annofab-functions/dataset/labels'), { recursive: true });
    await writeFile(out('killed/.annofab-functions/dataset/labels/old.txt'), 'old');
    await writeFile(out('killed/.annofab-functions/pid'), String(NO_PROCESS));
    expect(await convert('killed')).toMatchObject({ code: 0 });
    expect((await readdir(out('killed'))).sort()).toEqual(['annotations', 'report.json']);
  });

  it('does not write into the folder of another process', async () => {
    await mkdir(out('busy/.annofab-functions'), { recursive: true });
    await writeFile(out('busy/.annofab-functions/pid'), String(process.ppid));
    const refused = await convert('busy');
    expect(refused).toMatchObject({
      code: 2,
      err: expect.stringContaining(`Process ${process.ppid} writes a dataset`),
    });
  });

  it('keeps the dataset that is there when a conversion with --replace fails', async () => {
    await convert('kept');
    const before = await readFile(out('kept/report.json'), 'utf8');
    const failed = await convert('kept', '--replace', '--strict', '--specs', out('specs.json'));
    expect(failed).toMatchObject({ code: 1 });
    expect(await readFile(out('kept/report.json'), 'utf8')).toBe(before);
    expect((await readdir(out('kept'))).sort()).toEqual(['annotations', 'report.json']);
  });

  it('says which parts are empty, what was not selected, and that the sizes of images are not known', async () => {
    await writeFile(out('one.zip'), archiveBytes(frames.slice(0, 1)));
    const options = ['--format', 'coco', '--split', 'a=1,b=1', '--label', 'car'];
    const { code, out: text } = await runCommand('convert', [out('one.zip'), ...options, '--out', out('notes')]);
    expect(code).toBe(0);
    expect(text).toMatch(/No task is in the part [ab]: there are few tasks/);
    expect(text).toContain('1 annotations were not selected by their labels and attributes.');
    expect(text).toContain('1 frames to check (unknown size): Nothing says the size of its image');
    const report = JSON.parse(await readFile(out('notes/report.json'), 'utf8'));
    expect(Object.values(report.parts).sort()).toEqual([0, 1]);
  });

  it('counts the tasks without the metadata key of the split', async () => {
    await writeFile(out('some-tasks.json'), JSON.stringify([{ task_id: 'task-0', metadata: { scene: 'tunnel' } }]));
    const options = ['--split', 'a=1,b=1', '--split-by', 'scene', '--tasks', out('some-tasks.json')];
    const { out: text } = await convert('no-key', ...options);
    expect(text).toContain('1425 frames to check (no key)');
  });

  it('escapes control characters of labels', async () => {
    const annotations = [{ label: 'car\u001b[31m', data: { _type: 'Classification' } }];
    await writeFile(out('escape.zip'), archiveBytes([{ task_id: 't', input_data_id: 'i', annotations }]));
    const { out: text } = await runCommand('convert', [out('escape.zip'), '--format', 'coco', '--out', out('escape')]);
    expect(text).toContain('label car\\u{1b}[31m, classification');
  });

  it('reads annotation specs with a byte order mark, and lists of input data without images', async () => {
    await writeFile(out('bom.json'), `\ufeff${JSON.stringify(specsJson())}`);
    const videos = frames.map(({ input_data_id }) => ({ input_data_id, system_metadata: { _type: 'Video' } }));
    await writeFile(out('videos.json'), JSON.stringify(videos));
    const result = await convert('bom', '--specs', out('bom.json'), '--inputs', out('videos.json'));
    expect(result).toMatchObject({ code: 0 });
  });

  it.each([
    [['--specs', 'tasks.json'], 'is not the annotation specs of a project'],
    [['--inputs', 'tasks.json'], 'is not a list of input data'],
    [['--inputs', 'none.json'], 'There is no file'],
    [['--label', 'plane'], 'There is no label "plane"'],
    [['--split', 'train=0'], 'must be greater than 0'],
    [['--split', 'train'], 'name=value'],
    [['--split', 'train=1,train=2'], 'names the part train twice'],
    [['--split', 'train=1,Train=2'], 'Two parts are called train'],
    [['--where', 'occluded=true', '--where', 'occluded=false'], 'names the attribute occluded twice'],
    [['--split-by', 'scenes', '--tasks', 'tasks.json'], 'has the metadata key "scenes": did you mean scene?'],
    [['--images', 'none'], 'There is no folder none with images'],
    [['--specs', 'road.zip'], 'is not JSON'],
    [['--out', 'specs.json'], 'specs.json is a file'],
    [['--format', 'kokko'], 'Allowed choices are'],
    [['--format', 'yolo', '--yolo', 'pose', '--specs', 'specs.json'], '--yolo pose needs --specs'],
  ])('refuses %j as wrong use', async (options, reason) => {
    const paths = options.map((option) => (/[.](json|zip)$/.test(option) ? out(option) : option));
    expect(await convert('refused', ...paths)).toMatchObject({ code: 2, err: expect.stringContaining(reason) });
  });

  it('converts the folder that an archive was extracted to, with threads too', async () => {
    const extracted = out('unzipped');
    for (const { path, content } of frames.slice(0, 10).flatMap(partsOf)) {
      await mkdir(dirname(join(extracted, path)), { recursive: true });
      await writeFile(join(extracted, path), content ?? '');
    }
    const args = [extracted, '--format', 'coco', '--out', out('of-unzipped'), '--jobs', '2'];
    const { code, out: text } = await runCommand('convert', args);
    expect({ code, text }).toEqual({ code: 0, text: expect.stringMatching(/^10 annotations of 10 frames: /) });
  });

  it('suggests the labels of the archive for one that it does not have, also without specs', async () => {
    const [near, far] = [await convert('refused', '--label', 'carr'), await convert('refused', '--label', 'tree')];
    expect([near.code, near.err]).toEqual([2, expect.stringMatching(/There is no label "carr": .*car/)]);
    expect([far.code, far.err]).toEqual([2, expect.stringContaining('There is no label "tree": use car, lane')]);
  });

  it('refuses a folder in which no archive was extracted', async () => {
    await mkdir(out('no-archive'));
    const { code, err } = await runCommand('convert', [
      out('no-archive'),
      '--format',
      'coco',
      '--out',
      out('of-no-archive'),
    ]);
    expect({ code, err }).toMatchObject({ code: 2, err: expect.stringContaining('without the files of an archive') });
    expect(await readdir(folder)).not.toContain('of-no-archive');
  });

  it('says that there is no archive', async () => {
    const { code, err } = await runCommand('convert', [out('no.zip'), '--format', 'coco', '--out', out('none')]);
    expect({ code, err }).toMatchObject({ code: 2, err: expect.stringMatching(/There is no archive .*no\.zip/) });
  });

  it('says that an archive is none', async () => {
    const { code, err } = await runCommand('convert', [out('specs.json'), '--format', 'coco', '--out', out('none')]);
    expect({ code, err }).toMatchObject({ code: 1, err: expect.stringContaining('specs.json') });
  });

  it('knows every format', () => {
    expect(FORMAT_NAMES).toEqual(Object.keys(FORMATS));
  });
});
