import { describe, expect, it } from 'vitest';
import type { Task, TaskOperation } from '../../../../lib/annofab/api-description.ts';
import type { AnnofabClient } from '../../../../lib/annofab/index.ts';
import type { Seed } from '../../../../local/annofab/index.ts';
import { ACCEPTER, annofabError, demo, OWNER, PROJECT, startEmulator, WORKER } from '../emulator.ts';
import { everyTypeSeed } from '../every-type.ts';

const mismatch = { status: 409, errorCode: 'STATE_MISMATCH' };

/** Operates on a task with its present lock. */
async function operate(client: AnnofabClient, task_id: string, change: Omit<TaskOperation, 'last_updated_datetime'>) {
  const { updated_datetime } = await client.getTask({ ...demo, task_id });
  return client.operateTask({ ...demo, task_id, body: { ...change, last_updated_datetime: updated_datetime } });
}

/** Writes an inspection comment on the first frame of a task in the acceptance phase. */
async function comment(client: AnnofabClient, task_id: string, comment_id: string) {
  await client.batchUpdateComments({
    ...{ ...demo, task_id, input_data_id: `${task_id}-frame-1` },
    body: [
      {
        ...{ _type: 'Put', comment_id, comment_type: 'inspection', comment: 'Too loose' },
        ...{ phase: 'acceptance', phase_stage: 1, account_id: ACCEPTER },
        comment_node: { _type: 'Root', data: { _type: 'Point', x: 1, y: 2 }, status: 'open' },
      },
    ],
  });
}

/** The demo, with inspections before acceptance. */
function withInspections(count: number, rule: 'no_assignee' | 'fixed' = 'no_assignee'): Seed {
  const seed = structuredClone({ ...everyTypeSeed, projects: [] });
  const projects = everyTypeSeed.projects.map((project) => ({
    ...project,
    tasks: project.tasks.filter(({ task_id }) => task_id === 'task-8'),
    configuration: { number_of_inspections: count, assignee_rule_of_resubmitted_task: rule },
  }));
  return { ...seed, projects };
}

describe('transitions of a task', () => {
  it('the assignee starts, pauses, resumes and submits a task', async () => {
    const { owner, worker } = await startEmulator();
    const me = { account_id: WORKER };
    await operate(owner, 'task-8', { status: 'not_started', ...me });
    const started = await operate(worker, 'task-8', { status: 'working', ...me });
    expect(started).toMatchObject({ status: 'working', phase: 'annotation', account_id: WORKER });
    expect(started.started_datetime).toBe(started.updated_datetime);
    expect(started.operation_updated_datetime).toBe(started.updated_datetime);

    expect(await operate(worker, 'task-8', { status: 'break', ...me })).toMatchObject({ status: 'break' });
    expect(await operate(worker, 'task-8', { status: 'working', ...me })).toMatchObject({ status: 'working' });
    expect(await operate(worker, 'task-8', { status: 'on_hold', ...me })).toMatchObject({ status: 'on_hold' });
    await operate(worker, 'task-8', { status: 'working', ...me });
    const submitted = await operate(worker, 'task-8', { status: 'complete', ...me });
    expect(submitted).toMatchObject({ phase: 'acceptance', phase_stage: 1, status: 'not_started' });
    expect(submitted.account_id).toBeNull();
    expect(submitted.histories_by_phase).toEqual([
      { phase: 'annotation', phase_stage: 1, account_id: WORKER, worked: true },
    ]);
  });

  it('a task goes through as many inspections as the project has', async () => {
    const { annofab, accepter } = await startEmulator({ seed: withInspections(2) });
    const visited: string[] = [];
    const finished = await annofab.completeTask(PROJECT, 'task-8');
    for (const { phase, phase_stage } of finished.histories_by_phase) visited.push(`${phase} ${phase_stage}`);
    expect(visited).toEqual(['annotation 1', 'inspection 1', 'inspection 2', 'acceptance 1']);
    expect(await accepter.getTask({ ...demo, task_id: 'task-8' })).toMatchObject({
      phase: 'acceptance',
      status: 'complete',
      account_id: ACCEPTER,
    });
  });

  it('work is measured by the clock, in the task and in its histories', async () => {
    const now = new Date();
    const { annofab, owner, worker } = await startEmulator({ now: () => now });
    await operate(owner, 'task-8', { status: 'not_started', account_id: WORKER });
    await operate(worker, 'task-8', { status: 'working', account_id: WORKER });
    annofab.clock.advance(90_000);
    const paused = await operate(worker, 'task-8', { status: 'break', account_id: WORKER });
    // Date-times of events are milliseconds apart, also while the clock stands.
    expect(paused.work_time_span).toBeCloseTo(90_000, -2);
    annofab.clock.advance(3_600_000);
    await operate(worker, 'task-8', { status: 'working', account_id: WORKER });
    const submitted = await operate(worker, 'task-8', { status: 'complete', account_id: WORKER });
    expect(submitted.work_time_span, 'a break does not count as work').toBeCloseTo(90_000, -2);

    const histories = await worker.getTaskHistories({ ...demo, task_id: 'task-8' });
    expect(histories).toMatchObject([
      { phase: 'annotation', account_id: null, accumulated_labor_time_milliseconds: 'PT0S' },
      {
        phase: 'annotation',
        account_id: WORKER,
        started_datetime: expect.any(String),
        ended_datetime: expect.any(String),
      },
      { phase: 'acceptance', accumulated_labor_time_milliseconds: 'PT0S' },
    ]);
    expect(histories[1]?.accumulated_labor_time_milliseconds).toMatch(/^PT(90(\.0\d+)?|89\.99\d*)S$/);
  });
});

describe('preconditions of operateTask', () => {
  it('returns 409 when the task was updated by someone else', async () => {
    const { owner, worker } = await startEmulator();
    const body = {
      status: 'break',
      account_id: WORKER,
      last_updated_datetime: '2019-05-08T10:00:00.000+09:00',
    } as const;
    await expect(worker.operateTask({ ...demo, task_id: 'task-5', body })).rejects.toMatchObject({
      status: 409,
      errorCode: 'ALREADY_UPDATED',
    });
    expect(await owner.getTask({ ...demo, task_id: 'task-5' })).toMatchObject({ status: 'working' });
  });

  it('returns 409 when the lock is the same time in another notation', async () => {
    const { owner, worker } = await startEmulator();
    const { updated_datetime } = await owner.getTask({ ...demo, task_id: 'task-5' });
    const last_updated_datetime = new Date(updated_datetime).toISOString();
    const body = { status: 'break', account_id: WORKER, last_updated_datetime } as const;
    await expect(worker.operateTask({ ...demo, task_id: 'task-5', body })).rejects.toMatchObject({ status: 409 });
  });

  it('returns 403 when the caller is not the assignee', async () => {
    const { owner } = await startEmulator();
    const asWorker = operate(owner, 'task-5', { status: 'complete', account_id: WORKER });
    await expect(asWorker).rejects.toMatchObject({ status: 403 });
    const asOwner = operate(owner, 'task-5', { status: 'complete', account_id: OWNER });
    await expect(asOwner, 'the declared assignee is another').rejects.toMatchObject(mismatch);
  });

  it('a break during a break is accepted and changes nothing', async () => {
    const { annofab, owner, worker } = await startEmulator();
    const me = { account_id: WORKER };
    await operate(owner, 'task-8', { status: 'not_started', ...me });
    await operate(worker, 'task-8', { status: 'working', ...me });
    const paused = await operate(worker, 'task-8', { status: 'break', ...me });
    const events = await owner.getTaskHistories({ ...demo, task_id: 'task-8' });
    annofab.clock.advance(60_000);
    expect(await operate(worker, 'task-8', { status: 'break', ...me })).toEqual(paused);
    expect(await owner.getTaskHistories({ ...demo, task_id: 'task-8' })).toEqual(events);
    await expect(operate(owner, 'task-8', { status: 'break', ...me })).rejects.toMatchObject({ status: 403 });
  });

  it.each(['working', 'break', 'on_hold', 'complete', 'rejected'] as const)(
    'returns 400 when the operation %s has no account_id',
    async (status) => {
      const { worker } = await startEmulator();
      await expect(operate(worker, 'task-5', { status })).rejects.toMatchObject({ status: 400 });
    },
  );

  it.each([
    ['complete', 'not_started'],
    ['break', 'not_started'],
    ['on_hold', 'not_started'],
    ['rejected', 'not_started'],
    ['working', 'working'],
    ['complete', 'on_hold'],
  ] as const)('returns 409 for the operation %s in the status %s', async (status, present) => {
    const { annofab, accepter } = await startEmulator();
    const task = annofab.state.projects.get(PROJECT)?.tasks.get('task-1');
    if (task) task.status = present;
    await expect(operate(accepter, 'task-1', { status, account_id: ACCEPTER })).rejects.toMatchObject(mismatch);
  });

  it('returns 409 for a rejection in the annotation phase', async () => {
    const { worker } = await startEmulator();
    const reject = operate(worker, 'task-5', { status: 'rejected', account_id: WORKER });
    await expect(reject).rejects.toMatchObject(mismatch);
  });

  it('returns 400 when force is set without a rejection', async () => {
    const { worker } = await startEmulator();
    const forced = operate(worker, 'task-5', { status: 'complete', account_id: WORKER, force: true });
    await expect(forced).rejects.toMatchObject({ status: 400 });
  });

  it('returns 400 when the operation has no lock', async () => {
    const { raw } = await startEmulator();
    const path = `/api/v1/projects/${PROJECT}/tasks/task-5/operate`;
    expect(await raw('POST', path, { body: { status: 'working' } })).toMatchObject(annofabError(400, 'INVALID_BODY'));
  });
});

describe('rejection of a task', () => {
  it('a rejected task goes back to annotation and its last annotator', async () => {
    const { accepter } = await startEmulator();
    await comment(accepter, 'task-1', 'why');
    const rejected = await operate(accepter, 'task-1', { status: 'rejected', account_id: ACCEPTER });
    expect(rejected).toMatchObject({
      phase: 'annotation',
      phase_stage: 1,
      status: 'not_started',
      number_of_rejections: 1,
      account_id: WORKER,
    });
  });

  it('a rejected task is unassigned when its last annotator has left the project', async () => {
    const { annofab, owner } = await startEmulator();
    const member = annofab.state.projects.get(PROJECT)?.members.get(WORKER);
    if (member) member.member_status = 'inactive';
    const rejected = await operate(owner, 'task-3', { status: 'rejected', force: true });
    expect(rejected).toMatchObject({ phase: 'annotation', account_id: null });
  });

  it('a rejection needs an inspection comment of the present phase', async () => {
    const { annofab, accepter, worker, owner } = await startEmulator();
    const reject = () => operate(accepter, 'task-1', { status: 'rejected', account_id: ACCEPTER });
    await expect(reject()).rejects.toMatchObject({ status: 400 });
    await comment(accepter, 'task-1', 'why');
    await reject();
    await operate(worker, 'task-1', { status: 'working', account_id: WORKER });
    await operate(worker, 'task-1', { status: 'complete', account_id: WORKER });
    await operate(owner, 'task-1', { status: 'not_started', account_id: ACCEPTER });
    await operate(accepter, 'task-1', { status: 'working', account_id: ACCEPTER });
    await expect(reject()).rejects.toMatchObject({ status: 400 });
    annofab.settings.rejectionNeedsComment = false;
    expect(await reject()).toMatchObject({ phase: 'annotation' });
  });

  it('only owners reject by force, from every status and phase', async () => {
    const { owner, accepter } = await startEmulator();
    await expect(operate(accepter, 'task-3', { status: 'rejected', force: true })).rejects.toMatchObject({
      status: 403,
    });
    const rejected = await operate(owner, 'task-3', { status: 'rejected', force: true });
    expect(rejected).toMatchObject({ phase: 'annotation', status: 'not_started', account_id: WORKER });
  });

  it.each([
    ['fixed', ACCEPTER],
    ['no_assignee', undefined],
  ] as const)('the rule %s decides the assignee of a resubmitted task', async (rule, assignee) => {
    const { annofab, accepter, worker } = await startEmulator();
    const configuration = annofab.state.projects.get(PROJECT)?.project.configuration;
    if (configuration) configuration.assignee_rule_of_resubmitted_task = rule;
    await comment(accepter, 'task-1', 'why');
    await operate(accepter, 'task-1', { status: 'rejected', account_id: ACCEPTER });
    await operate(worker, 'task-1', { status: 'working', account_id: WORKER });
    const again = await operate(worker, 'task-1', { status: 'complete', account_id: WORKER });
    expect(again).toMatchObject({ phase: 'acceptance', status: 'not_started' });
    expect(again.account_id ?? undefined).toBe(assignee);
  });
});

describe('withdrawal of a submission', () => {
  it('a withdrawn task goes back to its submitter', async () => {
    const { worker } = await startEmulator();
    await operate(worker, 'task-5', { status: 'complete', account_id: WORKER });
    const withdrawn = await operate(worker, 'task-5', { status: 'cancelled', account_id: WORKER });
    expect(withdrawn).toMatchObject({ phase: 'annotation', status: 'not_started', account_id: WORKER });
    expect(withdrawn.histories_by_phase).toHaveLength(1);
  });

  it('a withdrawal fails for others than the submitter, and when someone has worked on the next phase', async () => {
    const { owner, worker, accepter } = await startEmulator();
    await operate(worker, 'task-5', { status: 'complete', account_id: WORKER });
    await expect(operate(owner, 'task-5', { status: 'cancelled', account_id: OWNER })).rejects.toMatchObject(mismatch);
    await expect(operate(owner, 'task-5', { status: 'cancelled', account_id: WORKER })).rejects.toMatchObject({
      status: 403,
    });
    await operate(owner, 'task-5', { status: 'not_started', account_id: ACCEPTER });
    await operate(accepter, 'task-5', { status: 'working', account_id: ACCEPTER });
    const late = () => operate(worker, 'task-5', { status: 'cancelled', account_id: WORKER });
    await expect(late(), 'being worked on').rejects.toMatchObject(mismatch);
    await operate(accepter, 'task-5', { status: 'on_hold', account_id: ACCEPTER });
    await operate(owner, 'task-5', { status: 'not_started' });
    await expect(late(), 'was worked on').rejects.toMatchObject(mismatch);
  });

  it('returns 409 for a withdrawal when the task was not submitted', async () => {
    const { worker } = await startEmulator();
    const withdraw = operate(worker, 'task-6', { status: 'cancelled', account_id: WORKER });
    await expect(withdraw).rejects.toMatchObject(mismatch);
  });
});

describe('assignee of a task', () => {
  it('owners and accepters change the assignee, or remove it with no account_id', async () => {
    const { owner, accepter, worker } = await startEmulator();
    const assigned = await operate(accepter, 'task-8', { status: 'not_started', account_id: WORKER });
    expect(assigned).toMatchObject({ status: 'not_started', account_id: WORKER });
    await expect(operate(worker, 'task-8', { status: 'not_started' })).rejects.toMatchObject({ status: 403 });
    const free = await operate(owner, 'task-8', { status: 'not_started' });
    expect(free.account_id).toBeNull();
  });

  it('a new assignee must be a member, and the task must not be working', async () => {
    const { owner } = await startEmulator();
    const stranger = '00000000-0000-4000-8000-000000000005';
    await expect(operate(owner, 'task-8', { status: 'not_started', account_id: stranger })).rejects.toMatchObject({
      status: 400,
    });
    await expect(operate(owner, 'task-5', { status: 'not_started', account_id: OWNER })).rejects.toMatchObject(
      mismatch,
    );
  });

  it('histories_by_phase records every assignee who worked, once per phase', async () => {
    const { owner, worker } = await startEmulator();
    await operate(owner, 'task-8', { status: 'not_started', account_id: OWNER });
    await operate(owner, 'task-8', { status: 'not_started', account_id: WORKER });
    await operate(worker, 'task-8', { status: 'working', account_id: WORKER });
    await operate(worker, 'task-8', { status: 'on_hold', account_id: WORKER });
    const task = await operate(owner, 'task-8', { status: 'not_started', account_id: OWNER });
    expect(task.histories_by_phase.map(({ account_id, worked }) => [account_id, worked])).toEqual([
      [WORKER, true],
      [OWNER, false],
    ]);
  });
});

describe('accepted tasks', () => {
  const idsOf = ({ phase, status, account_id }: Task) => ({ phase, status, account_id });

  it('only owners re-open an accepted task, which stays in the acceptance phase', async () => {
    const { owner, accepter } = await startEmulator();
    const byAccepter = operate(accepter, 'task-3', { status: 'not_started', account_id: ACCEPTER });
    await expect(byAccepter).rejects.toMatchObject({ status: 403 });
    const reopened = await operate(owner, 'task-3', { status: 'not_started', account_id: ACCEPTER });
    expect(idsOf(reopened)).toEqual({ phase: 'acceptance', status: 'not_started', account_id: ACCEPTER });
  });

  it('every operation changes the operation date-time and the project summary', async () => {
    const { owner } = await startEmulator();
    const before = await owner.getTask({ ...demo, task_id: 'task-3' });
    const after = await operate(owner, 'task-3', { status: 'not_started' });
    expect(after.operation_updated_datetime).toBe(after.updated_datetime);
    expect(Date.parse(after.updated_datetime)).toBeGreaterThan(Date.parse(before.updated_datetime));
    const { summary } = await owner.getProject(demo);
    expect(summary.last_tasks_updated_datetime).toBe(after.updated_datetime);
  });
});
