import { describe, expect, it } from 'vitest';
import type { ProjectConfigurationGet, TaskAssignRequestType } from '../../../../lib/annofab/api-description.ts';
import type { AnnofabClient } from '../../../../lib/annofab/index.ts';
import { newTask } from '../../../../local/annofab/tasks/task.ts';
import { ACCEPTER, annofabError, demo, PROJECT, startEmulator, WORKER } from '../emulator.ts';

/** The demo's project with only these tasks: `t-0`, `t-1` and so on, unassigned. */
async function startWith(count: number, configuration: Partial<ProjectConfigurationGet> = {}) {
  const started = await startEmulator();
  const project = started.annofab.state.projects.get(PROJECT);
  if (!project) throw new Error('the demo has no project');
  Object.assign(project.project.configuration, configuration);
  project.tasks.clear();
  for (let i = 0; i < count; i++) {
    project.tasks.set(`t-${i}`, newTask(PROJECT, `t-${i}`, [], '2019-05-08T10:00:00.000+09:00'));
  }
  return { ...started, project };
}

const assign = (client: AnnofabClient, request_type: TaskAssignRequestType) =>
  client.assignTasks({ ...demo, body: { request_type } });

const ids = (count: number, from = 0) => Array.from({ length: count }, (_, i) => `t-${i + from}`);
const select = (user_id: string, task_ids: string[]) => ({ _type: 'Selection', user_id, task_ids }) as const;
const random = { _type: 'Random', phase: 'annotation' } as const;

describe('assignTasks at random', () => {
  it('Random assigns one unassigned task of the phase to the caller', async () => {
    const { worker } = await startWith(2);
    const [first] = await assign(worker, random);
    const [second] = await assign(worker, random);
    expect(first).toMatchObject({ account_id: WORKER, status: 'not_started', phase: 'annotation' });
    expect(first?.histories_by_phase).toMatchObject([{ account_id: WORKER, phase: 'annotation', worked: false }]);
    expect([first?.task_id, second?.task_id].sort()).toEqual(['t-0', 't-1']);
    await expect(assign(worker, random), 'no other task').rejects.toMatchObject({ status: 404 });
    expect(await worker.getTask({ ...demo, task_id: 't-0' })).toMatchObject({ account_id: WORKER });
  });

  it('Random returns 403 for a phase that the caller’s role does not work in', async () => {
    const { worker, accepter, dataUser, project } = await startWith(1);
    for (const task of project.tasks.values()) task.phase = 'acceptance';
    await expect(assign(worker, { ...random, phase: 'acceptance' })).rejects.toMatchObject({ status: 403 });
    await expect(assign(dataUser, random)).rejects.toMatchObject({ status: 403 });
    expect(await assign(accepter, { ...random, phase: 'acceptance' })).toMatchObject([{ account_id: ACCEPTER }]);
  });
});

describe('assignTasks by selection', () => {
  it('Selection assigns tasks to a member, also those of another member', async () => {
    const { accepter, owner } = await startWith(2);
    expect(await assign(accepter, select('demo_worker', ids(2)))).toMatchObject([
      { task_id: 't-0', account_id: WORKER },
      { task_id: 't-1', account_id: WORKER },
    ]);
    expect(await assign(owner, select('demo_accepter', ['t-0']))).toMatchObject([{ account_id: ACCEPTER }]);
  });

  it('Selection returns 403 to workers', async () => {
    const { worker } = await startWith(2);
    await expect(assign(worker, select('demo_worker', ['t-0']))).rejects.toMatchObject({ status: 403 });
    await expect(assign(worker, select('demo_accepter', ['t-1']))).rejects.toMatchObject({ status: 403 });
  });

  it.each([
    ['an unknown task', select('demo_worker', ['t-0', 'nothing']), 404],
    ['an unknown member', select('nobody', ['t-0']), 404],
    ['someone who works on no tasks', select('demo_data_user', ['t-0']), 403],
  ])('Selection fails for %s, and assigns no task', async (_what, request, status) => {
    const { owner } = await startWith(1);
    await expect(assign(owner, request)).rejects.toMatchObject({ status });
    expect(await owner.getTask({ ...demo, task_id: 't-0' })).toMatchObject({ account_id: null });
  });

  it('Selection returns 409 for a task that is being worked on', async () => {
    const { owner, project } = await startWith(1);
    for (const task of project.tasks.values()) task.status = 'working';
    await expect(assign(owner, select('demo_worker', ['t-0']))).rejects.toMatchObject({ status: 409 });
  });
});

describe('limits of tasks per member', () => {
  it('all but owners have a limit of tasks, and a second limit that includes tasks on hold', async () => {
    const { owner, worker, project } = await startWith(6, {
      max_tasks_per_member: 2,
      max_tasks_per_member_including_hold: 1,
    });
    await assign(owner, select('demo_worker', ids(2)));
    await expect(assign(worker, random)).rejects.toMatchObject({ status: 409 });
    for (const id of ids(2)) Object.assign(project.tasks.get(id) ?? {}, { status: 'on_hold' });
    await assign(worker, random);
    await expect(assign(worker, random), '3 in all, those on hold included').rejects.toMatchObject({ status: 409 });
    await expect(assign(owner, select('demo_accepter', ids(3)))).rejects.toMatchObject({ status: 409 });
    expect(await assign(owner, select('demo_owner', ids(3)))).toHaveLength(3);
  });

  it('the default limit is 10 tasks per member, without accepted tasks', async () => {
    const { owner, project } = await startWith(21);
    await assign(owner, select('demo_worker', ids(10)));
    await expect(assign(owner, select('demo_worker', ['t-10']))).rejects.toMatchObject({ status: 409 });
    for (const id of ids(10)) Object.assign(project.tasks.get(id) ?? {}, { phase: 'acceptance', status: 'complete' });
    expect(await assign(owner, select('demo_worker', ids(10, 10)))).toHaveLength(10);
  });

  it('changing the assignee ignores the limit of tasks', async () => {
    const { owner } = await startWith(2, { max_tasks_per_member: 1 });
    for (const task_id of ids(2)) {
      const { updated_datetime: last_updated_datetime } = await owner.getTask({ ...demo, task_id });
      const body = { status: 'not_started', account_id: WORKER, last_updated_datetime } as const;
      expect(await owner.operateTask({ ...demo, task_id, body })).toMatchObject({ account_id: WORKER });
    }
  });
});

describe('task_assignment_type', () => {
  const byProperty = { _type: 'TaskProperty', phase: 'annotation' } as const;

  it.each([
    ['random', select('demo_worker', ['t-0'])],
    ['selection', random],
    ['random_and_selection', byProperty],
    ['task_property', random],
    ['custom', random],
  ] as const)('a project with the type %s refuses the other request types', async (task_assignment_type, request) => {
    const { owner } = await startWith(1, { task_assignment_type });
    await expect(assign(owner, request)).rejects.toMatchObject({ status: 400 });
  });

  it('TaskProperty assigns by a property of the tasks, ascending or descending', async () => {
    const task_assignment_property = { name: 'metadata.priority', order: 'desc' } as const;
    const { worker, project } = await startWith(3, { task_assignment_type: 'task_property', task_assignment_property });
    for (const [index, priority] of [1, 3, 2].entries()) {
      Object.assign(project.tasks.get(`t-${index}`) ?? {}, { metadata: { priority } });
    }
    const order = [];
    for (let i = 0; i < 3; i++) order.push((await assign(worker, byProperty))[0]?.task_id);
    expect(order).toEqual(['t-1', 't-2', 't-0']);
  });

  it('assignTasks returns 409 when the project is suspended, and 400 for an unknown type', async () => {
    const { owner, raw, project } = await startWith(1);
    const body = { request_type: { _type: 'Wish' } };
    expect(await raw('POST', `/api/v1/projects/${PROJECT}/assign-tasks`, { body })).toMatchObject(
      annofabError(400, 'INVALID_BODY'),
    );
    project.project.project_status = 'suspended';
    await expect(assign(owner, random)).rejects.toMatchObject({ status: 409, errorCode: 'STATE_MISMATCH' });
  });
});
