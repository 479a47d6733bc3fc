import { describe, expect, it } from 'vitest';
import { ForbiddenError } from '../../../lib/annofab/index.ts';
import { demo, startEmulator, WORKER } from '../../local/annofab/emulator.ts';

describe('annofab.projects', () => {
  it('lists and finds the projects of the account', async () => {
    const { owner } = await startEmulator();
    const ids: string[] = [];
    for await (const { project_id } of owner.projects.all()) ids.push(project_id);
    expect(ids).toEqual([demo.project_id]);
    expect(await owner.projects.find(demo)).toMatchObject(demo);
    expect(await owner.projects.find({ project_id: 'gone' })).toBeUndefined();
  });

  it('lists the projects of an organization', async () => {
    const { owner } = await startEmulator();
    const ids: string[] = [];
    for await (const { project_id } of owner.organizations.projects({ organization_name: 'demo-org' })) {
      ids.push(project_id);
    }
    expect(ids).toContain(demo.project_id);
  });
});

describe('annofab.organizations', () => {
  it('lists the organizations of the account with its role, and finds them', async () => {
    const { owner } = await startEmulator();
    expect(await owner.organizations.mine()).toMatchObject([{ name: 'demo-org', my_role: 'owner' }]);
    expect(await owner.organizations.find({ organization_name: 'demo-org' })).toMatchObject({
      organization_name: 'demo-org',
    });
    expect(await owner.organizations.find({ organization_name: 'gone' })).toBeUndefined();
  });
});

describe('projects.requireRole', () => {
  it('returns the member when the account has the role', async () => {
    const { worker } = await startEmulator();
    const member = await worker.projects.requireRole({ ...demo, roles: ['owner', 'worker'] });
    expect(member).toMatchObject({ account_id: WORKER, member_role: 'worker' });
  });

  it('throws an error that names the role of the account and the required roles', async () => {
    const { worker } = await startEmulator();
    await expect(worker.projects.requireRole({ ...demo, roles: ['owner', 'accepter'] })).rejects.toThrow(
      'project demo-project: demo_worker is worker, but must be owner or accepter.',
    );
  });

  it('throws when the account is not a member', async () => {
    const { stranger } = await startEmulator();
    await expect(stranger.projects.requireRole({ ...demo, roles: ['owner'] })).rejects.toBeInstanceOf(ForbiddenError);
  });
});
