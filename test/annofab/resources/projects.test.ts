import { describe, expect, it } from 'vitest';
import { ForbiddenError } from '../../../lib/annofab/index.ts';
import { demo, startEmulator, WORKER } from '../../local/annofab/emulator.ts';

describe('projects', () => {
  it('of the account are all listed, and found', async () => {
    const { owner } = await startEmulator();
    const ids: string[] = [];
    for await (const { project_id } of owner.projects.all()) ids.push(project_id);
    expect(ids).toEqual([demo.project_id]);
    expect(await owner.projects.find(demo)).toMatchObject(demo);
    expect(await owner.projects.find({ project_id: 'gone' })).toBeUndefined();
  });

  it('of an organization are all listed', async () => {
    const { owner } = await startEmulator();
    const ids: string[] = [];
    for await (const { project_id } of owner.organizations.projects({ organization_name: 'demo-org' })) {
      ids.push(project_id);
    }
    expect(ids).toContain(demo.project_id);
  });
});

describe('organizations', () => {
  it('of the account are told with its role, and found', async () => {
    const { owner } = await startEmulator();
    expect(await owner.organizations.mine()).toMatchObject([{ name: 'demo-org', my_role: 'owner' }]);
    expect(await owner.organizations.find({ organization_name: 'demo-org' })).toMatchObject({
      organization_name: 'demo-org',
    });
    expect(await owner.organizations.find({ organization_name: 'gone' })).toBeUndefined();
  });
});

describe('a role that is required', () => {
  it('is there, and the member with it', async () => {
    const { worker } = await startEmulator();
    const member = await worker.projects.requireRole({ ...demo, roles: ['owner', 'worker'] });
    expect(member).toMatchObject({ account_id: WORKER, member_role: 'worker' });
  });

  it('is not there: the error tells which is, and which are needed', async () => {
    const { worker } = await startEmulator();
    await expect(worker.projects.requireRole({ ...demo, roles: ['owner', 'accepter'] })).rejects.toThrow(
      'project demo-project: demo_worker is worker, and needs to be owner or accepter.',
    );
  });

  it('is no role of a stranger', async () => {
    const { stranger } = await startEmulator();
    await expect(stranger.projects.requireRole({ ...demo, roles: ['owner'] })).rejects.toBeInstanceOf(ForbiddenError);
  });
});
