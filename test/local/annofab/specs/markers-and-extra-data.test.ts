import { describe, expect, it } from 'vitest';
import { ACCEPTER, annofabError, demo, PROJECT, startEmulator } from '../emulator.ts';

const stale = { status: 409, errorCode: 'ALREADY_UPDATED' };
const EXTRA = `/api/v1/projects/${PROJECT}/extra-data`;

describe('markers', () => {
  const marker = {
    marker_id: 'marker-1',
    title: '開始',
    graph_type: 'task_progress',
    marked_at: '2026-08-01T10:00:00.000+09:00',
  } as const;

  it('are none at first, then what was written last, under their lock', async () => {
    const { owner, worker } = await startEmulator();
    expect(await worker.getMarkers(demo)).toMatchObject({ project_id: PROJECT, markers: [] });
    const first = await owner.putMarkers({ ...demo, body: { markers: [marker] } });
    expect(await worker.getMarkers(demo)).toEqual(first);
    expect(first.markers).toEqual([marker]);
    await expect(owner.putMarkers({ ...demo, body: { markers: [] } })).rejects.toMatchObject(stale);
    const lock = { last_updated_datetime: first.updated_datetime ?? '' };
    expect((await owner.putMarkers({ ...demo, body: { markers: [], ...lock } })).markers).toEqual([]);
    await expect(owner.putMarkers({ ...demo, body: { markers: [], ...lock } })).rejects.toMatchObject(stale);
  });

  it('are the owners’, in graphs that there are', async () => {
    const { accepter, raw } = await startEmulator();
    await expect(accepter.putMarkers({ ...demo, body: { markers: [] } })).rejects.toMatchObject({ status: 403 });
    const body = { markers: [{ ...marker, graph_type: 'weather' }] };
    const answer = await raw('PUT', `/api/v1/projects/${PROJECT}/statistics/markers`, { body });
    expect(answer).toMatchObject(annofabError(400, 'INVALID_BODY'));
  });
});

describe('extra data', () => {
  it('comes in kinds, of the project, of each user, or of both', async () => {
    const { worker } = await startEmulator();
    const kinds = await worker.getProjectExtraDataKinds(demo);
    expect(kinds.map(({ id, scope }) => [id, scope])).toEqual([
      ['emulator-project', 'project'],
      ['emulator-user', 'user'],
      ['emulator-both', 'both'],
    ]);
  });

  it('of the 3D editor is there in the projects that use it', async () => {
    const { annofab, worker } = await startEmulator();
    const record = annofab.state.projects.get(PROJECT);
    if (record) record.project.configuration.plugin_id = 'bdc16348-107e-4fbc-af4a-e482bc84a60f';
    const kind = { ...demo, kind_id: '5039f9d9-208d-42a2-9ff2-790faaf4ceed' };
    expect((await worker.getProjectExtraDataKinds(demo)).map(({ id }) => id)).toContain(kind.kind_id);
    expect((await worker.getProjectExtraData(kind)).value).toMatchObject({ _type: 'Default', value: { version: '1' } });
    const value = { version: '1', thumbnail: { enabled: true } };
    expect((await worker.putProjectExtraData({ ...kind, body: { value } })).value).toMatchObject({ value });
  });

  it('is empty or the default of its kind, until somebody saves a value under its lock', async () => {
    const { worker } = await startEmulator();
    const project = { ...demo, kind_id: 'emulator-project' };
    expect((await worker.getProjectExtraData(project)).value).toEqual({ _type: 'Empty' });
    const own = { ...demo, kind_id: 'emulator-user', query: { user_scope: true } };
    expect((await worker.getProjectExtraData(own)).value).toEqual({ _type: 'Default', value: {} });
    const saved = await worker.putProjectExtraData({ ...project, body: { value: { theme: '暗い' } } });
    expect(saved.value).toMatchObject({ _type: 'Saved', value: { theme: '暗い' } });
    expect(await worker.getProjectExtraData(project)).toEqual(saved);
    await expect(worker.putProjectExtraData({ ...project, body: { value: 1 } })).rejects.toMatchObject(stale);
    const lock = saved.value._type === 'Saved' ? { last_updated_datetime: saved.value.updated_datetime } : {};
    const again = await worker.putProjectExtraData({ ...project, body: { value: false, ...lock } });
    expect(again.value).toMatchObject({ _type: 'Saved', value: false });
  });

  it('of a user is that user’s own, beside the project’s', async () => {
    const { worker, accepter } = await startEmulator();
    const both = { ...demo, kind_id: 'emulator-both' };
    const own = { ...both, query: { user_scope: true } };
    await worker.putProjectExtraData({ ...both, body: { value: 'of all' } });
    expect(await accepter.putProjectExtraData({ ...own, body: { value: 'mine' } })).toMatchObject({
      account_id: ACCEPTER,
      value: { value: 'mine' },
    });
    expect((await worker.getProjectExtraData(own)).value).toEqual({ _type: 'Empty' });
    expect((await accepter.getProjectExtraData(both)).value).toMatchObject({ value: 'of all' });
  });

  it.each([
    ['GET', '/unknown', undefined, 404],
    ['GET', '/emulator-user', undefined, 400],
    ['GET', '/emulator-project?user_scope=true', undefined, 400],
    ['GET', '/emulator-both?user_scope=perhaps', undefined, 400],
    ['PUT', '/unknown', { value: 1 }, 404],
    ['PUT', '/emulator-both', { value: null }, 400],
    ['PUT', '/emulator-both', {}, 400],
  ])('%s %s with %j is refused', async (method, path, body, status) => {
    const { raw } = await startEmulator();
    expect((await raw(method, EXTRA + path, { body })).status).toBe(status);
  });

  it('takes the True that Python writes', async () => {
    const { raw } = await startEmulator();
    expect((await raw('GET', `${EXTRA}/emulator-user?user_scope=True`)).status).toBe(200);
  });
});
