import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { ConflictError, JobFailedError, NotFoundError } from '../../../lib/annofab/index.ts';
import { demo, startEmulator } from '../../local/annofab/emulator.ts';

const FRAME = { ...demo, input_data_id: 'task-1-frame-1' };

describe('annofab.inputData', () => {
  it('registers input data from a file, and finds it', async () => {
    const { owner } = await startEmulator();
    const photo = { ...demo, input_data_id: 'photo' };
    const made = await owner.inputData.putFile({
      ...photo,
      input_data_name: 'photo.txt',
      data: 'a photo',
      metadata: { camera: 'B' },
    });
    expect(made).toMatchObject({ ...photo, input_data_name: 'photo.txt', metadata: { camera: 'B' } });
    expect(await owner.inputData.find(photo)).toMatchObject(photo);
  });

  it('returns undefined when the input data does not exist', async () => {
    const { owner } = await startEmulator();
    expect(await owner.inputData.find({ ...demo, input_data_id: 'gone' })).toBeUndefined();
  });

  it('throws ConflictError when the id exists and last_updated_datetime is missing', async () => {
    const { owner } = await startEmulator();
    const photo = { ...demo, input_data_id: 'photo', input_data_name: 'photo.txt' };
    await owner.inputData.putFile({ ...photo, data: 'a photo' });
    await expect(owner.inputData.putFile({ ...photo, data: 'another' })).rejects.toMatchObject({ status: 409 });
    const present = await owner.inputData.find(photo);
    await owner.inputData.putFile({
      ...photo,
      data: 'another',
      last_updated_datetime: present?.updated_datetime ?? null,
    });
  });
});

describe('default names', () => {
  it('uses the file name for input data, and the file name and type for supplementary data', async () => {
    const { owner } = await startEmulator();
    const folder = await mkdtemp(join(tmpdir(), 'annofab-test-'));
    onTestFinished(() => rm(folder, { recursive: true }));
    const path = join(folder, 'note.txt');
    await writeFile(path, 'mind the kerb');
    const made = await owner.inputData.putFile({ ...demo, input_data_id: 'photo', path });
    expect(made).toMatchObject({ input_data_name: 'note.txt' });
    const ids = { ...FRAME, supplementary_data_id: 'note', supplementary_data_number: 1 };
    expect(await owner.supplementaryData.putFile({ ...ids, path })).toMatchObject({
      supplementary_data_name: 'note.txt',
      supplementary_data_type: 'text',
    });
  });

  it('uses the id as the name when the content is not a file', async () => {
    const { owner } = await startEmulator();
    const ids = { ...FRAME, supplementary_data_id: 'view', supplementary_data_number: 1 };
    const image = await owner.supplementaryData.putFile({ ...ids, data: 'x', contentType: 'image/png' });
    expect(image).toMatchObject({ supplementary_data_name: 'view', supplementary_data_type: 'image' });
    const other = await owner.supplementaryData.putFile({ ...ids, supplementary_data_id: 'any', data: 'x' });
    expect(other).toMatchObject({ supplementary_data_name: 'any', supplementary_data_type: 'custom' });
  });
});

describe('a ZIP of input data', () => {
  it('is registered by a job', async () => {
    const { owner } = await startEmulator();
    const zip = { ...demo, input_data_id: 'zip', input_data_name: 'photos.zip', data: 'not really one' };
    const job = await owner.inputData.putFile(zip);
    if (!('job_id' in job)) throw new Error('it is no job');
    await expect(owner.jobs.wait(job, { intervalMs: 5 })).rejects.toBeInstanceOf(JobFailedError);
  });
});

describe('annofab.supplementaryData', () => {
  const note = { ...FRAME, supplementary_data_id: 'note' };
  const about = {
    supplementary_data_name: 'note.txt',
    supplementary_data_type: 'text',
    supplementary_data_number: 1,
  } as const;

  it('registers supplementary data from a file, lists it and finds it', async () => {
    const { owner } = await startEmulator();
    await owner.supplementaryData.putFile({ ...note, ...about, data: 'mind the kerb', contentType: 'text/plain' });
    expect(await owner.supplementaryData.list(FRAME)).toMatchObject([{ ...note, ...about }]);
    const found = await owner.supplementaryData.find(note);
    const { bytes } = await owner.files.read(found?.url ?? '', { maxBytes: 100 });
    expect(bytes.toString()).toBe('mind the kerb');
  });

  it('returns undefined when the supplementary data does not exist', async () => {
    const { owner } = await startEmulator();
    expect(await owner.supplementaryData.find({ ...FRAME, supplementary_data_id: 'gone' })).toBeUndefined();
    expect(await owner.supplementaryData.findList(FRAME)).toEqual([]);
  });

  it('returns undefined or throws when the input data does not exist', async () => {
    const { owner } = await startEmulator();
    const gone = { ...demo, input_data_id: 'gone' };
    expect(await owner.supplementaryData.findList(gone)).toBeUndefined();
    expect(await owner.supplementaryData.find({ ...gone, supplementary_data_id: 'note' })).toBeUndefined();
    await expect(owner.supplementaryData.list(gone)).rejects.toBeInstanceOf(NotFoundError);
  });
});

describe('annofab.instructions', () => {
  it('returns undefined when there are no instructions', async () => {
    const { owner } = await startEmulator();
    expect(await owner.instructions.latest(demo)).toBeUndefined();
  });

  it('returns the instructions that were saved last', async () => {
    const { owner } = await startEmulator();
    await owner.instructions.save({ ...demo, html: '<p>手順</p>' });
    await owner.instructions.save({ ...demo, html: '<p>新しい手順</p>' });
    expect(await owner.instructions.latest(demo)).toMatchObject({ html: '<p>新しい手順</p>' });
  });

  it('throws ConflictError when last_updated_datetime is outdated', async () => {
    const { owner } = await startEmulator();
    const { updated_datetime } = await owner.instructions.save({ ...demo, html: 'a' });
    await owner.instructions.save({ ...demo, html: 'b' });
    const saving = owner.instructions.save({ ...demo, html: 'c', last_updated_datetime: updated_datetime });
    await expect(saving).rejects.toBeInstanceOf(ConflictError);
    expect(await owner.instructions.latest(demo)).toMatchObject({ html: 'b' });
  });

  it('uploads images and returns their URLs', async () => {
    const { owner } = await startEmulator();
    const image = { ...demo, image_id: 'good' };
    const src = await owner.instructions.putImage({ ...image, data: 'a picture', contentType: 'image/png' });
    expect(await owner.getInstructionImages(demo)).toMatchObject([{ image_id: 'good', url: src }]);
    await owner.instructions.putImage({ ...image, data: 'a better picture', contentType: 'image/png' });
    expect(await owner.getInstructionImages(demo)).toHaveLength(1);
  });
});
