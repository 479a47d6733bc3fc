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

describe('list files', () => {
  it('yields all tasks as the API returns them', async () => {
    const { owner } = await startEmulator();
    const { list } = await owner.getTasks({ ...demo, query: { sort: 'task_id' } });
    expect(await all(owner.lists.tasks(demo))).toEqual(list);
  });

  it('yields all input data', async () => {
    const { owner } = await startEmulator();
    const { list } = await owner.getInputDataList({ ...demo, query: { limit: 200 } });
    const ids = (await all(owner.lists.inputData(demo))).map(({ input_data_id }) => input_data_id);
    expect(ids).toEqual(list.map(({ input_data_id }) => input_data_id));
  });

  it('yields comments, and inspections in their old format', async () => {
    const { owner, accepter } = await startEmulator();
    await comment(accepter);
    expect(await all(owner.lists.comments(demo))).toMatchObject([{ comment_id: 'comment-1', comment: 'はみ出し' }]);
    expect(await all(owner.lists.inspections(demo))).toMatchObject([{ inspection_id: 'comment-1' }]);
  });

  it('yields the histories of each task by task id, and history events', async () => {
    const { owner } = await startEmulator();
    const histories = new Map<string, unknown>();
    for await (const task of owner.lists.taskHistories(demo)) histories.set(task.task_id, task.histories);
    expect(histories.get('task-3')).toEqual(await owner.getTaskHistories({ ...demo, task_id: 'task-3' }));
    const events = await all(owner.lists.taskHistoryEvents(demo));
    expect(new Set(events.map(({ task_id }) => task_id))).toEqual(new Set(histories.keys()));
  });

  it('throws ForbiddenError for an annotator', async () => {
    const { worker } = await startEmulator();
    await expect(worker.lists.tasks(demo).next()).rejects.toBeInstanceOf(ForbiddenError);
  });

  it('throws NotFoundError when there is no list file yet', async () => {
    const { owner } = await startEmulator({ settings: { listsOnFirstAsk: false } });
    await expect(owner.lists.comments(demo).next()).rejects.toBeInstanceOf(NotFoundError);
  });

  it('throws an error naming the project and the list when the file is not JSON', async () => {
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

  it('stops reading when the signal aborts', async () => {
    const { owner } = await startEmulator();
    const reason = new Error('enough');
    await expect(owner.lists.tasks(demo, { signal: AbortSignal.abort(reason) }).next()).rejects.toBe(reason);
  });
});

describe('lists.download', () => {
  it('writes the file unchanged, and reports progress', async () => {
    const { owner } = await startEmulator();
    const path = join(await temporaryFolder(), 'new', 'histories.json');
    const seen: number[] = [];
    const onProgress = ({ bytes }: { bytes: number }) => seen.push(bytes);
    const { size } = await owner.lists.download({ ...demo, list: 'taskHistories' }, path, { onProgress });
    const text = await readFile(path);
    expect([text.length, seen.at(-1)]).toEqual([size, size]);
    expect(JSON.parse(text.toString())).toHaveProperty('task-3');
  });

  it('leaves no file when there is no list file', async () => {
    const { owner } = await startEmulator({ settings: { listsOnFirstAsk: false } });
    const path = join(await temporaryFolder(), 'tasks.json');
    await expect(owner.lists.download({ ...demo, list: 'tasks' }, path)).rejects.toBeInstanceOf(NotFoundError);
    await expect(readFile(path)).rejects.toMatchObject({ code: 'ENOENT' });
  });
});

describe('lists.update', () => {
  it('rebuilds the list with the latest changes', async () => {
    const { owner } = await startEmulator();
    await all(owner.lists.tasks(demo));
    await addTask(owner);
    expect(await idsOf(owner)).not.toContain('new-task');
    const job = await owner.lists.update({ ...demo, list: 'tasks' }, { intervalMs: 5 });
    expect(job).toMatchObject({ job_type: 'gen-tasks-list', job_status: 'succeeded' });
    expect(await idsOf(owner)).toContain('new-task');
  });

  it('rebuilds the list of input data with its own job type', async () => {
    const { owner } = await startEmulator();
    const job = await owner.lists.update({ ...demo, list: 'inputData' }, { intervalMs: 5 });
    expect(job).toMatchObject({ job_type: 'gen-inputs-list', job_status: 'succeeded' });
  });

  it('waits for an update in progress, then starts another', async () => {
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

  it('throws TimeoutError at the deadline', async () => {
    const { annofab, owner } = await startEmulator();
    annofab.jobs.hold();
    const update = owner.lists.update({ ...demo, list: 'tasks' }, { intervalMs: 5, deadlineMs: 40 });
    await expect(update).rejects.toBeInstanceOf(TimeoutError);
  });

  it('throws ConflictError when no job explains the refusal', async () => {
    const { annofab, owner } = await startEmulator();
    annofab.faults.add({ operation: 'postProjectTasksUpdate', status: 409, times: 2 });
    await expect(owner.lists.update({ ...demo, list: 'tasks' }, { intervalMs: 5 })).rejects.toBeInstanceOf(
      ConflictError,
    );
  });
});
