import type { RLE_FORMS } from '../../choices.ts';
import type { DropReason } from '../../report.ts';
import { areaOf, boundsOf } from '../../shapes/polygon.ts';
import { compressCounts, coveredPixels } from '../../shapes/run-lengths.ts';
import type { Box, RunLengths, Shape } from '../../shapes/shape.ts';

export interface CocoOptions {
  /**
   * How masks are written: `compressed` (default), text as pycocotools writes it, or `uncompressed`, lists of numbers, which are up
   * to four times as long and can be read without pycocotools.
   */
  readonly rle?: (typeof RLE_FORMS)[number] | undefined;
}

/** The fields of an annotation that say where it is. */
export interface CocoGeometry {
  readonly segmentation:
    | readonly (readonly number[])[]
    | { readonly size: readonly [number, number]; readonly counts: string | readonly number[] };
  /** Square pixels. */
  readonly area: number;
  /** Left, top, width and height. */
  readonly bbox: readonly [number, number, number, number];
  /** 1 for a mask of all objects of a category: semantic segmentation. */
  readonly iscrowd: 0 | 1;
}

export function cocoGeometry(shape: Shape, { rle = 'compressed' }: CocoOptions): CocoGeometry | DropReason {
  switch (shape.type) {
    case 'box': {
      const { left, top, right, bottom } = shape;
      const segmentation = [[left, top, right, top, right, bottom, left, bottom]];
      return { segmentation, area: (right - left) * (bottom - top), bbox: bboxOf(shape), iscrowd: 0 };
    }
    case 'polygon': {
      const { points } = shape;
      const segmentation = [points.flatMap(({ x, y }) => [x, y])];
      return { segmentation, area: areaOf(points), bbox: bboxOf(boundsOf(points)), iscrowd: 0 };
    }
    case 'mask': {
      const { runs, box, isSemantic } = shape;
      const segmentation = { size: [runs.height, runs.width] as const, counts: countsOf(runs, rle) };
      return { segmentation, area: coveredPixels(runs), bbox: bboxOf(box), iscrowd: isSemantic ? 1 : 0 };
    }
    default:
      return 'not in format';
  }
}

function countsOf({ counts }: RunLengths, rle: CocoOptions['rle']): string | readonly number[] {
  return rle === 'uncompressed' ? counts : compressCounts(counts);
}

function bboxOf({ left, top, right, bottom }: Box): CocoGeometry['bbox'] {
  return [left, top, right - left, bottom - top];
}
