import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Mask } from '../../lib/annofab/masks/index.ts';
import { FORMATS, type FormatName } from '../../lib/datasets/index.ts';
import { pixelsOf } from '../../lib/datasets/shapes/run-lengths.ts';
import { type AnnotationSample, box, type FrameSample, maskAnnotation, points, sizes } from './support/archive.ts';
import { convertFrames } from './support/convert.ts';
import { decompressCounts } from './support/decompress-counts.ts';
import { readIndices } from './support/indexed-png.ts';
import { specs } from './support/specs.ts';

const [WIDTH, HEIGHT] = [13, 9];

const anyPixels = fc.uint8Array({ minLength: WIDTH * HEIGHT, maxLength: WIDTH * HEIGHT, max: 1 });
const coordinate = fc.integer({ min: -20, max: 80 }).map((value) => value / 4);

interface MaskSample extends Mask {
  readonly isSemantic: boolean;
}

const anyMask = fc
  .record({ pixels: anyPixels, isSemantic: fc.boolean() })
  .map((mask): MaskSample => ({ ...mask, width: WIDTH, height: HEIGHT }));

const sampleOf = (mask: MaskSample) => maskAnnotation(mask.isSemantic ? 'road' : 'person', mask, mask);

const anyShape: fc.Arbitrary<AnnotationSample> = fc.oneof(
  anyMask.map(sampleOf),
  fc
    .tuple(coordinate, coordinate, coordinate, coordinate)
    .map(([a, b, c, d]) => ({ label: 'car', data: box(a, b, c, d), attributes: { occluded: a > b } })),
  fc
    .array(coordinate, { minLength: 6, maxLength: 16 })
    .map((numbers) => ({ label: 'building', data: points(...numbers) })),
  fc.constantFrom<AnnotationSample>(
    { label: 'lane', data: points(0, 0, 4, 4) },
    { label: 'plane', data: box(0, 0, 1, 1) },
    { label: 'weather', data: { _type: 'Classification' } },
    { label: 'person', data: { _type: 'Segmentation', data_uri: '' } },
  ),
);

const frameOf = (annotations: readonly AnnotationSample[], n = 0): FrameSample => ({
  ...{ task_id: `task-${n % 37}`, input_data_id: `input-${n}`, annotations },
});
const isCovered = ({ pixels }: Mask) => pixels.includes(1);

/** Converts masks of one image. */
async function convertMasks(format: FormatName, options: object, masks: readonly MaskSample[]) {
  return await convertFrames([frameOf(masks.map(sampleOf))], FORMATS[format](options), {
    specs: specs(),
    imageSizes: await sizes(WIDTH, HEIGHT, ['input-0']),
  });
}

interface CocoFile {
  readonly annotations: readonly {
    readonly segmentation: { readonly size: readonly [number, number]; readonly counts: string | readonly number[] };
    readonly area: number;
    readonly iscrowd: number;
  }[];
}

function readCoco(file: CocoFile): MaskSample[] {
  return file.annotations.map(({ segmentation, iscrowd }) => {
    const { size, counts } = segmentation;
    const [height, width] = size;
    const runs = { width, height, counts: typeof counts === 'string' ? decompressCounts(counts) : counts };
    return { width, height, pixels: pixelsOf(runs), isSemantic: iscrowd === 1 };
  });
}

describe('any archive', () => {
  it('has the same masks in COCO, pixel for pixel', async () => {
    const rle = fc.constantFrom('compressed', 'uncompressed');
    await fc.assert(
      fc.asyncProperty(fc.array(anyMask, { maxLength: 8 }), rle, async (masks, form) => {
        const { files, report } = await convertMasks('coco', { rle: form }, masks);
        const file: CocoFile = JSON.parse(String(files.get('annotations/instances_train.json')));
        const covered = masks.filter(isCovered);
        expect(readCoco(file)).toEqual(covered);
        expect(file.annotations.map(({ area }) => area)).toEqual(
          covered.map(({ pixels }) => pixels.filter(Boolean).length),
        );
        const dropped = masks.length - covered.length;
        expect(report.annotations).toEqual({ written: covered.length, dropped, not_selected: 0 });
      }),
    );
  });

  it('has the front-most of its masks at each pixel of a picture', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(anyMask, { maxLength: 8 }), async (masks) => {
        const { files, report } = await convertMasks('masks', { masks: 'instance' }, masks);
        const { values, ...size } = readIndices(files.get('masks/train/task-0/input-0.png') ?? Buffer.alloc(0));
        const objects: { value: number; annotation_id: string }[] = JSON.parse(
          String(files.get('masks/train/task-0/input-0.json')),
        );
        const names = new Map(objects.map(({ value, annotation_id }) => [value, annotation_id]));
        const wanted = Array.from({ length: WIDTH * HEIGHT }, (_, at) => {
          const front = masks.findIndex(({ pixels }) => pixels[at] === 1);
          return front === -1 ? undefined : `a${front}`;
        });
        expect(size).toEqual({ width: WIDTH, height: HEIGHT });
        expect(values.map((value) => names.get(value))).toEqual(wanted);
        expect(report.annotations.written).toBe(new Set(wanted.filter(Boolean)).size);
        expect(report.annotations.written + report.annotations.dropped).toBe(masks.length);
      }),
    );
  });

  it('is written or counted as left out, every annotation of it, in every format', async () => {
    const formats = fc.constantFrom(...Object.values(FORMATS));
    const any = fc.record({
      format: formats,
      frames: fc.array(fc.array(anyShape, { maxLength: 6 }), { maxLength: 9 }),
    });
    await fc.assert(
      fc.asyncProperty(any, async ({ format, frames }) => {
        const all = frames.map(frameOf);
        const { report } = await convertFrames(all, format({}), { specs: specs() });
        const { written, dropped } = report.annotations;
        expect(written + dropped).toBe(frames.flat().length);
        expect(report.frames).toEqual({ written: frames.length, not_selected: 0 });
        const counted = Object.values(report.counts).flatMap((labels) => Object.values(labels));
        expect(counted.reduce((sum, count) => sum + count, 0)).toBe(written);
        expect(report.dropped.reduce((sum, { count }) => sum + count, 0)).toBe(dropped);
      }),
    );
  });

  it('gives the same files for any number of shards', async () => {
    const any = fc.record({
      format: fc.constantFrom(...Object.values(FORMATS)),
      count: fc.integer({ min: 0, max: 2_500 }),
      framesPerShard: fc.integer({ min: 1, max: 2_500 }),
      kinds: fc.array(fc.array(anyShape, { maxLength: 3 }), { minLength: 1, maxLength: 5 }),
    });
    await fc.assert(
      fc.asyncProperty(any, async ({ format, count, framesPerShard, kinds }) => {
        const frames = Array.from({ length: count }, (_, n) => frameOf(kinds[n % kinds.length] ?? [], n));
        const options = { specs: specs(), split: { ratios: { train: 2, val: 1 } } };
        const one = await convertFrames(frames, format({}), { ...options, framesPerShard: 10_000 });
        const some = await convertFrames(frames, format({}), { ...options, framesPerShard });
        expect(some.report).toEqual(one.report);
        expect([...some.files.keys()].sort()).toEqual([...one.files.keys()].sort());
        const differing = [...one.files].filter(([path, content]) => !some.files.get(path)?.equals(content));
        expect(differing.map(([path]) => path)).toEqual([]);
      }),
      { numRuns: 3 },
    );
  });
});
