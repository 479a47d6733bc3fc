import { describe, expect, it } from 'vitest';
import type { AnnofabClient } from '../../../../lib/annofab/index.ts';
import { annofabError, demo, PROJECT, startEmulator } from '../emulator.ts';

const FRAME = { ...demo, input_data_id: 'task-1-frame-1' };
const RAYS = { ...FRAME, supplementary_data_id: 'rays' };
const rays = {
  supplementary_data_name: 'rays.txt',
  supplementary_data_path: 'https://example.com/rays.txt',
  supplementary_data_type: 'text',
  supplementary_data_number: 2,
} as const;

async function upload(client: AnnofabClient, text: string): Promise<string> {
  const { url, path } = await client.createTempPath(demo);
  const sent = await fetch(url, { method: 'PUT', body: text, headers: { 'content-type': 'text/plain' } });
  expect(sent.status).toBe(200);
  return path;
}

const stale = { status: 409, errorCode: 'ALREADY_UPDATED' };

describe('supplementary data', () => {
  it('supplementary data keeps its file when the upload has expired', async () => {
    const { annofab, owner, worker } = await startEmulator();
    const supplementary_data_path = await upload(owner, 'rays');
    const made = await owner.putSupplementaryData({ ...RAYS, body: { ...rays, supplementary_data_path } });
    expect(made).toMatchObject({ ...RAYS, ...rays, supplementary_data_path: expect.stringMatching(/^s3:/) });
    annofab.clock.advance(48 * 60 * 60 * 1000);
    const [read] = await worker.getSupplementaryDataList(FRAME);
    expect(read).toMatchObject({ ...RAYS, etag: made.etag, updated_datetime: made.updated_datetime });
    expect(await (await fetch(read?.url ?? '')).text()).toBe('rays');
  });

  it('putSupplementaryData needs the lock, and keeps the file when its path is sent back', async () => {
    const { owner } = await startEmulator();
    const supplementary_data_path = await upload(owner, 'rays');
    const made = await owner.putSupplementaryData({ ...RAYS, body: { ...rays, supplementary_data_path } });
    const { supplementary_data_path: kept, updated_datetime: last_updated_datetime } = made;
    const body = { ...rays, supplementary_data_name: 'beams.txt', supplementary_data_path: kept };
    await expect(owner.putSupplementaryData({ ...RAYS, body })).rejects.toMatchObject(stale);
    const changed = await owner.putSupplementaryData({ ...RAYS, body: { ...body, last_updated_datetime } });
    expect(changed).toMatchObject({ supplementary_data_name: 'beams.txt', etag: made.etag });
    const again = owner.putSupplementaryData({ ...RAYS, body: { ...body, last_updated_datetime } });
    await expect(again).rejects.toMatchObject(stale);
    const other = { ...RAYS, supplementary_data_id: 'other', body: { ...rays, last_updated_datetime } };
    await expect(owner.putSupplementaryData(other), 'there is none to change').rejects.toMatchObject(stale);
  });

  it('supplementary data may be in private storage, and is listed in the order of its numbers', async () => {
    const { owner } = await startEmulator();
    await owner.putSupplementaryData({ ...RAYS, body: rays });
    const first = { ...rays, supplementary_data_path: 's3://bucket/notes.txt', supplementary_data_number: 1 };
    await owner.putSupplementaryData({ ...RAYS, supplementary_data_id: 'notes', body: first });
    expect(await owner.getSupplementaryDataList(FRAME)).toMatchObject([
      { supplementary_data_id: 'notes', supplementary_data_path: 's3://bucket/notes.txt', etag: null },
      { supplementary_data_id: 'rays', url: 'https://example.com/rays.txt' },
    ]);
  });

  it('the bulk request does not list input data without supplementary data as failure', async () => {
    const { owner } = await startEmulator();
    await owner.putSupplementaryData({ ...RAYS, body: rays });
    const ids = ['task-1-frame-1', 'task-1-frame-2', 'nothing'];
    const { success, failure } = await owner.getSupplementaryDataInBulk({ ...demo, query: { input_data_id: ids } });
    expect(success).toMatchObject([RAYS]);
    expect(failure).toEqual([{ project_id: PROJECT, input_data_id: 'nothing' }]);
    const many = Array.from({ length: 101 }, (_, i) => `i-${i}`);
    const bulk = owner.getSupplementaryDataInBulk({ ...demo, query: { input_data_id: many } });
    await expect(bulk).rejects.toMatchObject({ status: 400 });
  });

  it('supplementary data is deleted by request, and together with its input data', async () => {
    const { annofab, owner } = await startEmulator();
    const files = annofab.state.files.size;
    for (const id of ['a', 'b']) {
      const body = { ...rays, supplementary_data_path: await upload(owner, id) };
      await owner.putSupplementaryData({ ...RAYS, supplementary_data_id: id, body });
    }
    await owner.deleteSupplementaryData({ ...RAYS, supplementary_data_id: 'a' });
    expect(await owner.getSupplementaryDataList(FRAME)).toMatchObject([{ supplementary_data_id: 'b' }]);
    await expect(owner.deleteSupplementaryData({ ...RAYS, supplementary_data_id: 'a' })).rejects.toMatchObject({
      status: 404,
    });
    await owner.deleteInputData(FRAME);
    await expect(owner.getSupplementaryDataList(FRAME)).rejects.toMatchObject({ status: 404 });
    const left = [...annofab.state.files.keys()].filter((path) => !path.startsWith('temp/'));
    expect(left, 'the input data’s own file is gone too').toHaveLength(files - 1);
  });

  it.each([
    ['nothing was uploaded to the path', { supplementary_data_path: 's3://annofab-emulator/temp/nothing' }],
    ['the path is not an address', { supplementary_data_path: '/home/me/rays.txt' }],
    ['the number is negative', { supplementary_data_number: -1 }],
    ['the type is unknown', { supplementary_data_type: 'sound' }],
    ['the name is missing', { supplementary_data_name: undefined }],
  ])('putSupplementaryData returns 400 when %s', async (_why, change) => {
    const { raw } = await startEmulator();
    const path = `/api/v1/projects/${PROJECT}/inputs/task-1-frame-1/supplementary-data/rays`;
    expect(await raw('PUT', path, { body: { ...rays, ...change } })).toMatchObject(annofabError(400, 'INVALID_BODY'));
  });

  it('putSupplementaryData returns 404 for unknown input data, and 403 to workers', async () => {
    const { owner, worker } = await startEmulator();
    const nowhere = { ...RAYS, input_data_id: 'nothing', body: rays };
    await expect(owner.putSupplementaryData(nowhere)).rejects.toMatchObject({ status: 404 });
    await expect(worker.putSupplementaryData({ ...RAYS, body: rays })).rejects.toMatchObject({ status: 403 });
  });
});

describe('batchUpdateInputs', () => {
  const remove = (input_data_id: string, project_id = PROJECT) => ({
    _type: 'Delete' as const,
    project_id,
    input_data_id,
  });

  it('a batch deletes input data of the project in the path, and ignores the project ids of the items', async () => {
    const { owner } = await startEmulator();
    const body = [remove('task-8-frame-1'), remove('task-8-frame-2', 'another')];
    const deleted = await owner.batchUpdateInputs({ ...demo, body });
    expect(deleted).toMatchObject([{ input_data_id: 'task-8-frame-1' }, { input_data_id: 'task-8-frame-2' }]);
    await expect(owner.getInputData({ ...demo, input_data_id: 'task-8-frame-2' })).rejects.toMatchObject({
      status: 404,
    });
  });

  it('a batch returns 404 for unknown input data, and keeps the items before it applied', async () => {
    const { owner } = await startEmulator();
    const body = [remove('task-8-frame-1'), remove('nothing'), remove('task-8-frame-2')];
    await expect(owner.batchUpdateInputs({ ...demo, body })).rejects.toMatchObject({ status: 404 });
    await expect(owner.getInputData({ ...demo, input_data_id: 'task-8-frame-1' })).rejects.toMatchObject({
      status: 404,
    });
    expect(await owner.getInputData({ ...demo, input_data_id: 'task-8-frame-2' })).toBeDefined();
  });

  it('a batch returns 409 while the project is suspended, and 403 to others than owners', async () => {
    const { annofab, owner, accepter } = await startEmulator();
    await expect(accepter.batchUpdateInputs({ ...demo, body: [] })).rejects.toMatchObject({ status: 403 });
    const project = annofab.state.projects.get(PROJECT)?.project;
    if (project) project.project_status = 'suspended';
    await expect(owner.batchUpdateInputs({ ...demo, body: [] })).rejects.toMatchObject({ status: 409 });
  });
});
