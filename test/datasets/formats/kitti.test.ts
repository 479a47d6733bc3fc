import { describe, expect, it } from 'vitest';
import { FORMATS } from '../../../lib/datasets/index.ts';
import { box, points } from '../support/archive.ts';
import { convertFrames } from '../support/convert.ts';
import { specs } from '../support/specs.ts';

const LABELS = 'label_2/train/task-1/input-1.txt';

const cuboid = (rotation: { x: number; y: number; z: number }) => ({
  label: 'truck',
  data: {
    _type: 'Unknown',
    data: JSON.stringify({
      kind: 'CUBOID',
      version: '2',
      shape: { dimensions: { width: 2, height: 1.5, depth: 4 }, location: { x: 10, y: 3, z: 0.5 }, rotation },
    }),
  },
});

async function convert(...annotations: readonly { label: string; data: unknown }[]) {
  const frames = [{ task_id: 'task-1', input_data_id: 'input-1', annotations }];
  const { files, report } = await convertFrames(frames, FORMATS.kitti(), { specs: specs() });
  return { text: String(files.get(LABELS)), report };
}

describe('a KITTI dataset', () => {
  it('has cuboids by the axes of a camera: the centre of the lower side, and the rotation around the vertical axis', async () => {
    const { text, report } = await convert(cuboid({ x: 0, y: 0, z: 0 }));
    expect(text).toBe('truck -1 -1 -10 -1 -1 -1 -1 1.5 2 4 -3 0.25 10 -1.570796\n');
    expect(report.changed).toEqual([]);
  });

  it('keeps the rotation between -π and π', async () => {
    const { text } = await convert(cuboid({ x: 0, y: 0, z: Math.PI }));
    expect(text).toMatch(/ 1\.570796\n$/);
  });

  it('sets a tilted cuboid upright, which is counted', async () => {
    const { report } = await convert(cuboid({ x: 0.2, y: 0, z: 0 }));
    expect(report.changed).toMatchObject([{ reason: 'set upright', label: 'truck', count: 1 }]);
  });

  it('has boxes of images, and names without spaces', async () => {
    const frames = [
      { task_id: 'task-1', input_data_id: 'input-1', annotations: [{ label: 'big car', data: box(1, 2, 4, 6) }] },
    ];
    const { files, report } = await convertFrames(frames, FORMATS.kitti());
    expect(String(files.get(LABELS))).toBe('big_car -1 -1 -10 1 2 4 6 -1 -1 -1 -1000 -1000 -1000 -10\n');
    expect(report.changed).toMatchObject([{ reason: 'renamed', label: 'big car', count: 1 }]);
  });

  it('has a name for a label without one, so that the fields of the line stay in their places', async () => {
    const frames = [
      { task_id: 'task-1', input_data_id: 'input-1', annotations: [{ label: '', data: box(1, 2, 4, 6) }] },
    ];
    const { files } = await convertFrames(frames, FORMATS.kitti());
    expect(String(files.get(LABELS))).toMatch(/^_ -1 -1 -10 1 2 4 6 /);
  });

  it('leaves out other shapes, and says so', async () => {
    const { text, report } = await convert({ label: 'building', data: points(0, 0, 5, 0, 0, 5) });
    expect(text).toBe('');
    expect(report.dropped).toMatchObject([{ reason: 'not in format', shape: 'polygon' }]);
  });
});
