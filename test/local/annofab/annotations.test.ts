import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import type {
  AnnotationDetailV2Input,
  AnnotationV1,
  AnnotationV2Output,
} from '../../../lib/annofab/generated/schemas.ts';
import type { AnnofabClient } from '../../../lib/annofab/index.ts';
import { OWNER, PROJECT, startEmulator, WORKER } from './emulator.ts';

/** With every annotation type on it. */
const FULL = { project_id: PROJECT, task_id: 'task-1', input_data_id: 'task-1-frame-1' };
/** Of a task that is the worker's, who is at it. */
const MINE = { project_id: PROJECT, task_id: 'task-5', input_data_id: 'task-5-frame-1' };
/** Of a task that was never assigned. */
const FREE = { project_id: PROJECT, task_id: 'task-8', input_data_id: 'task-8-frame-1' };

async function readV2(client: AnnofabClient, frame: typeof FULL): Promise<AnnotationV2Output> {
  const annotation = await client.getEditorAnnotation({ ...frame, query: { v: 2 } });
  if (!('format_version' in annotation)) throw new Error('not version 2');
  return annotation;
}

async function readV1(client: AnnofabClient, frame: typeof FULL): Promise<AnnotationV1> {
  const annotation = await client.getEditorAnnotation(frame);
  if ('format_version' in annotation) throw new Error('not version 1');
  return annotation;
}

const point = (annotation_id: string, x: number): AnnotationDetailV2Input => ({
  _type: 'Create',
  annotation_id,
  label_id: 'label-signal',
  body: { _type: 'Inner', data: { _type: 'SinglePoint', point: { x, y: 1 } } },
  additional_data_list: [{ definition_id: 'attribute-occluded', value: { _type: 'Flag', value: true } }],
  editor_props: {},
});

function putV2(
  client: AnnofabClient,
  frame: typeof FULL,
  details: AnnotationDetailV2Input[],
  updated_datetime: string | undefined,
) {
  return client.putAnnotation({
    ...frame,
    query: { v: 2 },
    body: { ...frame, details, format_version: '2.0.0', ...(updated_datetime !== undefined && { updated_datetime }) },
  });
}

describe('the Simple annotation', () => {
  test('has labels, attributes and choices by their English names, front-most first', async () => {
    const { worker } = await startEmulator();
    const simple = await worker.getAnnotation(FULL);
    expect(simple).toMatchObject({
      ...FULL,
      annotation_format_version: '1.2.0',
      task_phase: 'acceptance',
      task_phase_stage: 1,
      task_status: 'working',
      input_data_name: '街角/task-1/01.png',
    });
    expect(simple.updated_datetime).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}\+09:00$/);
    expect(simple).not.toHaveProperty('metadata');
    expect(simple.details.map(({ label }) => label)).toEqual([
      'vehicle',
      'vehicle',
      'traffic signal',
      'lane line',
      'crosswalk',
      'pedestrian',
      'road',
      'event',
      'vehicle 3D',
      'kerb 3D',
      'scene',
    ]);
    expect(simple.details[1]?.attributes).toEqual({
      occluded: true,
      lane: 2,
      remarks: '右折待ち "停止中"',
      colour: 'white',
      kind: 'truck',
      track: 'track-2',
      follows: 'task-1-frame-1-car-1',
    });
    expect(simple.details[4]?.attributes, 'an empty attribute').toEqual({});
  });

  test('has the data of each annotation type, masks by the bare annotation id and no URL', async () => {
    const { worker } = await startEmulator();
    const { data, text } = await worker.getAnnotation(FULL).withResponse();
    expect(data.details.map((detail) => detail.data?._type)).toEqual([
      'BoundingBox',
      'BoundingBox',
      'SinglePoint',
      'Points',
      'Points',
      'Segmentation',
      'SegmentationV2',
      'Range',
      'Unknown',
      'Unknown',
      'Classification',
    ]);
    expect(data.details[5]?.data).toEqual({ _type: 'Segmentation', data_uri: 'task-1-frame-1-pedestrian' });
    expect(data.details[9]?.data).toEqual({ _type: 'Unknown', data: 'task-1-frame-1-kerb' });
    expect(text).not.toContain('http');
  });

  test('of a frame that nobody annotated has no details and no date-time', async () => {
    const { owner } = await startEmulator();
    const simple = await owner.getAnnotation(FREE);
    expect(simple.details).toEqual([]);
    expect(simple).not.toHaveProperty('updated_datetime');
  });

  test('of another task’s input data, or an unknown one, is not found', async () => {
    const { owner } = await startEmulator();
    await expect(owner.getAnnotation({ ...FULL, input_data_id: 'task-2-frame-1' })).rejects.toMatchObject({
      status: 404,
    });
    await expect(owner.getAnnotation({ ...FULL, task_id: 'nothing' })).rejects.toMatchObject({ status: 404 });
  });

  test('of an imported frame is its text to the byte, until the frame is edited', async () => {
    const { annofab, owner } = await startEmulator();
    const verbatim = '{ "annotation_format_version": "1.0.0",\n\t"details": [] , "x": 1.50 }';
    annofab.state.projects.get(PROJECT)?.annotations.set('task-8/task-8-frame-1', { details: [], verbatim });
    expect((await owner.getAnnotation(FREE).withResponse()).text).toBe(verbatim);
    await putV2(owner, FREE, [point('a', 1)], undefined);
    expect((await owner.getAnnotation(FREE)).details).toHaveLength(1);
  });

  test('names what the specs no longer have by its id', async () => {
    const { annofab, owner } = await startEmulator();
    const project = annofab.state.projects.get(PROJECT);
    if (project) project.specs = { ...project.specs, labels: [], additionals: [] };
    const { details } = await owner.getAnnotation(FULL);
    expect(details[0]).toMatchObject({
      label: 'label-vehicle',
      attributes: { 'attribute-colour': 'choice-colour-red' },
    });
  });

  test('falls back to the default language where there is no English name', async () => {
    const { annofab, owner } = await startEmulator();
    const label = annofab.state.projects
      .get(PROJECT)
      ?.specs.labels.find(({ label_id }) => label_id === 'label-vehicle');
    if (label) label.label_name = { ...label.label_name, messages: [{ lang: 'ja-JP', message: '車両' }] };
    expect((await owner.getAnnotation(FULL)).details[0]?.label).toBe('車両');
    if (label) label.label_name = { default_lang: 'ja-JP', messages: [{ lang: 'vi-VN', message: 'xe' }] };
    expect((await owner.getAnnotation(FULL)).details[0]?.label).toBe('xe');
  });
});

describe('the editor annotation', () => {
  test('in version 2 has ids, and masks by signed URL on the file server', async () => {
    const { annofab, owner } = await startEmulator();
    const { details, format_version } = await readV2(owner, FULL);
    expect(format_version).toBe('2.0.0');
    expect(details[0]).toMatchObject({ _type: 'Get', label_id: 'label-vehicle', account_id: WORKER });
    const mask = details.find(({ label_id }) => label_id === 'label-road')?.body;
    if (mask?._type !== 'Outer') throw new Error('the mask is no outer file');
    expect(new URL(mask.url).origin).toBe(annofab.filesUrl);
    const response = await fetch(mask.url);
    const bytes = Buffer.from(await response.arrayBuffer());
    expect(mask.etag).toBe(`"${createHash('md5').update(bytes).digest('hex')}"`);
    expect(response.headers.get('etag')).toBe(mask.etag);
    expect(bytes.subarray(1, 4).toString()).toBe('PNG');
  });

  test('in version 1, the default, has coordinates as text and files by path', async () => {
    const { owner } = await startEmulator();
    const { details } = await readV1(owner, FULL);
    const dataOf = (label: string) => details.find(({ label_id }) => label_id === label)?.data;
    expect(dataOf('label-vehicle')).toBe('120,190,240,262');
    expect(dataOf('label-signal')).toBe('512,84');
    expect(dataOf('label-lane-line')).toBe('40,350,180,270,300,200');
    expect(dataOf('label-event')).toBe('1200,3400');
    expect(dataOf('label-scene')).toBeUndefined();
    expect(details.find(({ label_id }) => label_id === 'label-road')).toMatchObject({
      data_holding_type: 'outer',
      path: expect.stringMatching(/^s3:/),
      url: expect.stringMatching(/^http:/),
      etag: expect.stringMatching(/^"[0-9a-f]{32}"$/),
    });
    expect(details[0]?.additional_data_list).toContainEqual({
      additional_data_definition_id: 'attribute-colour',
      choice: 'choice-colour-red',
    });
  });

  test('of an earlier phase is forgotten, of the present one is there, of an unknown one not found', async () => {
    const { owner } = await startEmulator();
    const histories = await owner.getTaskHistories({ project_id: PROJECT, task_id: 'task-1' });
    const read = (task_history_id: string) => owner.getEditorAnnotation({ ...FULL, query: { v: 2, task_history_id } });
    expect((await read(histories[0]?.task_history_id ?? '')).details).toEqual([]);
    expect((await read(histories.at(-1)?.task_history_id ?? '')).details).toHaveLength(11);
    await expect(read('nothing')).rejects.toMatchObject({ status: 404 });
  });

  test('in bulk is version 2, of 1 to 10 frames, and names those that the task has not', async () => {
    const { owner } = await startEmulator();
    const bulk = (ids: string[]) =>
      owner.getEditorAnnotationsInBulk({ project_id: PROJECT, task_id: 'task-1', query: { input_data_id: ids } });
    const { success, failure } = await bulk(['task-1-frame-2', 'task-2-frame-1', 'task-1-frame-1']);
    expect(success.map(({ input_data_id, format_version }) => [input_data_id, format_version])).toEqual([
      ['task-1-frame-2', '2.0.0'],
      ['task-1-frame-1', '2.0.0'],
    ]);
    expect(failure).toEqual([{ project_id: PROJECT, task_id: 'task-1', input_data_id: 'task-2-frame-1' }]);
    await expect(bulk(Array.from({ length: 11 }, (_, i) => `f-${i}`))).rejects.toMatchObject({ status: 400 });
  });
});

describe('editing', () => {
  test('creates, keeps, changes and drops annotations, whole frame at a time', async () => {
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

  test('in version 1 gives the same frame back that it read', async () => {
    const { worker } = await startEmulator();
    const [v1, simple] = [await readV1(worker, MINE), await worker.getAnnotation(MINE)];
    await worker.putAnnotation({ ...MINE, body: v1 });
    const again = await worker.getAnnotation(MINE);
    expect({ ...again, updated_datetime: '' }).toEqual({ ...simple, updated_datetime: '' });
    expect(again.updated_datetime).not.toBe(simple.updated_datetime);
  });

  test.each([
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
  ])('in version 1 reads the text of %s: %s', async (label_id, data, expected) => {
    const { owner } = await startEmulator();
    const detail = {
      ...{ annotation_id: 'a', account_id: OWNER, label_id, is_protected: true, additional_data_list: [] },
      ...{ data_holding_type: 'inner' as const, ...(data !== undefined && { data }) },
    };
    await owner.putAnnotation({ ...FREE, body: { ...FREE, details: [detail] } });
    expect((await owner.getAnnotation(FREE)).details[0]?.data).toEqual(expected);
    expect((await readV1(owner, FREE)).details[0]).toMatchObject({ is_protected: true });
  });

  test.each([
    ['label-vehicle', '1,2,3'],
    ['label-signal', 'here'],
    ['label-crosswalk', '1,2,3'],
  ])('in version 1 refuses for %s the text %s', async (label_id, data) => {
    const { owner } = await startEmulator();
    const detail = {
      ...{ annotation_id: 'a', account_id: OWNER, label_id, is_protected: false, additional_data_list: [] },
      ...{ data_holding_type: 'inner' as const, data },
    };
    const put = owner.putAnnotation({ ...FREE, body: { ...FREE, details: [detail] } });
    await expect(put).rejects.toMatchObject({ status: 400 });
  });

  test('takes over an uploaded mask, which outlives its upload', async () => {
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
    if (body?._type !== 'Outer') throw new Error('the mask is no outer file');
    expect(await (await fetch(body.url)).text()).toBe('a mask');
    expect((await owner.getAnnotation(FREE)).details[0]?.data).toEqual({ _type: 'SegmentationV2', data_uri: 'mask' });
  });

  test('fails with a lock that is out of date, or none where there is an annotation, and changes nothing', async () => {
    const { worker } = await startEmulator();
    const before = await readV2(worker, MINE);
    const stale = { status: 409, errorCode: 'ALREADY_UPDATED' };
    await expect(putV2(worker, MINE, [], undefined)).rejects.toMatchObject(stale);
    await expect(putV2(worker, MINE, [], '2019-05-08T10:00:00.000+09:00')).rejects.toMatchObject(stale);
    expect((await readV2(worker, MINE)).details).toHaveLength(before.details.length);
  });

  test('fails with a lock where there is nothing yet', async () => {
    const { owner } = await startEmulator();
    const put = putV2(owner, FREE, [], '2019-05-08T10:00:00.000+09:00');
    await expect(put).rejects.toMatchObject({ errorCode: 'ALREADY_UPDATED' });
  });

  test('is for the assignee while working, and for owners where nobody ever was assigned', async () => {
    const { owner, worker, accepter } = await startEmulator();
    const { updated_datetime } = await readV2(owner, MINE);
    await expect(putV2(owner, MINE, [], updated_datetime)).rejects.toMatchObject({ errorCode: 'STATE_MISMATCH' });
    await expect(putV2(worker, FREE, [], undefined)).rejects.toMatchObject({ status: 403 });
    await putV2(owner, FREE, [], undefined);
    const held = { project_id: PROJECT, task_id: 'task-7', input_data_id: 'task-7-frame-1' };
    const lock = (await readV2(accepter, held)).updated_datetime;
    await expect(putV2(accepter, held, [], lock)).rejects.toMatchObject({ errorCode: 'STATE_MISMATCH' });
  });

  test('fails in a suspended project', async () => {
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

  test.each<[string, AnnotationDetailV2Input[]]>([
    ['an unknown label', [{ ...point('a', 1), label_id: 'nothing' }]],
    ['an unknown attribute', [{ ...point('a', 1), additional_data_list: [{ definition_id: 'nothing' }] }]],
    ['data of another type than the label’s', [{ ...point('a', 1), body: { _type: 'Inner', data: box } }]],
    ['a mask inside the JSON', [{ ...point('a', 1), label_id: 'label-road' }]],
    ['a file that was not uploaded', [{ ...point('a', 1), body: { _type: 'Outer', path: 's3://annofab-emulator/x' } }]],
    ['a file of someone else’s', [{ ...point('a', 1), body: { _type: 'Outer', path: 's3://elsewhere/x' } }]],
    ['one annotation twice', [point('a', 1), point('a', 2)]],
    ['an update of what is not there', [update]],
  ])('refuses %s', async (_what, details) => {
    const { owner } = await startEmulator();
    await expect(putV2(owner, FREE, details, undefined)).rejects.toMatchObject({
      status: 400,
      errorCode: 'INVALID_BODY',
    });
    expect((await readV2(owner, FREE)).details).toEqual([]);
  });

  test('refuses a body of another frame', async () => {
    const { owner } = await startEmulator();
    const put = owner.putAnnotation({ ...FREE, body: { ...MINE, details: [], format_version: '2.0.0' } });
    await expect(put).rejects.toMatchObject({ status: 400 });
  });
});
