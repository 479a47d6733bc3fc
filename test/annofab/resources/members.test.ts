import { describe, expect, it } from 'vitest';
import { ForbiddenError } from '../../../lib/annofab/index.ts';
import { demo, startEmulator, WORKER } from '../../local/annofab/emulator.ts';

const organization = { organization_name: 'demo-org' };
const worker = { user_id: 'demo_worker', account_id: WORKER };

describe('annofab.members', () => {
  it('looks up a member by user id and by account id with one request', async () => {
    const { annofab, owner } = await startEmulator();
    const found = await Promise.all([
      owner.members.byUserId({ ...demo, user_id: 'demo_worker' }),
      owner.members.byAccountId({ ...demo, account_id: WORKER }),
    ]);
    found.push(await owner.members.byUserId({ ...demo, user_id: 'demo_worker' }));
    expect(found).toMatchObject([worker, worker, worker]);
    expect(annofab.spy.requests.filter(({ operation }) => operation === 'getProjectMembers')).toHaveLength(1);
  });

  it('looks up a former member', async () => {
    const { owner } = await startEmulator();
    const { updated_datetime } = await owner.getProjectMember({ ...demo, user_id: 'demo_worker' });
    await owner.putProjectMember({
      ...{ ...demo, user_id: 'demo_worker' },
      body: { member_status: 'inactive', member_role: 'worker', last_updated_datetime: updated_datetime },
    });
    expect((await owner.members.list(demo)).map(({ user_id }) => user_id)).not.toContain('demo_worker');
    expect(await owner.members.byAccountId({ ...demo, account_id: WORKER })).toMatchObject({
      ...worker,
      member_status: 'inactive',
    });
  });

  it('returns undefined for an account that never was a member', async () => {
    const { owner } = await startEmulator();
    expect(await owner.members.byUserId({ ...demo, user_id: 'nobody' })).toBeUndefined();
    expect(await owner.members.byAccountId({ ...demo, account_id: 'nobody' })).toBeUndefined();
    expect(await owner.members.find({ ...demo, user_id: 'nobody' })).toBeUndefined();
  });

  it('does not confuse user ids with account ids', async () => {
    const { owner } = await startEmulator();
    expect(await owner.members.byUserId({ ...demo, user_id: WORKER })).toBeUndefined();
    expect(await owner.members.byAccountId({ ...demo, account_id: 'demo_worker' })).toBeUndefined();
  });

  it('reads the members again after a failure', async () => {
    const { annofab, owner } = await startEmulator();
    annofab.faults.add({ operation: 'getProjectMembers', status: 403, times: 1 });
    await expect(owner.members.byUserId({ ...demo, user_id: 'demo_worker' })).rejects.toBeInstanceOf(ForbiddenError);
    expect(await owner.members.byUserId({ ...demo, user_id: 'demo_worker' })).toMatchObject(worker);
  });

  it('throws when the account may not see the project', async () => {
    const { stranger } = await startEmulator();
    await expect(stranger.members.byUserId({ ...demo, user_id: 'demo_worker' })).rejects.toBeInstanceOf(ForbiddenError);
  });
});

describe('annofab.organizationMembers', () => {
  it('looks up an organization member by user id and by account id', async () => {
    const { owner } = await startEmulator();
    const { byUserId, byAccountId, find, list } = owner.organizationMembers;
    expect(await byUserId({ ...organization, user_id: 'demo_worker' })).toMatchObject(worker);
    expect(await byAccountId({ ...organization, account_id: WORKER })).toMatchObject(worker);
    expect(await find({ ...organization, user_id: 'demo_worker' })).toMatchObject(worker);
    expect(await list(organization)).toHaveLength(4);
  });

  it('returns undefined when the organization has no such member', async () => {
    const { owner } = await startEmulator();
    expect(await owner.organizationMembers.byUserId({ ...organization, user_id: 'nobody' })).toBeUndefined();
    expect(await owner.organizationMembers.find({ ...organization, user_id: 'nobody' })).toBeUndefined();
  });
});
