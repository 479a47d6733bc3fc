import type { CuboidShape } from '../../annofab/index.ts';

/** Pixels from the upper left corner of the image, whose upper left pixel reaches from (0, 0) to (1, 1). */
export interface Point {
  readonly x: number;
  readonly y: number;
}

/** Pixels. */
export interface ImageSize {
  readonly width: number;
  readonly height: number;
}

/** Its sides; `left` is less than `right`, and `top` less than `bottom`. */
export interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/**
 * A mask as run lengths, as COCO defines them: column by column from the upper left corner, the number of pixels that are not
 * covered, then of those that are, and so on. The first can be 0.
 */
export interface RunLengths {
  readonly width: number;
  readonly height: number;
  readonly counts: readonly number[];
}

/** Sets pixels of one row: from `start`, up to and without `end`. */
export type SetPixels = (start: number, end: number) => void;

/** What an annotation marks. Every shape lies inside its image, where the size of the image is known. */
export type Shape =
  | ({ readonly type: 'box' } & Box)
  | { readonly type: 'polygon'; readonly points: readonly Point[] }
  | { readonly type: 'polyline'; readonly points: readonly Point[] }
  | { readonly type: 'point'; readonly point: Point }
  | MaskShape
  | { readonly type: 'cuboid'; readonly cuboid: CuboidShape }
  | { readonly type: 'segment'; readonly pointIndices: readonly number[] }
  | { readonly type: 'range'; readonly begin: number; readonly end: number }
  | { readonly type: 'classification' }
  | { readonly type: 'custom'; readonly data: string };

/** Pixels of one object, or of all objects of a label. */
export interface MaskShape {
  readonly type: 'mask';
  /** True for semantic segmentation: one mask covers all objects of the label. */
  readonly isSemantic: boolean;
  /** As large as the image. */
  readonly runs: RunLengths;
  /** Around the covered pixels, of which there is at least one. */
  readonly box: Box;
}

export type ShapeType = Shape['type'];

const IN_IMAGES: ReadonlySet<ShapeType> = new Set<ShapeType>(['box', 'polygon', 'polyline', 'point', 'mask']);

/** Whether it has coordinates in pixels. */
export function isInImage({ type }: Shape): boolean {
  return IN_IMAGES.has(type);
}
