import { describe, expect, it } from 'vitest';
import { createSpecsAccessor } from '../../../lib/annofab/specs/index.ts';
import { FORMATS } from '../../../lib/datasets/index.ts';
import { type AnnotationSample, box, sizes } from '../support/archive.ts';
import { convertFrames } from '../support/convert.ts';
import { specsJson } from '../support/specs.ts';

const TRAIN = 'annotations/instances_train.json';
const LABELS = 'labels/train/task-1/input-1.txt';
const PLAIN = specsJson([
  ['person', 'bounding_box'],
  ['nose', 'point', ['of-person']],
  ['left eye', 'point', ['of-person']],
  ['car', 'bounding_box'],
  ['wheel', 'point', ['of-car']],
  ['landmark', 'point', ['occluded']],
]);
const linkTo = (additional_data_definition_id: string, ...labels: readonly string[]) => ({
  additional_data_definition_id,
  condition: { _type: 'HasLabel' as const, labels: [...labels] },
});
const specs = createSpecsAccessor({
  ...PLAIN,
  additionals: PLAIN.additionals.map((attribute) => ({ ...attribute, type: 'link' as const })),
  restrictions: [linkTo('of-person', 'label-0'), linkTo('of-car', 'label-3', 'label-5')],
});

const point = (label: string, x: number, y: number, attributes = {}): AnnotationSample => ({
  ...{ label, data: { _type: 'SinglePoint', point: { x, y } }, attributes },
});

const annotations = [
  { label: 'person', data: box(10, 10, 30, 40), id: 'person-1' },
  point('left eye', 25, 15, { 'of-person': 'person-1' }),
  point('nose', 20, 20, { 'of-person': 'person-1' }),
  { label: 'car', data: box(50, 10, 90, 30), id: 'car-1' },
];

async function convert(name: 'coco' | 'yolo', all: readonly AnnotationSample[] = annotations, selection = {}) {
  const frames = [{ task_id: 'task-1', input_data_id: 'input-1', annotations: all }];
  const imageSizes = await sizes(100, 50, ['input-1']);
  return await convertFrames(frames, FORMATS[name]({ yolo: 'pose' }), { specs, imageSizes, selection });
}

describe('key points', () => {
  it('are the labels of points that link to a label of boxes, in the order of the annotation specs', async () => {
    const { json } = await convert('coco');
    expect(json(TRAIN)).toMatchObject({
      categories: [
        { name: 'person', keypoints: ['nose', 'left eye'], skeleton: [] },
        { name: 'nose' },
        { name: 'left eye' },
        { name: 'car', keypoints: ['wheel'] },
        { name: 'wheel' },
        { name: 'landmark' },
      ],
    });
  });

  it('are written with their object in COCO, and one that is missing is zeros', async () => {
    const { json, report } = await convert('coco');
    expect(json(TRAIN)).toMatchObject({
      annotations: [
        { annotation_id: 'person-1', num_keypoints: 2, keypoints: [20, 20, 2, 25, 15, 2] },
        { annotation_id: 'car-1', num_keypoints: 0, keypoints: [0, 0, 0] },
      ],
    });
    expect(report.annotations).toEqual({ written: 4, dropped: 0, not_selected: 0 });
    expect(report.counts).toEqual({ train: { person: 1, nose: 1, 'left eye': 1, car: 1 } });
  });

  it('are found when the attribute that links them is not written', async () => {
    const { json } = await convert('coco', annotations, { attributes: [] });
    expect(json(TRAIN)).toMatchObject({ annotations: [{ num_keypoints: 2, attributes: {} }, {}] });
  });

  it.each([
    ['no link', {}],
    ['a link to an object that is not in the frame', { 'of-person': 'person-2' }],
    ['a link to an object of another category', { 'of-person': 'car-1' }],
    ['the same name as one before it', { 'of-person': 'person-1' }],
  ])('are no more than points with %s, which are left out', async (_what, attributes) => {
    const { json, report } = await convert('coco', [...annotations, point('nose', 1, 1, attributes)]);
    expect(json(TRAIN)).toMatchObject({ annotations: [{ keypoints: [20, 20, 2, 25, 15, 2] }, {}] });
    expect(report.dropped).toMatchObject([{ reason: 'not in format', label: 'nose', shape: 'point', count: 1 }]);
  });

  it('follow the box in YOLO, with as many numbers for every category', async () => {
    const { files, report } = await convert('yolo', [...annotations, point('wheel', 60, 30, { 'of-car': 'car-1' })]);
    expect(String(files.get(LABELS))).toBe(
      '0 0.2 0.5 0.2 0.6 0.2 0.4 2 0.25 0.3 2 0 0 0\n3 0.7 0.4 0.4 0.4 0 0 0 0 0 0 0.6 0.6 2\n',
    );
    expect(String(files.get('data.yaml'))).toContain(
      'kpt_shape: [3, 3]\nkpt_names:\n  0: ["nose","left eye","wheel"]\n  1: ["nose","left eye","wheel"]\n',
    );
    expect(report.annotations).toEqual({ written: 5, dropped: 0, not_selected: 0 });
  });

  it('are asked for in vain when no label links to a label of boxes', async () => {
    const frames = [{ task_id: 'task-1', input_data_id: 'input-1', annotations: [] }];
    const converting = convertFrames(frames, FORMATS.yolo({ yolo: 'pose' }), { specs: createSpecsAccessor(PLAIN) });
    await expect(converting).rejects.toThrow('There are no key points');
  });
});
