import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type AnnofabEmulator, startAnnofabEmulator } from '../../../../local/annofab/index.ts';
import { everyTypeSeed } from '../every-type.ts';
import { caller, type Receiver, startReceiver } from '../http.ts';

let annofab: AnnofabEmulator;
let receiver: Receiver;
const api = caller(() => annofab);

beforeEach(async () => {
  [annofab, receiver] = await Promise.all([startAnnofabEmulator({ seed: everyTypeSeed }), startReceiver()]);
  await api('PUT', '/projects/demo-project/webhooks/copied', {
    project_id: 'demo-project',
    webhook_id: 'copied',
    event_type: 'project-copy-completed',
    webhook_status: 'active',
    method: 'POST',
    headers: [],
    url: receiver.url,
    body: '{{PROJECT_ID}} {{DEST_PROJECT_ID}} {{DEST_PROJECT_TITLE}} {{PROJECT_TITLE}} {{COMPLETE_DATETIME}}',
  });
});
afterEach(() => Promise.all([annofab.stop(), receiver.stop()]));

const copy = (fields: Record<string, unknown> = {}) =>
  api('POST', '/projects/demo-project/copy', { dest_project_id: 'copy-1', dest_title: '写し', ...fields });
const record = (id: string) => {
  const found = annofab.state.projects.get(id);
  if (!found) throw new Error(`The project ${id} does not exist`);
  return found;
};

describe('initiateProjectCopy', () => {
  it('the copy exists at once as initializing, and is active when its job ends', async () => {
    annofab.jobs.hold();
    expect(await copy()).toMatchObject({
      status: 202,
      body: {
        job: {
          project_id: 'demo-project',
          job_type: 'copy-project',
          job_status: 'progress',
          job_detail: { _type: 'CopyProject' },
        },
        dest_project: { project_id: 'copy-1', title: '写し', project_status: 'initializing' },
      },
    });
    expect(record('copy-1').project.project_status).toBe('initializing');
    await annofab.jobs.release();
    expect((await api('GET', '/projects/copy-1')).body).toMatchObject({ project_status: 'active' });
  });

  it('a copy has only the settings, members and specs of its source by default', async () => {
    await copy();
    await annofab.settled();
    const [first, second] = [record('demo-project'), record('copy-1')];
    expect(second.project.configuration).toEqual(first.project.configuration);
    expect([...second.members.keys()]).toEqual([...first.members.keys()]);
    expect(second.specs).toEqual({ ...first.specs, project_id: 'copy-1' });
    for (const part of ['inputData', 'tasks', 'annotations', 'webhooks', 'supplementary'] as const)
      expect(second[part].size, part).toBe(0);
  });

  it('a copy has what the request names, and is independent of its source afterwards', async () => {
    await copy({ copy_inputs: true, copy_tasks: true, copy_annotations: true, copy_webhooks: true });
    await annofab.settled();
    const [first, second] = [record('demo-project'), record('copy-1')];
    for (const part of ['inputData', 'tasks', 'annotations', 'webhooks'] as const)
      expect([...second[part].keys()], part).toEqual([...first[part].keys()]);
    const { body } = await api('GET', '/projects/copy-1/tasks/task-1');
    expect(body).toMatchObject({ project_id: 'copy-1', task_id: 'task-1' });
    await annofab.completeTask('copy-1', 'task-1');
    expect(second.tasks.get('task-1')?.status).toBe('complete');
    expect(first.tasks.get('task-1')?.status).not.toBe('complete');
  });

  it('the setting copyWebhooks decides whether a copy has webhooks', async () => {
    annofab.settings.copyWebhooks = 'always';
    await copy();
    await annofab.settled();
    annofab.settings.copyWebhooks = 'never';
    await copy({ dest_project_id: 'copy-2', copy_webhooks: true });
    await annofab.settled();
    expect(['copy-1', 'copy-2'].map((id) => record(id).webhooks.size)).toEqual([1, 0]);
  });

  it('the webhook of the source has the title of the copy, and no PROJECT_TITLE', async () => {
    await copy();
    await annofab.settled();
    expect(receiver.received.map(({ body }) => body)).toEqual([
      expect.stringMatching(/^demo-project copy-1 写し \{\{PROJECT_TITLE\}\} \d{4}-/),
    ]);
  });
});

describe('invalid copies of a project', () => {
  it.each([
    ['tasks without input data', { copy_tasks: true }, 400],
    ['annotations without tasks', { copy_inputs: true, copy_annotations: true }, 400],
    ['supplementary data without input data', { copy_supplementary_data: true }, 400],
    ['an invalid id', { dest_project_id: '../x' }, 400],
    ['no title', { dest_title: undefined }, 400],
    ['an id that is in use', { dest_project_id: 'demo-project' }, 409],
  ])('refuses to copy a project with %s', async (_, fields, status) => {
    expect((await copy(fields)).status).toBe(status);
    expect([...annofab.state.projects.keys()]).toEqual(['demo-project']);
  });

  it('returns 409 when a job excludes the copy, and creates no project', async () => {
    annofab.jobs.hold();
    const zip = { input_data_name: 'a.zip', input_data_path: 'https://storage.example/a.zip' };
    expect((await api('PUT', '/projects/demo-project/inputs/x', zip)).status).toBe(202);
    expect(await copy()).toMatchObject({ status: 409, body: { errors: [{ error_code: 'STATE_MISMATCH' }] } });
    expect(annofab.state.projects.has('copy-1')).toBe(false);
  });

  it('returns 403 when the owner does not administer the organization', async () => {
    const member = [...record('demo-project').members.values()].find(({ user_id }) => user_id === 'demo_worker');
    if (member) member.member_role = 'owner';
    const answer = await caller(() => annofab, 'demo-worker-pat')('POST', '/projects/demo-project/copy', {
      dest_project_id: 'c',
      dest_title: 'c',
    });
    expect(answer.status).toBe(403);
  });
});
