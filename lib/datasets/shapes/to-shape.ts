import type { AnnotationData, CuboidShape } from '../../annofab/index.ts';
import type { Category } from '../labels/categories.ts';
import type { ChangeReason, DropReason } from '../report.ts';
import { clipPolygon, isFlat, isInside } from './polygon.ts';
import type { ImageSize, Point, Shape } from './shape.ts';

/** A shape, and how it differs from the annotation; or why there is none. */
export type ShapeOrReason = { readonly shape: Shape; readonly changed?: ChangeReason } | DropReason;

type ShapeData = Exclude<AnnotationData, null | { _type: 'Segmentation' | 'SegmentationV2' } | { kind: 'SEGMENT' }>;

/**
 * Makes a shape of data that need no outer file. The rules, which hold for every format:
 *
 * - a box has its corners in order; boxes and polygons are clipped at the border of the image; what then has no area is `empty`,
 *   or `outside` when nothing of it was in the image
 * - a polyline or a point of which a part is outside of the image is kept, with its coordinates moved to the border; as a whole
 *   outside, it is `outside`
 * - a range has its ends in order; one without a length, and a cuboid with a length that is not positive, is `empty`
 *
 * @param size undefined when it is not known: then nothing is clipped
 */
export function toShape(data: ShapeData, category: Category, size: ImageSize | undefined): ShapeOrReason {
  switch (data._type) {
    case 'BoundingBox':
      return toBox(data.left_top, data.right_bottom, size);
    case 'Points':
      return toPoints(data.points, category, size);
    case 'SinglePoint':
      return size && !isInside([data.point], size) ? 'outside' : { shape: { type: 'point', point: data.point } };
    case 'Range':
      return toRange(data.begin, data.end);
    case 'Classification':
      return { shape: { type: 'classification' } };
    case 'Unknown':
      if (data.kind === 'CUBOID') return toCuboid(data.shape);
      return { shape: { type: 'custom', data: data.data } };
    default:
      return 'unknown data';
  }
}

function toRange(a: number, b: number): ShapeOrReason {
  return a === b ? 'empty' : { shape: { type: 'range', begin: Math.min(a, b), end: Math.max(a, b) } };
}

function toCuboid(cuboid: CuboidShape): ShapeOrReason {
  const { width, height, depth } = cuboid.dimensions;
  return width > 0 && height > 0 && depth > 0 ? { shape: { type: 'cuboid', cuboid } } : 'empty';
}

function toBox(a: Point, b: Point, size: ImageSize | undefined): ShapeOrReason {
  let [left, right] = a.x <= b.x ? [a.x, b.x] : [b.x, a.x];
  let [top, bottom] = a.y <= b.y ? [a.y, b.y] : [b.y, a.y];
  if (left === right || top === bottom) return 'empty';
  const isClipped = size !== undefined && (left < 0 || top < 0 || right > size.width || bottom > size.height);
  if (isClipped) {
    [left, right] = [Math.max(left, 0), Math.min(right, size.width)];
    [top, bottom] = [Math.max(top, 0), Math.min(bottom, size.height)];
    if (left >= right || top >= bottom) return 'outside';
  }
  return { shape: { type: 'box', left, top, right, bottom }, ...(isClipped ? CLIPPED : {}) };
}

const CLIPPED = { changed: 'clipped' } as const;

/** Polygons and polylines have the same data: only the annotation specs tell which. */
function toPoints(points: readonly Point[], category: Category, size: ImageSize | undefined): ShapeOrReason {
  const { annotation_types } = category;
  if (annotation_types.has('polyline') && !annotation_types.has('polygon')) return toPolyline(points, size);
  const result = toPolygon(points, size);
  if (annotation_types.has('polygon') || typeof result === 'string') return result;
  return { changed: 'taken as polygon', ...result };
}

function toPolygon(points: readonly Point[], size: ImageSize | undefined): ShapeOrReason {
  if (isFlat(points)) return 'empty';
  if (size === undefined || isInside(points, size)) return { shape: { type: 'polygon', points } };
  const clipped = clipPolygon(points, size);
  return isFlat(clipped) ? 'outside' : { shape: { type: 'polygon', points: clipped }, ...CLIPPED };
}

function toPolyline(points: readonly Point[], size: ImageSize | undefined): ShapeOrReason {
  if (points.length < 2) return 'empty';
  if (size === undefined || isInside(points, size)) return { shape: { type: 'polyline', points } };
  if (!points.some((point) => isInside([point], size))) return 'outside';
  const moved = points.map(({ x, y }) => ({ x: clamp(x, size.width), y: clamp(y, size.height) }));
  return { shape: { type: 'polyline', points: moved }, ...CLIPPED };
}

function clamp(value: number, max: number): number {
  return Math.min(Math.max(value, 0), max);
}
