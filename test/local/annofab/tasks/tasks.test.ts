import { describe, expect, it } from 'vitest';
import type { Params } from '../../../../lib/annofab/api-description.ts';
import type { AnnofabEmulator } from '../../../../local/annofab/index.ts';
import { newTask } from '../../../../local/annofab/tasks/task.ts';
import { ACCEPTER, annofabError, demo, PROJECT, startEmulator, WORKER } from '../emulator.ts';

const TASKS_PATH = `/api/v1/projects/${PROJECT}/tasks`;

/** Adds tasks to the state: a request for each would take too long. */
function addTasks({ state }: AnnofabEmulator, count: number): void {
  const tasks = state.projects.get(PROJECT)?.tasks;
  tasks?.clear();
  for (let i = 1; i <= count; i++) {
    tasks?.set(`t-${i}`, newTask(PROJECT, `t-${i}`, [], '2019-05-08T10:00:00.000+09:00'));
  }
}

describe('getTasks', () => {
  it('lists 30 tasks per page by default, and up to 200', async () => {
    const { annofab, owner } = await startEmulator();
    addTasks(annofab, 65);
    const last = await owner.getTasks({ ...demo, query: { page: 3 } });
    expect(last).toMatchObject({ page_no: 3, total_page_no: 3, total_count: 65, over_limit: false });
    expect(last.list.map((task) => task.task_id)).toEqual(['t-61', 't-62', 't-63', 't-64', 't-65']);
    expect((await owner.getTasks({ ...demo, query: { limit: 200 } })).list).toHaveLength(65);
    expect((await owner.getTasks({ ...demo, query: { page: 9 } })).list).toEqual([]);
  });

  it.each(['limit=0', 'limit=201', 'limit=ten', 'page=0', 'page=-1', 'page=1.5', 'status=done', 'phase=x', 'sort=x'])(
    'getTasks returns 400 for %s',
    async (query) => {
      const { raw } = await startEmulator();
      expect(await raw('GET', `${TASKS_PATH}?${query}`)).toMatchObject(annofabError(400, 'INVALID_QUERYPARAM'));
    },
  );

  it('an empty list has one page', async () => {
    const { owner } = await startEmulator();
    const empty = await owner.getTasks({ ...demo, query: { task_id: 'nothing' } });
    expect(empty).toMatchObject({ list: [], total_page_no: 1, total_count: 0, over_limit: false });
  });

  it('lists the first 10,000 tasks only, and sets over_limit', async () => {
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
  ])('getTasks filters and sorts by %j', async (query, expected) => {
    const { owner } = await startEmulator();
    const { list } = await owner.getTasks({ ...demo, query });
    expect(list.map((task) => task.task_id)).toEqual(expected);
  });

  it('counts all matching tasks by account, phase and status', async () => {
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

  it('finds no tasks in a status that only operations have', async () => {
    const { owner } = await startEmulator();
    expect((await owner.getTasks({ ...demo, query: { status: 'rejected' } })).list).toEqual([]);
  });

  it('sorts tasks without a value last, in both directions', async () => {
    const { owner } = await startEmulator();
    for (const sort of ['metadata.priority', '-metadata.priority']) {
      const { list } = await owner.getTasks({ ...demo, query: { sort } });
      expect(list.slice(3).every(({ metadata }) => metadata?.['priority'] === undefined)).toBe(true);
    }
  });

  it('finds rejected tasks', async () => {
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
    'getTasks returns 400 for the filter %s',
    async (query) => {
      const { raw } = await startEmulator();
      expect(await raw('GET', `${TASKS_PATH}?${query}`)).toMatchObject(annofabError(400, 'INVALID_QUERYPARAM'));
    },
  );
});

describe('getTasksInBulk', () => {
  it('the bulk request answers with the known tasks, and lists the unknown ids', async () => {
    const { owner } = await startEmulator();
    const bulk = await owner.getTasksInBulk({ ...demo, query: { task_id: ['task-2', 'nothing', 'task-1', 'task-2'] } });
    expect(bulk.success.map((task) => task.task_id)).toEqual(['task-2', 'task-1']);
    expect(bulk.failure).toEqual([{ project_id: PROJECT, task_id: 'nothing' }]);
  });

  it('the bulk request accepts 1 to 100 ids', async () => {
    const { raw } = await startEmulator();
    const ids = (count: number) => Array.from({ length: count }, (_, i) => `t-${i}`).join(',');
    const path = `/api/v1/projects/${PROJECT}/tasks-in-bulk`;
    expect(await raw('GET', path)).toMatchObject(annofabError(400, 'MISSING_NECESSARY_QUERYPARAM'));
    expect(await raw('GET', `${path}?task_id=`)).toMatchObject(annofabError(400, 'INVALID_QUERYPARAM'));
    expect(await raw('GET', `${path}?task_id=${ids(101)}`)).toMatchObject(annofabError(400, 'INVALID_QUERYPARAM'));
    expect((await raw('GET', `${path}?task_id=${ids(100)}`)).status).toBe(200);
  });
});

describe('putTask, deleteTask and batchUpdateTasks', () => {
  it('a new task is unassigned and not started; an existing task takes other input data', async () => {
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

  it('returns 400 when a task holds unknown input data, or more than 200', async () => {
    const { owner } = await startEmulator();
    const put = (ids: string[]) => owner.putTask({ ...demo, task_id: 'x', body: { input_data_id_list: ids } });
    await expect(put(['nothing'])).rejects.toMatchObject({ status: 400 });
    await expect(put(Array(201).fill('task-1-frame-1'))).rejects.toMatchObject({ status: 400 });
  });

  it('deleting a task deletes its annotations', async () => {
    const { owner } = await startEmulator();
    const frame = { ...demo, task_id: 'task-1', input_data_id: 'task-1-frame-1' };
    const deleted = await owner.deleteTask({ ...demo, task_id: 'task-1' });
    expect(deleted?.task_id).toBe('task-1');
    await expect(owner.getTask({ ...demo, task_id: 'task-1' })).rejects.toMatchObject({ status: 404 });
    await owner.putTask({ ...demo, task_id: 'task-1', body: { input_data_id_list: ['task-1-frame-1'] } });
    expect((await owner.getAnnotation(frame)).details).toEqual([]);
  });

  it('a batch of deletions keeps the items before a failure applied', async () => {
    const { owner } = await startEmulator();
    const item = (task_id: string) => ({ _type: 'Delete' as const, project_id: PROJECT, task_id });
    const batch = owner.batchUpdateTasks({ ...demo, body: [item('task-1'), item('nothing'), item('task-2')] });
    await expect(batch).rejects.toMatchObject({ status: 404 });
    const { failure } = await owner.getTasksInBulk({ ...demo, query: { task_id: ['task-1', 'task-2'] } });
    expect(failure.map((task) => task.task_id)).toEqual(['task-1']);
  });
});

describe('patchTasksMetadata', () => {
  it('replaces the whole metadata of a task, and changes updated_datetime but not operation_updated_datetime', async () => {
    const { owner } = await startEmulator();
    const before = await owner.getTask({ ...demo, task_id: 'task-1' });
    await owner.patchTasksMetadata({ ...demo, body: { 'task-1': { only: '日本語', n: 1.5, b: false } } });
    const after = await owner.getTask({ ...demo, task_id: 'task-1' });
    expect(after.metadata).toEqual({ only: '日本語', n: 1.5, b: false });
    expect(after.updated_datetime).not.toBe(before.updated_datetime);
    expect(after.operation_updated_datetime).toBe(before.operation_updated_datetime);
    expect(after.status).toBe('working');
  });

  it('merges the metadata, and changes operation_updated_datetime, where the settings say so', async () => {
    const { annofab, owner } = await startEmulator();
    Object.assign(annofab.settings, { metadataPatchMerges: true, metadataPatchIsOperation: true });
    const before = await owner.getTask({ ...demo, task_id: 'task-1' });
    await owner.patchTasksMetadata({ ...demo, body: { 'task-1': { only: 1 } } });
    const after = await owner.getTask({ ...demo, task_id: 'task-1' });
    expect(after.metadata).toEqual({ ...before.metadata, only: 1 });
    expect(after.operation_updated_datetime).toBe(after.updated_datetime);
  });

  it('patching metadata invalidates older locks of the task', async () => {
    const { owner, accepter } = await startEmulator();
    const { updated_datetime: last_updated_datetime } = await owner.getTask({ ...demo, task_id: 'task-1' });
    await owner.patchTasksMetadata({ ...demo, body: { 'task-1': { a: 1 } } });
    const body = { status: 'complete', account_id: ACCEPTER, last_updated_datetime } as const;
    await expect(accepter.operateTask({ ...demo, task_id: 'task-1', body })).rejects.toMatchObject({
      errorCode: 'ALREADY_UPDATED',
    });
  });

  it('patches no task when one of them is unknown', async () => {
    const { owner } = await startEmulator();
    const patch = owner.patchTasksMetadata({ ...demo, body: { 'task-1': { a: 1 }, nothing: { a: 1 } } });
    await expect(patch).rejects.toMatchObject({ status: 404 });
    expect((await owner.getTask({ ...demo, task_id: 'task-1' })).metadata).not.toHaveProperty('a');
  });

  it.each([{ 'a b': 1 }, { 'a.b': 1 }, { 鍵: 1 }, { '': 1 }])(
    'returns 400 for metadata with the keys of %j',
    async (metadata) => {
      const { owner } = await startEmulator();
      const patch = owner.patchTasksMetadata({ ...demo, body: { 'task-1': metadata } });
      await expect(patch).rejects.toMatchObject({ status: 400 });
    },
  );

  it.each([[{ a: {} }], [{ a: [1] }], [5], ['x']])('returns 400 for the metadata %j', async (metadata) => {
    const { raw } = await startEmulator();
    const answer = await raw('PATCH', `${TASKS_PATH}/metadata`, { body: { 'task-1': metadata } });
    expect(answer).toMatchObject(annofabError(400, 'INVALID_BODY'));
  });

  it('patches up to 999 tasks, and returns 400 for 1,000', async () => {
    const { annofab, owner } = await startEmulator();
    addTasks(annofab, 1_000);
    const body = (count: number) =>
      Object.fromEntries(Array.from({ length: count }, (_, i) => [`t-${i + 1}`, { a: 1 }]));
    await expect(owner.patchTasksMetadata({ ...demo, body: body(1_000) })).rejects.toMatchObject({ status: 400 });
    await owner.patchTasksMetadata({ ...demo, body: body(999) });
    expect((await owner.getTask({ ...demo, task_id: 't-999' })).metadata).toEqual({ a: 1 });
  });
});

it('tasks of a suspended project are neither created, deleted nor patched', async () => {
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

describe('putTask for an existing task', () => {
  const TASK = { ...demo, task_id: 'task-1' };
  const FRAME = { ...TASK, input_data_id: 'task-1-frame-1' };

  it('putTask keeps the annotations on remaining input data, and deletes all others', async () => {
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
  ])('putTask returns 400 for %s', async (_what, body) => {
    const { owner } = await startEmulator();
    await expect(owner.putTask({ ...TASK, body })).rejects.toMatchObject({ status: 400 });
  });
});
