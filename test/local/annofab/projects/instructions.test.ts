import { describe, expect, it } from 'vitest';
import { ACCEPTER, annofabError, demo, OWNER, PROJECT, startEmulator } from '../emulator.ts';

describe('instructions', () => {
  it('lists all versions of the instruction, newest first', async () => {
    const { owner, accepter, worker } = await startEmulator();
    expect(await worker.getInstructionHistory(demo)).toEqual([]);
    const first = await owner.putInstruction({ ...demo, body: { html: '<p>1</p>' } });
    expect(first).toMatchObject({ account_id: OWNER });
    const body = { html: '<p>2</p>', last_updated_datetime: first.updated_datetime };
    const second = await accepter.putInstruction({ ...demo, body });
    expect(second).toMatchObject({ account_id: ACCEPTER });
    expect(await worker.getInstructionHistory(demo)).toEqual([second, first]);
    expect(await worker.getInstructionHistory({ ...demo, query: { limit: 1 } })).toEqual([second]);
    expect(await worker.getInstructionHistory({ ...demo, query: { limit: 0 } })).toEqual([]);
    expect(await worker.getInstruction({ ...demo, query: { history_id: first.history_id } })).toEqual({
      html: '<p>1</p>',
      last_updated_datetime: first.updated_datetime,
    });
  });

  it('putInstruction returns 409 without the lock of the latest version', async () => {
    const { owner, worker } = await startEmulator();
    const stale = { status: 409, errorCode: 'ALREADY_UPDATED' };
    const last_updated_datetime = '2019-05-08T10:00:00.000+09:00';
    const put = (body: { html: string; last_updated_datetime?: string }) => owner.putInstruction({ ...demo, body });
    await expect(put({ html: '', last_updated_datetime })).rejects.toMatchObject(stale);
    await put({ html: '<p>1</p>' });
    await expect(put({ html: '<p>2</p>' })).rejects.toMatchObject(stale);
    await expect(put({ html: '<p>2</p>', last_updated_datetime })).rejects.toMatchObject(stale);
    await expect(worker.putInstruction({ ...demo, body: { html: '' } })).rejects.toMatchObject({ status: 403 });
  });

  it('getInstruction needs the id of a history', async () => {
    const { raw } = await startEmulator();
    const path = `/api/v1/projects/${PROJECT}/instruction`;
    expect(await raw('GET', path)).toMatchObject(annofabError(400, 'MISSING_NECESSARY_QUERYPARAM'));
    expect(await raw('GET', `${path}?history_id=nothing`)).toMatchObject(annofabError(404, 'MISSING_RESOURCE'));
  });

  it('lists 30 histories by default, and at most 200', async () => {
    const { annofab, raw } = await startEmulator();
    const made = annofab.state.projects.get(PROJECT)?.instructions;
    for (let i = 0; i < 201; i++) {
      made?.push({ html: '', history: { history_id: `h-${i}`, account_id: OWNER, updated_datetime: '' } });
    }
    const path = `/api/v1/projects/${PROJECT}/instruction-history`;
    expect((await raw('GET', path)).json).toHaveLength(30);
    expect((await raw('GET', `${path}?limit=200`)).json).toHaveLength(200);
    expect((await raw('GET', `${path}?limit=10000`)).json, 'the official tool asks so').toHaveLength(200);
    expect(await raw('GET', `${path}?limit=-1`)).toMatchObject(annofabError(400, 'INVALID_QUERYPARAM'));
  });
});

describe('instruction images', () => {
  const IMAGE = { ...demo, image_id: 'crossing' };

  it('instruction images are uploaded to a signed URL, listed and deleted', async () => {
    const { owner, accepter } = await startEmulator();
    const { url, path } = await accepter.getInstructionImageUrlForPut(IMAGE);
    expect(await owner.getInstructionImages(demo), 'a URL without an upload').toEqual([]);
    const sent = await fetch(url, { method: 'PUT', body: 'png', headers: { 'content-type': 'image/png' } });
    expect(sent.status).toBe(200);
    const [image] = await owner.getInstructionImages(demo);
    expect(image).toMatchObject({ image_id: 'crossing', url: path, etag: sent.headers.get('etag') });
    await owner.deleteInstructionImage(IMAGE);
    expect(await owner.getInstructionImages(demo)).toEqual([]);
    await expect(owner.deleteInstructionImage(IMAGE)).rejects.toMatchObject({ status: 404 });
  });

  it('instruction images have an address that needs the cookies of the project', async () => {
    const { owner, raw } = await startEmulator();
    const { url, path } = await owner.getInstructionImageUrlForPut(IMAGE);
    await fetch(url, { method: 'PUT', body: 'png', headers: { 'content-type': 'image/png' } });
    const refused = await fetch(path);
    expect([refused.status, refused.headers.get('server')]).toEqual([403, 'CloudFront']);
    const { headers } = await raw('GET', `/api/internal/projects/${PROJECT}/sign-headers?resource=project`);
    const cookie = headers.getSetCookie().map((value) => value.split(';')[0]);
    const shown = await fetch(path, { headers: { cookie: cookie.join('; ') } });
    expect([shown.status, shown.headers.get('content-type'), await shown.text()]).toEqual([200, 'image/png', 'png']);
  });

  it('returns 403 when a worker changes instruction images', async () => {
    const { worker } = await startEmulator();
    await expect(worker.getInstructionImageUrlForPut(IMAGE)).rejects.toMatchObject({ status: 403 });
    await expect(worker.deleteInstructionImage(IMAGE)).rejects.toMatchObject({ status: 403 });
  });
});
