import { describe, expect, it } from 'vitest';
import {
  type AnnofabClient,
  ConflictError,
  ForbiddenError,
  NotFoundError,
  TaskStateError,
} from '../../../lib/annofab/index.ts';
import { ACCEPTER, demo, OWNER, startEmulator, WORKER } from '../../local/annofab/emulator.ts';

const task = (task_id: string) => ({ ...demo, task_id });
/** Nobody has begun it; it is assigned to the worker. */
const fresh = task('task-6');
/** The worker works on it. */
const working = task('task-5');
/** Accepted, by the accepter. */
const accepted = task('task-3');
const gone = task('gone');

/** Says of the first frame of a task, in phase acceptance, what is wrong with it. */
async function comment(client: AnnofabClient, task_id: string) {
  await client.batchUpdateComments({
    ...{ ...task(task_id), input_data_id: `${task_id}-frame-1` },
    body: [
      {
        ...{ _type: 'Put', comment_id: 'why', comment_type: 'inspection', comment: 'Too loose' },
        ...{ phase: 'acceptance', phase_stage: 1, account_id: ACCEPTER },
        comment_node: { _type: 'Root', data: { _type: 'Point', x: 1, y: 2 }, status: 'open' },
      },
    ],
  });
}

describe('reading tasks', () => {
  it('finds a task, and returns undefined when it does not exist', async () => {
    const { owner } = await startEmulator();
    expect(await owner.tasks.find(working)).toMatchObject({ ...working, status: 'working' });
    expect(await owner.tasks.find(gone)).toBeUndefined();
  });

  it('returns the histories of a task, or undefined when it does not exist', async () => {
    const { owner } = await startEmulator();
    expect(await owner.tasks.findHistories(working)).toContainEqual(
      expect.objectContaining({ account_id: WORKER, phase: 'annotation' }),
    );
    expect(await owner.tasks.findHistories(gone)).toBeUndefined();
  });

  it('throws instead of returning undefined when the account may not see the task', async () => {
    const { stranger } = await startEmulator();
    await expect(stranger.tasks.find(working)).rejects.toBeInstanceOf(ForbiddenError);
  });

  it('yields each task once across all pages', async () => {
    const { owner } = await startEmulator();
    const ids: string[] = [];
    for await (const { task_id } of owner.tasks.all({ ...demo, query: { limit: 3 } })) ids.push(task_id);
    expect(ids.sort()).toEqual([1, 2, 3, 4, 5, 6, 7, 8].map((number) => `task-${number}`));
  });
});

describe('the assignee', () => {
  it('starts, pauses, resumes, holds and completes a task', async () => {
    const { worker } = await startEmulator();
    expect(await worker.tasks.start(fresh)).toMatchObject({ status: 'working', account_id: WORKER });
    expect(await worker.tasks.pause(fresh)).toMatchObject({ status: 'break' });
    expect(await worker.tasks.start(fresh)).toMatchObject({ status: 'working' });
    expect(await worker.tasks.hold(fresh)).toMatchObject({ status: 'on_hold' });
    await worker.tasks.start(fresh);
    expect(await worker.tasks.complete(fresh)).toMatchObject({ phase: 'acceptance', status: 'not_started' });
  });

  it('cancels a submission', async () => {
    const { worker } = await startEmulator();
    await worker.tasks.complete(working);
    expect(await worker.tasks.cancelSubmission(working)).toMatchObject({ phase: 'annotation', account_id: WORKER });
  });

  it('cannot cancel a submission after someone has worked on the task', async () => {
    const { worker, owner } = await startEmulator();
    await worker.tasks.complete(working);
    await owner.tasks.assign({ ...working, account_id: OWNER });
    await owner.tasks.start(working);
    await expect(worker.tasks.cancelSubmission(working)).rejects.toThrow(/withdraw its submission.* is working/);
  });

  it('rejects a submission with a comment, so that it is annotated again', async () => {
    const { accepter, owner } = await startEmulator();
    await expect(accepter.tasks.reject(task('task-1'))).rejects.toThrow(/no inspection comment/);
    await comment(accepter, 'task-1');
    expect(await accepter.tasks.reject(task('task-1'))).toMatchObject({ phase: 'annotation', status: 'not_started' });
    const { histories_by_phase } = await owner.getTask(task('task-1'));
    expect(owner.tasks.countRejections(histories_by_phase, { phase: 'acceptance' })).toBe(1);
  });
});

describe('an owner', () => {
  it("rejects another account's task by force", async () => {
    const { owner } = await startEmulator();
    const held = task('task-7');
    await expect(owner.tasks.reject(held)).rejects.toThrow(/an owner can reject it by force/);
    expect(await owner.tasks.reject({ ...held, force: true })).toMatchObject({ phase: 'annotation' });
  });

  it('cancels an acceptance, for an account or for nobody', async () => {
    const { owner } = await startEmulator();
    expect(await owner.tasks.cancelAcceptance({ ...accepted, account_id: ACCEPTER })).toMatchObject({
      ...{ phase: 'acceptance', status: 'not_started', account_id: ACCEPTER },
    });
    const { account_id } = await owner.tasks.cancelAcceptance(task('task-4'));
    expect(account_id ?? null).toBeNull();
  });

  it('cannot cancel the acceptance of a task that is not accepted', async () => {
    const { owner } = await startEmulator();
    await expect(owner.tasks.cancelAcceptance(fresh)).rejects.toBeInstanceOf(TaskStateError);
    expect(await owner.tasks.find(fresh)).toMatchObject({ account_id: WORKER });
  });

  it('assigns a task by account id, by user id, and to nobody', async () => {
    const { owner } = await startEmulator();
    expect(await owner.tasks.assign({ ...fresh, account_id: OWNER })).toMatchObject({ account_id: OWNER });
    expect(await owner.tasks.assign({ ...fresh, user_id: 'demo_worker' })).toMatchObject({ account_id: WORKER });
    const { account_id } = await owner.tasks.assign({ ...fresh, account_id: null });
    expect(account_id ?? null).toBeNull();
  });

  it('cannot assign a task to a user who is not a member', async () => {
    const { owner } = await startEmulator();
    await expect(owner.tasks.assign({ ...fresh, user_id: 'nobody' })).rejects.toThrow(
      /no member with the user id nobody/,
    );
    expect(await owner.tasks.find(fresh)).toMatchObject({ account_id: WORKER });
  });

  it('does not cancel an acceptance by assigning', async () => {
    const { owner } = await startEmulator();
    await expect(owner.tasks.assign({ ...accepted, account_id: WORKER })).rejects.toBeInstanceOf(TaskStateError);
    expect(await owner.tasks.find(accepted)).toMatchObject({ status: 'complete', account_id: ACCEPTER });
  });
});

describe('refused operations', () => {
  it("throw an error with the task's state and the required state", async () => {
    const { worker } = await startEmulator();
    const refused = await worker.tasks.complete(fresh).catch((error: unknown) => error);
    expect(refused).toBeInstanceOf(TaskStateError);
    expect(refused).toMatchObject({
      message:
        'task task-6 of project demo-project: cannot complete its phase: it is not_started in phase annotation (stage 1), ' +
        `assigned to account ${WORKER}. Required: its assignee, and the status working.`,
      ...fresh,
      task: { status: 'not_started' },
      cause: expect.any(ConflictError),
    });
  });

  it('throw the same error to an account that is not the assignee', async () => {
    const { owner } = await startEmulator();
    await expect(owner.tasks.pause(working)).rejects.toThrow(`assigned to account ${WORKER}. Required: its assignee`);
  });

  it('throw an error that says when the task was changed since it was read', async () => {
    const { worker } = await startEmulator();
    const { updated_datetime } = await worker.getTask(fresh);
    await worker.tasks.start(fresh);
    const stale = worker.tasks.pause({ ...fresh, last_updated_datetime: updated_datetime });
    await expect(stale).rejects.toThrow(/It was changed at .*, after .*: read it again/);
    expect(await worker.tasks.find(fresh)).toMatchObject({ status: 'working' });
  });

  it('throw NotFoundError when the task does not exist', async () => {
    const { worker } = await startEmulator();
    await expect(worker.tasks.start(gone)).rejects.toBeInstanceOf(NotFoundError);
  });
});

describe('tasks.mergeMetadata', () => {
  const metadataOf = async (client: AnnofabClient, task_id: string) => (await client.getTask(task(task_id))).metadata;

  it('sets and removes keys without touching the others', async () => {
    const { owner } = await startEmulator();
    const metadata = { 'task-1': { priority: 6, assignable: null, reviewer: 'hanako' }, 'task-8': { priority: 1 } };
    expect(await owner.tasks.mergeMetadata({ ...demo, metadata })).toEqual({
      ...{ updated: ['task-1', 'task-8'], unchanged: [], missing: [] },
    });
    expect(await metadataOf(owner, 'task-1')).toEqual({ site: '渋谷駅前', priority: 6, reviewer: 'hanako' });
    expect(await metadataOf(owner, 'task-8')).toEqual({ priority: 1 });
  });

  it('does not write unchanged metadata, and reports missing tasks', async () => {
    const { owner } = await startEmulator();
    const before = await owner.getTask(task('task-5'));
    const metadata = { 'task-5': { priority: 1, reviewer: null }, gone: { priority: 1 } };
    expect(await owner.tasks.mergeMetadata({ ...demo, metadata })).toEqual({
      ...{ updated: [], unchanged: ['task-5'], missing: ['gone'] },
    });
    expect((await owner.getTask(task('task-5'))).updated_datetime).toBe(before.updated_datetime);
  });

  it('ignores a key whose value is undefined', async () => {
    const { owner } = await startEmulator();
    const { site } = JSON.parse('{}'); // What the compiler would not let through.
    await owner.tasks.mergeMetadata({ ...demo, metadata: { 'task-1': { site, priority: 7 } } });
    expect(await metadataOf(owner, 'task-1')).toMatchObject({ site: '渋谷駅前', priority: 7 });
  });

  it('merges several changes of one task, and the later one wins', async () => {
    const { owner } = await startEmulator();
    const metadata = [
      ['task-5', { priority: 2, a: true }],
      ['task-5', { priority: 3 }],
    ] as const;
    await owner.tasks.mergeMetadata({ ...demo, metadata });
    expect(await metadataOf(owner, 'task-5')).toEqual({ priority: 3, a: true });
  });

  it('accepts more tasks than fit into one request', async () => {
    const { owner } = await startEmulator();
    const absent = Array.from({ length: 600 }, (_, index) => [`absent-${index}`, { priority: 1 }] as const);
    const { updated, missing } = await owner.tasks.mergeMetadata({
      ...demo,
      metadata: [...absent, ['task-8', { priority: 1 }]],
    });
    expect(updated).toEqual(['task-8']);
    expect(missing).toHaveLength(600);
  });

  it('writes 500 tasks at a time', async () => {
    const { annofab, owner } = await startEmulator();
    const tasks = annofab.state.projects.get(demo.project_id)?.tasks;
    const model = await owner.getTask(fresh);
    const ids = Array.from({ length: 501 }, (_, index) => `many-${index}`);
    for (const task_id of ids) tasks?.set(task_id, { ...model, task_id });
    const metadata = ids.map((task_id) => [task_id, { priority: 1 }] as const);
    expect((await owner.tasks.mergeMetadata({ ...demo, metadata })).updated).toEqual(ids);
    const writes = annofab.spy.requests.filter(({ operation }) => operation === 'patchTasksMetadata');
    expect(writes).toHaveLength(2);
    expect(await metadataOf(owner, 'many-500')).toEqual({ priority: 1 });
  });

  it('throws ForbiddenError for a worker', async () => {
    const { worker } = await startEmulator();
    const metadata = { 'task-5': { priority: 9 } };
    await expect(worker.tasks.mergeMetadata({ ...demo, metadata })).rejects.toBeInstanceOf(ForbiddenError);
  });
});

describe('tasks.generateFromCsv', () => {
  it('creates tasks by a job', async () => {
    const { owner } = await startEmulator();
    const [first, second] = ['task-1-frame-1', 'task-1-frame-2'];
    const data = `new-1,a.png,${first}\nnew-1,b.png,${second}\nnew-2,a.png,${first}\n`;
    const { job } = await owner.tasks.generateFromCsv({ ...demo, data });
    await owner.jobs.wait(job, { intervalMs: 5 });
    expect(await owner.tasks.find(task('new-1'))).toMatchObject({ input_data_id_list: [first, second] });
    expect(await owner.tasks.find(task('new-2'))).toMatchObject({ input_data_id_list: [first] });
  });

  it('throws ForbiddenError for an account that is not an owner', async () => {
    const { worker } = await startEmulator();
    const generating = worker.tasks.generateFromCsv({ ...demo, data: 'new-1,a.png,task-1-frame-1\n' });
    await expect(generating).rejects.toBeInstanceOf(ForbiddenError);
  });
});
