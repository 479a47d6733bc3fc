import { describe, expect, it } from 'vitest';
import { FORMATS, type FormatOptions } from '../../../lib/datasets/index.ts';
import { type AnnotationSample, box, maskAnnotation, maskOf, points, sizes } from '../support/archive.ts';
import { convertFrames } from '../support/convert.ts';
import { specs } from '../support/specs.ts';

const LABELS = 'labels/train/task-1/input-1.txt';

/** Converts annotations of an image of 100 × 50 pixels. */
async function convert(options: FormatOptions, ...annotations: readonly AnnotationSample[]) {
  const frames = [{ task_id: 'task-1', input_data_id: 'input-1', annotations }];
  const imageSizes = await sizes(100, 50, ['input-1']);
  return await convertFrames(frames, FORMATS.yolo(options), { specs: specs(), imageSizes });
}

const quad = points(10, 0, 20, 10, 10, 20, 0, 10);
const triangle = points(0, 0, 50, 0, 0, 25);

describe('a YOLO dataset', () => {
  it('has the centre and the size of each box, by the category of the annotation specs from 0', async () => {
    const { files } = await convert(
      {},
      { label: 'car', data: box(10, 10, 30, 20) },
      { label: 'building', data: triangle },
    );
    expect(String(files.get(LABELS))).toBe('0 0.2 0.3 0.2 0.2\n3 0.25 0.25 0.5 0.5\n');
  });

  it('has outlines for segmentation', async () => {
    const { files } = await convert(
      { yolo: 'segment' },
      { label: 'building', data: triangle },
      { label: 'car', data: box(0, 0, 50, 50) },
    );
    expect(String(files.get(LABELS))).toBe('3 0 0 0.5 0 0 0.5\n0 0 0 0.5 0 0.5 1 0 1\n');
  });

  it('has the outline of a mask, at the borders of its pixels', async () => {
    const annotations = [maskAnnotation('person', maskOf('....', '.##.'))];
    const frames = [{ task_id: 'task-1', input_data_id: 'input-1', annotations }];
    const { files } = await convertFrames(frames, FORMATS.yolo({ yolo: 'segment' }), { specs: specs() });
    expect(String(files.get(LABELS))).toBe('2 0.25 0.5 0.75 0.5 0.75 1 0.25 1\n');
  });

  it('has rotated boxes of four corners, and leaves out other polygons', async () => {
    const annotations = [
      { label: 'building', data: quad },
      { label: 'building', data: triangle },
    ];
    const { files, report } = await convert({ yolo: 'obb' }, ...annotations);
    expect(String(files.get(LABELS))).toBe('3 0.1 0 0.2 0.2 0.1 0.4 0 0.2\n');
    expect(report.dropped).toMatchObject([{ reason: 'not in format', shape: 'polygon', count: 1 }]);
  });

  it('leaves out every box of an image whose size is not known', async () => {
    const frames = [{ task_id: 'task-1', input_data_id: 'x', annotations: [{ label: 'car', data: box(0, 0, 1, 1) }] }];
    const { report } = await convertFrames(frames, FORMATS.yolo({}), { specs: specs() });
    expect(report.dropped).toMatchObject([{ reason: 'no size', label: 'car', count: 1 }]);
  });

  it('has an empty file for an image without annotations', async () => {
    const { files } = await convert({});
    expect(String(files.get(LABELS))).toBe('');
  });

  it('describes itself in data.yaml, in which a name can have any character', async () => {
    const frames = [{ task_id: 'task-1', input_data_id: 'input-1', annotations: [] }];
    const { files } = await convertFrames(frames, FORMATS.yolo({}), {
      specs: specs([
        ['a: "b" #\n', 'bounding_box'],
        ['車', 'bounding_box'],
      ]),
      split: { ratios: { train: 1, val: 1, test: 1 } },
    });
    expect(String(files.get('data.yaml'))).toBe(
      'train: images/train\nval: images/val\ntest: images/test\nnames:\n  0: "a: \\"b\\" #\\n"\n  1: "車"\n',
    );
  });

  it('escapes in data.yaml what YAML takes for the end of a line, or refuses', async () => {
    const frames = [{ task_id: 'task-1', input_data_id: 'input-1', annotations: [] }];
    const { files } = await convertFrames(frames, FORMATS.yolo({}), {
      specs: specs([['a\u2028b\u0085c\u007f', 'bounding_box']]),
    });
    expect(String(files.get('data.yaml'))).toContain('  0: "a\\u2028b\\u0085c\\u007f"\n');
  });

  it('has no path in data.yaml, which would be that of the folder in which the training is started', async () => {
    const { files } = await convert({});
    expect(String(files.get('data.yaml'))).not.toContain('path:');
  });

  it('quotes the names of parts that YAML takes for something else than text', async () => {
    const frames = [{ task_id: 'task-1', input_data_id: 'input-1', annotations: [] }];
    const split = { ratios: { no: 1, '1e3': 1, fold_1: 1 } };
    const { files } = await convertFrames(frames, FORMATS.yolo({}), { specs: specs(), split });
    const yaml = String(files.get('data.yaml'));
    for (const line of ['"no": images/no', '"1e3": images/1e3', 'fold_1: images/fold_1']) expect(yaml).toContain(line);
  });

  it('names its only part as the validation set too, which Ultralytics asks for', async () => {
    const { files } = await convert({});
    expect(String(files.get('data.yaml'))).toContain('train: images/train\nval: images/train\n');
  });
});
