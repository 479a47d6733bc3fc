import { describe, expect, it } from 'vitest';
import { FORMATS } from '../../../lib/datasets/index.ts';
import { box, maskAnnotation, maskOf, points, sizes } from '../support/archive.ts';
import { convertFrames } from '../support/convert.ts';
import { specs } from '../support/specs.ts';

const coco = FORMATS.coco({});
const TRAIN = 'annotations/instances_train.json';
const frame = (annotations: readonly { id?: string; label: string; data: unknown }[]) => ({
  task_id: 'task-1',
  input_data_id: 'input-1',
  annotations,
});
const imageSizes = () => sizes(100, 50, ['input-1']);

describe('a COCO dataset', () => {
  it('has the images, with a path that no name of an input data can break', async () => {
    const fields = { input_data_name: '../../etc/Photo 1.JPG' };
    const { json } = await convertFrames([{ ...frame([]), fields }], coco, { imageSizes: await imageSizes() });
    expect(json(TRAIN)).toMatchObject({
      images: [{ width: 100, height: 50, file_name: 'task-1/input-1.jpg', input_data_name: '../../etc/Photo 1.JPG' }],
    });
  });

  it('has the categories in the order of the annotation specs, from 1', async () => {
    const { json } = await convertFrames([frame([])], coco, {
      specs: specs([
        ['zebra', 'polygon'],
        ['car', 'bounding_box'],
      ]),
    });
    expect(json(TRAIN)).toMatchObject({
      categories: [
        { id: 1, name: 'zebra' },
        { id: 2, name: 'car' },
      ],
    });
  });

  it('has boxes as left, top, width and height', async () => {
    const { json } = await convertFrames([frame([{ label: 'car', data: box(10, 20, 40, 30) }])], coco, {
      specs: specs(),
    });
    expect(json(TRAIN)).toMatchObject({
      annotations: [{ category_id: 1, bbox: [10, 20, 30, 10], area: 300, iscrowd: 0, annotation_id: 'a0' }],
    });
  });

  it('has polygons, and leaves out a polyline with the reason', async () => {
    const triangle = points(0, 0, 10, 0, 0, 10);
    const { json, report } = await convertFrames(
      [
        frame([
          { label: 'building', data: triangle },
          { label: 'lane', data: triangle },
        ]),
      ],
      coco,
      { specs: specs() },
    );
    expect(json(TRAIN)).toMatchObject({
      annotations: [{ segmentation: [[0, 0, 10, 0, 0, 10]], area: 50, bbox: [0, 0, 10, 10] }],
    });
    const first = { task_id: 'task-1', input_data_id: 'input-1', annotation_id: 'a1' };
    expect(report.dropped).toEqual([{ reason: 'not in format', label: 'lane', shape: 'polyline', count: 1, first }]);
    expect(report.annotations).toEqual({ written: 1, dropped: 1, not_selected: 0 });
  });

  it.each([
    ['compressed', '141'],
    ['uncompressed', [1, 4, 1]],
  ] as const)('has masks as %s run lengths, and takes the size of the image from them', async (rle, counts) => {
    const mask = maskOf('.#', '##', '#.');
    const { json } = await convertFrames([frame([maskAnnotation('person', mask)])], FORMATS.coco({ rle }), {
      specs: specs(),
    });
    expect(json(TRAIN)).toMatchObject({
      images: [{ width: 2, height: 3 }],
      annotations: [
        {
          area: 4,
          bbox: [0, 0, 2, 3],
          iscrowd: 0,
          segmentation: { size: [3, 2], counts },
        },
      ],
    });
  });

  it('has the same track_id for a tracking id in all frames of a task, and others in other tasks and labels', async () => {
    const tracked = (task_id: string, input_data_id: string, label: string, track: string | undefined) => ({
      ...{ task_id, input_data_id },
      annotations: [{ label, data: box(0, 0, 5, 5), attributes: track === undefined ? {} : { track } }],
    });
    const frames = [
      tracked('task-1', 'input-1', 'car', '1'),
      tracked('task-1', 'input-2', 'car', '1'),
      tracked('task-1', 'input-3', 'car', '2'),
      tracked('task-1', 'input-4', 'bus', '1'),
      tracked('task-1', 'input-5', 'car', undefined),
      tracked('task-2', 'input-6', 'car', '1'),
    ];
    const labels = [
      ['car', 'bounding_box', ['track']],
      ['bus', 'bounding_box', ['track']],
    ] as const;
    const tracksOf = async (options: { attributes?: readonly string[] }) => {
      const { json } = await convertFrames(frames, coco, { specs: specs(labels), selection: options });
      return JSON.stringify(json(TRAIN)).match(/"track_id":\d+/g) ?? [];
    };
    const tracks = await tracksOf({});
    expect(tracks).toHaveLength(5);
    expect(tracks[1]).toBe(tracks[0]);
    expect(new Set(tracks).size).toBe(4);
    expect(await tracksOf({ attributes: [] })).toEqual([]);
  });

  it('gives two annotations different ids that have the same hash', async () => {
    // Found by a search: both have the hash 5832063254004785.
    const [a, b] = ['5179868070583945', '5487148164661815'] as const;
    const annotations = [a, b].map((id) => ({ id, label: 'car', data: box(0, 0, 5, 5) }));
    const { json } = await convertFrames([frame(annotations)], coco, { specs: specs() });
    expect(json(TRAIN)).toMatchObject({
      annotations: [
        { id: 5_832_063_254_004_785, annotation_id: a },
        { id: 5_832_063_254_004_786, annotation_id: b },
      ],
    });
  });

  it('marks a mask of semantic segmentation as a crowd', async () => {
    const road = maskAnnotation('road', maskOf('##'), { isSemantic: true });
    const { json } = await convertFrames([frame([road])], coco, { specs: specs() });
    expect(json(TRAIN)).toMatchObject({ annotations: [{ iscrowd: 1 }] });
  });
});
