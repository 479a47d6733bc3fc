import { describe, expect, it } from 'vitest';
import type { Seed } from '../../../../local/annofab/index.ts';
import { annofabError, demo, PROJECT, startEmulator } from '../emulator.ts';
import { everyTypeSeed } from '../every-type.ts';

const stale = { status: 409, errorCode: 'ALREADY_UPDATED' };

describe('resources of my account', () => {
  it('lists my organizations, projects and memberships', async () => {
    const { owner, worker, stranger } = await startEmulator();
    expect(await owner.getMyAccount()).toMatchObject({ user_id: 'demo_owner', account_type: 'annofab' });
    expect((await owner.getMyOrganizations()).list).toMatchObject([{ name: 'demo-org', my_role: 'owner' }]);
    expect((await worker.getMyProjects()).list).toMatchObject([{ project_id: PROJECT, title: '街角の交通' }]);
    expect(await worker.getMyProjectMembers()).toMatchObject([{ project_id: PROJECT, member_role: 'worker' }]);
    expect(await worker.getMyMemberInProject(demo)).toMatchObject({ user_id: 'demo_worker', member_role: 'worker' });
    expect((await stranger.getMyProjects()).list).toEqual([]);
    expect(await stranger.getMyOrganizations()).toMatchObject({ list: [], total_page_no: 1 });
  });

  it('finds my projects by title, status and organization', async () => {
    const { owner } = await startEmulator();
    const find = async (query: object) => (await owner.getMyProjects({ query })).total_count;
    expect(await find({ title: '交通' })).toBe(1);
    expect(await find({ title: '山' })).toBe(0);
    expect(await find({ status: 'suspended' })).toBe(0);
    expect(await find({ organization_id: 'other' })).toBe(0);
    expect(await find({ input_data_type: 'image', limit: 0 })).toBe(1);
  });
});

describe('resources of an organization', () => {
  it('members of an organization read its members', async () => {
    const { worker } = await startEmulator();
    const organization = await worker.getOrganization({ organization_name: 'demo-org' });
    expect(organization).toMatchObject({ organization_id: 'demo-org' });
    const { list } = await worker.getOrganizationMembers({ organization_name: 'demo-org' });
    expect(list.map(({ user_id }) => user_id)).toContain('demo_data_user');
    const member = await worker.getOrganizationMember({ organization_name: 'demo-org', user_id: 'demo_owner' });
    expect(member.role).toBe('owner');
  });

  it('contributors read only the projects that they are members of', async () => {
    const seed: Seed = {
      ...everyTypeSeed,
      projects: [
        ...everyTypeSeed.projects,
        {
          ...{ project_id: 'second', organization_name: 'demo-org', title: 'A second one', input_data: [], tasks: [] },
          members: [{ user_id: 'demo_owner', role: 'owner' }],
          specs: { labels: [], additionals: [] },
        },
      ],
    };
    const { owner, worker } = await startEmulator({ seed });
    const titles = async (client: typeof owner, query = {}) =>
      (await client.getProjectsOfOrganization({ organization_name: 'demo-org', query })).list.map(({ title }) => title);
    expect(await titles(owner)).toEqual(['A second one', '街角の交通']);
    expect(await titles(owner, { sort_by: 'date' })).toEqual(['街角の交通', 'A second one']);
    expect(await titles(worker)).toEqual(['街角の交通']);
  });
});

describe('putProject', () => {
  const change = (project: { updated_datetime: string }, status: 'active' | 'suspended' | 'initializing') => ({
    ...{ title: '新しい題', status, organization_name: 'demo-org', configuration: { number_of_inspections: 1 } },
    last_updated_datetime: project.updated_datetime,
  });

  it('putProject changes title and configuration, and needs force_suspend while a task is being worked on', async () => {
    const { owner } = await startEmulator();
    const project = await owner.getProject(demo);
    const body = change(project, 'suspended');
    await expect(owner.putProject({ ...demo, body })).rejects.toMatchObject({ errorCode: 'STATE_MISMATCH' });
    await owner.putProject({ ...demo, body: { ...body, force_suspend: true } });
    const suspended = await owner.getProject(demo);
    expect(suspended).toMatchObject({ title: '新しい題', project_status: 'suspended' });
    expect(suspended.configuration).toEqual({ ...project.configuration, number_of_inspections: 1 });
    await owner.putProject({ ...demo, body: change(suspended, 'active') });
    expect((await owner.getProject(demo)).project_status).toBe('active');
  });

  it('putProject returns 409 for an old lock, 403 to others than owners, and 400 for the status initializing', async () => {
    const { owner, accepter } = await startEmulator();
    const project = await owner.getProject(demo);
    const old = { updated_datetime: '2019-05-08T10:00:00.000+09:00' };
    await expect(owner.putProject({ ...demo, body: change(old, 'active') })).rejects.toMatchObject(stale);
    await expect(accepter.putProject({ ...demo, body: change(project, 'active') })).rejects.toMatchObject({
      status: 403,
    });
    await expect(owner.putProject({ ...demo, body: change(project, 'initializing') })).rejects.toMatchObject({
      status: 400,
    });
  });
});

describe('project members', () => {
  it('lists inactive members only on request', async () => {
    const { owner } = await startEmulator();
    const accepter = await owner.getProjectMember({ ...demo, user_id: 'demo_accepter' });
    const left = { member_role: 'accepter', member_status: 'inactive' } as const;
    await owner.putProjectMember({
      ...demo,
      user_id: 'demo_accepter',
      body: { ...left, last_updated_datetime: accepter.updated_datetime },
    });
    const names = async (query: { include_inactive_member?: boolean }) =>
      (await owner.getProjectMembers({ ...demo, query })).list.map(({ user_id }) => user_id);
    expect(await names({})).toEqual(['demo_owner', 'demo_worker', 'demo_data_user']);
    expect(await names({ include_inactive_member: true })).toContain('demo_accepter');
  });

  it('putProjectMember adds a member by user id, and returns 409 for an old lock', async () => {
    const { owner, stranger } = await startEmulator();
    const body = { member_role: 'worker', member_status: 'active' } as const;
    const joined = await owner.putProjectMember({ ...demo, user_id: 'demo_mfa', body });
    expect(joined).toMatchObject({ username: '伊藤 桜', member_role: 'worker' });
    expect(joined).not.toHaveProperty('last_updated_datetime');
    expect((await stranger.getProject(demo)).project_id).toBe(PROJECT);
    await expect(owner.putProjectMember({ ...demo, user_id: 'demo_mfa', body })).rejects.toMatchObject(stale);
    await expect(owner.putProjectMember({ ...demo, user_id: 'nobody', body })).rejects.toMatchObject({ status: 404 });
    await expect(owner.getProjectMember({ ...demo, user_id: 'nobody' })).rejects.toMatchObject({ status: 404 });
  });
});

describe('input data', () => {
  it('input data has its size and a signed URL of a generated image', async () => {
    const { annofab, owner } = await startEmulator();
    const input = await owner.getInputData({ ...demo, input_data_id: 'task-1-frame-1' });
    expect(input).toMatchObject({
      input_data_name: '街角/task-1/01.png',
      system_metadata: { _type: 'Image', original_resolution: { width: 640, height: 360 } },
      metadata: { camera: 'A' },
      sign_required: false,
    });
    expect(new URL(input.url ?? '').origin).toBe(annofab.filesUrl);
    const image = Buffer.from(await (await fetch(input.url ?? '')).arrayBuffer());
    expect([image.subarray(1, 4).toString(), image.readUInt32BE(16), image.readUInt32BE(20)]).toEqual([
      'PNG',
      640,
      360,
    ]);
    await expect(owner.getInputData({ ...demo, input_data_id: 'nothing' })).rejects.toMatchObject({ status: 404 });
  });

  it.each([
    [{ input_data_id: 'TASK-2-' }, 2],
    [{ input_data_name: '街角/task-1' }, 3],
    [{ input_data_path: 'task-3-frame-1' }, 1],
    [{ task_id: 'task-4' }, 2],
    [{ from: '2100-01-01T00:00:00.000+09:00' }, 0],
    [{ to: '2100-01-01T00:00:00.000+09:00' }, 19],
    [{ limit: 0 }, 19],
  ])('getInputDataList filters by %j', async (query, count) => {
    const { owner } = await startEmulator();
    expect((await owner.getInputDataList({ ...demo, query })).total_count).toBe(count);
  });

  it('getInputDataList returns 400 for an invalid date-time', async () => {
    const { raw } = await startEmulator();
    const answer = await raw('GET', `/api/v1/projects/${PROJECT}/inputs?from=yesterday`);
    expect(answer).toMatchObject(annofabError(400, 'INVALID_QUERYPARAM'));
  });

  it('reads input data in bulk, and lists deleted input data as failure', async () => {
    const { owner } = await startEmulator();
    await owner.deleteInputData({ ...demo, input_data_id: 'task-8-frame-1' });
    const query = { input_data_id: ['task-8-frame-1', 'task-8-frame-2'] };
    const { success, failure } = await owner.getInputDataInBulk({ ...demo, query });
    expect(success.map(({ input_data_id }) => input_data_id)).toEqual(['task-8-frame-2']);
    expect(failure).toEqual([{ project_id: PROJECT, input_data_id: 'task-8-frame-1' }]);
    expect(await owner.getSupplementaryDataList({ ...demo, input_data_id: 'task-8-frame-2' })).toEqual([]);
  });
});

describe('annotation specs', () => {
  it('getAnnotationSpecs answers in version 1 by default, and in 2 or 3 on request', async () => {
    const { owner } = await startEmulator();
    const v3 = await owner.getAnnotationSpecs({ ...demo, query: { v: 3 } });
    expect(v3).toMatchObject({ format_version: expect.stringMatching(/^3\./), project_id: PROJECT });
    expect(v3.labels[0]).toMatchObject({ label_id: 'label-vehicle', field_values: {} });
    const v2 = await owner.getAnnotationSpecs({ ...demo, query: { v: 2 } });
    expect(v2.labels[0]).toMatchObject({ annotation_editor_feature: { append: true } });
    expect(v2.labels[0]).not.toHaveProperty('field_values');
    const v1 = await owner.getAnnotationSpecs(demo);
    expect(v1).not.toHaveProperty('format_version');
    expect(v1.labels[0]?.additional_data_definitions[0]).toMatchObject({ type: 'flag' });
  });

  it('putAnnotationSpecs returns 409 for an old lock, and keeps past specs in the histories', async () => {
    const { owner, dataUser } = await startEmulator();
    const read = async () => {
      const specs = await owner.getAnnotationSpecs({ ...demo, query: { v: 3 } });
      if (!('restrictions' in specs && specs.format_version.startsWith('3'))) throw new Error('not version 3');
      return specs;
    };
    const before = await read();
    const body = {
      ...{ labels: [], additionals: [], restrictions: [], inspection_phrases: [], format_version: '3.1.0' },
      comment: '空にした',
    };
    const put = (lock: string | null | undefined) =>
      owner.putAnnotationSpecs({
        ...demo,
        query: { v: 3 },
        body: { ...body, last_updated_datetime: lock ?? null },
      });
    await expect(put(undefined)).rejects.toMatchObject(stale);
    await put(before.updated_datetime);
    await expect(put(before.updated_datetime)).rejects.toMatchObject(stale);
    expect((await read()).labels).toEqual([]);

    const histories = await dataUser.getAnnotationSpecsHistories(demo);
    expect(histories.map(({ comment }) => comment)).toEqual([null, '空にした']);
    const first = await owner.getAnnotationSpecs({ ...demo, query: { v: 3, history_id: histories[0]?.history_id } });
    expect(first.labels).toHaveLength(before.labels.length);
    expect((await fetch(histories[1]?.url ?? '')).status).toBe(200);
  });
});
