import { describe, expect, test } from 'vitest';
import { demo, startEmulator } from '../../local/annofab/emulator.ts';

const FRAME = { ...demo, input_data_id: 'task-1-frame-1' };

describe('input data', () => {
  test('are made of a file, and found', async () => {
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

  test('that are not there are undefined', async () => {
    const { owner } = await startEmulator();
    expect(await owner.inputData.find({ ...demo, input_data_id: 'gone' })).toBeUndefined();
  });

  test('are not replaced unless one says what is replaced', async () => {
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

describe('supplementary data', () => {
  const note = { ...FRAME, supplementary_data_id: 'note' };
  const about = {
    supplementary_data_name: 'note.txt',
    supplementary_data_type: 'text',
    supplementary_data_number: 1,
  } as const;

  test('are made of a file, listed and found', async () => {
    const { owner } = await startEmulator();
    await owner.supplementaryData.putFile({ ...note, ...about, data: 'mind the kerb', contentType: 'text/plain' });
    expect(await owner.supplementaryData.list(FRAME)).toMatchObject([{ ...note, ...about }]);
    const found = await owner.supplementaryData.find(note);
    const { bytes } = await owner.files.read(found?.url ?? '', { maxBytes: 100 });
    expect(bytes.toString()).toBe('mind the kerb');
  });

  test('that are not there are undefined', async () => {
    const { owner } = await startEmulator();
    expect(await owner.supplementaryData.find({ ...FRAME, supplementary_data_id: 'gone' })).toBeUndefined();
  });
});

describe('the instructions of a project', () => {
  test('are undefined before anybody wrote them', async () => {
    const { owner } = await startEmulator();
    expect(await owner.instructions.latest(demo)).toBeUndefined();
  });

  test('are what was saved last', async () => {
    const { owner } = await startEmulator();
    await owner.instructions.save({ ...demo, html: '<p>手順</p>' });
    await owner.instructions.save({ ...demo, html: '<p>新しい手順</p>' });
    expect(await owner.instructions.latest(demo)).toMatchObject({ html: '<p>新しい手順</p>' });
  });
});
