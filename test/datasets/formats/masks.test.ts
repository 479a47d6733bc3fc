import { PNG } from 'pngjs';
import { describe, expect, it } from 'vitest';
import { FORMATS, type FormatOptions } from '../../../lib/datasets/index.ts';
import { type AnnotationSample, box, maskAnnotation, maskOf, points, sizes } from '../support/archive.ts';
import { convertFrames } from '../support/convert.ts';
import { readIndices } from '../support/indexed-png.ts';
import { type LabelSample, specs } from '../support/specs.ts';

const PATH = 'masks/train/task-1/input-1';
/** The colours of the categories person (2) and building (3) in the annotation specs of the tests. */
const [PERSON, BUILDING] = [
  [100, 140, 4],
  [140, 210, 134],
];

async function convert(options: FormatOptions, ...annotations: readonly AnnotationSample[]) {
  const frames = [{ task_id: 'task-1', input_data_id: 'input-1', annotations }];
  return await convertFrames(frames, FORMATS.masks(options), { specs: specs() });
}

/** The colours of the pixels, row by row. */
function colorsOf(png: Buffer | undefined): number[][] {
  const { data } = PNG.sync.read(png ?? Buffer.alloc(0));
  return Array.from({ length: data.length / 4 }, (_, at) => [...data.subarray(4 * at, 4 * at + 3)]);
}

const front = maskAnnotation('person', maskOf('##..', '##..'));
const behind = { label: 'building', data: points(0, 0, 4, 0, 4, 1, 0, 1) };

describe('a dataset of masks', () => {
  it('has the colours of the categories, and shows the front-most annotation', async () => {
    const { files, json } = await convert({}, front, behind);
    const black = [0, 0, 0];
    expect(colorsOf(files.get(`${PATH}.png`))).toEqual([
      ...[PERSON, PERSON, BUILDING, BUILDING],
      ...[PERSON, PERSON, black, black],
    ]);
    expect(json('categories.json')).toMatchObject({ 2: { value: 3, name: 'person', color: PERSON } });
  });

  it('has the values of the categories as the indices of a palette', async () => {
    const { files } = await convert({}, front, behind);
    const header = files.get(`${PATH}.png`)?.subarray(16, 29);
    expect([header?.readUInt32BE(0), header?.readUInt32BE(4), ...(header?.subarray(8) ?? [])]).toEqual([
      4, 2, 8, 3, 0, 0, 0,
    ]);
  });

  it('has a number for each object, and says which it is', async () => {
    const { json } = await convert({ masks: 'instance' }, front, behind);
    expect(json(`${PATH}.json`)).toEqual([
      { value: 1, annotation_id: 'a0', label: 'person', category: 3 },
      { value: 2, annotation_id: 'a1', label: 'building', category: 4 },
    ]);
  });

  it('leaves out what is hidden, and shapes without an area', async () => {
    const hidden = { label: 'building', data: points(0, 0, 1, 0, 1, 1, 0, 1) };
    const { report } = await convert({}, front, hidden, { label: 'car', data: box(0, 0, 2, 2) });
    expect(report.dropped.map(({ reason, shape }) => [reason, shape])).toEqual([
      ['not in format', 'box'],
      ['hidden', 'polygon'],
    ]);
    expect(report.annotations).toEqual({ written: 1, dropped: 2, not_selected: 0 });
  });

  it('says that a polygon is too small for a mask, not that others hide it', async () => {
    const small = { label: 'building', data: points(0.1, 0.1, 0.3, 0.1, 0.2, 0.3) };
    const { report } = await convert({}, small, front);
    expect(report.dropped).toMatchObject([{ reason: 'no pixel', label: 'building', count: 1 }]);
  });

  it('has 16 bits for an image with more than 255 objects', async () => {
    const columns = Array.from({ length: 300 }, (_, x) =>
      maskAnnotation('person', maskOf(`${'.'.repeat(x)}#${'.'.repeat(299 - x)}`)),
    );
    const { files } = await convert({ masks: 'instance' }, ...columns);
    const png = files.get(`${PATH}.png`);
    expect([png?.[24], png?.[25]]).toEqual([16, 0]);
    const { values } = readIndices(png ?? Buffer.alloc(0));
    expect(values).toEqual(Array.from({ length: 300 }, (_, x) => x + 1));
  });

  it('has the values of more than 255 categories', async () => {
    const labels = Array.from({ length: 300 }, (_, index): LabelSample => [`label-${index}`, 'segmentation']);
    const annotations = [maskAnnotation('label-299', maskOf('#.')), maskAnnotation('label-0', maskOf('.#'))];
    const frames = [{ task_id: 'task-1', input_data_id: 'input-1', annotations }];
    const { files } = await convertFrames(frames, FORMATS.masks({}), { specs: specs(labels) });
    expect(readIndices(files.get(`${PATH}.png`) ?? Buffer.alloc(0)).values).toEqual([300, 1]);
  });

  it('has no picture of an image with more pixels than fit into memory, and says so', async () => {
    const frames = ['input-1', 'input-2'].map((input_data_id, n) => ({
      ...{ task_id: 'task-1', input_data_id, annotations: n === 0 ? [behind] : [] },
    }));
    const imageSizes = await sizes(100_000, 100_000, ['input-1', 'input-2']);
    const { files, report } = await convertFrames(frames, FORMATS.masks({}), { specs: specs(), imageSizes });
    expect([...files.keys()]).toEqual(['categories.json', 'report.json']);
    expect(report.dropped).toMatchObject([{ reason: 'too large', label: 'building' }]);
    expect(report.notes).toMatchObject([{ reason: 'too large', first: { input_data_id: 'input-2' } }]);
  });

  it('has no picture of an image whose size is not known', async () => {
    const { files, report } = await convert({}, behind);
    expect([...files.keys()]).toEqual(['categories.json', 'report.json']);
    expect(report.dropped).toMatchObject([{ reason: 'no size', label: 'building' }]);
  });
});
