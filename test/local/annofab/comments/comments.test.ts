import { describe, expect, it } from 'vitest';
import type {
  BatchCommentRequestItem,
  BatchCommentRequestItemPut,
  Inspection,
} from '../../../../lib/annofab/api-description.ts';
import type { AnnofabClient } from '../../../../lib/annofab/index.ts';
import { FREE, FULL, MINE, MY_TASK } from '../annotations/frames.ts';
import { ACCEPTER, OWNER, PROJECT, startEmulator, WORKER } from '../emulator.ts';

const place = { _type: 'Point', x: 10, y: 20 } as const;

/** A comment of the worker on `MINE`, in the annotation phase. */
function onhold(comment_id: string, change: Partial<BatchCommentRequestItemPut> = {}): BatchCommentRequestItemPut {
  return {
    _type: 'Put',
    comment_id,
    phase: 'annotation',
    phase_stage: 1,
    account_id: WORKER,
    comment_type: 'onhold',
    comment: 'Which lane is this?',
    comment_node: { _type: 'Root', status: 'open' },
    ...change,
  };
}

const reply = (comment_id: string, root_comment_id: string) =>
  onhold(comment_id, { comment: 'The left one', comment_node: { _type: 'Reply', root_comment_id } });

/** A comment of the accepter on `FULL`, in the acceptance phase. */
function inspection(comment_id: string, change: Partial<BatchCommentRequestItemPut> = {}): BatchCommentRequestItemPut {
  return onhold(comment_id, {
    phase: 'acceptance',
    account_id: ACCEPTER,
    comment_type: 'inspection',
    comment: 'Too loose',
    comment_node: { _type: 'Root', data: place, status: 'open' },
    ...change,
  });
}

const put = (client: AnnofabClient, frame: typeof FULL, body: BatchCommentRequestItem[]) =>
  client.batchUpdateComments({ ...frame, query: { v: 2 }, body });

const read = (client: AnnofabClient, frame: typeof FULL) => client.getComments({ ...frame, query: { v: 2 } });

describe('comments', () => {
  it('owners may comment on a task that was never assigned, and others may not', async () => {
    const { owner, accepter } = await startEmulator();
    const comment = (account_id: string) => [onhold('c1', { account_id })];
    await expect(put(accepter, FREE, comment(ACCEPTER))).rejects.toMatchObject({ errorCode: 'STATE_MISMATCH' });
    expect(await put(owner, FREE, comment(OWNER))).toMatchObject([{ comment_id: 'c1', account_id: OWNER }]);
  });

  it('the working assignee writes comments, and every member reads them', async () => {
    const { worker, dataUser } = await startEmulator();
    const written = await put(worker, MINE, [onhold('c1'), reply('c2', 'c1')]);
    expect(written).toMatchObject([
      { ...MINE, comment_id: 'c1', account_id: WORKER, comment_node: { _type: 'Root', status: 'open' }, phrases: [] },
      { ...MINE, comment_id: 'c2', comment_node: { _type: 'Reply', root_comment_id: 'c1' } },
    ]);
    expect(await read(dataUser, MINE)).toEqual(written);
    const [first, second] = written;
    expect(first?.datetime_for_sorting).toBe(first?.created_datetime);
    expect(Date.parse(second?.datetime_for_sorting ?? '')).toBeGreaterThan(
      Date.parse(first?.datetime_for_sorting ?? ''),
    );
  });

  it('only version 2 lists inspection comments', async () => {
    const { accepter } = await startEmulator();
    const body = [inspection('i1'), inspection('h1', { comment_type: 'onhold', comment_node: { _type: 'Root' } })];
    expect(await accepter.batchUpdateComments({ ...FULL, body })).toMatchObject([{ comment_id: 'h1' }]);
    expect(await accepter.getComments(FULL)).toMatchObject([{ comment_id: 'h1', comment_node: { status: 'open' } }]);
    expect(await read(accepter, FULL)).toMatchObject([{ comment_id: 'i1' }, { comment_id: 'h1' }]);
  });

  it('updating a comment changes its text, status and phrases, and nothing else', async () => {
    const { annofab, accepter } = await startEmulator();
    const [before] = await put(accepter, FULL, [inspection('i1', { phrases: ['phrase-loose'] })]);
    annofab.clock.advance(1000);
    const change = inspection('i1', {
      ...{ phase: 'annotation', account_id: WORKER, comment: 'Still too loose', phrases: [] },
      comment_node: { _type: 'Root', data: place, status: 'resolved' },
      datetime_for_sorting: '2019-05-08T10:00:00.000+09:00',
    });
    const [after] = await put(accepter, FULL, [change]);
    expect(after).toMatchObject({
      ...{ comment: 'Still too loose', phrases: [], phase: 'acceptance', account_id: ACCEPTER },
      comment_node: { status: 'resolved', data: place },
      datetime_for_sorting: before?.datetime_for_sorting,
      created_datetime: before?.created_datetime,
    });
    expect(after?.updated_datetime).not.toBe(before?.updated_datetime);
  });

  it('a comment keeps the datetime_for_sorting that it was created with', async () => {
    const { worker } = await startEmulator();
    const datetime_for_sorting = '2019-05-08T10:00:00.000+09:00';
    expect(await put(worker, MINE, [onhold('c1', { datetime_for_sorting })])).toMatchObject([{ datetime_for_sorting }]);
  });

  it('deleting a root comment keeps its replies', async () => {
    const { worker } = await startEmulator();
    await put(worker, MINE, [onhold('c1'), reply('c2', 'c1')]);
    expect(await put(worker, MINE, [{ _type: 'Delete', comment_id: 'c1' }])).toMatchObject([{ comment_id: 'c2' }]);
    await expect(put(worker, MINE, [reply('c3', 'c1')]), 'a reply to what is gone').rejects.toMatchObject({
      status: 400,
    });
    expect(await put(worker, MINE, [{ _type: 'Delete', comment_id: 'c2' }])).toEqual([]);
  });

  it('comments do not change the lock of their task, and are deleted with it', async () => {
    const { owner, worker } = await startEmulator();
    const before = await owner.getTask(MY_TASK);
    await put(worker, MINE, [onhold('c1')]);
    expect(await owner.getTask(MY_TASK)).toEqual(before);
    await owner.deleteTask(MY_TASK);
    await owner.putTask({ ...MY_TASK, body: { input_data_id_list: [MINE.input_data_id] } });
    expect(await read(owner, MINE)).toEqual([]);
  });

  it.each<[string, BatchCommentRequestItem, number]>([
    ['a reply to nothing', reply('c2', 'nothing'), 400],
    ['a reply to itself', reply('c2', 'c2'), 400],
    ['a reply to a reply', reply('c2', 'r1'), 400],
    ['a reply of another type', { ...reply('c2', 'c1'), comment_type: 'inspection' }, 400],
    ['another type for a comment', { ...onhold('c1'), comment_type: 'inspection' }, 400],
    ['a root that becomes a reply', reply('c1', 'c1'), 400],
    ['a reply that becomes a root', onhold('r1'), 400],
    ['a comment in the name of another', onhold('c2', { account_id: ACCEPTER }), 400],
    ['a comment of another phase', onhold('c2', { phase: 'acceptance' }), 400],
    ['a comment of another stage', onhold('c2', { phase_stage: 2 }), 400],
    ['a closed onhold comment', onhold('c2', { comment_node: { _type: 'Root', status: 'closed' } }), 400],
    ['an inspection without a place', onhold('c2', { comment_type: 'inspection' }), 400],
    ['the deletion of an unknown comment', { _type: 'Delete', comment_id: 'c2' }, 404],
  ])('a batch of comments refuses %s, and keeps the items before it applied', async (_what, wrong, status) => {
    const { worker } = await startEmulator();
    await put(worker, MINE, [onhold('c1'), reply('r1', 'c1')]);
    await expect(put(worker, MINE, [onhold('kept'), wrong, onhold('lost')])).rejects.toMatchObject({ status });
    expect((await read(worker, MINE)).map(({ comment_id }) => comment_id)).toEqual(['c1', 'r1', 'kept']);
  });

  it('a reply without a _type is recognized', async () => {
    const { raw, accepter, worker } = await startEmulator();
    await put(accepter, FULL, [inspection('i1')]);
    const body = [{ ...onhold('i2', { comment_type: 'inspection', phase: 'acceptance', account_id: ACCEPTER }) }];
    const path = `/api/v1/projects/${PROJECT}/tasks/task-1/inputs/task-1-frame-1/comments?v=2`;
    const node = { root_comment_id: 'i1' };
    const answer = await raw('POST', path, {
      body: body.map((item) => ({ ...item, comment_node: node })),
      authorization: 'Bearer demo-accepter-pat',
    });
    expect(answer.status).toBe(200);
    expect(await read(worker, FULL)).toMatchObject([{}, { comment_node: { _type: 'Reply', ...node } }]);
  });

  it('returns 409 unless the caller is the assignee and the task is working', async () => {
    const { owner, worker } = await startEmulator();
    const mismatch = { status: 409, errorCode: 'STATE_MISMATCH' };
    await expect(put(owner, MINE, [onhold('c1')])).rejects.toMatchObject(mismatch);
    const { updated_datetime } = await worker.getTask(MY_TASK);
    await worker.operateTask({
      ...MY_TASK,
      body: { status: 'break', account_id: WORKER, last_updated_datetime: updated_datetime },
    });
    await expect(put(worker, MINE, [onhold('c1')])).rejects.toMatchObject(mismatch);
  });

  it('returns 409 for comments while the project is suspended', async () => {
    const { annofab, worker } = await startEmulator();
    const project = annofab.state.projects.get(PROJECT)?.project;
    if (project) project.project_status = 'suspended';
    await expect(put(worker, MINE, [onhold('c1')])).rejects.toMatchObject({ status: 409 });
  });

  it.each([
    ['task', { ...MINE, task_id: 'nothing' }],
    ['input data', { ...MINE, input_data_id: 'task-1-frame-1' }],
  ])('returns 404 for comments of an unknown %s', async (_what, frame) => {
    const { worker } = await startEmulator();
    await expect(worker.getComments(frame)).rejects.toMatchObject({ status: 404 });
    await expect(put(worker, frame, [onhold('c1')])).rejects.toMatchObject({ status: 404 });
    await expect(worker.getInspections(frame)).rejects.toMatchObject({ status: 404 });
  });
});

describe('inspections', () => {
  function item(inspection_id: string, change: Partial<Inspection> = {}): { _type: 'Put'; data: Inspection } {
    return {
      _type: 'Put',
      data: {
        ...FULL,
        inspection_id,
        ...{ phase: 'acceptance', phase_stage: 1, commenter_account_id: ACCEPTER },
        ...{ data: place, status: 'annotator_action_required', comment: 'Too loose' },
        created_datetime: '2019-05-08T10:00:00.000+09:00',
        ...change,
      },
    };
  }

  it('inspections are the inspection comments with their older names', async () => {
    const { accepter } = await startEmulator();
    await put(accepter, FULL, [
      inspection('i1', {
        comment_node: { _type: 'Root', data: place, annotation_id: 'a', label_id: 'l', status: 'closed' },
      }),
      inspection('i2', { comment_node: { _type: 'Reply', root_comment_id: 'i1' } }),
      inspection('h1', { comment_type: 'onhold', comment_node: { _type: 'Root' } }),
    ]);
    const shared = { annotation_id: 'a', label_id: 'l', data: place, status: 'no_correction_required' };
    expect(await accepter.getInspections(FULL)).toMatchObject([
      { ...FULL, inspection_id: 'i1', commenter_account_id: ACCEPTER, parent_inspection_id: null, ...shared },
      { ...FULL, inspection_id: 'i2', parent_inspection_id: 'i1', ...shared },
    ]);
  });

  it('writing and deleting inspections changes the inspection comments', async () => {
    const { accepter } = await startEmulator();
    const written = await accepter.batchUpdateInspections({
      ...FULL,
      body: [item('i1', { status: 'error_corrected' }), item('i2', { parent_inspection_id: 'i1' })],
    });
    expect(written).toMatchObject([{ inspection_id: 'i1', status: 'error_corrected' }, { inspection_id: 'i2' }]);
    expect(await read(accepter, FULL)).toMatchObject([
      { comment_id: 'i1', comment_type: 'inspection', comment_node: { _type: 'Root', status: 'resolved' } },
      { comment_id: 'i2', comment_type: 'inspection', comment_node: { _type: 'Reply', root_comment_id: 'i1' } },
    ]);
    const left = await accepter.batchUpdateInspections({
      ...FULL,
      body: [{ _type: 'Delete', ...FULL, inspection_id: 'i2' }],
    });
    expect(left).toMatchObject([{ inspection_id: 'i1' }]);
  });

  it('returns 400 for inspections of another frame than the path, and 409 to others than the assignee', async () => {
    const { accepter, worker } = await startEmulator();
    const elsewhere = item('i1', { input_data_id: 'task-1-frame-2' });
    await expect(accepter.batchUpdateInspections({ ...FULL, body: [elsewhere] })).rejects.toMatchObject({
      status: 400,
    });
    await expect(worker.batchUpdateInspections({ ...FULL, body: [item('i1')] })).rejects.toMatchObject({ status: 409 });
  });
});
