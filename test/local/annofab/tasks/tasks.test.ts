import { describe, expect, it } from 'vitest';
import type { Params } from '../../../../lib/annofab/api-description.ts';
import type { AnnofabEmulator } from '../../../../local/annofab/index.ts';
import { newTask } from '../../../../local/annofab/tasks/task-life-cycle.ts';
import { ACCEPTER, annofabError, demo, PROJECT, startEmulator, WORKER } from '../emulator.ts';

const TASKS_PATH = `/api/v1/projects/${PROJECT}/tasks`;

/** Puts tasks into the state that nobody would want to make one request at a time. */
function addTasks({ state }: AnnofabEmulator, count: number): void {
  const tasks = state.projects.get(PROJECT)?.tasks;
  tasks?.clear();
  for (let i = 1; i <= count; i++) {
    tasks?.set(`t-${i}`, newTask(PROJECT, `t-${i}`, [], '2019-05-08T10:00:00.000+09:00'));
  }
}

describe('listing tasks', () => {
  it('gives pages of 30, and of up to 200', async () => {
    const { annofab, owner } = await startEmulator();
    addTasks(annofab, 65);
    const last = await owner.getTasks({ ...demo, query: { page: 3 } });
    expect(last).toMatchObject({ page_no: 3, total_page_no: 3, total_count: 65, over_limit: false });
    expect(last.list.map((task) => task.task_id)).toEqual(['t-61', 't-62', 't-63', 't-64', 't-65']);
    expect((await owner.getTasks({ ...demo, query: { limit: 200 } })).list).toHaveLength(65);
    expect((await owner.getTasks({ ...demo, query: { page: 9 } })).list).toEqual([]);
  });

  it.each(['limit=0', 'limit=201', 'limit=ten', 'page=0', 'page=-1', 'page=1.5', 'status=done', 'phase=x', 'sort=x'])(
    'refuses %s',
    async (query) => {
      const { raw } = await startEmulator();
      expect(await raw('GET', `${TASKS_PATH}?${query}`)).toMatchObject(annofabError(400, 'INVALID_QUERYPARAM'));
    },
  );

  it('of none has one page all the same', async () => {
    const { owner } = await startEmulator();
    const empty = await owner.getTasks({ ...demo, query: { task_id: 'nothing' } });
    expect(empty).toMatchObject({ list: [], total_page_no: 1, total_count: 0, over_limit: false });
  });

  it('reaches 10,000 and says that there are more', async () => {
    const { annofab, owner } = await startEmulator();
    addTasks(annofab, 10_000);
    expect(await owner.getTasks({ ...demo, query: { limit: 200 } })).toMatchObject({ over_limit: false });
    addTasks(annofab, 10_001);
    const page = await owner.getTasks({ ...demo, query: { limit: 200, page: 51 } });
    expect(page).toMatchObject({ list: [], total_page_no: 50, over_limit: true });
  });

  it.each<[Params<'getTasks'>['query'], string[]]>([
    [{ phase: 'acceptance', status: 'complete' }, ['task-3', 'task-4']],
    [{ status: 'on_hold' }, ['task-7']],
    [{ task_id: 'SK-5' }, ['task-5']],
    [{ account_id: WORKER }, ['task-5', 'task-6']],
    [{ no_user: true }, ['task-2', 'task-8']],
    [{ previous_account_id: ACCEPTER, status: 'complete' }, ['task-3']],
    [{ previous_phase: 'acceptance', status: 'working' }, ['task-1']],
    [{ input_data_ids: ['task-4-frame-1', 'TASK-6-frame-2'] }, ['task-4', 'task-6']],
    [{ rejected_only: true }, []],
    [{ metadata: 'priority:>=3' }, ['task-1', 'task-2']],
    [{ metadata: 'priority:>=1 priority:<=3' }, ['task-2', 'task-5']],
    [{ metadata: 'assignable:true priority:5' }, ['task-1']],
    [{ metadata: 'priority:>0 -priority:3' }, ['task-1', 'task-5']],
    [{ metadata: 'priority:>1', sort: 'metadata.priority' }, ['task-2', 'task-1']],
    [{ status: 'complete', sort: 'phase,-task_id' }, ['task-4', 'task-3']],
    [{ annotation: { label_id: 'label-vehicle-3d' } }, ['task-1', 'task-3']],
    [{ annotation: { label_id: 'label-vehicle', task_id: 'task-4' } }, ['task-4']],
    [{ annotation: { task_id: 'TASK-4', exact_match_task_id: false } }, ['task-4']],
    [
      {
        annotation: {
          attributes: [{ additional_data_definition_id: 'attribute-colour', choice: 'choice-colour-red' }],
        },
      },
      ['task-1', 'task-3'],
    ],
  ])('filters and sorts by %j', async (query, expected) => {
    const { owner } = await startEmulator();
    const { list } = await owner.getTasks({ ...demo, query });
    expect(list.map((task) => task.task_id)).toEqual(expected);
  });

  it('counts the tasks of each account, phase and status among all that fit', async () => {
    const { owner } = await startEmulator();
    const { aggregations } = await owner.getTasks({ ...demo, query: { phase: 'annotation', limit: 1 } });
    expect(aggregations).toEqual([
      {
        _type: 'CountResult',
        name: 'account_id_count',
        field: 'account_id',
        doc_count: 2,
        items: [{ key: WORKER, count: 2, aggregations: [] }],
      },
      expect.objectContaining({ name: 'phase_count', doc_count: 3 }),
      expect.objectContaining({
        name: 'status_count',
        items: [
          { key: 'not_started', count: 2, aggregations: [] },
          { key: 'working', count: 1, aggregations: [] },
        ],
      }),
    ]);
  });

  it('has none in a status that only operations know', async () => {
    const { owner } = await startEmulator();
    expect((await owner.getTasks({ ...demo, query: { status: 'rejected' } })).list).toEqual([]);
  });

  it('that have no value to sort by come last, up or down', async () => {
    const { owner } = await startEmulator();
    for (const sort of ['metadata.priority', '-metadata.priority']) {
      const { list } = await owner.getTasks({ ...demo, query: { sort } });
      expect(list.slice(3).every(({ metadata }) => metadata?.['priority'] === undefined)).toBe(true);
    }
  });

  it('finds what was rejected', async () => {
    const { annofab, owner } = await startEmulator();
    const { updated_datetime } = await owner.getTask({ ...demo, task_id: 'task-3' });
    await owner.operateTask({
      ...demo,
      task_id: 'task-3',
      body: { status: 'rejected', force: true, last_updated_datetime: updated_datetime },
    });
    await annofab.completeTask(PROJECT, 'task-4');
    const { list } = await owner.getTasks({ ...demo, query: { rejected_only: true } });
    expect(list.map((task) => task.task_id)).toEqual(['task-3']);
  });

  it.each(['metadata=priority', 'annotation=x', 'annotation=[]', `task_id=${'a'.repeat(301)}`])(
    'refuses the filter %s',
    async (query) => {
      const { raw } = await startEmulator();
      expect(await raw('GET', `${TASKS_PATH}?${query}`)).toMatchObject(annofabError(400, 'INVALID_QUERYPARAM'));
    },
  );
});

describe('reading tasks in bulk', () => {
  it('gives what there is and names what there is not', async () => {
    const { owner } = await startEmulator();
    const bulk = await owner.getTasksInBulk({ ...demo, query: { task_id: ['task-2', 'nothing', 'task-1', 'task-2'] } });
    expect(bulk.success.map((task) => task.task_id)).toEqual(['task-2', 'task-1']);
    expect(bulk.failure).toEqual([{ project_id: PROJECT, task_id: 'nothing' }]);
  });

  it('takes 1 to 100 ids', async () => {
    const { raw } = await startEmulator();
    const ids = (count: number) => Array.from({ length: count }, (_, i) => `t-${i}`).join(',');
    const path = `/api/v1/projects/${PROJECT}/tasks-in-bulk`;
    expect(await raw('GET', path)).toMatchObject(annofabError(400, 'MISSING_NECESSARY_QUERYPARAM'));
    expect(await raw('GET', `${path}?task_id=`)).toMatchObject(annofabError(400, 'INVALID_QUERYPARAM'));
    expect(await raw('GET', `${path}?task_id=${ids(101)}`)).toMatchObject(annofabError(400, 'INVALID_QUERYPARAM'));
    expect((await raw('GET', `${path}?task_id=${ids(100)}`)).status).toBe(200);
  });
});

describe('making and deleting tasks', () => {
  it('a new task is nobody’s and not started; an old one takes other input data', async () => {
    const { owner } = await startEmulator();
    const made = await owner.putTask({
      ...demo,
      task_id: 'new.task',
      body: { input_data_id_list: ['task-1-frame-1'], metadata: { priority: 1 } },
    });
    expect(made).toMatchObject({ phase: 'annotation', status: 'not_started', metadata: { priority: 1 } });
    expect(made.account_id).toBeNull();
    const changed = await owner.putTask({ ...demo, task_id: 'new.task', body: { input_data_id_list: [] } });
    expect(changed).toMatchObject({ input_data_id_list: [], metadata: { priority: 1 } });
    expect(changed.operation_updated_datetime).toBe(made.operation_updated_datetime);
  });

  it('a task holds known input data, 200 at most', async () => {
    const { owner } = await startEmulator();
    const put = (ids: string[]) => owner.putTask({ ...demo, task_id: 'x', body: { input_data_id_list: ids } });
    await expect(put(['nothing'])).rejects.toMatchObject({ status: 400 });
    await expect(put(Array(201).fill('task-1-frame-1'))).rejects.toMatchObject({ status: 400 });
  });

  it('a deleted task is gone with its annotations', async () => {
    const { owner } = await startEmulator();
    const frame = { ...demo, task_id: 'task-1', input_data_id: 'task-1-frame-1' };
    const deleted = await owner.deleteTask({ ...demo, task_id: 'task-1' });
    expect(deleted.task_id).toBe('task-1');
    await expect(owner.getTask({ ...demo, task_id: 'task-1' })).rejects.toMatchObject({ status: 404 });
    await owner.putTask({ ...demo, task_id: 'task-1', body: { input_data_id_list: ['task-1-frame-1'] } });
    expect((await owner.getAnnotation(frame)).details).toEqual([]);
  });

  it('a batch of deletions is not atomic: what precedes the failure stays done', async () => {
    const { owner } = await startEmulator();
    const item = (task_id: string) => ({ _type: 'Delete' as const, project_id: PROJECT, task_id });
    const batch = owner.batchUpdateTasks({ ...demo, body: [item('task-1'), item('nothing'), item('task-2')] });
    await expect(batch).rejects.toMatchObject({ status: 404 });
    const { failure } = await owner.getTasksInBulk({ ...demo, query: { task_id: ['task-1', 'task-2'] } });
    expect(failure.map((task) => task.task_id)).toEqual(['task-1']);
  });
});

describe('patching metadata', () => {
  it('replaces a task’s whole metadata, moves its date-time but not that of its operations', async () => {
    const { owner } = await startEmulator();
    const before = await owner.getTask({ ...demo, task_id: 'task-1' });
    await owner.patchTasksMetadata({ ...demo, body: { 'task-1': { only: '日本語', n: 1.5, b: false } } });
    const after = await owner.getTask({ ...demo, task_id: 'task-1' });
    expect(after.metadata).toEqual({ only: '日本語', n: 1.5, b: false });
    expect(after.updated_datetime).not.toBe(before.updated_datetime);
    expect(after.operation_updated_datetime).toBe(before.operation_updated_datetime);
    expect(after.status).toBe('working');
  });

  it('invalidates the locks that were held', async () => {
    const { owner, accepter } = await startEmulator();
    const { updated_datetime: last_updated_datetime } = await owner.getTask({ ...demo, task_id: 'task-1' });
    await owner.patchTasksMetadata({ ...demo, body: { 'task-1': { a: 1 } } });
    const body = { status: 'complete', account_id: ACCEPTER, last_updated_datetime } as const;
    await expect(accepter.operateTask({ ...demo, task_id: 'task-1', body })).rejects.toMatchObject({
      errorCode: 'ALREADY_UPDATED',
    });
  });

  it('changes no task when one of them is unknown', async () => {
    const { owner } = await startEmulator();
    const patch = owner.patchTasksMetadata({ ...demo, body: { 'task-1': { a: 1 }, nothing: { a: 1 } } });
    await expect(patch).rejects.toMatchObject({ status: 404 });
    expect((await owner.getTask({ ...demo, task_id: 'task-1' })).metadata).not.toHaveProperty('a');
  });

  it.each([{ 'a b': 1 }, { 'a.b': 1 }, { 鍵: 1 }, { '': 1 }])('refuses the keys of %j', async (metadata) => {
    const { owner } = await startEmulator();
    const patch = owner.patchTasksMetadata({ ...demo, body: { 'task-1': metadata } });
    await expect(patch).rejects.toMatchObject({ status: 400 });
  });

  it.each([[{ a: {} }], [{ a: [1] }], [5], ['x']])('refuses the value %j', async (metadata) => {
    const { raw } = await startEmulator();
    const answer = await raw('PATCH', `${TASKS_PATH}/metadata`, { body: { 'task-1': metadata } });
    expect(answer).toMatchObject(annofabError(400, 'INVALID_BODY'));
  });

  it('takes 999 tasks and fails with 1,000', async () => {
    const { annofab, owner } = await startEmulator();
    addTasks(annofab, 1_000);
    const body = (count: number) =>
      Object.fromEntries(Array.from({ length: count }, (_, i) => [`t-${i + 1}`, { a: 1 }]));
    await expect(owner.patchTasksMetadata({ ...demo, body: body(1_000) })).rejects.toMatchObject({ status: 400 });
    await owner.patchTasksMetadata({ ...demo, body: body(999) });
    expect((await owner.getTask({ ...demo, task_id: 't-999' })).metadata).toEqual({ a: 1 });
  });
});

it('a suspended project’s tasks are neither made, deleted nor patched', async () => {
  const { annofab, owner } = await startEmulator();
  const project = annofab.state.projects.get(PROJECT)?.project;
  if (project) project.project_status = 'suspended';
  const mismatch = { status: 409, errorCode: 'STATE_MISMATCH' };
  const deletion = { _type: 'Delete' as const, project_id: PROJECT, task_id: 'task-1' };
  await expect(owner.patchTasksMetadata({ ...demo, body: { 'task-1': {} } })).rejects.toMatchObject(mismatch);
  await expect(owner.putTask({ ...demo, task_id: 'x', body: { input_data_id_list: [] } })).rejects.toMatchObject(
    mismatch,
  );
  await expect(owner.batchUpdateTasks({ ...demo, body: [deletion] })).rejects.toMatchObject(mismatch);
  expect((await owner.getTask({ ...demo, task_id: 'task-1' })).status).toBe('working');
});

describe('putting a task that is there', () => {
  const TASK = { ...demo, task_id: 'task-1' };
  const FRAME = { ...TASK, input_data_id: 'task-1-frame-1' };

  it('keeps what is on the input data that it keeps, and drops the rest for good', async () => {
    const { owner } = await startEmulator();
    const kept = await owner.getAnnotation(FRAME);
    await owner.putTask({ ...TASK, body: { input_data_id_list: ['task-8-frame-1', 'task-1-frame-1'] } });
    expect(await owner.getAnnotation(FRAME)).toEqual(kept);
    await owner.putTask({ ...TASK, body: { input_data_id_list: ['task-8-frame-1'] } });
    await expect(owner.getAnnotation(FRAME)).rejects.toMatchObject({ status: 404 });
    await owner.putTask({ ...TASK, body: { input_data_id_list: ['task-1-frame-1'] } });
    expect((await owner.getAnnotation(FRAME)).details).toEqual([]);
  });

  it.each([
    ['an input data twice', { input_data_id_list: ['task-1-frame-1', 'task-1-frame-1'] }],
    ['an unknown input data', { input_data_id_list: ['nothing'] }],
    ['a metadata key with a space', { input_data_id_list: [], metadata: { 'a b': 1 } }],
  ])('refuses %s', async (_what, body) => {
    const { owner } = await startEmulator();
    await expect(owner.putTask({ ...TASK, body })).rejects.toMatchObject({ status: 400 });
  });
});
