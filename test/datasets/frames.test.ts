import { describe, expect, it } from 'vitest';
import { FORMATS } from '../../lib/datasets/index.ts';
import { type AnnotationSample, box, maskAnnotation, maskOf, points, sizes } from './support/archive.ts';
import { convertFrames } from './support/convert.ts';
import { specs } from './support/specs.ts';

const coco = FORMATS.coco({});
const TRAIN = 'annotations/instances_train.json';
const frame = (annotations: readonly AnnotationSample[], fields = {}) => ({
  ...{ task_id: 'task-1', input_data_id: 'input-1', annotations, fields },
});

/** Converts annotations of one image of 100 × 50 pixels. */
async function convert(...annotations: readonly AnnotationSample[]) {
  const imageSizes = await sizes(100, 50, ['input-1']);
  return await convertFrames([frame(annotations)], coco, { specs: specs(), imageSizes });
}

const cuboidOf = (width: number) => {
  const [location, rotation] = [
    { x: 1, y: 2, z: 3 },
    { x: 0, y: 0, z: 0 },
  ];
  const shape = { dimensions: { width, height: 1, depth: 1 }, location, rotation };
  return { _type: 'Unknown', data: JSON.stringify({ kind: 'CUBOID', shape, version: '2' }) };
};

const reasonOf = ({ dropped }: { dropped: readonly { reason: string }[] }) => dropped.map(({ reason }) => reason);

describe('every format', () => {
  it.each<[what: string, AnnotationSample, reason: string]>([
    ['a box without width', { label: 'car', data: box(10, 10, 10, 20) }, 'empty'],
    ['a box outside of the image', { label: 'car', data: box(100, 10, 120, 20) }, 'outside'],
    ['a polygon on a line', { label: 'building', data: points(0, 0, 5, 5, 10, 10) }, 'empty'],
    ['a polygon outside of the image', { label: 'building', data: points(200, 0, 300, 0, 300, 10) }, 'outside'],
    ['a polygon on a line of fractions', { label: 'building', data: points(0.1, 0.1, 0.2, 0.2, 0.3, 0.3) }, 'empty'],
    ['a polygon of two points', { label: 'building', data: points(1, 1, 5, 5) }, 'empty'],
    ['a polygon that goes out and back', { label: 'building', data: points(0, 0, 5, 0, 9, 9, 5, 0) }, 'empty'],
    [
      'a polygon that only touches the border of the image',
      { label: 'building', data: points(0.3, 50, 10.1, 60.7, 20.7, 55.3, 33.3, 50) },
      'outside',
    ],
    ['a range without a length', { label: 'scene', data: { _type: 'Range', begin: 5, end: 5 } }, 'empty'],
    ['a cuboid without a width', { label: 'truck', data: cuboidOf(0) }, 'empty'],
    ['a cuboid of a negative width', { label: 'truck', data: cuboidOf(-1) }, 'empty'],
    [
      'a point outside of the image',
      { label: 'sign', data: { _type: 'SinglePoint', point: { x: 101, y: 0 } } },
      'outside',
    ],
    [
      'a mask that covers nothing',
      maskAnnotation('person', { width: 100, height: 50, pixels: new Uint8Array(5_000) }),
      'empty',
    ],
    ['a mask of another size', maskAnnotation('person', maskOf('##')), 'mask size'],
    ['a mask that is not there', { label: 'person', data: { _type: 'Segmentation', data_uri: '' } }, 'no mask'],
    [
      'a mask that is not an image',
      { label: 'person', data: { _type: 'Segmentation', data_uri: '' }, outer: Buffer.from('no') },
      'no mask',
    ],
    ['an unknown label', { label: 'plane', data: box(0, 0, 1, 1) }, 'unknown label'],
    ['no data', { label: 'car', data: null }, 'no data'],
    ['data that cannot be read', { label: 'car', data: { _type: 'BoundingBox' } }, 'unreadable'],
  ])('leaves out %s, and says so', async (_what, annotation, reason) => {
    const { report } = await convert(annotation, { label: 'car', data: box(0, 0, 1, 1) });
    expect(reasonOf(report)).toEqual([reason]);
    expect(report.annotations).toEqual({ written: 1, dropped: 1, not_selected: 0 });
  });

  it('puts the corners of a box in order and clips it at the border, which is counted', async () => {
    const { json, report } = await convert({ label: 'car', data: box(120, 60, 90, 40) });
    expect(json(TRAIN)).toMatchObject({ annotations: [{ bbox: [90, 40, 10, 10] }] });
    expect(report.changed).toMatchObject([{ reason: 'clipped', label: 'car', count: 1 }]);
  });

  it('keeps a polygon whose sides cross, although its halves have opposite areas', async () => {
    const { json, report } = await convert({ label: 'building', data: points(0, 0, 10, 10, 10, 0, 0, 10) });
    expect(report.annotations).toMatchObject({ written: 1, dropped: 0 });
    expect(json(TRAIN)).toMatchObject({ annotations: [{ bbox: [0, 0, 10, 10] }] });
  });

  it('puts the ends of a range in order', async () => {
    const range = { label: 'scene', data: { _type: 'Range', begin: 500, end: 100 } };
    const { files } = await convertFrames([frame([range])], FORMATS.jsonl(), { specs: specs() });
    expect(String(files.get('train.jsonl'))).toContain('"begin_ms":100,"end_ms":500');
  });

  it('takes the size of the image from a mask for the shapes in front of it too', async () => {
    const annotations = [
      { label: 'car', data: box(1, 0, 9, 9) },
      maskAnnotation('person', maskOf('....', '....')),
      maskAnnotation('person', maskOf('##..', '....')),
      maskAnnotation('person', maskOf('#')),
      { label: 'car', data: box(1, 0, 9, 9) },
    ];
    const { json, report } = await convertFrames([frame(annotations)], coco, { specs: specs() });
    expect(json(TRAIN)).toMatchObject({
      images: [{ width: 4, height: 2 }],
      annotations: [{ bbox: [1, 0, 3, 2] }, { bbox: [0, 0, 2, 1] }, { bbox: [1, 0, 3, 2] }],
    });
    expect(report.dropped).toMatchObject([{ reason: 'empty' }, { reason: 'mask size' }]);
  });

  it('clips nothing when the size of the image is not known', async () => {
    const { json } = await convertFrames([frame([{ label: 'car', data: box(-5, 0, 5, 5) }])], coco, { specs: specs() });
    expect(json(TRAIN)).toMatchObject({ annotations: [{ bbox: [-5, 0, 10, 5] }] });
  });

  it('takes points as a polygon without annotation specs, which is counted', async () => {
    const { report } = await convertFrames([frame([{ label: 'lane', data: points(0, 0, 5, 0, 0, 5) }])], coco);
    expect(report.changed).toMatchObject([{ reason: 'taken as polygon', label: 'lane', count: 1 }]);
    expect(report.annotations.written).toBe(1);
  });

  it('has accepted tasks only, unless other states are asked for', async () => {
    const frames = [
      frame([]),
      { ...frame([], { task_status: 'working' }), input_data_id: 'input-2' },
      { ...frame([], { task_phase: 'inspection' }), input_data_id: 'input-3' },
    ];
    const accepted = await convertFrames(frames, coco);
    expect(accepted.report.frames).toEqual({ written: 1, not_selected: 2 });
    const all = await convertFrames(frames, coco, { selection: { phases: 'all', statuses: 'all' } });
    expect(all.report.frames).toEqual({ written: 3, not_selected: 0 });
  });

  it('has only the labels, attributes and values that are asked for', async () => {
    const car = (occluded: boolean, track: string) => ({
      ...{ label: 'car', data: box(0, 0, 5, 5), attributes: { occluded, track, empty: '' } },
    });
    const annotations = [car(true, 't1'), car(false, 't2'), { label: 'building', data: points(0, 0, 5, 0, 0, 5) }];
    const { json, report } = await convertFrames([frame(annotations)], coco, {
      specs: specs(),
      selection: { labels: ['car'], attributes: ['track'], where: { occluded: false } },
    });
    expect(json(TRAIN)).toMatchObject({ annotations: [{ annotation_id: 'a1', attributes: { track: 't2' } }] });
    expect(report.annotations).toEqual({ written: 1, dropped: 0, not_selected: 2 });
  });

  it('refuses a label that does not exist, with a suggestion', async () => {
    const converting = convertFrames([frame([])], coco, { specs: specs(), selection: { labels: ['carr'] } });
    await expect(converting).rejects.toThrow('There is no label "carr": did you mean car?');
  });

  it('refuses ids that would lead out of the folder', async () => {
    const converting = convertFrames([{ ...frame([]), task_id: 'a b' }], coco);
    await expect(converting).rejects.toThrow('"a b/input-1" cannot be a file');
  });
});
