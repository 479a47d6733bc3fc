import { describe, expect, it } from 'vitest';
import type { AnnotationDetailV2Input } from '../../../../lib/annofab/api-description.ts';
import { ACCEPTER, OWNER, PROJECT, startEmulator, WORKER } from '../emulator.ts';
import { FREE, MINE, point, putV2, readV1, readV2 } from './frames.ts';

/** Put on hold by the accepter. */
const HELD = { project_id: PROJECT, task_id: 'task-7', input_data_id: 'task-7-frame-1' };
/** Assigned to the worker, not started. */
const NOT_BEGUN = { project_id: PROJECT, task_id: 'task-6', input_data_id: 'task-6-frame-1' };
/** Submitted, and not assigned for acceptance. */
const NOBODYS = { project_id: PROJECT, task_id: 'task-2', input_data_id: 'task-2-frame-1' };
/** Accepted by the accepter. */
const ACCEPTED = { project_id: PROJECT, task_id: 'task-3', input_data_id: 'task-3-frame-1' };

describe('putAnnotation', () => {
  it('putAnnotation creates, keeps, changes and deletes the annotations of a whole frame', async () => {
    const { owner, worker } = await startEmulator();
    const before = await readV2(worker, MINE);
    const kept = before.details[0];
    if (!kept) throw new Error('the frame is empty');
    const { annotation_id, label_id, additional_data_list, editor_props } = kept;
    const update = { _type: 'Update' as const, annotation_id, label_id, additional_data_list, editor_props };
    await putV2(worker, MINE, [point('new', 7), update], before.updated_datetime);
    const after = await readV2(owner, MINE);
    expect(after.details.map((detail) => detail.annotation_id)).toEqual(['new', annotation_id]);
    expect(after.details[1]).toMatchObject({ body: kept.body, created_datetime: kept.created_datetime });
    expect(after.details[0]).toMatchObject({ account_id: WORKER, created_datetime: after.updated_datetime });
    expect((await owner.getAnnotation(MINE)).details[0]).toMatchObject({
      label: 'traffic signal',
      data: { _type: 'SinglePoint', point: { x: 7, y: 1 } },
      attributes: { occluded: true },
    });
  });

  it('version 1 reads back the frame that it wrote', async () => {
    const { worker } = await startEmulator();
    const [v1, simple] = [await readV1(worker, MINE), await worker.getAnnotation(MINE)];
    await worker.putAnnotation({ ...MINE, body: v1 });
    const again = await worker.getAnnotation(MINE);
    expect({ ...again, updated_datetime: '' }).toEqual({ ...simple, updated_datetime: '' });
    expect(again.updated_datetime).not.toBe(simple.updated_datetime);
  });

  it.each([
    ['label-vehicle', '1,2,3,4', { _type: 'BoundingBox', left_top: { x: 1, y: 2 }, right_bottom: { x: 3, y: 4 } }],
    ['label-signal', '1.5,2', { _type: 'SinglePoint', point: { x: 1.5, y: 2 } }],
    [
      'label-crosswalk',
      '1,2,3,4,5,6',
      {
        _type: 'Points',
        points: [
          { x: 1, y: 2 },
          { x: 3, y: 4 },
          { x: 5, y: 6 },
        ],
      },
    ],
    ['label-event', '10,20', { _type: 'Range', begin: 10, end: 20 }],
    ['label-vehicle-3d', '{"kind":"CUBOID"}', { _type: 'Unknown', data: '{"kind":"CUBOID"}' }],
    ['label-scene', undefined, { _type: 'Classification' }],
  ])('version 1 reads the data of the label %s from the text %s', async (label_id, data, expected) => {
    const { owner } = await startEmulator();
    const detail = {
      ...{ annotation_id: 'a', account_id: OWNER, label_id, is_protected: true, additional_data_list: [] },
      ...{ data_holding_type: 'inner' as const, ...(data !== undefined && { data }) },
    };
    await owner.putAnnotation({ ...FREE, body: { ...FREE, details: [detail] } });
    expect((await owner.getAnnotation(FREE)).details[0]?.data).toEqual(expected);
    expect((await readV1(owner, FREE)).details[0]).toMatchObject({ is_protected: true });
  });

  it.each([
    ['label-vehicle', '1,2,3'],
    ['label-signal', 'here'],
    ['label-crosswalk', '1,2,3'],
  ])('version 1 refuses for the label %s the text %s', async (label_id, data) => {
    const { owner } = await startEmulator();
    const detail = {
      ...{ annotation_id: 'a', account_id: OWNER, label_id, is_protected: false, additional_data_list: [] },
      ...{ data_holding_type: 'inner' as const, data },
    };
    const put = owner.putAnnotation({ ...FREE, body: { ...FREE, details: [detail] } });
    await expect(put).rejects.toMatchObject({ status: 400 });
  });

  it('version 1 lets only owners change is_protected, and keeps the other editor properties', async () => {
    const { owner, worker } = await startEmulator();
    const { updated_datetime } = await readV2(worker, MINE);
    const editor_props = { tags: ['night'] };
    await putV2(worker, MINE, [{ ...point('a', 1), editor_props }], updated_datetime ?? undefined);
    const read = await readV1(worker, MINE);
    await worker.putAnnotation({ ...MINE, body: read });
    expect((await readV2(owner, MINE)).details[0]?.editor_props).toMatchObject(editor_props);
    const again = await readV1(worker, MINE);
    const body = { ...again, details: again.details.map((detail) => ({ ...detail, is_protected: true })) };
    await expect(worker.putAnnotation({ ...MINE, body })).rejects.toMatchObject({ status: 403 });
  });

  it('version 1 keeps a mask when its path is sent back unchanged', async () => {
    const { owner } = await startEmulator();
    const upload = await owner.createTempPath({ project_id: PROJECT });
    await fetch(upload.url, { method: 'PUT', body: 'a mask' });
    const mask = { ...point('mask', 0), label_id: 'label-road', body: { _type: 'Outer' as const, path: upload.path } };
    await putV2(owner, FREE, [{ ...mask, additional_data_list: [] }], undefined);
    const read = await readV1(owner, FREE);
    expect(read.details[0]).toMatchObject({ data_holding_type: 'outer', path: 'mask' });
    await owner.putAnnotation({ ...FREE, body: read });
    expect(await (await fetch((await readV1(owner, FREE)).details[0]?.url ?? '')).text()).toBe('a mask');
  });

  it('putAnnotation copies an uploaded mask, which stays when the upload has expired', async () => {
    const { annofab, owner } = await startEmulator();
    const upload = await owner.createTempPath({ project_id: PROJECT });
    const bytes = Buffer.from('a mask');
    expect((await fetch(upload.url, { method: 'PUT', body: bytes })).status).toBe(200);
    const detail = {
      ...point('mask', 0),
      label_id: 'label-road',
      body: { _type: 'Outer' as const, path: upload.path },
    };
    await putV2(owner, FREE, [{ ...detail, additional_data_list: [] }], undefined);
    annofab.clock.advance(48 * 3_600_000);
    const body = (await readV2(owner, FREE)).details[0]?.body;
    if (body?._type !== 'Outer') throw new Error('the mask is not an outer file');
    expect(await (await fetch(body.url)).text()).toBe('a mask');
    expect((await owner.getAnnotation(FREE)).details[0]?.data).toEqual({ _type: 'SegmentationV2', data_uri: 'mask' });
  });

  const AUTHORSHIP = {
    account_id: ACCEPTER,
    created_datetime: '2019-05-08T10:00:00.25+09:00',
    updated_datetime: '2020-01-02T03:04:05.678+09:00',
  };
  const imported: AnnotationDetailV2Input = {
    _type: 'Import',
    annotation_id: 'a',
    label_id: 'label-signal',
    body: { _type: 'Inner', data: { _type: 'SinglePoint', point: { x: 1, y: 1 } } },
    additional_data_list: [],
    editor_props: {},
    ...AUTHORSHIP,
  };

  it('a detail of type Import keeps the author and the date-times that it names, also where it replaces one', async () => {
    const { owner } = await startEmulator();
    const { updated_datetime } = await putV2(owner, FREE, [point('a', 7)], undefined);
    const after = await putV2(owner, FREE, [imported], updated_datetime);
    expect((await readV2(owner, FREE)).details).toMatchObject([AUTHORSHIP]);
    expect(after.updated_datetime).not.toBe(AUTHORSHIP.updated_datetime);
  });

  it('version 1 restores a dump with the author and the date-times of each annotation', async () => {
    const { annofab, owner } = await startEmulator();
    await putV2(owner, FREE, [imported], undefined);
    const dump = await readV1(owner, FREE);
    expect(dump.details).toMatchObject([AUTHORSHIP]);
    annofab.clock.advance(60_000);
    const { updated_datetime = null } = await putV2(owner, FREE, [], dump.updated_datetime);
    await owner.putAnnotation({ ...FREE, body: { ...dump, updated_datetime } });
    expect((await readV1(owner, FREE)).details).toEqual(dump.details);
  });

  it('version 1 takes date-times that a detail does not name from the annotation it replaces, and from now', async () => {
    const { annofab, owner } = await startEmulator();
    await putV2(owner, FREE, [imported], undefined);
    const dump = await readV1(owner, FREE);
    const details = dump.details.flatMap(({ created_datetime: _, updated_datetime: __, ...detail }) => [
      detail,
      { ...detail, annotation_id: 'b' },
    ]);
    annofab.clock.advance(60_000);
    await owner.putAnnotation({ ...FREE, body: { ...dump, details } });
    const { details: after, updated_datetime } = await readV1(owner, FREE);
    expect(after).toMatchObject([
      { account_id: ACCEPTER, created_datetime: AUTHORSHIP.created_datetime, updated_datetime },
      { account_id: ACCEPTER, created_datetime: updated_datetime, updated_datetime },
    ]);
  });

  it('returns 409 and changes nothing when the lock of an existing frame is outdated or missing', async () => {
    const { worker } = await startEmulator();
    const before = await readV2(worker, MINE);
    const stale = { status: 409, errorCode: 'ALREADY_UPDATED' };
    await expect(putV2(worker, MINE, [], undefined)).rejects.toMatchObject(stale);
    await expect(putV2(worker, MINE, [], '2019-05-08T10:00:00.000+09:00')).rejects.toMatchObject(stale);
    expect((await readV2(worker, MINE)).details).toHaveLength(before.details.length);
  });

  it('returns 409 when the request has a lock and the frame has no annotation yet', async () => {
    const { owner } = await startEmulator();
    const put = putV2(owner, FREE, [], '2019-05-08T10:00:00.000+09:00');
    await expect(put).rejects.toMatchObject({ errorCode: 'ALREADY_UPDATED' });
  });

  it('only the working assignee may edit, and owners when the task was never assigned', async () => {
    const { annofab, owner, worker, accepter } = await startEmulator();
    const { updated_datetime } = await readV2(owner, MINE);
    await expect(putV2(owner, MINE, [], updated_datetime)).rejects.toMatchObject({ errorCode: 'STATE_MISMATCH' });
    await expect(putV2(worker, FREE, [], undefined)).rejects.toMatchObject({ status: 403 });
    await putV2(owner, FREE, [], undefined);
    annofab.settings.editingNeedsWork = true;
    const lock = (await readV2(accepter, HELD)).updated_datetime;
    const refused = { errorCode: 'STATE_MISMATCH' };
    await expect(putV2(accepter, HELD, [], lock)).rejects.toMatchObject(refused);
    await expect(putV2(owner, HELD, [], lock)).rejects.toMatchObject(refused);
  });

  it('assignees edit in any status, and owners and accepters correct tasks that nobody is working on', async () => {
    const { owner, worker, accepter } = await startEmulator();
    const refused = { errorCode: 'STATE_MISMATCH' };
    const { updated_datetime } = await putV2(owner, HELD, [], (await readV2(owner, HELD)).updated_datetime);
    await putV2(accepter, HELD, [], updated_datetime);
    await putV2(accepter, NOBODYS, [], (await readV2(owner, NOBODYS)).updated_datetime);
    await expect(putV2(accepter, NOT_BEGUN, [], undefined)).rejects.toMatchObject(refused);
    const begun = await putV2(worker, NOT_BEGUN, [], undefined);
    await putV2(owner, NOT_BEGUN, [], begun.updated_datetime);
    const lock = (await readV2(owner, ACCEPTED)).updated_datetime;
    await expect(putV2(worker, ACCEPTED, [], lock)).rejects.toMatchObject(refused);
    const corrected = await putV2(accepter, ACCEPTED, [], lock);
    await putV2(owner, ACCEPTED, [], corrected.updated_datetime);
  });

  it('a detail of type Create replaces an existing annotation', async () => {
    const { owner, worker } = await startEmulator();
    const before = await readV2(worker, MINE);
    const [first] = before.details;
    if (!first) throw new Error('the frame is empty');
    const { annotation_id } = first;
    await putV2(worker, MINE, [point(annotation_id, 7)], before.updated_datetime);
    const after = await readV2(owner, MINE);
    expect(after.details).toMatchObject([
      { annotation_id, account_id: WORKER, label_id: 'label-signal', created_datetime: after.updated_datetime },
    ]);
  });

  it('returns 409 when the project is suspended', async () => {
    const { annofab, owner } = await startEmulator();
    const project = annofab.state.projects.get(PROJECT)?.project;
    if (project) project.project_status = 'suspended';
    await expect(putV2(owner, FREE, [], undefined)).rejects.toMatchObject({ errorCode: 'STATE_MISMATCH' });
  });

  const box = { _type: 'BoundingBox', left_top: { x: 0, y: 0 }, right_bottom: { x: 1, y: 1 } } as const;
  const update: AnnotationDetailV2Input = {
    _type: 'Update',
    annotation_id: 'a',
    label_id: 'label-signal',
    additional_data_list: [],
    editor_props: {},
  };

  it.each<[string, AnnotationDetailV2Input[]]>([
    ['an unknown label', [{ ...point('a', 1), label_id: 'nothing' }]],
    ['an unknown attribute', [{ ...point('a', 1), additional_data_list: [{ definition_id: 'nothing' }] }]],
    ['data of another type than the label’s', [{ ...point('a', 1), body: { _type: 'Inner', data: box } }]],
    ['a mask inside the JSON', [{ ...point('a', 1), label_id: 'label-road' }]],
    ['a file that was not uploaded', [{ ...point('a', 1), body: { _type: 'Outer', path: 's3://annofab-emulator/x' } }]],
    ['a file of someone else’s', [{ ...point('a', 1), body: { _type: 'Outer', path: 's3://elsewhere/x' } }]],
    ['one annotation twice', [point('a', 1), point('a', 2)]],
    ['an update of an unknown annotation', [update]],
  ])('returns 400 for %s', async (_what, details) => {
    const { owner } = await startEmulator();
    await expect(putV2(owner, FREE, details, undefined)).rejects.toMatchObject({
      status: 400,
      errorCode: 'INVALID_BODY',
    });
    expect((await readV2(owner, FREE)).details).toEqual([]);
  });

  it('returns 400 when the body names another frame than the path', async () => {
    const { owner } = await startEmulator();
    const put = owner.putAnnotation({ ...FREE, body: { ...MINE, details: [], format_version: '2.0.0' } });
    await expect(put).rejects.toMatchObject({ status: 400 });
  });
});
