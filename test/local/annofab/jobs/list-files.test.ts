import { describe, expect, it } from 'vitest';
import { demo, PROJECT, startEmulator } from '../emulator.ts';

type Client = Awaited<ReturnType<typeof startEmulator>>['owner'];

const LISTS = {
  tasks: (client: Client) => client.getProjectTasksUrl(demo),
  inputs: (client: Client) => client.getProjectInputsUrl(demo),
  comments: (client: Client) => client.getProjectCommentsUrl(demo),
  inspections: (client: Client) => client.getProjectInspectionsUrl(demo),
  histories: (client: Client) => client.getProjectTaskHistoriesUrl(demo),
  events: (client: Client) => client.getProjectTaskHistoryEventsUrl(demo),
} as const;
const KINDS = ['tasks', 'inputs', 'comments', 'inspections', 'histories', 'events'] as const;

async function read<T = Record<string, unknown>[]>(client: Client, kind: (typeof KINDS)[number]): Promise<T> {
  const { url } = await LISTS[kind](client);
  const text = await (await fetch(url)).text();
  const list: T = JSON.parse(text);
  return list;
}

/** In a task of the demo on which the accepter works. */
const frame = { ...demo, task_id: 'task-1', input_data_id: 'task-1-frame-1' };

async function comment(accepter: Client, id: string) {
  await accepter.batchUpdateComments({
    ...frame,
    body: [
      {
        _type: 'Put',
        ...{ comment_id: id, phase: 'acceptance', phase_stage: 1, comment_type: 'inspection', comment: 'はみ出し' },
        account_id: (await accepter.getMyAccount()).account_id,
        comment_node: { _type: 'Root', data: { _type: 'Point', x: 1, y: 2 }, status: 'open' },
      },
    ],
  });
}

describe('list files', () => {
  it('a list file is answered with 201 and the same URL in Location and body, on another origin', async () => {
    const { annofab, raw } = await startEmulator();
    const answer = await raw('GET', `/api/v1/projects/${PROJECT}/rawdata/tasks`);
    expect(answer.status).toBe(201);
    const location = answer.headers.get('location') ?? '';
    expect(answer.json).toEqual({ url: location });
    expect(new URL(location).origin).toBe(annofab.filesUrl);
    annofab.clock.advance(3600_000 + 1000);
    expect((await fetch(location)).status).toBe(403);
  });

  it('the file of tasks has all tasks as the API answers them', async () => {
    const { owner } = await startEmulator();
    expect(await read(owner, 'tasks')).toEqual((await owner.getTasks({ ...demo, query: { sort: 'task_id' } })).list);
  });

  it('the file of input data has no URLs', async () => {
    const { owner } = await startEmulator();
    const { list } = await owner.getInputDataList({ ...demo, query: { limit: 200 } });
    expect(await read(owner, 'inputs')).toEqual(list.map((input) => ({ ...input, url: null })));
  });

  it('the files of comments and inspections have all comments', async () => {
    const { owner, accepter } = await startEmulator();
    await comment(accepter, 'comment-1');
    expect(await read(owner, 'comments')).toEqual(await owner.getComments({ ...frame, query: { v: 2 } }));
    expect(await read(owner, 'inspections')).toEqual(await owner.getInspections(frame));
    expect(await read(owner, 'inspections')).toMatchObject([{ inspection_id: 'comment-1' }]);
  });

  it('the file of task histories has the histories of every task by its id', async () => {
    const { owner } = await startEmulator();
    const histories = await read<Record<string, unknown[]>>(owner, 'histories');
    expect(Object.keys(histories)).toHaveLength(8);
    for (const task_id of ['task-1', 'task-3', 'task-8'])
      expect(histories[task_id], task_id).toEqual(await owner.getTaskHistories({ ...demo, task_id }));
  });

  it('the file of history events has an event with its request per operation, and a separate event for the end of a phase', async () => {
    const { annofab, owner } = await startEmulator();
    await annofab.completeTask(PROJECT, 'task-6');
    const events = (await read(owner, 'events')).filter(({ task_id }) => task_id === 'task-6');
    expect(events.map(({ phase, status, request }) => [phase, status, requested(request)])).toEqual([
      ['annotation', 'not_started', undefined],
      ['annotation', 'not_started', 'not_started'],
      ['annotation', 'working', 'working'],
      ['annotation', 'complete', 'complete'],
      ['acceptance', 'not_started', 'complete'],
      ['acceptance', 'not_started', 'not_started'],
      ['acceptance', 'working', 'working'],
      ['acceptance', 'complete', 'complete'],
    ]);
    expect(events[3]).toMatchObject({
      account_id: events[2]?.['account_id'],
      request: { force: false, account_id: events[2]?.['account_id'] },
    });
    expect(events[4]).toMatchObject({ account_id: null });
    expect(new Set(events.map(({ task_history_id: id }) => id)).size).toBe(events.length);
  });

  it('a task without operations has one history event with a stable id', async () => {
    const { annofab, owner } = await startEmulator();
    const untouched = async () => (await read(owner, 'events')).filter(({ task_id }) => task_id === 'task-8');
    const [first, ...others] = await untouched();
    expect([first, others]).toMatchObject([{ status: 'not_started', phase: 'annotation', account_id: null }, []]);
    annofab.state.projects.get(PROJECT)?.lists.clear();
    expect(await untouched()).toEqual([first]);
  });

  it('list files return 403 to workers, and are answered to training data users', async () => {
    const { dataUser, worker } = await startEmulator();
    for (const kind of KINDS) {
      expect(await LISTS[kind](dataUser), kind).toHaveProperty('url');
      await expect(LISTS[kind](worker), kind).rejects.toMatchObject({ status: 403 });
    }
  });
});

function requested(request: unknown): unknown {
  return typeof request === 'object' && request !== null && 'status' in request ? request.status : undefined;
}

describe('times of list files', () => {
  const titles = async (client: Client) => (await read(client, 'tasks')).map(({ task_id }) => task_id);
  const addTask = (client: Client) =>
    client.putTask({ ...demo, task_id: 'new-task', body: { input_data_id_list: ['task-1-frame-1'] } });

  it('a list file stays unchanged from its first request until its update job has run', async () => {
    const { annofab, owner } = await startEmulator();
    expect(await titles(owner)).toHaveLength(8);
    await addTask(owner);
    expect(await titles(owner)).not.toContain('new-task');
    const { job } = await owner.postProjectTasksUpdate(demo);
    expect(job).toMatchObject({ job_type: 'gen-tasks-list', job_status: 'progress' });
    await annofab.settled();
    expect(await titles(owner)).toContain('new-task');
  });

  it('the nightly job writes the list files at 02:00 in Japan', async () => {
    const { annofab, owner } = await startEmulator();
    annofab.clock.set(new Date('2030-01-10T23:00:00+09:00'));
    expect(await titles(owner)).toHaveLength(8);
    await addTask(owner);
    annofab.clock.set(new Date('2030-01-11T01:59:59+09:00'));
    expect(await titles(owner)).not.toContain('new-task');
    annofab.clock.set(new Date('2030-01-11T02:00:00+09:00'));
    await owner.deleteTask({ ...demo, task_id: 'task-8' });
    expect(await titles(owner)).toEqual(expect.arrayContaining(['new-task', 'task-8']));
    annofab.clock.set(new Date('2030-01-12T02:00:00+09:00'));
    expect(await titles(owner)).not.toContain('task-8');
  });

  it('the nightly job skips suspended projects', async () => {
    const { annofab, owner } = await startEmulator();
    annofab.clock.set(new Date('2030-01-10T23:00:00+09:00'));
    expect(await titles(owner)).toHaveLength(8);
    await addTask(owner);
    const { title, configuration, updated_datetime } = await owner.getProject(demo);
    const body = { title, configuration, status: 'suspended', last_updated_datetime: updated_datetime } as const;
    await owner.putProject({ ...demo, body: { ...body, force_suspend: true } });
    annofab.clock.set(new Date('2030-01-12T12:00:00+09:00'));
    expect(await titles(owner)).not.toContain('new-task');
  });

  it('returns 404 before the first update of a list file when listsOnFirstAsk is off', async () => {
    const { annofab, owner } = await startEmulator({ settings: { listsOnFirstAsk: false } });
    for (const kind of KINDS) await expect(LISTS[kind](owner), kind).rejects.toMatchObject({ status: 404 });
    await owner.postProjectInputsUpdate(demo);
    await annofab.settled();
    expect(await read(owner, 'inputs')).toHaveLength(19);
    await expect(LISTS.tasks(owner)).rejects.toMatchObject({ status: 404 });
    annofab.clock.advance(24 * 3600_000);
    for (const kind of KINDS) expect(await LISTS[kind](owner), kind).toHaveProperty('url');
  });
});

describe('update jobs of list files', () => {
  it('an update job excludes only updates of the same list file', async () => {
    const { annofab, owner } = await startEmulator();
    annofab.jobs.hold();
    await owner.postProjectTasksUpdate(demo);
    expect((await owner.postProjectInputsUpdate(demo)).job.job_type).toBe('gen-inputs-list');
    const running = { status: 409, errorCode: 'WORKER_ALREADY_INVOKED' };
    await expect(owner.postProjectTasksUpdate(demo)).rejects.toMatchObject(running);
    await expect(owner.postProjectInputsUpdate(demo)).rejects.toMatchObject(running);
    await annofab.jobs.release();
    expect(await owner.postProjectTasksUpdate(demo)).toHaveProperty('job');
  });
});

describe('nightly annotation archive', () => {
  const night = async (settings: { nightlyArchives: boolean; nightlyArchivesFire?: boolean }) => {
    const started = await startEmulator({ settings });
    const { annofab, owner } = started;
    await owner.putWebhook({
      ...{ ...demo, webhook_id: 'built' },
      body: {
        ...{ ...demo, webhook_id: 'built', event_type: 'annotation-archive-updated', webhook_status: 'active' },
        ...{ method: 'POST', headers: [], body: '{{PROJECT_ID}}', url: annofab.filesUrl },
      },
    });
    annofab.clock.set(new Date('2030-01-11T02:59:00+09:00'));
    await owner.getProject(demo);
    annofab.clock.set(new Date('2030-01-11T03:00:00+09:00'));
    await owner.getProject(demo);
    await annofab.settled();
    return (await owner.getProjectJob(demo)).list.map(({ job_type: type }) => type).sort();
  };

  it('the nightly job builds the archive at 03:00 in Japan, and fires webhooks, as the settings say', async () => {
    expect(await night({ nightlyArchives: false })).toEqual([]);
    expect(await night({ nightlyArchives: true })).toEqual(['gen-annotation', 'invoke-hook']);
    expect(await night({ nightlyArchives: true, nightlyArchivesFire: false })).toEqual(['gen-annotation']);
  });
});
