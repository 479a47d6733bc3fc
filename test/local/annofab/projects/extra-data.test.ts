import { describe, expect, it } from 'vitest';
import { ACCEPTER, demo, PROJECT, startEmulator } from '../emulator.ts';

const stale = { status: 409, errorCode: 'ALREADY_UPDATED' };
const EXTRA = `/api/v1/projects/${PROJECT}/extra-data`;

describe('extra data', () => {
  it('extra data has kinds with the scopes project, user and both', async () => {
    const { worker } = await startEmulator();
    const kinds = await worker.getProjectExtraDataKinds(demo);
    expect(kinds.map(({ id, scope }) => [id, scope])).toEqual([
      ['emulator-project', 'project'],
      ['emulator-user', 'user'],
      ['emulator-both', 'both'],
    ]);
  });

  it('projects with the 3D editor have its kind of extra data', async () => {
    const { annofab, worker } = await startEmulator();
    const record = annofab.state.projects.get(PROJECT);
    if (record) record.project.configuration.plugin_id = 'bdc16348-107e-4fbc-af4a-e482bc84a60f';
    const kind = { ...demo, kind_id: '5039f9d9-208d-42a2-9ff2-790faaf4ceed' };
    expect((await worker.getProjectExtraDataKinds(demo)).map(({ id }) => id)).toContain(kind.kind_id);
    expect((await worker.getProjectExtraData(kind)).value).toMatchObject({ _type: 'Default', value: { version: '1' } });
    const value = { version: '1', thumbnail: { enabled: true } };
    expect((await worker.putProjectExtraData({ ...kind, body: { value } })).value).toMatchObject({ value });
  });

  it('extra data is empty or the default of its kind until a value is saved with its lock', async () => {
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

  it('extra data of a user is separate from that of the project and of other users', async () => {
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
  ])('refuses %s of extra data at %s with %j', async (method, path, body, status) => {
    const { raw } = await startEmulator();
    expect((await raw(method, EXTRA + path, { body })).status).toBe(status);
  });

  it('accepts the True of Python clients for user_scope', async () => {
    const { raw } = await startEmulator();
    expect((await raw('GET', `${EXTRA}/emulator-user?user_scope=True`)).status).toBe(200);
  });
});
