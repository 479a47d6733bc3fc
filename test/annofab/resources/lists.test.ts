import { createHash } from 'node:crypto';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { ConflictError, FileError, ForbiddenError, NotFoundError, TimeoutError } from '../../../lib/annofab/index.ts';
import { ACCEPTER, demo, PROJECT, startEmulator } from '../../local/annofab/emulator.ts';

type Client = Awaited<ReturnType<typeof startEmulator>>['owner'];

const frame = { ...demo, task_id: 'task-1', input_data_id: 'task-1-frame-1' };

async function comment(accepter: Client) {
  await accepter.batchUpdateComments({
    ...frame,
    body: [
      {
        ...({ _type: 'Put', comment_type: 'inspection', phase: 'acceptance', phase_stage: 1 } as const),
        ...{ comment_id: 'comment-1', comment: 'はみ出し', account_id: ACCEPTER },
        comment_node: { _type: 'Root', data: { _type: 'Point', x: 1, y: 2 }, status: 'open' },
      },
    ],
  });
}

async function temporaryFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'lists-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  return folder;
}

async function all<T>(items: AsyncIterable<T>): Promise<T[]> {
  const list: T[] = [];
  for await (const item of items) list.push(item);
  return list;
}

const addTask = (client: Client) =>
  client.putTask({ ...demo, task_id: 'new-task', body: { input_data_id_list: ['task-1-frame-1'] } });
const idsOf = async (client: Client) => (await all(client.lists.tasks(demo))).map(({ task_id }) => task_id);

describe('a list', () => {
  it('of tasks has them all as the API has them', async () => {
    const { owner } = await startEmulator();
    const { list } = await owner.getTasks({ ...demo, query: { sort: 'task_id' } });
    expect(await all(owner.lists.tasks(demo))).toEqual(list);
  });

  it('of input data has them all', async () => {
    const { owner } = await startEmulator();
    const { list } = await owner.getInputDataList({ ...demo, query: { limit: 200 } });
    const ids = (await all(owner.lists.inputData(demo))).map(({ input_data_id }) => input_data_id);
    expect(ids).toEqual(list.map(({ input_data_id }) => input_data_id));
  });

  it('of comments has them, and inspections in their older shape', async () => {
    const { owner, accepter } = await startEmulator();
    await comment(accepter);
    expect(await all(owner.lists.comments(demo))).toMatchObject([{ comment_id: 'comment-1', comment: 'はみ出し' }]);
    expect(await all(owner.lists.inspections(demo))).toMatchObject([{ inspection_id: 'comment-1' }]);
  });

  it('of histories has those of each task by its id, and their events', async () => {
    const { owner } = await startEmulator();
    const histories = new Map<string, unknown>();
    for await (const task of owner.lists.taskHistories(demo)) histories.set(task.task_id, task.histories);
    expect(histories.get('task-3')).toEqual(await owner.getTaskHistories({ ...demo, task_id: 'task-3' }));
    const events = await all(owner.lists.taskHistoryEvents(demo));
    expect(new Set(events.map(({ task_id }) => task_id))).toEqual(new Set(histories.keys()));
  });

  it('is not for those who annotate', async () => {
    const { worker } = await startEmulator();
    await expect(worker.lists.tasks(demo).next()).rejects.toBeInstanceOf(ForbiddenError);
  });

  it('that Annofab has not yet written is not found', async () => {
    const { owner } = await startEmulator({ settings: { listsOnFirstAsk: false } });
    await expect(owner.lists.comments(demo).next()).rejects.toBeInstanceOf(NotFoundError);
  });

  it('that is not JSON fails with the names of the project and the list', async () => {
    const { annofab, owner } = await startEmulator();
    await all(owner.lists.tasks(demo));
    const file = annofab.state.files.get(annofab.state.projects.get(PROJECT)?.lists.get('tasks')?.path ?? '');
    if (file === undefined) throw new Error('there is no list of tasks');
    file.bytes = Buffer.from('[{"task_id":]');
    file.etag = `"${createHash('md5').update(file.bytes).digest('hex')}"`;
    const failure = await all(owner.lists.tasks(demo)).catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(FileError);
    expect(failure).toMatchObject({
      message: expect.stringMatching(/the list of tasks of project demo-project/),
    });
  });

  it('is not waited for once its signal is aborted', async () => {
    const { owner } = await startEmulator();
    const reason = new Error('enough');
    await expect(owner.lists.tasks(demo, { signal: AbortSignal.abort(reason) }).next()).rejects.toBe(reason);
  });
});

describe('the download of a list', () => {
  it('writes the same as is read, and tells how far it is', async () => {
    const { owner } = await startEmulator();
    const path = join(await temporaryFolder(), 'new', 'histories.json');
    const seen: number[] = [];
    const onProgress = ({ bytes }: { bytes: number }) => seen.push(bytes);
    const { size } = await owner.lists.download({ ...demo, list: 'taskHistories' }, path, { onProgress });
    const text = await readFile(path);
    expect([text.length, seen.at(-1)]).toEqual([size, size]);
    expect(JSON.parse(text.toString())).toHaveProperty('task-3');
  });

  it('leaves nothing behind when there is no list', async () => {
    const { owner } = await startEmulator({ settings: { listsOnFirstAsk: false } });
    const path = join(await temporaryFolder(), 'tasks.json');
    await expect(owner.lists.download({ ...demo, list: 'tasks' }, path)).rejects.toBeInstanceOf(NotFoundError);
    await expect(readFile(path)).rejects.toMatchObject({ code: 'ENOENT' });
  });
});

describe('the update of a list', () => {
  it('makes it show what has changed since it was written', async () => {
    const { owner } = await startEmulator();
    await all(owner.lists.tasks(demo));
    await addTask(owner);
    expect(await idsOf(owner)).not.toContain('new-task');
    const job = await owner.lists.update({ ...demo, list: 'tasks' }, { intervalMs: 5 });
    expect(job).toMatchObject({ job_type: 'gen-tasks-list', job_status: 'succeeded' });
    expect(await idsOf(owner)).toContain('new-task');
  });

  it('of input data is a job of its own', async () => {
    const { owner } = await startEmulator();
    const job = await owner.lists.update({ ...demo, list: 'inputData' }, { intervalMs: 5 });
    expect(job).toMatchObject({ job_type: 'gen-inputs-list', job_status: 'succeeded' });
  });

  it('waits for the one that is under way, which may have begun too soon, and comes after it', async () => {
    const { annofab, owner } = await startEmulator();
    annofab.jobs.hold();
    const { job } = await owner.postProjectTasksUpdate(demo);
    const update = owner.lists.update({ ...demo, list: 'tasks' }, { intervalMs: 5 });
    await expect
      .poll(() => annofab.spy.requests.filter(({ operation }) => operation === 'getProjectJob').length)
      .toBeGreaterThan(0);
    await annofab.jobs.release();
    expect((await update).job_id).not.toBe(job.job_id);
  });

  it('ends at its deadline', async () => {
    const { annofab, owner } = await startEmulator();
    annofab.jobs.hold();
    const update = owner.lists.update({ ...demo, list: 'tasks' }, { intervalMs: 5, deadlineMs: 40 });
    await expect(update).rejects.toBeInstanceOf(TimeoutError);
  });

  it('is refused where no job is in the way', async () => {
    const { annofab, owner } = await startEmulator();
    annofab.faults.add({ operation: 'postProjectTasksUpdate', status: 409, times: 2 });
    await expect(owner.lists.update({ ...demo, list: 'tasks' }, { intervalMs: 5 })).rejects.toBeInstanceOf(
      ConflictError,
    );
  });
});
