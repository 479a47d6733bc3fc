import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { PROJECT, startEmulator, WORKER } from '../emulator.ts';
import { FREE, FULL, point, putV2, readV1, readV2 } from './frames.ts';

describe('getAnnotation', () => {
  it('the Simple format has the English names of labels, attributes and choices, front-most first', async () => {
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

  it('the Simple format has the data of every annotation type, and the annotation id for masks', async () => {
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
    expect(data.details[9]?.data).toEqual({ _type: 'Unknown', data: './task-1-frame-1/task-1-frame-1-kerb' });
    expect(text).not.toContain('http');
  });

  it('the Simple format of a frame without annotations has no details and no date-time', async () => {
    const { owner } = await startEmulator();
    const simple = await owner.getAnnotation(FREE);
    expect(simple.details).toEqual([]);
    expect(simple.updated_datetime).toBeNull();
  });

  it('getAnnotation returns 404 for input data of another task and for unknown input data', async () => {
    const { owner } = await startEmulator();
    await expect(owner.getAnnotation({ ...FULL, input_data_id: 'task-2-frame-1' })).rejects.toMatchObject({
      status: 404,
    });
    await expect(owner.getAnnotation({ ...FULL, task_id: 'nothing' })).rejects.toMatchObject({ status: 404 });
  });

  it('getAnnotation answers with the exact text of an imported frame until it is edited', async () => {
    const { annofab, owner } = await startEmulator();
    const verbatim = '{ "annotation_format_version": "1.0.0",\n\t"details": [] , "x": 1.50 }';
    annofab.state.projects.get(PROJECT)?.annotations.set('task-8/task-8-frame-1', { details: [], verbatim });
    expect((await owner.getAnnotation(FREE).withResponse()).text).toBe(verbatim);
    await putV2(owner, FREE, [point('a', 1)], undefined);
    expect((await owner.getAnnotation(FREE)).details).toHaveLength(1);
  });

  it('the Simple format names a label that is no longer in the specs by its id', async () => {
    const { annofab, owner } = await startEmulator();
    const project = annofab.state.projects.get(PROJECT);
    if (project) project.specs = { ...project.specs, labels: [], additionals: [] };
    const { details } = await owner.getAnnotation(FULL);
    expect(details[0]).toMatchObject({
      label: 'label-vehicle',
      attributes: { 'attribute-colour': 'choice-colour-red' },
    });
  });

  it('the Simple format uses the default language when there is no English name', async () => {
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

describe('getEditorAnnotation', () => {
  it('version 2 of the editor format has ids, and signed URLs of masks', async () => {
    const { annofab, owner } = await startEmulator();
    const { details, format_version } = await readV2(owner, FULL);
    expect(format_version).toBe('2.0.0');
    expect(details[0]).toMatchObject({ _type: 'Get', label_id: 'label-vehicle', account_id: WORKER });
    const mask = details.find(({ label_id }) => label_id === 'label-road')?.body;
    if (mask?._type !== 'Outer') throw new Error('the mask is not an outer file');
    expect(new URL(mask.url).origin).toBe(annofab.filesUrl);
    const response = await fetch(mask.url);
    const bytes = Buffer.from(await response.arrayBuffer());
    expect(mask.etag).toBe(`"${createHash('md5').update(bytes).digest('hex')}"`);
    expect(response.headers.get('etag')).toBe(mask.etag);
    expect(bytes.subarray(1, 4).toString()).toBe('PNG');
  });

  it('version 1 of the editor format, the default, has coordinates as text, and annotation ids as paths', async () => {
    const { owner } = await startEmulator();
    const { details } = await readV1(owner, FULL);
    const dataOf = (label: string) => details.find(({ label_id }) => label_id === label)?.data;
    expect(dataOf('label-vehicle')).toBe('120,190,240,262');
    expect(dataOf('label-signal')).toBe('512,84');
    expect(dataOf('label-lane-line')).toBe('40,350,180,270,300,200');
    expect(dataOf('label-event')).toBe('1200,3400');
    expect(dataOf('label-scene')).toBeNull();
    const mask = details.find(({ label_id }) => label_id === 'label-road');
    expect(mask).toMatchObject({
      data_holding_type: 'outer',
      path: mask?.annotation_id,
      url: expect.stringMatching(/^http:/),
      etag: expect.stringMatching(/^"[0-9a-f]{32}"$/),
    });
    expect(details[0]?.additional_data_list).toContainEqual(
      expect.objectContaining({ additional_data_definition_id: 'attribute-colour', choice: 'choice-colour-red' }),
    );
  });

  it('the bulk request answers 1 to 10 frames in version 2, and lists the input data that the task lacks', async () => {
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
