import { PNG } from 'pngjs';
import { expect, it } from 'vitest';
import { categoriesNamed, type DatasetFrame, type Shape } from '../../../lib/datasets/index.ts';
import { drawAnnotations } from '../../../local/demo/draw-annotations.ts';

const RED = [255, 0, 0] as const;

function draw(shape: Shape): PNG {
  const image = new PNG({ width: 20, height: 10, fill: true });
  const [car] = categoriesNamed(['car']);
  if (car === undefined) throw new Error('There is no category');
  const category = { ...car, color: RED };
  const frame: DatasetFrame = {
    ...{ project_id: 'p', task_id: 't', input_data_id: 'i', input_data_name: 'i.png', path: 't/i', extension: '.png' },
    ...{ task_phase: 'acceptance', task_status: 'complete', part: 'train' },
    annotations: [{ annotation_id: 'a', category, shape, attributes: {} }],
  };
  return PNG.sync.read(drawAnnotations(PNG.sync.write(image), frame));
}

const redAt = ({ width, data }: PNG, x: number, y: number) => data[(y * width + x) * 4];

it('draws the outline of a box, and leaves its inside as it is', () => {
  const image = draw({ type: 'box', left: 2, top: 2, right: 17, bottom: 8 });
  expect([redAt(image, 2, 2), redAt(image, 17, 5), redAt(image, 10, 5)]).toEqual([255, 255, 0]);
});

it('tints the pixels of a mask alone', () => {
  const runs = { width: 20, height: 10, counts: [10, 10, 180] };
  const box = { left: 1, top: 0, right: 2, bottom: 10 };
  const image = draw({ type: 'mask', isSemantic: false, runs, box });
  expect([redAt(image, 0, 5), redAt(image, 1, 5), redAt(image, 2, 5)]).toEqual([0, 115, 0]);
});
