import { describe, expect, it } from 'vitest';
import type { Seed } from '../../../../local/annofab/index.ts';
import { demo, OWNER, PROJECT, startEmulator, WORKER } from '../emulator.ts';
import { everyTypeSeed } from '../every-type.ts';

const fresh = { project_id: 'fresh' };
const creation = { title: '新しい', status: 'active', organization_name: 'demo-org', configuration: {} } as const;
const stateMismatch = { status: 409, errorCode: 'STATE_MISMATCH' };
const stale = { status: 409, errorCode: 'ALREADY_UPDATED' };

/** A second organization that the demo's owner administers, and a third one without the demo's accounts. */
const threeOrganizations: Seed = {
  ...everyTypeSeed,
  organizations: [
    ...everyTypeSeed.organizations,
    {
      organization_id: 'other-id',
      organization_name: 'other-org',
      members: [
        { user_id: 'demo_mfa', role: 'owner' },
        { user_id: 'demo_owner', role: 'administrator' },
      ],
    },
    {
      organization_id: 'third-id',
      organization_name: 'third-org',
      members: [{ user_id: 'demo_mfa', role: 'owner' }],
    },
  ],
};

async function startSuspended(seed: Seed = threeOrganizations) {
  const started = await startEmulator({ seed });
  const { owner } = started;
  const { title, updated_datetime, configuration } = await owner.getProject(demo);
  const body = { title, status: 'suspended', configuration, last_updated_datetime: updated_datetime } as const;
  await owner.putProject({ ...demo, body: { ...body, force_suspend: true } });
  const project = await owner.getProject(demo);
  /** The request of a client that changes the organization. */
  const move = (name: string, v: 1 | 2 = 2) => ({
    ...demo,
    query: { v },
    body: { ...body, organization_name: name, last_updated_datetime: project.updated_datetime },
  });
  return { ...started, move };
}

describe('creation of projects', () => {
  it('a new project has its creator as owner, default settings and empty specs', async () => {
    const { owner } = await startEmulator();
    const overview = '概要';
    const made = await owner.putProject({ ...fresh, body: { ...creation, overview, input_data_type: 'movie' } });
    expect(made).toMatchObject({
      ...{ project_id: 'fresh', organization_id: 'demo-org', title: '新しい', overview, project_status: 'active' },
      ...{ input_data_type: 'movie', configuration: { number_of_inspections: 0, max_tasks_per_member: 10 } },
    });
    expect((await owner.getProjectMembers(fresh)).list).toMatchObject([
      { account_id: OWNER, member_role: 'owner', member_status: 'active' },
    ]);
    const specs = await owner.getAnnotationSpecs({ ...fresh, query: { v: 3 } });
    expect(specs).toMatchObject({ project_id: 'fresh', labels: [] });
    expect(specs.updated_datetime ?? null).toBeNull();
    expect(await owner.getAnnotationSpecsHistories(fresh)).toEqual([]);
    expect(await owner.getOrganizationOfProject(fresh)).toMatchObject({ organization_name: 'demo-org' });
  });

  it('a new project holds images by default, and takes the given settings and status', async () => {
    const { owner } = await startEmulator();
    const configuration = { number_of_inspections: 2, plugin_id: null };
    await owner.putProject({ ...fresh, body: { ...creation, status: 'suspended', configuration } });
    expect(await owner.getProject(fresh)).toMatchObject({
      ...{ input_data_type: 'image', project_status: 'suspended' },
      configuration: { number_of_inspections: 2, task_assignment_type: 'random_and_selection' },
    });
  });

  it.each([
    ['without an organization', { organization_name: null }, 400],
    ['in an unknown organization', { organization_name: 'nowhere' }, 404],
    ['as one that is being initialized', { status: 'initializing' }, 400],
    ['with a lock', { last_updated_datetime: '2019-05-08T10:00:00.000+09:00' }, 409],
    ['with settings out of range', { configuration: { max_tasks_per_member: 101 } }, 400],
    ['without a title', { title: null }, 400],
  ])('refuses to create a project %s', async (_, fields, status) => {
    const { annofab, raw } = await startEmulator();
    const answer = await raw('PUT', '/api/v1/projects/fresh', { body: { ...creation, ...fields } });
    expect(answer.status).toBe(status);
    expect(annofab.state.projects.has('fresh')).toBe(false);
  });

  it('only administrators of the organization create projects', async () => {
    const { annofab, worker, stranger } = await startEmulator();
    await expect(worker.putProject({ ...fresh, body: creation })).rejects.toMatchObject({ status: 403 });
    await expect(stranger.putProject({ ...fresh, body: creation })).rejects.toMatchObject({ status: 403 });
    expect(annofab.state.projects.has('fresh')).toBe(false);
  });
});

describe('changes of projects', () => {
  it('putProject keeps the organization when the request has none, and never changes the type of input data', async () => {
    const { owner } = await startEmulator();
    const project = await owner.getProject(demo);
    const body = { ...project, status: 'active', last_updated_datetime: project.updated_datetime } as const;
    await owner.putProject({ ...demo, body: { ...body, title: '別の題', input_data_type: 'movie' } });
    expect(await owner.getProject(demo)).toEqual({
      ...project,
      title: '別の題',
      updated_datetime: expect.not.stringContaining(project.updated_datetime),
    });
  });

  it('every member reads the organization of the project', async () => {
    const { worker, stranger } = await startEmulator();
    expect(await worker.getOrganizationOfProject(demo)).toMatchObject({ organization_id: 'demo-org' });
    await expect(stranger.getOrganizationOfProject(demo)).rejects.toMatchObject({ status: 403 });
  });
});

describe('moves of projects to another organization', () => {
  it('a move is a job that changes the organization of the project and its input data', async () => {
    const { annofab, owner, move } = await startSuspended();
    const frame = { ...demo, input_data_id: 'task-1-frame-1', supplementary_data_id: 'notes' };
    const path = await owner.files.upload({ ...demo, data: 'notes', contentType: 'text/plain' });
    const body = {
      supplementary_data_name: 'notes',
      supplementary_data_path: path,
      supplementary_data_type: 'text',
      supplementary_data_number: 0,
    } as const;
    await owner.putSupplementaryData({ ...frame, body });
    const answer = await owner.putProject(move('other-org'));
    expect(answer).toMatchObject({
      project: { project_id: PROJECT, organization_id: 'demo-org' },
      job: {
        job_type: 'move-project',
        job_status: 'progress',
        job_detail: { _type: 'MoveProject', src_organization_id: 'demo-org', dest_organization_id: 'other-id' },
      },
    });
    await annofab.settled();
    expect(await owner.getOrganizationOfProject(demo)).toMatchObject({ organization_name: 'other-org' });
    expect((await owner.getProjectJob({ ...demo, query: { type: 'move-project' } })).list).toMatchObject([
      { job_status: 'succeeded' },
    ]);
    const input = await owner.getInputData({ ...demo, input_data_id: 'task-1-frame-1' });
    const { configuration } = await owner.getProject(demo);
    const home = { organization_id: 'other-id', input_data_set_id: configuration.input_data_set_id_list[0] };
    expect(input).toMatchObject(home);
    expect(await owner.getSupplementaryDataList({ ...demo, input_data_id: 'task-1-frame-1' })).toMatchObject([home]);
    expect((await owner.getProjectsOfOrganization({ organization_name: 'demo-org' })).list).toEqual([]);
  });

  it('a move keeps the members, but those outside the new organization cannot work', async () => {
    const { annofab, owner, worker, move } = await startSuspended();
    await owner.putProject(move('other-org'));
    await annofab.settled();
    expect((await worker.getMyMemberInProject(demo)).member_role).toBe('worker');
    const task = { ...demo, task_id: 'task-6' };
    const { updated_datetime, account_id } = await worker.getTask(task);
    expect(account_id).toBe(WORKER);
    const body = { status: 'working', last_updated_datetime: updated_datetime, account_id: WORKER } as const;
    await expect(worker.operateTask({ ...task, body })).rejects.toMatchObject({ status: 403 });
  });

  it('version 1 of putProject answers a move with the project only', async () => {
    const { annofab, owner, move } = await startSuspended();
    expect(await owner.putProject(move('other-org', 1))).toMatchObject({ project_id: PROJECT });
    await annofab.settled();
    expect(annofab.state.projects.get(PROJECT)?.project.organization_id).toBe('other-id');
  });

  it('a move returns 403 without administration of the new organization, and 404 for an unknown one', async () => {
    const { owner, move } = await startSuspended();
    await expect(owner.putProject(move('third-org'))).rejects.toMatchObject({ status: 403 });
    await expect(owner.putProject(move('nowhere'))).rejects.toMatchObject({ status: 404 });
  });

  it('a move returns 409 unless the project is suspended', async () => {
    const { owner } = await startEmulator({ seed: threeOrganizations });
    const { title, updated_datetime, configuration } = await owner.getProject(demo);
    const lock = { last_updated_datetime: updated_datetime };
    const body = { title, configuration, ...lock, organization_name: 'other-org', force_suspend: true };
    for (const status of ['active', 'suspended'] as const)
      await expect(owner.putProject({ ...demo, body: { ...body, status } })).rejects.toMatchObject(stateMismatch);
    expect((await owner.getProject(demo)).updated_datetime).toBe(updated_datetime);
  });

  it('a move returns 409 and changes nothing while a job is in progress', async () => {
    const { annofab, owner, move } = await startSuspended();
    annofab.settings.suspendedRefusesJobs = false;
    annofab.jobs.hold();
    await owner.postProjectTasksUpdate(demo);
    await expect(owner.putProject(move('other-org'))).rejects.toMatchObject(stateMismatch);
    await annofab.jobs.finish();
    expect(await owner.putProject(move('other-org'))).toHaveProperty('job');
  });
});

describe('deletion of projects', () => {
  it('a deletion is a job that removes the project with its files', async () => {
    const { annofab, owner } = await startSuspended();
    const { job, project } = await owner.deleteProject(demo);
    expect(job).toMatchObject({ job_type: 'delete-project', job_status: 'progress' });
    expect(project).toMatchObject({ project_id: PROJECT, project_status: 'suspended' });
    await annofab.settled();
    await expect(owner.getProject(demo)).rejects.toMatchObject({ status: 404 });
    expect((await owner.getMyProjects()).list).toEqual([]);
    expect([...annofab.state.files.keys()]).toEqual([]);
  });

  it('a deletion returns 409 while the project is active or has a job in progress, and 403 to others than owners', async () => {
    const active = await startEmulator();
    await expect(active.owner.deleteProject(demo)).rejects.toMatchObject(stateMismatch);
    const { annofab, owner, accepter } = await startSuspended();
    await expect(accepter.deleteProject(demo)).rejects.toMatchObject({ status: 403 });
    annofab.jobs.hold();
    await owner.deleteProject(demo);
    await expect(owner.deleteProject(demo)).rejects.toMatchObject({ status: 409, errorCode: 'WORKER_ALREADY_INVOKED' });
    expect((await owner.getProject(demo)).project_id).toBe(PROJECT);
  });

  it('a deletion keeps the files of a copy of the project', async () => {
    const { annofab, owner } = await startSuspended();
    const dest = { dest_project_id: 'copy', dest_title: '写し' };
    await owner.initiateProjectCopy({ ...demo, body: { ...dest, copy_inputs: true } });
    await annofab.settled();
    await owner.deleteProject(demo);
    await annofab.settled();
    const { url } = await owner.getInputData({ project_id: 'copy', input_data_id: 'task-1-frame-1' });
    expect((await fetch(url ?? '')).status).toBe(200);
  });
});

describe('copies of projects', () => {
  it('no job starts in a copy that is initializing', async () => {
    const { annofab, owner } = await startEmulator();
    annofab.jobs.hold();
    await owner.initiateProjectCopy({ ...demo, body: { dest_project_id: 'copy', dest_title: '写し' } });
    await annofab.jobs.finish();
    const copy = { project_id: 'copy' };
    const record = annofab.state.projects.get('copy');
    if (record) record.project.project_status = 'initializing';
    await annofab.jobs.release();
    await expect(owner.postProjectTasksUpdate(copy)).rejects.toMatchObject(stateMismatch);
    const { title, configuration, updated_datetime } = await owner.getProject(copy);
    const body = { title, configuration, last_updated_datetime: updated_datetime };
    for (const status of ['active', 'suspended'] as const)
      await expect(owner.putProject({ ...copy, body: { ...body, status } })).rejects.toMatchObject(stateMismatch);
  });

  it('a copy has the instruction with its images on request', async () => {
    const { annofab, owner } = await startEmulator();
    const { url, path } = await owner.getInstructionImageUrlForPut({ ...demo, image_id: 'image-1' });
    await fetch(url, { method: 'PUT', body: 'image' });
    await owner.putInstruction({ ...demo, body: { html: `<img src="${path}">` } });
    const dest = { dest_title: '写し' };
    await owner.initiateProjectCopy({ ...demo, body: { ...dest, dest_project_id: 'without' } });
    await owner.initiateProjectCopy({ ...demo, body: { ...dest, dest_project_id: 'with', copy_instructions: true } });
    await annofab.settled();
    expect(await owner.getInstructionHistory({ project_id: 'without' })).toEqual([]);
    const [history] = await owner.getInstructionHistory({ project_id: 'with' });
    const query = { history_id: history?.history_id ?? '' };
    const { html } = await owner.getInstruction({ project_id: 'with', query });
    expect(html).toContain('/projects/with/instruction-images/image-1');
    expect(await owner.getInstructionImages({ project_id: 'with' })).toMatchObject([{ image_id: 'image-1' }]);
  });
});

describe('changes of project members', () => {
  it('a member has the sampling rates of the last request', async () => {
    const { owner } = await startEmulator();
    const rates = { sampling_inspection_rate: 10, sampling_acceptance_rate: 100 };
    const put = async (fields: object) => {
      const { updated_datetime } = await owner.getProjectMember({ ...demo, user_id: 'demo_worker' });
      const body = { member_role: 'worker', member_status: 'active', last_updated_datetime: updated_datetime } as const;
      return await owner.putProjectMember({ ...demo, user_id: 'demo_worker', body: { ...body, ...fields } });
    };
    expect(await put(rates)).toMatchObject(rates);
    expect(await owner.getProjectMember({ ...demo, user_id: 'demo_worker' })).toMatchObject(rates);
    expect((await put({})).sampling_inspection_rate ?? null).toBeNull();
    await expect(put({ sampling_acceptance_rate: 101 })).rejects.toMatchObject({ status: 400 });
    await expect(put({ sampling_acceptance_rate: 0.5 })).rejects.toMatchObject({ status: 400 });
  });

  it('returns 409 when the only owner would leave or change role', async () => {
    const { owner } = await startEmulator();
    const put = async (
      user_id: string,
      fields: { member_role: 'owner' | 'worker'; member_status: 'active' | 'inactive' },
    ) => {
      const { updated_datetime } = await owner.getProjectMember({ ...demo, user_id });
      const body = { ...fields, last_updated_datetime: updated_datetime };
      return await owner.putProjectMember({ ...demo, user_id, body });
    };
    const [asWorker, gone] = [
      { member_role: 'worker', member_status: 'active' },
      { member_role: 'owner', member_status: 'inactive' },
    ] as const;
    await expect(put('demo_owner', asWorker)).rejects.toMatchObject(stateMismatch);
    await expect(put('demo_owner', gone)).rejects.toMatchObject(stateMismatch);
    await put('demo_worker', { member_role: 'owner', member_status: 'active' });
    expect(await put('demo_owner', gone)).toMatchObject({ member_status: 'inactive' });
    await expect(owner.getProject(demo)).rejects.toMatchObject({ status: 403 });
  });

  it('putProjectMember returns 409 for an old lock, and 403 to others than owners', async () => {
    const { owner, accepter } = await startEmulator();
    const body = { member_role: 'worker', member_status: 'active' } as const;
    const old = { ...body, last_updated_datetime: '2019-05-08T10:00:00.000+09:00' };
    const who = { ...demo, user_id: 'demo_worker' };
    await expect(owner.putProjectMember({ ...who, body: old })).rejects.toMatchObject(stale);
    await expect(accepter.putProjectMember({ ...who, body })).rejects.toMatchObject({ status: 403 });
  });
});
