import { describe, expect, it } from 'vitest';
import { FORMATS } from '../../../lib/datasets/index.ts';
import { box, maskAnnotation, maskOf, points } from '../support/archive.ts';
import { convertFrames } from '../support/convert.ts';
import { specs } from '../support/specs.ts';

const cuboid = {
  dimensions: { width: 2, height: 1.5, depth: 4 },
  location: { x: 1, y: 2, z: 3 },
  rotation: { x: 0, y: 0, z: 0 },
  direction: { front: { x: 1, y: 0, z: 0 }, up: { x: 0, y: 0, z: 1 } },
};

/** The mask says how large the image is: the shapes in front of it lie inside. */
const EMPTY_ROWS = ['.....', '.....', '.....'];

const annotations = [
  { label: 'car', data: box(1, 2, 4, 6), attributes: { occluded: true, track: 't-1' } },
  { label: 'building', data: points(0, 0, 4, 0, 0, 4) },
  { label: 'lane', data: points(0, 0, 4, 4) },
  { label: 'sign', data: { _type: 'SinglePoint', point: { x: 5, y: 6 } } },
  maskAnnotation('person', maskOf('.#...', '##...', '#....', ...EMPTY_ROWS)),
  maskAnnotation('road', maskOf('##...', '.....', '.....', ...EMPTY_ROWS), { isSemantic: true }),
  { label: 'weather', data: { _type: 'Classification' } },
  { label: 'scene', data: { _type: 'Range', begin: 100, end: 2_500 } },
  { label: 'truck', data: { _type: 'Unknown', data: JSON.stringify({ kind: 'CUBOID', shape: cuboid, version: '2' }) } },
  {
    ...{ label: 'tree', id: 'seg', data: { _type: 'Unknown', data: './input-1/seg' } },
    outer: Buffer.from(JSON.stringify({ kind: 'SEGMENT', points: [3, 5, 8], version: '1' })),
  },
];

describe('a dataset of JSON Lines', () => {
  it('has every frame on a line, with every kind of annotation', async () => {
    const frames = [{ task_id: 'task-1', input_data_id: 'input-1', annotations }];
    const { files, report } = await convertFrames(frames, FORMATS.jsonl(), { specs: specs() });
    const lines = String(files.get('train.jsonl')).trimEnd().split('\n');
    expect(lines).toHaveLength(1);
    expect(JSON.parse(lines[0] ?? '')).toMatchObject({
      ...{ file_name: 'task-1/input-1.png', task_id: 'task-1', width: 5, height: 6, task_status: 'complete' },
      annotations: [
        { label: 'car', category: 0, type: 'box', box: [1, 2, 4, 6], attributes: { occluded: true, track: 't-1' } },
        {
          label: 'building',
          type: 'polygon',
          area: 8,
          points: [
            [0, 0],
            [4, 0],
            [0, 4],
          ],
        },
        {
          label: 'lane',
          type: 'polyline',
          points: [
            [0, 0],
            [4, 4],
          ],
        },
        { label: 'sign', type: 'point', points: [[5, 6]] },
        { label: 'person', type: 'mask', rle: { size: [6, 5], counts: '1230c0' }, area: 4, box: [0, 0, 2, 3] },
        { label: 'road', type: 'semantic_mask', area: 2 },
        { label: 'weather', type: 'classification' },
        { label: 'scene', type: 'range', begin_ms: 100, end_ms: 2_500 },
        { label: 'truck', type: 'cuboid', cuboid },
        { label: 'tree', type: 'segment', point_indices: [3, 5, 8] },
      ],
    });
    expect(report.annotations).toEqual({ written: annotations.length, dropped: 0, not_selected: 0 });
  });

  it('has no character in a line that Python takes for its end', async () => {
    const text = 'a\u2028b\u2029c\u0085d\ne';
    const frames = [{ ...{ task_id: 'task-1', input_data_id: 'input-1' }, annotations: [noted(text)] }];
    const { files } = await convertFrames(frames, FORMATS.jsonl(), { specs: specs() });
    const line = String(files.get('train.jsonl')).trimEnd();
    expect(line).not.toMatch(/[\n\u0085\u2028\u2029]/);
    expect(JSON.parse(line)).toMatchObject({ annotations: [{ attributes: { note: text } }] });
  });
});

const noted = (note: string) => ({ label: 'car', data: box(1, 2, 4, 6), attributes: { note } });
