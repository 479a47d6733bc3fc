import { createHash } from 'node:crypto';
import { request } from 'undici';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type AnnofabEmulator, startAnnofabEmulator } from '../../../../local/annofab/index.ts';
import { drawScene } from '../../../../local/annofab/seed/draw.ts';
import { caller, type Receiver, startReceiver } from '../http.ts';
import { makeZip } from '../import/make-archive.ts';

let annofab: AnnofabEmulator;
const api = caller(() => annofab);
const HOUR = 60 * 60 * 1000;

beforeEach(async () => {
  annofab = await startAnnofabEmulator();
});
afterEach(() => annofab.stop());

const upload = async (bytes: Buffer): Promise<string> => {
  const { body } = await api('POST', '/projects/demo-project/create-temp-path');
  const { url, path } = body as { url: string; path: string };
  const { statusCode, headers } = await request(url, { method: 'PUT', body: bytes });
  expect(statusCode).toBe(200);
  expect(headers['etag']).toBe(`"${createHash('md5').update(bytes).digest('hex')}"`);
  return path;
};
const register = (id: string, fields: Record<string, unknown>) =>
  api('PUT', `/projects/demo-project/inputs/${id}`, fields);
const updatedDatetime = ({ body }: { body: unknown }) => (body as { updated_datetime: string }).updated_datetime;

describe('registration of an uploaded file', () => {
  const scene = drawScene(80, 60, 1);

  it('putInputData registers an uploaded file with its name, size and content', async () => {
    const path = await upload(scene);
    expect(path).toMatch(/^s3:\/\//);
    const registered = await register('new-1', {
      input_data_name: '朝/1.png',
      input_data_path: path,
      metadata: { place: '東京' },
    });
    expect(registered).toMatchObject({
      status: 200,
      body: {
        input_data_id: 'new-1',
        project_id: 'demo-project',
        input_data_name: '朝/1.png',
        sign_required: false,
        metadata: { place: '東京' },
        system_metadata: { _type: 'Image', original_resolution: { width: 80, height: 60 } },
      },
    });
    const { body } = await api('GET', '/projects/demo-project/inputs/new-1');
    const file = await request((body as { url: string }).url);
    expect(Buffer.from(await file.body.arrayBuffer()).equals(scene)).toBe(true);
  });

  it('returns 409 when the lock of existing input data is wrong, or new input data has a lock', async () => {
    const fields = { input_data_name: '1.png', input_data_path: await upload(scene) };
    const lock = updatedDatetime(await register('new-1', fields));
    for (const last_updated_datetime of [undefined, '2019-05-08T10:00:00.000+09:00']) {
      expect(await register('new-1', { ...fields, last_updated_datetime })).toMatchObject({
        status: 409,
        body: { errors: [{ error_code: 'ALREADY_UPDATED' }] },
      });
    }
    expect((await register('new-1', { ...fields, last_updated_datetime: lock })).status).toBe(200);
    expect((await register('new-2', { ...fields, last_updated_datetime: lock })).status).toBe(409);
  });

  it('returns 400 when the upload is older than a day', async () => {
    const input_data_path = await upload(scene);
    annofab.clock.advance(24 * HOUR);
    expect((await register('new-1', { input_data_name: '1.png', input_data_path })).status).toBe(400);
  });
});

it('putInputData accepts an address in private storage, and returns 400 for invalid ones', async () => {
  const elsewhere = 'https://storage.example/1.png';
  expect(
    await register('new-1', { input_data_name: '1.png', input_data_path: elsewhere, sign_required: true }),
  ).toMatchObject({
    status: 200,
    body: { input_data_path: elsewhere, sign_required: true },
  });
  for (const input_data_path of ['s3://annofab-emulator/temp/none', '1.png', 'file:///etc/passwd']) {
    expect((await register('new-2', { input_data_name: '1.png', input_data_path })).status, input_data_path).toBe(400);
  }
});

describe('registration of a ZIP file', () => {
  let receiver: Receiver;
  beforeEach(async () => {
    receiver = await startReceiver();
    await api('PUT', '/projects/demo-project/webhooks/zip', {
      project_id: 'demo-project',
      webhook_id: 'zip',
      event_type: 'input-data-zip-registered',
      webhook_status: 'active',
      method: 'POST',
      headers: [],
      url: receiver.url,
      body: '{{PROJECT_ID}} {{ZIP_NAME}} {{COMPLETE_DATETIME}}',
    });
  });
  afterEach(() => receiver.stop());

  const names = async () => {
    const inputs = [...(annofab.state.projects.get('demo-project')?.inputData.values() ?? [])];
    return inputs
      .map(({ input_data_name }) => input_data_name)
      .filter((name) => name.startsWith('bar.zip'))
      .sort();
  };

  it('a job registers the images of a ZIP with a prefix, and ignores the id, hidden files and other types', async () => {
    const zip = await makeZip([
      ['image1.png', drawScene(8, 6, 1)],
      ['朝/image2.JPG', 'not an image'],
      ['朝/'],
      ['readme.txt', 'text'],
      ['.hidden.png', 'hidden'],
      ['.thumbs/image1.png', 'hidden'],
    ]);
    const started = await register('ignored', { input_data_name: 'bar.zip', input_data_path: await upload(zip) });
    expect(started).toMatchObject({
      status: 202,
      body: {
        job_type: 'gen-inputs',
        job_status: 'progress',
        job_detail: { _type: 'GenInputs', request: { input_data_name: 'bar.zip' } },
      },
    });
    await annofab.settled();
    expect(await names()).toEqual(['bar.zip/image1.png', 'bar.zip/朝/image2.JPG']);
    expect(annofab.state.projects.get('demo-project')?.inputData.has('ignored')).toBe(false);
    expect(receiver.received.map(({ body }) => body)).toEqual([expect.stringMatching(/^demo-project bar\.zip \d{4}-/)]);
  });

  it('an invalid ZIP fails its job and fires no webhook', async () => {
    await register('ignored', { input_data_name: 'bar.zip', input_data_path: await upload(Buffer.from('no ZIP')) });
    await annofab.settled();
    const { body } = await api('GET', '/projects/demo-project/jobs?type=gen-inputs');
    expect(body).toMatchObject({
      list: [
        {
          job_status: 'failed',
          errors: { errors: [{ message: expect.stringContaining('it is not a ZIP archive, or it is truncated') }] },
        },
      ],
    });
    expect(receiver.received).toEqual([]);
    expect(await names()).toEqual([]);
  });

  it('returns 409 for a second ZIP while the first is being registered', async () => {
    annofab.jobs.hold();
    const fields = { input_data_name: 'bar.zip', input_data_path: await upload(await makeZip([['1.png', 'x']])) };
    expect((await register('x', fields)).status).toBe(202);
    expect((await register('x', fields)).status).toBe(409);
  });
});
