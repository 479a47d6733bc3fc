import { createHash, randomBytes } from 'node:crypto';
import { mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import { openSimpleArchive } from '../../../lib/annofab/archives/index.ts';
import type { AnnofabClient } from '../../../lib/annofab/index.ts';
import type { ConversionReport } from '../../../lib/datasets/index.ts';
import { downloadImages } from '../../../lib/datasets/index.ts';
import { startLocalAws } from '../../../local/aws/index.ts';
import { archiveBytes, box } from '../../datasets/support/archive.ts';
import { IMAGES } from '../../datasets/support/images.ts';
import { PROJECT, startEmulator } from '../../local/annofab/emulator.ts';
import { runCommand } from '../../support/run-command.ts';

const LOCAL_KEYS = { accessKeyId: 'local', secretAccessKey: 'local' };
const IDS = ['input-1', 'input-2', 'input-3'];

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'annofab-functions-convert-images-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  const frames = IDS.map((input_data_id) => ({
    ...{ task_id: 'task-1', input_data_id, annotations: [{ label: 'car', data: box(-5, 0, 10, 10) }] },
    fields: { project_id: PROJECT, input_data_name: `road/${input_data_id}.jpg` },
  }));
  await writeFile(join(folder, 'road.zip'), archiveBytes(frames));
});

const at = (...path: readonly string[]) => join(folder, ...path);

/** Converts the archive; the dataset is in `out`, and images in `photos`. */
async function convert(options: readonly string[], env: Readonly<Record<string, string>> = {}) {
  const files = [at('road.zip'), '--out', at('out'), '--replace', '--json'];
  const ended = await runCommand('convert', [...files, '--format', 'coco', '--images', at('photos'), ...options], env);
  const report: ConversionReport | undefined = ended.out === '' ? undefined : JSON.parse(ended.out);
  return { ...ended, images: report?.images };
}

const photos = async () => (await readdir(at('photos'))).filter((name) => !name.startsWith('.')).sort();
const photo = (id: string) => readFile(at('photos', `${id}.jpg`));

/** Annofab with a JPEG for each input data. */
async function startAnnofab(options: Parameters<typeof startEmulator>[0] = {}) {
  const emulator = await startEmulator(options);
  const { annofab, owner } = emulator;
  const put = async (input_data_id: string, data: Uint8Array) => {
    const before = await owner.inputData.find({ project_id: PROJECT, input_data_id });
    const last_updated_datetime = before?.updated_datetime;
    const input_data_name = `road/${input_data_id}.jpg`;
    await owner.inputData.putFile({ project_id: PROJECT, input_data_id, data, input_data_name, last_updated_datetime });
  };
  for (const id of IDS) await put(id, IMAGES.jpg);
  const download = (...more: readonly string[]) =>
    convert(['--download', '--endpoint', annofab.url, ...more], { ANNOFAB_PAT: 'demo-pat' });
  return { ...emulator, put, download };
}

/** Says that the file of an input data is in the team's own storage. */
async function moveToS3(owner: AnnofabClient, input_data_id: string, input_data_path: string): Promise<void> {
  const { updated_datetime } = await owner.getInputData({ project_id: PROJECT, input_data_id });
  const body = { input_data_name: `road/${input_data_id}.jpg`, input_data_path };
  await owner.putInputData({
    ...{ project_id: PROJECT, input_data_id },
    body: { ...body, last_updated_datetime: updated_datetime },
  });
}

/** The same, where the file of `input-3` is in the team's own bucket, which has these objects. */
async function startWithOwnStorage(objects: Readonly<Record<string, Buffer>>) {
  const { annofab, owner } = await startAnnofab();
  const aws = await startLocalAws();
  const s3 = new S3Client({ endpoint: aws.s3Url, region: aws.region, credentials: LOCAL_KEYS, forcePathStyle: true });
  onTestFinished(async () => {
    s3.destroy();
    await aws.stop();
  });
  await aws.createBucket('photos');
  for (const [Key, Body] of Object.entries(objects))
    await s3.send(new PutObjectCommand({ Bucket: 'photos', Key, Body }));
  await moveToS3(owner, 'input-3', 's3://photos/road/3.jpg');
  const download = () => convert(['--download', '--endpoint', annofab.url], { ...aws.env, ANNOFAB_PAT: 'demo-pat' });
  return { aws, s3, download };
}

describe('convert --images', () => {
  it('puts the images of a folder into the dataset, and counts those that are missing', async () => {
    await mkdir(at('photos/road'), { recursive: true });
    await writeFile(at('photos/road/input-1.jpg'), IMAGES.jpg);
    await writeFile(at('photos/input-2.jpg'), IMAGES.turnedJpg);
    const { code, images } = await convert(['--jobs', '2']);
    const [, second, third] = IDS.map((input_data_id) => ({ task_id: 'task-1', input_data_id }));
    expect({ code, images }).toEqual({
      code: 0,
      images: {
        ...{ written: 2, missing: 1 },
        problems: [{ reason: 'not found', label: '', count: 1, first: third }],
        notes: [{ reason: 'EXIF orientation', label: '', count: 1, first: second }],
      },
    });
    expect(await readFile(at('out/images/train/task-1/input-1.jpg'))).toEqual(IMAGES.jpg);
    const { images: listed } = JSON.parse(await readFile(at('out/annotations/instances_train.json'), 'utf8'));
    expect(listed).toMatchObject([{ file_name: 'task-1/input-1.jpg', width: 30, height: 20 }, {}, {}]);
  });

  it('says for people what is missing, and what to check', async () => {
    await mkdir(at('photos'));
    await writeFile(at('photos/input-2.jpg'), IMAGES.turnedJpg);
    const options = ['--format', 'yolo', '--out', at('out'), '--images', at('photos')];
    const { out } = await runCommand('convert', [at('road.zip'), ...options]);
    expect(out).toContain('\n1 images.\n');
    expect(out).toMatch(
      /2 images missing \(not found\): .* has no file with its name or its id. The first: task-1\/input-1\./,
    );
    expect(out).toMatch(/1 images to check \(EXIF orientation\): .* The first: task-1\/input-2\./);
  });

  it('links them with --link', async () => {
    await mkdir(at('photos'));
    await writeFile(at('photos/input-1.jpg'), IMAGES.jpg);
    await convert(['--link']);
    const inodes = await Promise.all(
      [at('photos/input-1.jpg'), at('out/images/train/task-1/input-1.jpg')].map((path) => stat(path)),
    );
    expect(new Set(inodes.map(({ ino }) => ino)).size).toBe(1);
  });

  it('fails with --strict when an image is missing', async () => {
    await mkdir(at('photos'));
    const { code, err } = await convert(['--strict']);
    expect({ code, err }).toMatchObject({ code: 1, err: expect.stringContaining('3 images missing (not found)') });
    expect((await readdir(folder)).sort()).toEqual(['photos', 'road.zip']);
  });

  it('refuses a folder of images that does not exist, and writes nothing', async () => {
    const { code, err } = await convert([]);
    expect({ code, err }).toMatchObject({
      code: 2,
      err: expect.stringMatching(/There is no folder .*photos with images/),
    });
    expect(await readdir(folder)).toEqual(['road.zip']);
  });

  it.each(['--download', '--link'])('is needed for %s', async (option) => {
    const { code, err } = await runCommand('convert', [at('road.zip'), '--format', 'coco', '--out', at('out'), option]);
    expect({ code, err }).toEqual({ code: 2, err: expect.stringContaining(`${option} needs --images <folder>`) });
  });
});

describe('convert --download', () => {
  it('downloads the images into the folder, with progress', async () => {
    const { download } = await startAnnofab();
    const { code, images, err } = await download();
    expect({ code, images }).toMatchObject({ code: 0, images: { written: 3, missing: 0 } });
    expect(err).toContain('3 of 3 images compared or downloaded\n');
    expect(await photos()).toEqual(IDS.map((id) => `${id}.jpg`));
    expect(await readFile(at('out/images/train/task-1/input-3.jpg'))).toEqual(IMAGES.jpg);
  });

  it('downloads again only what is missing, has another size, or has changed', async () => {
    const { annofab, put, download } = await startAnnofab();
    await download();
    annofab.faults.add({ operation: 'downloadFile', status: 404 });
    expect(await download()).toMatchObject({ code: 0, images: { written: 3, missing: 0 } });
    annofab.faults.clear();
    await put('input-1', IMAGES.turnedJpg);
    await writeFile(at('photos/input-2.jpg'), 'damaged');
    await rm(at('photos/input-3.jpg'));
    expect(await download()).toMatchObject({ images: { written: 3 } });
    expect(await Promise.all(IDS.map(photo))).toEqual([IMAGES.turnedJpg, IMAGES.jpg, IMAGES.jpg]);
  });

  it('never replaces a file that it did not download', async () => {
    const { download } = await startAnnofab();
    await mkdir(at('photos/road'), { recursive: true });
    await writeFile(at('photos/road/input-1.jpg'), 'by name');
    await writeFile(at('photos/input-2.jpg'), 'by id');
    expect(await download()).toMatchObject({ images: { written: 3 } });
    expect(await photos()).toEqual(['input-2.jpg', 'input-3.jpg', 'road']);
    expect(String(await photo('input-2'))).toBe('by id');
  });

  it('does not take a file for that of another input data, which has the name of the file', async () => {
    const { owner } = await startAnnofab();
    const data = new Map([
      ['input-1', IMAGES.jpg],
      ['input-2', IMAGES.turnedJpg],
    ]);
    const frames = [...data.keys()].map((input_data_id) => ({
      ...{ task_id: 'task-1', input_data_id, annotations: [] },
      fields: { project_id: PROJECT, input_data_name: input_data_id === 'input-1' ? 'input-2.jpg' : 'input-1.jpg' },
    }));
    await writeFile(at('road.zip'), archiveBytes(frames));
    const archive = await openSimpleArchive({ path: at('road.zip') });
    onTestFinished(() => archive.close());
    for (const [input_data_id, content] of data) {
      const { updated_datetime } = await owner.getInputData({ project_id: PROJECT, input_data_id });
      const input_data_name = `${input_data_id}.jpg`;
      await owner.inputData.putFile({
        ...{ project_id: PROJECT, input_data_id, input_data_name, data: content },
        last_updated_datetime: updated_datetime,
      });
    }
    const options = { folder: at('photos') };
    expect(await downloadImages(owner, archive, options)).toMatchObject({ downloaded: 2 });
    expect(await downloadImages(owner, archive, options)).toMatchObject({ downloaded: 0, unchanged: 2 });
    expect(await convert([])).toMatchObject({ images: { written: 2 } });
    expect(await readFile(at('out/images/train/task-1/input-1.jpg'))).toEqual(IMAGES.jpg);
    expect(await readFile(at('out/images/train/task-1/input-2.jpg'))).toEqual(IMAGES.turnedJpg);
  });

  it('reads files behind signed cookies', async () => {
    const { download } = await startAnnofab({ settings: { filesBehindCookies: true } });
    expect(await download()).toMatchObject({ code: 0, images: { written: 3, missing: 0 } });
    expect(await photo('input-1')).toEqual(IMAGES.jpg);
  });

  it('resumes a download whose connection broke', async () => {
    const { annofab, put, download } = await startAnnofab();
    const large = Buffer.concat([IMAGES.jpg, randomBytes(2_000_000)]);
    await put('input-1', large);
    annofab.faults.add({ operation: 'downloadFile', drop: 'during', times: 2 });
    expect(await download('--concurrency', '1')).toMatchObject({ code: 0, images: { written: 3 } });
    expect(md5(await photo('input-1'))).toBe(md5(large));
    expect((await photos()).filter((name) => name.endsWith('.part'))).toEqual([]);
  });

  it('goes on after an interruption, with the images that are missing', async () => {
    const { owner } = await startAnnofab();
    const archive = await openSimpleArchive({ path: at('road.zip') });
    onTestFinished(() => archive.close());
    const stopping = new AbortController();
    const options = { folder: at('photos'), concurrency: 1 };
    const interrupted = downloadImages(owner, archive, {
      ...options,
      signal: stopping.signal,
      onProgress: () => stopping.abort(new Error('stopped')),
    });
    await expect(interrupted).rejects.toThrow('stopped');
    expect(await photos()).toEqual(['input-1.jpg']);
    expect(await downloadImages(owner, archive, options)).toMatchObject({ downloaded: 2, unchanged: 1 });
    expect(await downloadImages(owner, archive, options)).toMatchObject({ downloaded: 0, unchanged: 3 });
  });

  it('counts files that do not exist, that are in private storage, and input data that Annofab does not have', async () => {
    const { annofab, owner, download } = await startAnnofab();
    await owner.deleteInputData({ project_id: PROJECT, input_data_id: 'input-1' });
    annofab.state.files.delete(`input-data/${PROJECT}/input-2`);
    await moveToS3(owner, 'input-3', 's3://photos/3.jpg');
    const { code, images } = await download();
    expect({ code, images }).toMatchObject({
      code: 0,
      images: {
        ...{ written: 0, missing: 3 },
        problems: [
          { reason: 'not in Annofab', first: { input_data_id: 'input-1' } },
          { reason: 'refused', first: { input_data_id: 'input-2' } },
          { reason: 'no download', first: { input_data_id: 'input-3' } },
        ],
      },
    });
  });

  it('counts a file at s3:// that is not there, whose bucket may be read', async () => {
    const { download } = await startWithOwnStorage({});
    expect(await download()).toMatchObject({
      code: 0,
      images: { written: 2, problems: [{ reason: 'refused', first: { input_data_id: 'input-3' } }] },
    });
  });

  it('reads files at s3:// with the AWS credentials, and again only those that changed', async () => {
    const { aws, s3, download } = await startWithOwnStorage({ 'road/3.jpg': IMAGES.jpg });
    expect(await download()).toMatchObject({ code: 0, images: { written: 3, missing: 0 } });
    expect(await photo('input-3')).toEqual(IMAGES.jpg);
    aws.faults.add({ service: 's3', operation: 'GetObject', status: 500 });
    expect(await download()).toMatchObject({ code: 0, images: { written: 3 } });
    aws.faults.clear();
    await s3.send(new PutObjectCommand({ Bucket: 'photos', Key: 'road/3.jpg', Body: IMAGES.turnedJpg }));
    expect(await download()).toMatchObject({ code: 0, images: { written: 3 } });
    expect(await photo('input-3')).toEqual(IMAGES.turnedJpg);
  });

  it('resumes a file at s3:// whose connection broke', async () => {
    const large = Buffer.concat([IMAGES.jpg, randomBytes(2_000_000)]);
    const { aws, download } = await startWithOwnStorage({ 'road/3.jpg': large });
    aws.faults.add({ service: 's3', operation: 'GetObject', drop: 'during', times: 2 });
    expect(await download()).toMatchObject({ code: 0, images: { written: 3 } });
    expect(md5(await photo('input-3'))).toBe(md5(large));
    expect((await photos()).filter((name) => name.endsWith('.part'))).toEqual([]);
  });

  it('fails when a file at s3:// is denied, names the input data, and says which rights it needs', async () => {
    const { aws, download } = await startWithOwnStorage({ 'road/3.jpg': IMAGES.jpg });
    aws.faults.add({ service: 's3', status: 403, code: 'AccessDenied' });
    const { code, err } = await download();
    expect({ code, err }).toEqual({
      code: 1,
      err: expect.stringMatching(
        /The file of the input data input-3 could not be read: Access to s3:\/\/photos\/road\/3\.jpg was denied\. The AWS credentials need s3:GetObject/,
      ),
    });
  });

  it('counts files that the server refuses, and does not take an older version for them', async () => {
    const { annofab, put, download } = await startAnnofab();
    await download();
    await put('input-1', IMAGES.turnedJpg);
    annofab.faults.add({ operation: 'downloadFile', status: 403 });
    const { code, images } = await download();
    expect({ code, images }).toMatchObject({
      code: 0,
      images: { written: 2, missing: 1, problems: [{ reason: 'refused', count: 1 }] },
    });
    expect(await download('--strict')).toMatchObject({
      code: 1,
      err: expect.stringContaining('images missing (refused)'),
    });
  });

  it('fails when Annofab refuses the account, and explains which credential it needs', async () => {
    const { annofab, download } = await startAnnofab();
    annofab.faults.add({ operation: 'getInputDataInBulk', status: 403 });
    expect(await download()).toMatchObject({ code: 1, err: expect.stringContaining('403') });
    const without = await convert(['--download', '--endpoint', annofab.url]);
    expect(without).toMatchObject({ code: 1, err: expect.stringContaining('ANNOFAB_PAT') });
  });
});

function md5(bytes: Uint8Array): string {
  return createHash('md5').update(bytes).digest('hex');
}
